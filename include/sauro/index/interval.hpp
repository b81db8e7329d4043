#pragma once

#include <limits>
#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// A range of numbers or days; each end belongs to it or not.
struct SAURO_API Interval {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;   ///< `low` itself is outside
  bool high_open = false;  ///< `high` itself is outside
  bool days = false;       ///< the ends are day numbers, written as YYYY-MM-DD

  /// Reads "[80, 100)", ">= 80", "< 5", "80", "[2026-01-01, 2026-03-31]" or "-" for anything.
  ///
  /// A percent sign after a number is allowed. Throws ParseError(invalid_interval).
  [[nodiscard]] static Interval parse(std::string_view text);

  [[nodiscard]] bool contains(double x) const noexcept;
  [[nodiscard]] bool is_all() const noexcept;
  [[nodiscard]] bool is_empty() const noexcept;
  /// What both hold.
  [[nodiscard]] Interval intersect(const Interval& other) const noexcept;
  /// The text that parse() reads.
  [[nodiscard]] std::string to_string() const;
  /// "từ 80 đến dưới 100".
  [[nodiscard]] std::string to_vietnamese() const;

  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace sauro::inline v0_1
