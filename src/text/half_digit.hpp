#pragma once

#include <cmath>
#include <limits>

namespace sauro::inline v0_1::detail {

/// Half of the last digit with which a number is written, by which it may be off: 0.05 for 12.3.
inline double half_digit(double value) {
  constexpr int most_decimals = 12;
  double digit = 1;
  double scaled = std::abs(value);
  for (int i = 0; i < most_decimals; ++i) {
    const double dust = 4 * std::numeric_limits<double>::epsilon() * scaled;
    if (std::abs(scaled - std::round(scaled)) <= dust) break;
    scaled *= 10;
    digit /= 10;
  }
  return digit / 2;
}

}  // namespace sauro::inline v0_1::detail
