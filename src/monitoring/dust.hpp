#pragma once

namespace sauro::inline v0_1::detail {

/// A value without the last digits, in which sums of decimals differ by the order of their parts.
double without_dust(double value);

}  // namespace sauro::inline v0_1::detail
