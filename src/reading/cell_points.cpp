#include "reading/cell_points.hpp"

#include <algorithm>
#include <utility>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

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

/// Whether a share stands at the start: "100% hồ sơ ...".
bool starts_percent(std::string_view text) {
  const auto end = text.find_first_not_of("0123456789,.");
  return end != 0 && end != std::string_view::npos && text[end] == '%';
}

/// Whether a line begins with the number of a document: "57-NQ/TW", "12/KH-UBND", "5/2026/QĐ-UBND".
bool starts_symbol(std::string_view line) {
  const std::string_view word = line.substr(0, line.find_first_of(" ,;\n"));
  const std::size_t sign = word.find_first_of("/-");
  if (sign == word.npos || sign == 0 || word.find_first_of("0123456789") != 0) return false;
  const std::size_t other = word.find_first_of("/-", sign + 1);
  return other != word.npos && starts_upper(word.substr(other + 1)) &&
         (starts_upper(word.substr(sign + 1)) || other - sign == sizeof "2026");
}

/// Whether a text asks for a number behind it: "... Nghị quyết số".
bool asks_for_number(std::string_view text) {
  text = trim(text);
  const std::string_view last = text.substr(text.find_last_of(" \n") + 1);
  return starts_lower(last) && fold(last) == "so";
}

/// Whether a line of a cell begins with a number of its own: "1. ", "2.1. ", "a) ".
bool is_item_label(std::string_view line) {
  if (starts_symbol(line)) return false;
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
    const bool letter = letter_of(c.value).base != 0;
    if (letter && last != U'\n') {  // within a line only a sign begins an item
      last = c.value;
      space_before = false;
    } else if (c.value == U'\n') {
      last = U'\n';
      space_before = true;
    } else if (is_space(c.value)) {
      space_before = true;
    } else {
      const std::string_view here = cell.substr(at);
      if (last == U'\n' && at > 0 && is_item_label(here) && !asks_for_number(cell.substr(0, at))) {
        offsets.push_back(at);
      }
      if (space_before && !letter && take_bullet(here).marks != 0) {
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
    const Bullet bullet = item.starts_with('+') ? Bullet{0, item} : take_bullet(item);
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
    if (open > 0 || std::string_view(";,/\n").find(c) == std::string_view::npos) continue;
    const std::string_view after = trim(cell.substr(at + 1));
    const char32_t left = decode_before(cell, at);
    const bool symbol = starts_upper(after) && starts_upper(after.substr(1));  // 78/KH-UBND
    const bool slash =
        c == '/' && !is_digit(left) && !is_digit(decode_or_zero(after, 0)) && !symbol;
    const bool comma =
        c == ',' && (starts_upper(after) || words().starts_product(fold(after.substr(0, 40))));
    const bool line =
        c == '\n' && (take_bullet(after).marks != 0 ||
                      (is_item_label(after) && !asks_for_number(cell.substr(start, at - start))) ||
                      ends_sentence(cell.substr(start, at - start)));
    if (c != ';' && !slash && !comma && !line) continue;
    add(at);
    start = at + 1;
  }
  add(cell.size());
  return products;
}

}  // namespace sauro::inline v0_1::detail
