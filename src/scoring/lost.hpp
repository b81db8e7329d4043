#pragma once

#include <cmath>

#include "sauro/index/criterion.hpp"

namespace sauro::inline v0_1::detail {

/// What lacks to the maximum of a criterion, which a bonus beside it doesn't have: one that isn't
/// won is no loss, and one that is won is less than none. NaN where the points are missing.
inline double lost_points(const Criterion& criterion, double points) {
  const double within_reach = criterion.outside ? 0 : *criterion.max;
  return std::round((within_reach - points) * 1e9) / 1e9;
}

}  // namespace sauro::inline v0_1::detail
