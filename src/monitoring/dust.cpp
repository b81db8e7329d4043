#include "monitoring/dust.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace sauro::inline v0_1::detail {
namespace {

constexpr int digits_kept = 12;

/// Ten to the power that leaves so many digits before the point; infinite where that is too large.
double scale_to_digits(double size) {
  constexpr std::array<double, digits_kept + 1> powers = {1e0, 1e1, 1e2, 1e3,  1e4,  1e5, 1e6,
                                                          1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
  constexpr double near = 1e-12;  // to a power of ten the logarithm itself decides
  if (size > 1 && size < powers[digits_kept]) {
    std::size_t above = 1;
    while (size > powers[above]) ++above;
    if (size > powers[above - 1] * (1 + near) && size < powers[above] * (1 - near)) {
      return powers[digits_kept - above];
    }
  }
  return std::pow(10.0, digits_kept - std::ceil(std::log10(size)));
}

}  // namespace

double without_dust(double value) {
  if (value == 0 || !std::isfinite(value)) return value;
  const double scale = scale_to_digits(std::abs(value));
  if (!std::isfinite(scale) || scale == 0) return value;
  const double scaled = value * scale;  // at most 1e12: halves of it are exact
  return static_cast<double>(static_cast<std::int64_t>(scaled + std::copysign(0.5, scaled))) /
         scale;
}

}  // namespace sauro::inline v0_1::detail
