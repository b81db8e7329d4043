#include "reading/header_rows.hpp"

#include <algorithm>
#include <array>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/columns.hpp"
#include "reading/labels.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_header = 160;  // bytes of one header cell
constexpr std::size_t most_header_rows = 3;
constexpr std::size_t looked_over = 50;  // rows that tell what a column holds

bool is_short(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& cell) { return cell.text.size() <= longest_header; });
}

/// The different texts of a row's own cells, from left to right; of many the first.
std::vector<std::string_view> texts_in(const Row& row) {
  constexpr std::size_t most = 4;
  std::vector<std::string_view> texts;
  for (const Cell& cell : row.cells) {
    if (texts.size() >= most) break;
    const bool seen = std::find(texts.begin(), texts.end(), cell.text) != texts.end();
    if (!cell.inherited && !cell.text.empty() && !seen) texts.push_back(cell.text);
  }
  return texts;
}

/// The text over each column; a cell over several of them stands over each.
std::vector<std::string> texts_of(const Row& row, std::size_t width) {
  std::vector<std::string> texts(width);
  for (const Cell& cell : row.cells) {
    for (std::size_t i = cell.column; i < std::min<std::size_t>(width, cell.column + cell.columns);
         ++i) {
      texts[i] = one_line(cell.text);
    }
  }
  return texts;
}

/// For each column whether its header heads more than one: merged, repeated, or beside blanks.
std::vector<bool> groups_of(const std::vector<std::string>& texts) {
  std::vector<bool> groups(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool before = i > 0 && (texts[i].empty() || texts[i] == texts[i - 1]);
    const bool after = i + 1 < texts.size() && (texts[i + 1].empty() || texts[i] == texts[i + 1]);
    groups[i] = before || after;
  }
  return groups;
}

/// "14, 26", "3", "NV-01": a number, a list of them or a code.
bool is_code(std::string_view text) {
  constexpr std::size_t longest = 16;
  if (text.size() > longest) return false;
  bool digit = false;
  bool word = false;  // two letters together that are no code's
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.size;
    digit = digit || is_digit(c.value);
    const Letter letter = letter_of(c.value);
    letters += static_cast<std::size_t>(letter.base != 0);
    word = word || (letter.base != 0 && !letter.upper);
  }
  return digit && !word && letters <= 6;
}

/// Whether `lower` says what stands in the columns of groups in the row above, and nothing else; a
/// column that stands for itself there has nothing below.
bool refines(const std::vector<std::string>& upper, const Row& lower) {
  if (!is_short(lower) || numbers_columns(lower)) return false;
  const Cell& first = lower.cells.front();
  if (first.column == 0 && !first.inherited && is_code(first.text)) return false;  // of a task
  const std::vector<bool> groups = groups_of(upper);
  std::size_t own = 0;
  std::size_t labels = 0;
  for (const Cell& cell : lower.cells) {
    if (cell.inherited || cell.text.empty()) continue;
    if (cell.column < upper.size() && upper[cell.column] == one_line(cell.text)) continue;
    if (cell.column >= upper.size() || !groups[cell.column]) return false;
    ++own;
    labels += static_cast<std::size_t>(parse_label(cell.text).has_value());
  }
  const bool all = own == lower.width() && own == upper.size();
  return own >= 2 && !all && (labels == 0 || labels == own);  // "Quý" over I, II, III, IV
}

/// The value of "3", "03" or "iii"; 0 for anything else.
int small_number(std::string_view text) {
  constexpr std::array<std::string_view, 4> roman{"i", "ii", "iii", "iv"};
  const auto found = std::find(roman.begin(), roman.end(), text);
  if (found != roman.end()) return static_cast<int>(found - roman.begin()) + 1;
  const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  return digits && text.size() <= 2 ? leading_int(text) : 0;
}

}  // namespace

bool numbers_columns(const Row& row) {
  int expected = 0;
  int filled = 0;
  int letters = 0;  // "A | B | C" in order
  for (const Cell& cell : row.cells) {
    if (cell.text.empty()) continue;
    const auto label = parse_label(cell.text);
    if (!label || cell.text.size() > 5) return false;
    ++filled;
    const bool next = label->number.size() == 1 && label->number[0] == 'A' + letters;
    if (next) ++letters;
    if (label->kind != LabelKind::arabic) continue;  // "(A) | (B) | 1 | 2"
    if (leading_int(label->number) <= expected) return false;
    expected = leading_int(label->number);
  }
  return filled >= 3 && (expected >= 2 || letters == filled) &&
         static_cast<std::size_t>(filled) * 2 > row.cells.size();
}

