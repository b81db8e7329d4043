#include "reading/cell_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "reading/labels.hpp"
#include "reading/words.hpp"
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

/// The entity at the start of `text`; a full table belongs to the HTML reader.
Entity entity_at(std::string_view text) noexcept {
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
  if (!text.starts_with("&#")) return {};
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

char32_t before(std::string_view text, std::size_t at) noexcept {
  if (at == 0) return 0;
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return decode(text, start).value;
}

char32_t at_or_zero(std::string_view text, std::size_t at) noexcept {
  return at < text.size() ? decode(text, at).value : 0;
}

/// Whether the inline dash at `dash` joins the halves of a name: "Phòng Văn hóa - Xã hội".
bool joins_name(std::string_view text, std::size_t dash, std::string_view after) {
  const std::string next = fold(after.substr(0, 24));
  if (next.starts_with("xa hoi")) return true;
  const std::size_t from = dash > 60 ? dash - 60 : 0;
  std::size_t start = from;
  while (start < dash && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) ++start;
  // words before the dash, from the last one backwards, as far as they may belong to one name
  std::vector<std::string_view> words;
  for (std::size_t at = start; at < dash;) {
    const std::size_t end = std::min(text.find(' ', at), dash);
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  const std::size_t reach = std::min<std::size_t>(words.size(), 6);
  for (std::size_t back = 1; back <= reach; ++back) {
    const std::string_view word = words[words.size() - back];
    if (back > 1 && (word.ends_with(',') || word.ends_with(';') || word.ends_with('.'))) break;
    const std::string head = fold(word);
    const bool capital = starts_upper(word);
    const bool after_capital = back < words.size() && starts_upper(words[words.size() - back - 1]);
    const bool names_body =
        (capital && (head == "phong" || head == "so" || head == "ban" || head == "van")) ||
        (after_capital && (head == "tam" || head == "phong" || head == "chuc"));
    if (names_body && back > 1 && starts_upper(words[words.size() - back + 1])) return true;
  }
  // a proper name on both sides: "Kiên Giang - An Giang"
  return !words.empty() && starts_upper(words.back()) && !is_all_caps(words.back()) &&
         words.size() > 1;
}

}  // namespace

bool has_tags(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(), [](char c) { return c == '<' || c == '&'; });
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
    const char32_t left = before(text, at);
    const char32_t right = at_or_zero(text, at + 1);
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

namespace {

std::string squeeze_spaces(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  bool line = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_space(c.value)) {
      space = true;
      line = line || c.value == U'\n';
    } else {
      if (space && !out.empty()) out += line && keep_lines ? '\n' : ' ';
      space = line = false;
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  return out;
}

}  // namespace

std::string one_line(std::string_view text) { return squeeze_spaces(text, false); }

std::string squeeze(std::string_view text) { return squeeze_spaces(text, true); }

bool starts_lower(std::string_view text) noexcept {
  text = trim(text);
  const Letter letter = letter_of(at_or_zero(text, 0));
  return letter.base != 0 && !letter.upper;
}

bool starts_upper(std::string_view text) noexcept {
  text = trim(text);
  return letter_of(at_or_zero(text, 0)).upper;
}

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
    const char32_t last = before(text, text.size());
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
  const char32_t first = at_or_zero(text, 0);
  if (text.empty() || bullets.find(first) == std::u32string_view::npos) return {0, text};
  const std::size_t size = decode(text, 0).size;
  const std::string_view rest = trim(text.substr(size));
  const char32_t next = at_or_zero(text, size);
  const bool apart = is_space(next) || letter_of(next).base != 0;
  if (rest.empty() || (!apart && first != U'•') || (is_digit(next) && first == U'-')) {
    return {0, text};
  }
  return {1, rest};
}

namespace {

/// Whether a share stands at the start: "100% hồ sơ ...".
bool starts_percent(std::string_view text) {
  const auto end = text.find_first_not_of("0123456789,.");
  return end != 0 && end != std::string_view::npos && text[end] == '%';
}

/// Whether a line of a cell begins with a number of its own: "1. ", "2.1. ", "a) ".
bool is_item_label(std::string_view line) {
  const auto label = leading_label(line.substr(0, 40));
  return label && (label->kind == LabelKind::arabic || label->kind == LabelKind::dotted ||
                   label->kind == LabelKind::small_letter);
}

/// Offsets at which a bullet or a numbered line starts in a cell.
std::vector<std::size_t> bullet_offsets(std::string_view cell) {
  std::vector<std::size_t> offsets;
  char32_t last = U'\n';  // last visible character, or \n at the start of a line
  bool space_before = true;
  for (std::size_t at = 0; at < cell.size();) {
    const CodePoint c = decode(cell, at);
    if (c.value == U'\n') {
      last = U'\n';
      space_before = true;
    } else if (is_space(c.value)) {
      space_before = true;
    } else {
      const std::string_view here = cell.substr(at);
      if (last == U'\n' && at > 0 && is_item_label(here)) offsets.push_back(at);
      if (space_before && take_bullet(here).marks != 0) {
        const bool after_stop =
            last == U'\n' || last == U';' || last == U':' || last == U'.' || last == U',';
        const bool spaced = at + c.size < cell.size() && is_space(decode(cell, at + c.size).value);
        const std::string_view rest = take_bullet(here).rest;
        const bool before_capital =
            spaced && (starts_percent(rest) || (starts_upper(rest) && !joins_name(cell, at, rest)));
        if (after_stop ? (last == U'\n' || spaced) : before_capital) offsets.push_back(at);
      }
      last = c.value;
      space_before = false;
    }
    at += c.size;
  }
  return offsets;
}

}  // namespace

TitleAndPoints split_points(std::string_view cell) {
  TitleAndPoints result;
  const std::vector<std::size_t> offsets = bullet_offsets(cell);
  const std::size_t first = offsets.empty() ? cell.size() : offsets.front();
  result.title = one_line(cell.substr(0, first));
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    const std::size_t end = i + 1 < offsets.size() ? offsets[i + 1] : cell.size();
    const std::string_view item = trim(cell.substr(offsets[i], end - offsets[i]));
    if (item.starts_with('+')) {
      result.points.push_back(one_line(item));
      continue;
    }
    const Bullet bullet = take_bullet(item);
    result.marks += bullet.marks;
    result.points.push_back(one_line(bullet.rest));
  }
  if (result.title.empty() && !result.points.empty()) {
    result.title = std::move(result.points.front());  // a task needs a name
    result.points.erase(result.points.begin());
  }
  return result;
}

std::vector<std::string> split_products(std::string_view cell) {
  std::vector<std::string> products;
  std::size_t start = 0;
  int open = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view piece = trim(take_bullet(cell.substr(start, end - start)).rest);
    if (count_visible(piece) > 1) products.push_back(one_line(piece));
  };
  for (std::size_t at = 0; at < cell.size(); ++at) {
    const char c = cell[at];
    open += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (open > 0) continue;
    const std::string_view after = trim(cell.substr(at + 1));
    const char32_t left = before(cell, at);
    const bool symbol = starts_upper(after) && starts_upper(after.substr(1));  // 78/KH-UBND
    const bool slash = c == '/' && !is_digit(left) && !is_digit(at_or_zero(after, 0)) && !symbol;
    const bool comma =
        c == ',' && (starts_upper(after) || words().starts_product(fold(after.substr(0, 40))));
    const bool line = c == '\n' && !starts_lower(after);
    if (c != ';' && !slash && !comma && !line) continue;
    add(at);
    start = at + 1;
  }
  add(cell.size());
  return products;
}

}  // namespace sauro::inline v0_1::detail
