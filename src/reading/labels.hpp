#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers of headings and rows: "I.", "8.1.", "a)", "Phần II".
namespace sauro::inline v0_1::detail {

enum class LabelKind : std::uint8_t { part, letter, roman, arabic, dotted, small_letter };

struct Label {
  LabelKind kind = LabelKind::arabic;
  std::string number;     ///< without its dot or bracket
  std::size_t size = 0;   ///< bytes of the text that the label takes
  std::size_t marks = 0;  ///< visible characters of them that `number` leaves out
};

/// Whether labels of this kind head groups: "Phần I", "A", "II".
[[nodiscard]] constexpr bool heads_group(LabelKind kind) noexcept {
  return kind == LabelKind::part || kind == LabelKind::letter || kind == LabelKind::roman;
}

/// The label that `text` consists of: "1", "01.", "3.1", "I.", "**II**", "a)".
[[nodiscard]] std::optional<Label> parse_label(std::string_view text);

/// The label that `text` starts with, where text follows it: "8.1. Cổng thông tin".
[[nodiscard]] std::optional<Label> leading_label(std::string_view text);

/// How deep a heading with this label, of this text, stands: 1 is the outermost. Articles stand in
/// parts and chapters.
[[nodiscard]] int outline_level(const Label& label, std::string_view text);

/// Value of the digits that `number` starts with; 0 where there are none.
[[nodiscard]] int leading_int(std::string_view number) noexcept;

/// Value of a Roman number up to 89, or 0.
[[nodiscard]] int roman_value(std::string_view text) noexcept;

/// The Roman number of `value`, 1 to 89.
[[nodiscard]] std::string to_roman(int value);

}  // namespace sauro::inline v0_1::detail
