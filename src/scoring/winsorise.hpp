#pragma once

#include <vector>

namespace sauro::inline v0_1::detail {

/// The values with outliers drawn in to the next value, as long as they have both a skewness of 2
/// or more and a kurtosis of 3.5 or more (of samples, G1 and G2) and fewer than five of one side
/// are changed. That is what statisticians of composite indicators do before they normalise
/// (COINr's `winsorise`, with its defaults).
std::vector<double> winsorise(std::vector<double> values);

}  // namespace sauro::inline v0_1::detail
