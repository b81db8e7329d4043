#include "sauro/text/unicode.hpp"

#include <utf8proc.h>

#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1 {
namespace {

using Byte = unsigned char;

bool is_tail(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && (static_cast<Byte>(text[at]) & 0xC0U) == 0x80U;
}

/// Bytes of the well-formed sequence at `at`, or 0 (Unicode 15, table 3-7).
std::size_t sequence_size(std::string_view text, std::size_t at) noexcept {
  const Byte first = static_cast<Byte>(text[at]);
  const Byte second = at + 1 < text.size() ? static_cast<Byte>(text[at + 1]) : Byte{0};
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return is_tail(text, at + 1) ? 2 : 0;
  if (first < 0xF0) {
    const bool fits = !(first == 0xE0 && second < 0xA0) && !(first == 0xED && second > 0x9F);
    return fits && is_tail(text, at + 1) && is_tail(text, at + 2) ? 3 : 0;
  }
  const bool fits =
      first <= 0xF4 && !(first == 0xF0 && second < 0x90) && !(first == 0xF4 && second > 0x8F);
  return fits && is_tail(text, at + 1) && is_tail(text, at + 2) && is_tail(text, at + 3) ? 4 : 0;
}

/// How many bytes from there on are ASCII at least: all of them, where a word of eight tells.
std::size_t ascii_run(std::string_view text, std::size_t at) noexcept {
  constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080U;
  std::size_t end = at;
  for (std::uint64_t word = 0; end + sizeof(word) <= text.size(); end += sizeof(word)) {
    std::memcpy(&word, text.data() + end, sizeof(word));
    const std::uint64_t high = word & high_bits;
    if (high == 0) continue;
    const bool is_little = std::endian::native == std::endian::little;
    return end - at + (is_little ? static_cast<std::size_t>(std::countr_zero(high)) / 8 : 0);
  }
  return end - at;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    at += ascii_run(text, at);
    if (at == text.size()) break;
    const std::size_t size = sequence_size(text, at);
    if (size == 0) return at;
    at += size;
  }
  return std::nullopt;
}

bool is_quick_nfc(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const Byte b = static_cast<Byte>(text[at]);
    if (b < 0x80) {
      ++at;
    } else if (b >= 0xC2 && b <= 0xCB) {  // up to U+02FF: precomposed letters, no combining mark
      at += 2;
    } else if (b == 0xE1 && at + 1 < text.size() &&
               (static_cast<Byte>(text[at + 1]) == 0xBA ||
                static_cast<Byte>(text[at + 1]) == 0xBB)) {  // U+1E80-1EFF: Vietnamese
      at += 3;
    } else if (b == 0xE2 && at + 1 < text.size() && static_cast<Byte>(text[at + 1]) == 0x80 &&
               at + 2 < text.size() && static_cast<Byte>(text[at + 2]) >= 0x82) {  // dashes, quotes
      at += 3;
    } else {
      return false;
    }
  }
  return true;
}

std::string to_nfc(std::string_view text) {
  if (is_quick_nfc(text)) return std::string(text);
  utf8proc_uint8_t* raw = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &raw,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(raw, &std::free);
  if (size < 0) {
    throw ParseError(
        ErrorCode::invalid_encoding, "",
        detail::say("văn bản không đúng mã UTF-8", "the text is not well-formed UTF-8"));
  }
  return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size)};
}

std::size_t count_visible(std::string_view text) noexcept {
  constexpr std::uint8_t begins_visible = 1;
  constexpr std::uint8_t may_be_space = 2;
  static constexpr auto kinds = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t b = 0x21; b < table.size(); ++b) {
      if (b < 0x80 || b >= 0xC0) table[b] = begins_visible;
      if (b >= 0xC0 && detail::space_begins.has(static_cast<char>(b))) table[b] |= may_be_space;
    }
    return table;
  }();
  std::size_t count = 0;
  unsigned seen = 0;
  for (const char c : text) {
    const unsigned kind = kinds[static_cast<Byte>(c)];
    count += kind & begins_visible;
    seen |= kind;
  }
  if ((seen & may_be_space) == 0) return count;
  for (std::size_t at = 0; at < text.size();) {
    const detail::CodePoint c = detail::decode(text, at);
    at += c.size;
    count -= static_cast<std::size_t>(c.value >= 0x80 && detail::is_space(c.value));
  }
  return count;
}

}  // namespace sauro::inline v0_1
