#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/date.hpp"

/// Number formats of spreadsheets (ECMA-376, part 1, 18.8.31), as a Vietnamese office sees them.
namespace sauro::inline v0_1::detail {

/// What a piece of a format's code stands for.
enum class TokenKind : std::uint8_t {
  literal,
  digit,
  point,
  comma,
  percent,
  exponent,
  text,
  year,
  month,
  day,
  hour,
  minute,
  second,
  half_day,
  elapsed
};

/// A piece of a format's code.
struct FormatToken {
  TokenKind kind = TokenKind::literal;
  std::string text = {};   ///< as written; of a literal what is shown
  std::size_t length = 1;  ///< "yyyy" has 4
};

/// One of the parts of a code that semicolons part.
struct FormatSection {
  std::vector<FormatToken> tokens = {};
  std::string condition = {};  ///< ">=100"
  bool general = false;
  bool is_time = false;  ///< shows a day, a time or a duration

  [[nodiscard]] bool has(TokenKind kind) const noexcept;
};

/// What a cell's number is shown as.
///
/// Decimal comma and points between thousands; days before months and years in full whatever the
/// order of the code, as the meaning is certain and 03/04/2026 would be read as a day in April.
class NumberFormat {
 public:
  /// Of a code, or of `General` where it is empty.
  explicit NumberFormat(std::string_view code = {});

  /// The code that a number of 18.8.30 stands for; empty for those without one.
  [[nodiscard]] static std::string_view built_in(std::size_t number) noexcept;

  /// Whether it shows a day, perhaps with a time.
  [[nodiscard]] bool shows_day() const noexcept;
  /// Whether it shows a time of day or a duration alone.
  [[nodiscard]] bool shows_time() const noexcept;
  [[nodiscard]] bool shows_percent() const noexcept;
  /// Whether it fills up whole numbers with zeros, as codes are ("0000").
  [[nodiscard]] bool pads_zeros() const noexcept;

  [[nodiscard]] std::string show(double value, bool from_1904 = false) const;
  [[nodiscard]] std::string show(std::string_view text) const;

 private:
  [[nodiscard]] const FormatSection& section_of(double value) const noexcept;

  std::vector<FormatSection> sections_;
};

/// The day that a serial number stands for; nothing for 29 February 1900, which there was not, and
/// for numbers outside of the years 1900 to 9999.
[[nodiscard]] std::optional<Date> day_of_serial(double serial, bool from_1904) noexcept;

/// A section's numbers, days and times, for NumberFormat::show.
[[nodiscard]] std::string show_number(const FormatSection& section, double value);
[[nodiscard]] std::string show_general(double value);
[[nodiscard]] std::string show_time(const FormatSection& section, double serial, bool from_1904);

}  // namespace sauro::inline v0_1::detail
