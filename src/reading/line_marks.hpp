#pragma once

#include <cstddef>
#include <string_view>

/// What a line of a text may be besides a line of text.
namespace sauro::inline v0_1::detail {

[[nodiscard]] std::size_t count_tabs(std::string_view line) noexcept;

/// "1.", "a)", "-", "Điều 2.": what stands before a tab in a list that was copied.
[[nodiscard]] bool is_mark(std::string_view text);

/// trim, but an empty field keeps its place in the line.
[[nodiscard]] std::string_view trim_inside(std::string_view field);

/// Whether a row lays out a letterhead or the end of a document, which go on with no table.
[[nodiscard]] bool starts_official_part(std::string_view line, char separator);

/// Whether a line begins, and ends, a table of HTML.
[[nodiscard]] bool starts_page_table(std::string_view line);
[[nodiscard]] bool ends_page_table(std::string_view line);

}  // namespace sauro::inline v0_1::detail
