#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace sauro {

/// Place in the source where a piece of a plan begins.
///
/// Text, Markdown and HTML: `line` and `column`, counted from 1, columns in characters of normal
/// form C. docx: `part` ("word/document.xml") and `paragraph`, counted from 1 in that part in
/// document order (those in tables and text boxes too). What doesn't apply is 0 or empty.
struct Span {
  std::string part;
  std::uint32_t paragraph = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace sauro
