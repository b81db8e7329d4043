#include "reading/markup.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

#include "reading/html_nodes.hpp"
#include "text/byte_set.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::array<std::string_view, 14> inline_tags = {
    "a", "b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "s", "small", "mark", "o:p"};
constexpr std::array<std::string_view, 19> block_tags = {
    "p",  "br", "ul", "ol", "li", "div",   "h1", "h2", "h3",   "h4",
    "h5", "h6", "td", "tr", "th", "table", "dd", "dt", "tbody"};

struct Tag {
  std::size_t size = 0;  ///< 0 where there is none
  bool block = false;
};

/// The known HTML tag at the start of `text`.
Tag tag_at(std::string_view text) noexcept {
  std::size_t at = 1;
  if (at < text.size() && text[at] == '/') ++at;
  std::string name;
  while (at < text.size() && name.size() < 8) {
    const char c = text[at];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && !(c >= '1' && c <= '6') && c != ':') break;
    name += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    ++at;
  }
  const bool ended = at < text.size() && (text[at] == '>' || text[at] == '/' || text[at] == ' ');
  if (name.empty() || !ended) return {};
  const bool block = std::find(block_tags.begin(), block_tags.end(), name) != block_tags.end();
  if (!block && std::find(inline_tags.begin(), inline_tags.end(), name) == inline_tags.end()) {
    return {};
  }
  const auto close = text.substr(0, 2000).find('>', at);
  return close == std::string_view::npos ? Tag{} : Tag{close + 1, block};
}

struct Entity {
  std::size_t size = 0;
  char32_t value = 0;
};

/// One of the two thousand others, by the HTML reader's table.
Entity named_entity(std::string_view text) {
  constexpr std::size_t longest = 32;
  const std::size_t end = text.substr(0, longest).find(';');
  const auto is_part = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  if (end == std::string_view::npos || end < 3 ||
      !std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end), is_part)) {
    return {};
  }
  const std::string sign = entity_text(text.substr(0, end + 1));
  return sign.empty() ? Entity{} : Entity{end + 1, decode(sign, 0).value};
}

/// The entity at the start of `text`.
Entity entity_at(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char32_t>, 7> known = {{{"&nbsp;", U' '},
                                                                           {"&amp;", U'&'},
                                                                           {"&lt;", U'<'},
                                                                           {"&gt;", U'>'},
                                                                           {"&quot;", U'"'},
                                                                           {"&apos;", U'\''},
                                                                           {"&ndash;", U'–'}}};
  for (const auto& [name, value] : known) {
    if (text.starts_with(name)) return {name.size(), value};
  }
  if (!text.starts_with("&#")) return named_entity(text);
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const std::size_t start = hexadecimal ? 3 : 2;
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(text.data() + std::min(start, text.size()), text.data() + text.size(), value,
                      hexadecimal ? 16 : 10);
  const auto size = static_cast<std::size_t>(end - text.data());
  const bool valid = error == std::errc{} && size < text.size() && text[size] == ';' &&
                     value >= 0x20 && value < 0x110000 && !(value >= 0xD800 && value < 0xE000);
  return valid ? Entity{size + 1, static_cast<char32_t>(value)} : Entity{};
}

bool is_word(char32_t c) noexcept { return letter_of(c).base != 0 || is_digit(c); }

}  // namespace

bool has_tags(std::string_view text) noexcept {
  static constexpr ByteSet begins("<&");
  return begins.find_in(text) != text.npos;
}

std::string take_struck(std::string_view text, bool markdown, std::string& struck) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> marks = {
      {{"~~", "~~"}, {"<s>", "</s>"}, {"<del>", "</del>"}, {"<strike>", "</strike>"}}};
  std::array<bool, marks.size()> closes;  // whether one may still end somewhere
  closes.fill(true);
  closes[0] = markdown;
  std::string shown;
  const auto end_of_struck = [&](std::size_t at) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const auto& [open, close] = marks[i];
      if (!closes[i] || !text.substr(at).starts_with(open)) continue;
      const std::size_t from = at + open.size();
      const bool is_text = (at > 0 && text[at - 1] == '\\') || text.substr(from).starts_with('~');
      if (is_text) continue;
      const std::size_t end = text.find(close, from);
      closes[i] = end != text.npos;
      if (!closes[i]) continue;
      struck += std::string(text.substr(from, end - from)) + " ";
      return end + close.size();
    }
    return at;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_struck(at);
    if (end == at) shown += text[at];
    at = std::max(at + 1, end);
  }
  return shown;
}

std::string strip_tags(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '<') {
      if (const Tag tag = tag_at(text.substr(at)); tag.size != 0) {
        if (tag.block) out += '\n';
        at += tag.size;
        continue;
      }
    } else if (text[at] == '&') {
      if (const Entity entity = entity_at(text.substr(at)); entity.size != 0) {
        append_utf8(out, entity.value);
        at += entity.size;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

namespace {

/// Offsets of the single `*` and `_` that open or close emphasis, in order; one without its
/// partner is text, as in "(*)".
std::vector<std::size_t> emphasis(std::string_view text) {
  std::vector<std::size_t> open;
  std::vector<std::size_t> marks;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool doubled =
        (at > 0 && text[at - 1] == c) || (at + 1 < text.size() && text[at + 1] == c);
    if ((c != '*' && c != '_') || doubled || (at > 0 && text[at - 1] == '\\')) continue;
    const char32_t left = decode_before(text, at);
    const char32_t right = decode_or_zero(text, at + 1);
    const bool closes = left != 0 && !is_space(left) && !is_word(right);
    const bool opens = !is_word(left) && right != 0 && !is_space(right);
    if (closes && !open.empty() && text[open.back()] == c && open.back() + 1 < at) {
      marks.push_back(open.back());
      marks.push_back(at);
      open.pop_back();
    } else if (opens) {
      open.push_back(at);
    }
  }
  std::sort(marks.begin(), marks.end());
  return marks;
}

}  // namespace

std::string strip_markdown(std::string_view text) {
  constexpr std::size_t longest_link = 2000;  // bytes
  const std::vector<std::size_t> marks = emphasis(text);
  std::size_t next_mark = 0;
  std::vector<std::size_t> brackets;  // in `out`, still open
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    while (next_mark < marks.size() && marks[next_mark] < at) ++next_mark;  // inside a link
    const char c = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (c == '\\' && next != '\0' &&
        std::string_view("\\`*_{}[]()#+-.!|~<>").find(next) != std::string_view::npos) {
      out += next;
      at += 2;
    } else if ((c == '*' || c == '~' || c == '_') && next == c) {
      while (at < text.size() && text[at] == c) ++at;  // a blank to fill in (____) goes too
    } else if (c == '`') {
      ++at;
    } else if (next_mark < marks.size() && marks[next_mark] == at) {
      ++next_mark;
      ++at;
    } else if (c == ']' && next == '(' && !brackets.empty()) {
      const auto close = text.substr(at, longest_link).find(')');
      if (close == std::string_view::npos) {
        out += text[at++];
        continue;
      }
      out.erase(brackets.back(), 1);
      brackets.pop_back();
      at += close + 1;
    } else if (c == '[') {
      brackets.push_back(out.size());
      out += text[at++];
    } else {
      out += c;
      ++at;
    }
  }
  return out;
}

}  // namespace sauro::inline v0_1::detail
