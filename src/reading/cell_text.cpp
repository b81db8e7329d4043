#include "reading/cell_text.hpp"

#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

namespace {

std::string squeeze_spaces(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  bool line = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_space(c.value)) {
      line = line || c.value == U'\n';
      at += c.size;
      continue;
    }
    std::size_t end = find_space(text, at);
    while (end + 1 < text.size() && text[end] == ' ' && !is_space(decode(text, end + 1).value)) {
      end = find_space(text, end + 1);  // most words are one space apart
    }
    if (!out.empty()) out += line && keep_lines ? '\n' : ' ';
    out.append(text, at, end - at);
    line = false;
    at = end;
  }
  return out;
}

/// The first visible character; 0 where there is none.
char32_t first_visible(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!is_space(c.value)) return c.value;
    at += c.size;
  }
  return 0;
}

}  // namespace

std::string one_line(std::string_view text) { return squeeze_spaces(text, false); }

std::string squeeze(std::string_view text) { return squeeze_spaces(text, true); }

bool starts_lower(std::string_view text) noexcept {
  const Letter letter = letter_of(first_visible(text));
  return letter.base != 0 && !letter.upper;
}

bool starts_upper(std::string_view text) noexcept { return letter_of(first_visible(text)).upper; }

bool is_all_caps(std::string_view text) noexcept {
  bool letters = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.size;
    const Letter letter = letter_of(c.value);
    if (letter.base == 0) continue;
    if (!letter.upper) return false;
    letters = true;
  }
  return letters;
}

bool ends_sentence(std::string_view text) noexcept {
  text = trim(text);
  while (!text.empty()) {
    const char32_t last = decode_before(text, text.size());
    if (last == U'.' || last == U';' || last == U':' || last == U'!' || last == U'?') return true;
    const bool closer = last == U'"' || last == U'”' || last == U')';
    if (!closer) return false;
    text.remove_suffix(last < 0x80 ? 1 : 3);
  }
  return false;
}

Bullet take_bullet(std::string_view text) noexcept {
  text = trim(text);
  constexpr std::u32string_view bullets = U"-–—−•*+●○▪■◦·";
  const char32_t first = decode_or_zero(text, 0);
  if (text.empty() || bullets.find(first) == std::u32string_view::npos) return {0, text};
  const std::size_t size = decode(text, 0).size;
  const std::string_view rest = trim(text.substr(size));
  const char32_t next = decode_or_zero(text, size);
  const bool apart = is_space(next) || letter_of(next).base != 0;
  if (rest.empty() || (!apart && first != U'•') || (is_digit(next) && first == U'-')) {
    return {0, text};
  }
  return {1, rest};
}

}  // namespace sauro::inline v0_1::detail
