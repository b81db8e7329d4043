#pragma once

#include <string_view>
#include <vector>

#include "reading/text_lines.hpp"

namespace sauro::inline v0_1::detail {

/// Why a page number is no part of a document.
inline constexpr std::string_view page_number_reason = "số trang";

/// Sets aside what each page of the printed document begins or ends with: numbers between two gaps
/// or counting on a page apart, and lines that come again.
void set_page_marks_aside(std::vector<TextLine>& lines);

/// A line that holds nothing but a page number: "7", "- 7 -", "Trang 7/12".
[[nodiscard]] bool is_page_number(std::string_view line);

/// Whether a line stands for itself: a row of a table, or the two halves of a letterhead.
[[nodiscard]] bool is_laid_out(std::string_view line);

/// Takes the marks of a quotation from the lines of a mail: "> Giao Phòng Kinh tế ...".
void take_quotation_marks(std::vector<TextLine>& lines);

}  // namespace sauro::inline v0_1::detail
