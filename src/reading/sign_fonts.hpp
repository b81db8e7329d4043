#pragma once

#include <string>
#include <string_view>

/// Fonts that draw signs over the codes of letters: Symbol, Wingdings (src/data/sign_fonts.json).
namespace sauro::inline v0_1::detail {

/// The name of such a font in the data; empty for others.
[[nodiscard]] std::string_view sign_font(std::string_view name);

/// Text that was set in the font of this name as it was seen. Codes may stand in the private use
/// area from U+F000 on; what the font has no sign for stays.
[[nodiscard]] std::string signs_of(std::string_view text, std::string_view font);

}  // namespace sauro::inline v0_1::detail
