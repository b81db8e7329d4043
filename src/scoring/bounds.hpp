#pragma once

#include <cstddef>
#include <vector>

#include "scoring/state.hpp"

namespace sauro::inline v0_1::detail {

/// Points of rows [from, from + rows) where missing leaves have the least, or the most, that their
/// known inputs allow; by place, then row.
std::vector<double> bounded_points(const Scorecard::State& state, std::size_t from,
                                   std::size_t rows, bool high);

}  // namespace sauro::inline v0_1::detail
