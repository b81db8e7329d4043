#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// The lines of a plain text, and what a copy of a document has done to them.
namespace sauro::inline v0_1::detail {

struct TextLine {
  std::string_view text;
  bool blank = false;
  bool goes_on = false;      ///< the one before it was broken by a program and not by its author
  bool doubtful = false;     ///< it could be an item of a list as well; or go on, where it doesn't
  std::string_view aside{};  ///< why it is no part of the document: "số trang"; empty where it is
  std::size_t quoted = 0;    ///< bytes of the marks of a quotation before it: "> "
};

/// The lines of `text`, without the marks of a quoted mail: page numbers and running heads are set
/// aside, and those that go on with the one before them are marked.
[[nodiscard]] std::vector<TextLine> read_text_lines(std::string_view text);

/// Marks the lines that go on with the one before them. A text is wrapped where its lines end as
/// soon as the next word would be too much for the longest of them; a line that has room left was
/// ended by its author.
void find_wrapped_lines(std::vector<TextLine>& lines);

}  // namespace sauro::inline v0_1::detail
