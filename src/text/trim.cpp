#include "text/trim.hpp"

#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

std::string_view trim(std::string_view text) noexcept {
  while (!text.empty()) {
    const CodePoint c = decode(text, 0);
    if (!is_space(c.value)) break;
    text.remove_prefix(c.size);
  }
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    if (!is_space(decode(text, start).value)) break;
    text.remove_suffix(text.size() - start);
  }
  return text;
}

std::string_view unquoted(std::string_view text) noexcept {
  text = trim(text);
  const bool quoted = text.size() > 1 && text.front() == text.back() &&
                      (text.front() == '"' || text.front() == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

}  // namespace sauro::inline v0_1::detail
