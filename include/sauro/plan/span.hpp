#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <tuple>

#include "sauro/core/fields.hpp"

namespace sauro::inline v0_1 {

/// Place in the source where a piece of a plan begins.
///
/// Text, Markdown and HTML: `line` and `column`, counted from 1, columns in characters of normal
/// form C. docx: `part` ("word/document.xml") and `paragraph`, counted from 1 in that part in
/// document order (those in tables and text boxes too). xlsx: the sheet's name as `part`, `line`
/// and `column` of the cell. What doesn't apply is 0 or empty.
struct Span {
  std::string part = {};
  std::uint32_t paragraph = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("part", &Span::part, "Part of a docx, sheet of a workbook; empty for other formats.",
              traits::omitted | traits::shown),
        Field("paragraph", &Span::paragraph, "Paragraph of the part, from 1; 0 elsewhere.",
              traits::omitted | traits::shown),
        Field("line", &Span::line, "Line, or row of a sheet, from 1; 0 in a docx.",
              traits::omitted | traits::shown),
        Field("column", &Span::column, "Column in characters, or of a sheet, from 1; 0 in a docx.",
              traits::omitted | traits::shown)};
  }

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace sauro::inline v0_1
