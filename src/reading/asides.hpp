#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "reading/source.hpp"

namespace sauro::inline v0_1::detail {

// why texts stand aside
inline constexpr std::string_view header_reason = "đầu trang";
inline constexpr std::string_view footer_reason = "chân trang";
inline constexpr std::string_view footnote_reason = "chú thích cuối trang";
inline constexpr std::string_view endnote_reason = "chú thích cuối văn bản";
inline constexpr std::string_view comment_reason = "nhận xét bên lề";
inline constexpr std::string_view struck_reason = "chữ bị gạch ngang";
inline constexpr std::string_view switched_off_reason = "chữ đang ẩn theo điều kiện";
inline constexpr std::string_view object_reason =
    "tệp Office nhúng chưa đọc; hãy mở nó và lưu thành một tệp riêng";
inline constexpr std::string_view covered_reason = "nằm dưới ô gộp";

/// Makes asides of the blocks from `first` on, with the reason why they are no part of the plan.
void set_aside(Source& source, std::size_t first, std::string_view reason);

/// Sets words apart that are no content where they stand; none where nothing is to be seen.
void leave_aside(Source& source, std::string_view text, std::string_view reason, Place place);

}  // namespace sauro::inline v0_1::detail
