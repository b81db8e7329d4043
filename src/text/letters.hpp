#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sauro::inline v0_1::detail {

/// One code point and the bytes that it took.
struct CodePoint {
  char32_t value;
  std::uint8_t size;
};

/// Decodes the code point at `at` < text.size(). It has the right value in well-formed UTF-8, and
/// never reaches beyond the end in any: beginnings of files are looked at before they are checked.
inline CodePoint decode(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) -> char32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto size = [&](std::size_t full) {
    return static_cast<std::uint8_t>(std::min(full, text.size() - at));
  };
  const char32_t b = byte(0);
  if (b < 0x80) return {b, 1};
  if (b < 0xE0) return {((b & 0x1FU) << 6U) | (byte(1) & 0x3FU), size(2)};
  if (b < 0xF0) {
    return {((b & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), size(3)};
  }
  return {((b & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) |
              (byte(3) & 0x3FU),
          size(4)};
}

/// The code point that ends before `at`; 0 at the beginning.
inline char32_t decode_before(std::string_view text, std::size_t at) noexcept {
  if (at == 0) return 0;
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return decode(text, start).value;
}

/// The code point at `at`; 0 at the end.
inline char32_t decode_or_zero(std::string_view text, std::size_t at) noexcept {
  return at < text.size() ? decode(text, at).value : 0;
}

inline void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

/// What a code point is as a letter of Vietnamese or plain Latin; `base` 0 where it is none.
struct Letter {
  char base = 0;          ///< a-z: without mark, tone and case
  char16_t toneless = 0;  ///< lower case with its vowel mark (â, ơ, đ), without tone
  std::uint8_t tone = 0;  ///< 0 none, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng
  bool upper = false;
};

inline constexpr std::size_t letter_table_size = 0x1EFA;

consteval std::array<Letter, letter_table_size> make_letter_table() {
  std::array<Letter, letter_table_size> table{};
  constexpr std::string_view ascii = "abcdefghijklmnopqrstuvwxyz";
  for (const char c : ascii) {
    const auto lower = static_cast<char16_t>(c);
    table[static_cast<std::size_t>(c)] = {c, lower, 0, false};
    table[static_cast<std::size_t>(c - 'a' + 'A')] = {c, lower, 0, true};
  }
  struct Group {
    char base;
    std::u16string_view lower;
    std::u16string_view upper;
  };
  constexpr Group groups[] = {
      {'a', u"aàáảãạ", u"AÀÁẢÃẠ"}, {'a', u"ăằắẳẵặ", u"ĂẰẮẲẴẶ"}, {'a', u"âầấẩẫậ", u"ÂẦẤẨẪẬ"},
      {'e', u"eèéẻẽẹ", u"EÈÉẺẼẸ"}, {'e', u"êềếểễệ", u"ÊỀẾỂỄỆ"}, {'i', u"iìíỉĩị", u"IÌÍỈĨỊ"},
      {'o', u"oòóỏõọ", u"OÒÓỎÕỌ"}, {'o', u"ôồốổỗộ", u"ÔỒỐỔỖỘ"}, {'o', u"ơờớởỡợ", u"ƠỜỚỞỠỢ"},
      {'u', u"uùúủũụ", u"UÙÚỦŨỤ"}, {'u', u"ưừứửữự", u"ƯỪỨỬỮỰ"}, {'y', u"yỳýỷỹỵ", u"YỲÝỶỸỴ"},
      {'d', u"đ", u"Đ"},
  };
  for (const Group& group : groups) {
    for (std::size_t tone = 0; tone < group.lower.size(); ++tone) {
      const auto mark = static_cast<std::uint8_t>(tone);
      table[group.lower[tone]] = {group.base, group.lower[0], mark, false};
      table[group.upper[tone]] = {group.base, group.lower[0], mark, true};
    }
  }
  return table;
}

inline constexpr std::array<Letter, letter_table_size> letter_table = make_letter_table();

/// The letter that a code point is; base 0 where it is none of Vietnamese or plain Latin.
inline Letter letter_of(char32_t c) noexcept {
  return c < letter_table_size ? letter_table[c] : Letter{};
}

inline bool is_space(char32_t c) noexcept {
  return c == U' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

/// `text` with A-Z in small letters.
inline std::string ascii_lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return text;
}

inline bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }

}  // namespace sauro::inline v0_1::detail
