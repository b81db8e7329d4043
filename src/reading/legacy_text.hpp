#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Vietnamese of the time before Unicode (src/data/legacy_letters.json).
namespace sauro::inline v0_1::detail {

enum class LegacyCode : std::uint8_t { windows_1258, tcvn3, vni };

/// "TCVN3 (ABC)"
[[nodiscard]] std::string_view legacy_name(LegacyCode code) noexcept;

/// What a font makes of letters that are others in Unicode.
struct LegacyFont {
  LegacyCode code = LegacyCode::tcvn3;
  bool capitals = false;        ///< it draws small letters as capitals (.VnTimeH)
  std::string_view signs = {};  ///< the font of signs that it is (sign_fonts.hpp); mostly empty
};

/// What the name of a font says: ".VnTime", "VNI-Times", "Wingdings"; nothing for others.
[[nodiscard]] std::optional<LegacyFont> legacy_font(std::string_view name);

/// UTF-8 that was set in such a font, as it was seen. Letters that only Unicode has say that the
/// font was a name alone: then the text stays.
[[nodiscard]] std::string as_seen(std::string_view text, const LegacyFont& font);

/// 8-bit text as UTF-8.
[[nodiscard]] std::string from_legacy(std::string_view bytes, LegacyCode code);

/// The code under which the marked words of 8-bit text are syllables of Vietnamese; nothing where
/// there are few of them, or where two codes might be meant.
[[nodiscard]] std::optional<LegacyCode> legacy_code_of(std::string_view bytes);

/// UTF-8 back to the bytes of windows-1252 that a program took it from, other signs as blanks;
/// nothing where letters stand there that only Unicode has.
[[nodiscard]] std::optional<std::string> as_windows_1252(std::string_view text);

/// UTF-8 whose letters a program took from such bytes, as Unicode.
[[nodiscard]] std::string from_legacy_letters(std::string_view text, LegacyCode code);

}  // namespace sauro::inline v0_1::detail
