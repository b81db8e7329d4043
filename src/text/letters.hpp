#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "text/byte_set.hpp"

namespace sauro::inline v0_1::detail {

/// One code point and the bytes that it took.
struct CodePoint {
  char32_t value;
  std::uint8_t size;
};

/// Decodes what begins with a byte beyond ASCII.
inline CodePoint decode_beyond_ascii(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) -> char32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto size = [&](std::size_t full) {
    return static_cast<std::uint8_t>(std::min(full, text.size() - at));
  };
  const char32_t b = byte(0);
  if (b < 0xE0) return {((b & 0x1FU) << 6U) | (byte(1) & 0x3FU), size(2)};
  if (b < 0xF0) {
    return {((b & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), size(3)};
  }
  return {((b & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) |
              (byte(3) & 0x3FU),
          size(4)};
}

/// Decodes the code point at `at` < text.size(). It has the right value in well-formed UTF-8, and
/// never reaches beyond the end in any: beginnings of files are looked at before they are checked.
inline CodePoint decode(std::string_view text, std::size_t at) noexcept {
  const auto first = static_cast<unsigned char>(text[at]);
  return first < 0x80 ? CodePoint{first, 1} : decode_beyond_ascii(text, at);
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

/// How many code points well-formed bytes are: all but those that go on with one.
inline std::size_t count_code_points(std::string_view text) noexcept {
  constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
  std::size_t tails = 0;
  std::size_t at = 0;
  for (; at + sizeof(ones) <= text.size(); at += sizeof(ones)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof(bytes));
    const std::uint64_t is_tail = (bytes >> 7U) & ~(bytes >> 6U) & ones;  // 10xxxxxx
    tails += (is_tail * ones) >> 56U;                                     // their sum
  }
  for (; at < text.size(); ++at) {
    tails += static_cast<std::size_t>((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  }
  return text.size() - tails;
}

/// Writes the bytes of a code point; gives where they end.
inline char* write_utf8(char* out, char32_t c) noexcept {
  if (c < 0x80) {
    *out++ = static_cast<char>(c);
  } else if (c < 0x800) {
    *out++ = static_cast<char>(0xC0U | (c >> 6U));
    *out++ = static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    *out++ = static_cast<char>(0xE0U | (c >> 12U));
    *out++ = static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    *out++ = static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    *out++ = static_cast<char>(0xF0U | (c >> 18U));
    *out++ = static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    *out++ = static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    *out++ = static_cast<char>(0x80U | (c & 0x3FU));
  }
  return out;
}

inline void append_utf8(std::string& out, char32_t c) {
  std::array<char, 4> bytes;
  const char* end = write_utf8(bytes.data(), c);
  out.append(bytes.data(), static_cast<std::size_t>(end - bytes.data()));
}

/// What a code point is as a letter of Vietnamese or plain Latin; `base` 0 where it is none.
struct Letter {
  char base = 0;              ///< a-z: without mark, tone and case
  std::uint8_t tone : 7 = 0;  ///< 0 none, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng
  bool upper : 1 = false;
  char16_t toneless = 0;  ///< lower case with its vowel mark (â, ơ, đ), without tone
};
static_assert(sizeof(Letter) == 4);

inline constexpr std::size_t letter_table_size = 0x1EFA;

consteval std::array<Letter, letter_table_size> make_letter_table() {
  std::array<Letter, letter_table_size> table{};
  constexpr std::string_view ascii = "abcdefghijklmnopqrstuvwxyz";
  for (const char c : ascii) {
    const auto lower = static_cast<char16_t>(c);
    table[static_cast<std::size_t>(c)] = {c, 0, false, lower};
    table[static_cast<std::size_t>(c - 'a' + 'A')] = {c, 0, true, lower};
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
      Letter letter{group.base, 0, false, group.lower[0]};
      letter.tone = tone & 7U;
      table[group.lower[tone]] = letter;
      letter.upper = true;
      table[group.upper[tone]] = letter;
    }
  }
  return table;
}

inline constexpr std::array<Letter, letter_table_size> letter_table = make_letter_table();

/// The letter that a code point is; base 0 where it is none of Vietnamese or plain Latin.
constexpr Letter letter_of(char32_t c) noexcept {
  return c < letter_table_size ? letter_table[c] : Letter{};
}

inline bool is_space(char32_t c) noexcept {
  if (c < 0x80) return c == U' ' || (c >= 9 && c <= 13);
  if (c < 0x2000) return c == 0x85 || c == 0xA0;  // all letters of Vietnamese end here
  return c <= 0x200B || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0xFEFF;
}

/// Bytes that may begin a space; those beyond ASCII begin other signs too, but no letter of
/// Vietnamese.
inline constexpr ByteSet space_begins(" \t\n\v\f\r\xC2\xE2\xE3\xEF");

/// The first space from `at` on; the end where there is none.
inline std::size_t find_space(std::string_view text, std::size_t at) noexcept {
  for (at = space_begins.find_in(text, at); at < text.size();
       at = space_begins.find_in(text, at + 1)) {
    if (is_space(decode(text, at).value)) return at;
  }
  return text.size();
}

/// `text` with A-Z in small letters.
inline std::string ascii_lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return text;
}

constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }

/// The first of fold(text) where a look at its first signs tells that it is a letter of a-z or a
/// digit; else 0.
inline char first_folded(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (const char base = letter_of(c.value).base; base != 0) return base;
    if (is_digit(c.value)) return static_cast<char>(c.value);
    if (c.value >= 0x80 && !is_space(c.value)) return 0;  // may be a letter of another language
    if (c.value == U'&') return 'v';
    at += c.size;
  }
  return 0;
}

}  // namespace sauro::inline v0_1::detail
