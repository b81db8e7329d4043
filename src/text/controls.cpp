#include <array>
#include <cstdio>

#include "sauro/text/unicode.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr char32_t delete_control = 0x7F;

constexpr bool is_white(char32_t c) { return c == U'\t' || c == U'\n' || c == U'\r'; }

bool is_control(char32_t c) {
  const bool in_ascii = c < 0x20 && !is_white(c);
  return in_ascii || (c >= delete_control && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

/// Unicode's bidirectional embeddings, overrides, isolates and marks (UAX #9, section 2).
bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
         c == 0x200F || c == 0x061C;
}

/// Bytes that may begin one of all these: most texts are told by that alone.
constexpr auto suspects = [] {
  std::array<bool, 256> table{};
  for (std::size_t b = 0; b < 0x20; ++b) table[b] = !is_white(static_cast<char32_t>(b));
  for (const unsigned b : {0x7FU, 0xC2U, 0xD8U, 0xE2U, 0xEFU}) table[b] = true;
  return table;
}();

bool is_suspect(char byte) { return suspects[static_cast<unsigned char>(byte)]; }

/// Calls `visit` with each code point and its bytes.
template <class Visit>
void each_code_point(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const detail::CodePoint c = detail::decode(text, at);
    visit(c.value, text.substr(at, c.size));
    at += c.size;
  }
}

void append_visible(std::string& out, char32_t c) {
  constexpr char32_t pictures = 0x2400;
  if (c < 0x20) return detail::append_utf8(out, pictures + c);
  if (c == delete_control) return detail::append_utf8(out, pictures + 0x21);
  if (c > 0xFFFD) return detail::append_utf8(out, 0xFFFD);
  std::array<char, 32> name{};
  std::snprintf(name.data(), name.size(), "‹U+%04X›", static_cast<unsigned>(c));
  out += name.data();
}

}  // namespace

bool has_controls(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_suspect(text[at]) && is_control(detail::decode(text, at).value)) return true;
  }
  return false;
}

std::string without_controls(std::string_view text) {
  std::string out;
  each_code_point(text, [&](char32_t c, std::string_view bytes) {
    if (c == U'\f' || c == U'\v') {
      out += ' ';
    } else if (!is_control(c)) {
      out += bytes;
    }
  });
  return out;
}

std::string visible_text(std::string_view text) {
  bool is_plain = true;
  for (const char byte : text) is_plain = is_plain && !is_suspect(byte);
  if (is_plain) return std::string(text);
  std::string out;
  each_code_point(text, [&](char32_t c, std::string_view bytes) {
    if (is_control(c) || turns_direction(c)) {
      append_visible(out, c);
    } else {
      out += bytes;
    }
  });
  return out;
}

}  // namespace sauro::inline v0_1
