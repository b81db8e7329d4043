#include "reading/sign_fonts.hpp"

#include <algorithm>
#include <charconv>

#include "sauro/text/unicode.hpp"
#include "data/sign_fonts.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr char32_t private_codes = 0xF000;  // where documents put the codes of such fonts

/// The sign of a code from 0x20 to 0xFF; empty where the data has none.
std::string_view sign_at(std::string_view font, char32_t code) noexcept {
  for (const auto& [name, at, sign] : data::sign_fonts) {
    unsigned known = 0;
    std::from_chars(at.data(), at.data() + at.size(), known, 16);
    if (known == code && name == font) return sign;
  }
  return {};
}

}  // namespace

std::string_view sign_font(std::string_view name) {
  const std::string lower = ascii_lower(std::string(name));
  const auto* const found = std::find_if(data::sign_fonts.begin(), data::sign_fonts.end(),
                                         [&](const auto& entry) { return entry.front() == lower; });
  return found == data::sign_fonts.end() ? std::string_view{} : found->front();
}

std::string signs_of(std::string_view text, std::string_view font) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const bool is_private = c.value > private_codes && c.value <= private_codes + 0xFF;
    const char32_t code = is_private ? c.value - private_codes : c.value;
    const std::string_view sign = sign_at(font, code);
    if (!sign.empty()) {
      out += sign;
    } else if (is_private && code >= 0x20 && code < 0x7F) {
      out += static_cast<char>(code);
    } else {
      out += text.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

}  // namespace sauro::inline v0_1::detail