HeaderRows header_rows(const std::vector<Row>& rows, std::size_t from) {
  HeaderRows header;
  const Row& first = rows[from];
  const std::vector<std::string_view> texts = texts_in(first);
  if (!is_short(first) || texts.size() < 2 || parse_label(texts.front())) return header;
  std::size_t width = first.width();
  std::size_t end = from + 1;
  std::vector<std::string> upper = texts_of(first, width);
  std::vector<std::string> joined = upper;
  const std::size_t most = texts.size() > 2 ? most_header_rows : 1;  // two texts may be captions
  while (end < rows.size() && end - from < most) {
    width = std::max(width, rows[end].width());
    upper.resize(width);
    if (!refines(upper, rows[end])) break;
    joined.resize(width);
    std::vector<std::string> lower = texts_of(rows[end], width);
    for (std::size_t i = 0; i < width; ++i) {
      const bool blank = i < upper.size() && upper[i].empty() && !lower[i].empty();
      if (blank && i > 0) joined[i] = upper[i] = upper[i - 1];  // a group of a text table
      if (lower[i].empty() || (i < upper.size() && lower[i] == upper[i])) continue;
      joined[i] += joined[i].empty() ? lower[i] : " " + lower[i];
    }
    upper = std::move(lower);
    ++end;
  }
  width = joined.size();
  header.cells.resize(width);
  for (std::size_t i = 0; i < width; ++i) {
    header.cells[i].text = joined[i];
    header.cells[i].own = i < upper.size() && !upper[i].empty() ? upper[i] : joined[i];
  }
  if (end < rows.size() && numbers_columns(rows[end])) ++end;
  header.count = end - from;
  return header;
}

bool note_codes(const std::vector<Row>& rows, std::size_t from, std::vector<HeaderCell>& cells) {
  std::vector<std::size_t> codes(cells.size());
  std::vector<std::size_t> others(cells.size());
  for (std::size_t i = from; i < std::min(rows.size(), from + looked_over); ++i) {
    for (const Cell& cell : rows[i].cells) {
      if (cell.inherited || cell.text.empty() || cell.column >= cells.size()) continue;
      if (cell.columns == 1) ++(is_code(cell.text) ? codes : others)[cell.column];
    }
  }
  bool any = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].holds_codes = codes[i] > 0 && others[i] == 0;
    any = any || cells[i].holds_codes;
  }
  return any;
}

bool is_caption(const Row& row) {
  const std::vector<std::string_view> texts = texts_in(row);
  return texts.size() <= 1 || (texts.size() == 2 && row.width() >= 5);
}

std::string period_in(const HeaderCell& cell) {
  const std::string own = fold(cell.own);
  const std::string group = " " + fold(cell.text.substr(0, cell.text.size() - cell.own.size()));
  const std::string_view key = own;
  std::size_t at = std::min(key.find_first_of(" 0123456789"), key.size());
  std::string_view unit = key.substr(0, at);
  if (small_number(unit) != 0 || unit.empty()) {  // "I" below "Quý"
    at = 0;
    unit = group.find(" quy ") != std::string::npos || group.ends_with(" quy") ? "quy" : "";
    if (group.find(" thang") != std::string::npos) unit = unit.empty() ? "thang" : "";
  }
  const std::string_view rest = trim(key.substr(at));
  const int value = small_number(rest.substr(0, rest.find(' ')));
  const std::string year = year_in(rest).empty() ? year_in(group) : year_in(rest);
  const std::string tail = year.empty() ? "" : "/" + year;
  const bool alone = rest.find(' ') == std::string_view::npos || !year_in(rest).empty();
  if (!alone || value < 1) return "";
  if ((unit == "quy" || unit == "q") && value <= 4) return "Quý " + to_roman(value) + tail;
  if ((unit == "thang" || unit == "t") && value <= 12) {
    return "Tháng " + std::to_string(value) + tail;
  }
  return "";
}

}  // namespace sauro::inline v0_1::detail
