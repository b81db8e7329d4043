#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// What a text says as a number.
struct WrittenNumber {
  std::optional<double> value = {};  ///< nothing where it is no number, or could be two
  /// The other number that "85.600" could be: `value` is empty then, and these two are it.
  std::optional<double> grouped = {};  ///< 85600, the point taken for a mark between thousands
  std::optional<double> decimal = {};  ///< 85.6, the point taken for the decimal sign

  [[nodiscard]] bool is_ambiguous() const noexcept { return grouped.has_value(); }
};

/// Reads "0,25", "0.25", "1.234,5", "1.234.567", "1 234", "-3", "1e-3" and "85 %".
///
/// A comma is the decimal sign; a point is one too unless it parts thousands. One point before
/// three digits could be both and is told as such. The sign of percent is left out.
[[nodiscard]] SAURO_API WrittenNumber read_number(std::string_view text);

/// The number that a text says; throws Error(invalid_inputs) that names both readings of one that
/// could be two.
///
///     sauro::parse_number("1.234,5") == 1234.5
[[nodiscard]] SAURO_API double parse_number(std::string_view text);

/// A number as officials write it: "1234,5".
[[nodiscard]] SAURO_API std::string official_number(double value);

/// The shortest text that reads as the same number: "1234.5", "3", "0.00025", "1e+30".
[[nodiscard]] SAURO_API std::string plain_number(double value);

}  // namespace sauro::inline v0_1
