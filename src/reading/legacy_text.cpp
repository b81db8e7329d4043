#include "reading/legacy_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "data/legacy_letters.hpp"
#include "reading/sign_fonts.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::array known_codes = {LegacyCode::windows_1258, LegacyCode::tcvn3, LegacyCode::vni};
constexpr std::size_t windows_1252 = 1;  // columns of the data
constexpr std::size_t first_code = 2;

/// Appends the letter of a byte from 0x80 on; as windows-1252 where the code has none of its own.
void append_letter(std::string& out, unsigned char byte, LegacyCode code) {
  const auto& row = data::legacy_letters[byte - 0x80U];
  const std::string_view own = row[first_code + static_cast<std::size_t>(code)];
  const std::string_view letter = own.empty() ? row[windows_1252] : own;
  if (letter.empty()) {
    append_utf8(out, byte);
  } else {
    out += letter;
  }
}

/// The byte of windows-1252 that a character was; 0 where it was none beyond ASCII.
unsigned char byte_of(char32_t c) noexcept {
  if (c >= 0xA0 && c <= 0xFF) return static_cast<unsigned char>(c);
  if (c < 0x80) return 0;
  for (std::size_t i = 0; i < 0x20; ++i) {
    const std::string_view letter = data::legacy_letters[i][windows_1252];
    if (letter.empty() ? c == 0x80 + i : decode(letter, 0).value == c) {
      return static_cast<unsigned char>(0x80 + i);
    }
  }
  return 0;
}

std::string in_capitals(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.size;
    append_utf8(out,
                static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c.value))));
  }
  return out;
}

/// TCVN3 has no marked capitals: where a piece of a line has none but capitals, its marked letters
/// are such.
std::string raise_capitals(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t|;,\"", at), text.size() - 1) + 1;
    const std::string_view piece = text.substr(at, end - at);
    const auto capitals =
        std::count_if(piece.begin(), piece.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool small =
        std::any_of(piece.begin(), piece.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    out += capitals > 1 && !small ? in_capitals(piece) : std::string(piece);
    at = end;
  }
  return out;
}

/// Whether only Unicode has the letter: none of these codes takes it for another one.
bool is_unicode_letter(char32_t c) noexcept { return c >= 0x100 && letter_of(c).base != 0; }

bool has_unicode_letters(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_unicode_letter(c.value)) return true;
    at += c.size;
  }
  return false;
}

/// Signs that Vietnamese texts have beside letters.
bool is_usual_sign(char32_t c) noexcept {
  constexpr std::u32string_view usual = U"\u00A0“”‘’«»–—…•·°²³×÷±§€₫©®™¼½¾";
  return usual.find(c) != std::u32string_view::npos;
}

/// Marked words that are syllables, and those that aren't with signs that no text has.
struct Fit {
  std::size_t good = 0;
  std::size_t bad = 0;

  [[nodiscard]] bool is_sure() const noexcept { return good >= 5 && good >= 9 * bad; }
  [[nodiscard]] bool is_possible() const noexcept { return good >= 4 * bad; }
};

Fit fit_of(std::string_view text) {
  Fit fit;
  std::size_t start = 0;
  bool marked = false;
  const auto close = [&](std::size_t end) {
    if (marked) ++(is_vietnamese_syllable(text.substr(start, end - start)) ? fit.good : fit.bad);
    marked = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (letter_of(c.value).base != 0) {
      marked = marked || c.value >= 0x80;
    } else {
      close(at);
      start = at + c.size;
      fit.bad += static_cast<std::size_t>(c.value >= 0x80 && !is_usual_sign(c.value));
    }
    at += c.size;
  }
  close(text.size());
  return fit;
}

}  // namespace

std::string_view legacy_name(LegacyCode code) noexcept {
  constexpr std::array<std::string_view, 3> names = {"windows-1258", "TCVN3 (ABC)", "VNI"};
  return names[static_cast<std::size_t>(code)];
}

std::optional<LegacyFont> legacy_font(std::string_view name) {
  const std::string lower = ascii_lower(std::string(name));
  if (lower.starts_with(".vn")) return LegacyFont{LegacyCode::tcvn3, lower.ends_with('h')};
  if (const std::string_view signs = sign_font(name); !signs.empty()) {
    return LegacyFont{LegacyCode::tcvn3, false, signs};
  }
  if (lower.starts_with("vni-") || lower.starts_with("vni ")) return LegacyFont{LegacyCode::vni};
  return std::nullopt;
}

std::string as_seen(std::string_view text, const LegacyFont& font) {
  if (has_unicode_letters(text)) return std::string(text);
  if (!font.signs.empty()) return signs_of(text, font.signs);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const unsigned char byte = byte_of(c.value);
    if (byte == 0) {
      out += text.substr(at, c.size);
    } else {
      append_letter(out, byte, font.code);
    }
    at += c.size;
  }
  out = to_nfc(out);
  return font.capitals ? in_capitals(out) : out;
}

std::string from_legacy(std::string_view bytes, LegacyCode code) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      append_letter(out, byte, code);
    }
  }
  out = to_nfc(out);
  return code == LegacyCode::tcvn3 ? raise_capitals(out) : out;
}

std::optional<LegacyCode> legacy_code_of(std::string_view bytes) {
  constexpr std::size_t enough = std::size_t{1} << 16U;
  const std::string_view sample = bytes.substr(0, enough);
  std::optional<LegacyCode> sure;
  std::size_t possible = 0;
  for (const LegacyCode code : known_codes) {
    const Fit fit = fit_of(from_legacy(sample, code));
    possible += static_cast<std::size_t>(fit.is_possible());
    if (fit.is_sure()) sure = code;
  }
  return possible == 1 ? sure : std::nullopt;
}

std::optional<std::string> as_windows_1252(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_unicode_letter(c.value)) return std::nullopt;
    const unsigned char byte = byte_of(c.value);
    bytes += byte != 0 ? static_cast<char>(byte) : c.value < 0x80 ? text[at] : ' ';
    at += c.size;
  }
  return bytes;
}

std::string from_legacy_letters(std::string_view text, LegacyCode code) {
  const std::string seen = as_seen(text, {code});
  return code == LegacyCode::tcvn3 ? raise_capitals(seen) : seen;
}

}  // namespace sauro::inline v0_1::detail
