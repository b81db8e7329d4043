#include "reading/indicator_columns.hpp"

#include <algorithm>
#include <unordered_map>

#include "sauro/calendar/written_day.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "data/indicator_columns.hpp"
#include "phrases/period_words.hpp"
#include "text/parts.hpp"
#include "text/phrase_set.hpp"
#include "text/spelled_signs.hpp"
#include "text/whole_number.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The words of src/data/indicator_columns.json.
struct SheetWords {
  std::unordered_map<std::string, ColumnRole> whole;
  std::unordered_map<std::string, ColumnRole> first;  ///< words that begin one with a period
  PhraseSet parts;                                    ///< a phrase has the number of its role

  SheetWords() {
    for (const auto& [how, name, words] : data::indicator_columns) {
      const ColumnRole role = *try_parse<ColumnRole>(name);
      if (how == "part") {
        parts.add(words, static_cast<int>(role));
        continue;
      }
      auto& known = how == "first" ? first : whole;
      for_each_part(words, '|', [&](std::string_view one) { known.emplace(tone_key(one), role); });
    }
  }
};

const SheetWords& sheet_words() {
  static const SheetWords words;
  return words;
}

constexpr int no_number_here = -1;

/// A number in digits or as I to IV.
int whole_number_in(std::string_view word) {
  constexpr std::array<std::string_view, 4> roman{"i", "ii", "iii", "iv"};
  const auto found = std::find(roman.begin(), roman.end(), word);
  if (found != roman.end()) return static_cast<int>(found - roman.begin()) + 1;
  return whole_number(word).value_or(no_number_here);
}

bool is_within(int number, int low, int high) { return low <= number && number <= high; }

/// The role that the words of a header give; the first row of the file that is met.
FigureColumn column_of(std::string_view header, std::optional<int> year) {
  FigureColumn column;
  column.header = std::string(header);
  const std::string key = tone_key(spelled_signs(header));
  column.named = period_within(header, year);
  const auto whole = sheet_words().whole.find(key);
  if (whole != sheet_words().whole.end()) {
    column.role = whole->second;
    return column;
  }
  int best = static_cast<int>(ColumnRole::named_period);
  for (auto found = sheet_words().parts.find(key); found;
       found = sheet_words().parts.find(key, found.at + found.size)) {
    best = std::min(best, found.number);
    const bool is_estimate = found.number == static_cast<int>(ColumnRole::estimate);
    column.is_estimate = column.is_estimate || is_estimate;
  }
  const auto first = sheet_words().first.find(key.substr(0, key.find(' ')));
  if (column.named && first != sheet_words().first.end()) {
    best = std::min(best, static_cast<int>(first->second));
  }
  const bool says_what = best < static_cast<int>(ColumnRole::estimate);
  column.role = says_what      ? static_cast<ColumnRole>(best)
                : column.named ? ColumnRole::named_period
                               : ColumnRole::other;
  return column;
}

bool is_text(const GridCell& cell) {
  return std::holds_alternative<std::string>(cell) && !is_blank(cell);
}

/// Whether the first row of a grid goes on with the header: texts alone, and none below the column
/// that names the indicators.
bool is_second_header(const Grid& grid, const std::vector<FigureColumn>& columns) {
  if (grid.rows.empty()) return false;
  std::size_t texts = 0;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const GridCell& cell = grid.cell(0, i);
    if (is_blank(cell)) continue;
    const ColumnRole role = columns[i].role;
    if (!is_text(cell) || role == ColumnRole::name || role == ColumnRole::id ||
        role == ColumnRole::place) {
      return false;
    }
    const FigureColumn own = column_of(text_of(cell), std::nullopt);
    if (own.role != ColumnRole::other || own.is_estimate) ++texts;
  }
  return texts >= 2;
}

/// "1", "2", "(3)", "3=2/1", "A": what stands below a header to number the columns.
bool numbers_columns(const Grid& grid, std::size_t row) {
  std::size_t cells = 0;
  int before = 0;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const std::string text = text_of(grid.cell(row, i));
    if (text.empty()) continue;
    const std::vector<std::string> words = parts_of(fold(text), ' ');
    const int number = words.empty() ? no_number_here : whole_number_in(words.front());
    const bool is_letter = words.size() == 1 && words.front().size() == 1;
    if (!is_letter && !is_within(number, before, before + 2)) return false;
    if (number != no_number_here) before = number;
    ++cells;
  }
  return cells > 2 && cells + 1 >= grid.columns.size();
}

}  // namespace

std::optional<std::size_t> FigureColumns::find(ColumnRole role) const {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].role == role) return i;
  }
  return std::nullopt;
}

std::optional<Period> period_within(std::string_view text, std::optional<int> default_year) {
  std::vector<std::string> words;
  for (const std::string& word : parts_of(to_nfc(text), ' ')) {
    if (const auto day = try_parse_day(word)) return Period(*day, *day);  // "đến 15/6/2026"
  }
  for (const std::string& word : parts_of(to_nfc(text), ' ')) {
    for (std::string& part : parts_of(fold(month_first(word)), ' '))
      words.push_back(std::move(part));
  }
  int year = default_year.value_or(0);
  int months = 0;
  int month = 0;
  int quarter = 0;
  bool names_year = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const std::string_view after = i + 1 < words.size() ? words[i + 1] : std::string_view();
    const int number = whole_number_in(word);
    const int next = whole_number_in(after);
    const auto behind = [&](char letter) {  // "t3", "q3"
      return word.size() > 1 && word.front() == letter ? whole_number_in(word.substr(1))
                                                       : no_number_here;
    };
    const int short_month = behind('t');
    const int short_quarter = behind('q');
    if (is_within(number, 1990, 2199)) {
      year = number;
      names_year = true;
    } else if (is_within(number, 1, 12) && after == "thang") {
      months = number;
    } else if (word == "thang" && months == 0) {
      if (!is_within(next, 1, 12)) return std::nullopt;
      month = next;
    } else if (is_within(short_month, 1, 12)) {
      month = short_month;
    } else if (word == "quy" || is_within(short_quarter, 1, 4)) {
      quarter = word == "quy" ? next : short_quarter;
      if (!is_within(quarter, 1, 4)) return std::nullopt;
    } else if (is_within(number, 1, 12) && is_within(next, 1990, 2199) && quarter == 0) {
      month = number;
    }
  }
  if (year == 0) return std::nullopt;
  if (months > 0) return Period(Date(year, 1, 1), Period::month(year, months).last());
  if (month > 0) return Period::month(year, month);
  if (quarter > 0) return Period::quarter(year, quarter);
  return names_year ? std::optional(Period::year(year)) : std::nullopt;
}

FigureColumns sheet_columns(const Grid& grid, std::optional<int> year) {
  FigureColumns columns;
  for (const std::string& header : grid.columns) columns.all.push_back(column_of(header, year));
  if (is_second_header(grid, columns.all)) {
    std::string group;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
      const std::string below = text_of(grid.cell(0, i));
      if (!grid.columns[i].empty()) group = grid.columns[i];
      if (below.empty()) continue;
      const FigureColumn own = column_of(below, year);
      columns.all[i] = column_of(group + " " + below, year);
      if (own.role < ColumnRole::percent_year || own.role > ColumnRole::month) continue;
      columns.all[i].role = own.role;  // "Lũy kế" below "Kế hoạch năm"
      if (own.named) columns.all[i].named = own.named;
    }
    columns.first_row = 1;
  }
  while (columns.first_row < grid.rows.size() && numbers_columns(grid, columns.first_row)) {
    ++columns.first_row;
  }
  return columns;
}

}  // namespace sauro::inline v0_1::detail
