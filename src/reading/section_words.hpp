#pragma once

#include <string_view>

/// What the titles of sections say of the text below them (src/data/section_words.json).
namespace sauro::inline v0_1::detail {

enum class SectionUse {
  gives,  ///< hands out work: "TỔ CHỨC THỰC HIỆN"
  tells,  ///< of what has been, or why: "TÌNH HÌNH", "MỤC ĐÍCH, YÊU CẦU"
  open    ///< "Về đất đai"
};

[[nodiscard]] SectionUse use_of_section(std::string_view title);

}  // namespace sauro::inline v0_1::detail
