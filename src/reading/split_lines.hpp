#pragma once

#include <string_view>
#include <vector>

#include "reading/units.hpp"

/// Official lines that a copy of a document has broken or run together.
namespace sauro::inline v0_1::detail {

/// Whether a line has a post and the name of its holder: "CHỦ TỊCH (Đã ký) Trần Thị Bình".
[[nodiscard]] bool is_signed_line(std::string_view text);

/// Makes one unit of the lines of a letterhead that belong together: "Số:" and "12/KH-UBND"; "An
/// Lộc, ngày 15", "tháng 01", "năm 2026".
void join_split_lines(std::vector<Unit>& units);

/// Makes units of what stands in one line at the end of a document: "Nơi nhận: - UBND tỉnh; - Lưu:
/// VT. TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Thị Bình".
void part_glued_ends(std::vector<Unit>& units);

}  // namespace sauro::inline v0_1::detail
