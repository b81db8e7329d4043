#pragma once

#include <cmath>
#include <cstddef>
#include <string>

#include "sauro/text/numbers.hpp"

namespace sauro::inline v0_1::detail {

/// Half of the last digit with which a number is written, by which it may be off: 0.05 for 12.3.
inline double half_digit(double value) {
  const std::string text = plain_number(std::abs(value));
  if (text.find('e') != std::string::npos) return std::abs(value) * 1e-9;
  const std::size_t point = text.find('.');
  const std::size_t decimals = point == std::string::npos ? 0 : text.size() - point - 1;
  return 0.5 * std::pow(10.0, -static_cast<double>(decimals));
}

}  // namespace sauro::inline v0_1::detail
