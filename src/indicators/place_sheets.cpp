#include "sauro/indicators/place_sheets.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <variant>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "data/indicator_columns.hpp"
#include "data/place_columns.hpp"
#include "text/capitals.hpp"
#include "text/parts.hpp"
#include "text/phrase_set.hpp"

namespace sauro::inline v0_1 {
namespace {

using Words = std::unordered_set<std::string>;

void add_words(Words& known, std::string_view words) {
  detail::for_each_part(words, '|', [&](std::string_view one) { known.insert(tone_key(one)); });
}

/// The words of src/data/place_columns.json, and of indicator_columns.json what names rows.
struct PlaceWords {
  Words kinds, groups, leads, wholes;
  Words names;    ///< of indicators
  Words beside;   ///< what else may stand in a column beside places
  Words figures;  ///< headers of a column of figures
  detail::PhraseSet plans;
  detail::PhraseSet parts;  ///< of headers of figures, plans among them

  PlaceWords() {
    for (const auto& [role, words] : detail::data::place_columns) {
      add_words(role == "kind"    ? kinds
                : role == "group" ? groups
                : role == "lead"  ? leads
                                  : wholes,
                words);
    }
    for (const auto& [how, role, words] : detail::data::indicator_columns) {
      if (how == "part" && role == "plan") plans.add(words);
      if (how == "part") parts.add(words);
      if (how != "whole") continue;
      const bool is_name = role == "name" || role == "id";
      const bool is_beside = role == "number" || role == "unit" || role == "period" ||
                             role == "known_on" || role == "source" || role == "note";
      add_words(is_name ? names : is_beside ? beside : figures, words);
    }
  }
};

const PlaceWords& place_words() {
  static const PlaceWords words;
  return words;
}

/// "Xã An Lộc, tháng 9", "Xã An Lộc (ước)", "Xã An Lộc 2026": figures of one kind among several.
bool says_what(const std::string& header) {
  if (place_words().parts.find(tone_key(header))) return true;
  const std::vector<std::string> words = detail::parts_of(fold(header), ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_number = words[i].find_first_not_of("0123456789iv") == std::string::npos;
    const bool is_year =
        words[i].size() == 4 && (words[i].starts_with("19") || words[i].starts_with("20"));
    if (!is_number) continue;
    if (is_year || (i > 0 && (words[i - 1] == "thang" || words[i - 1] == "quy"))) return true;
  }
  return false;
}

/// "Xã An Lộc", "PHƯỜNG 1": what it is, and a name in capitals or a number.
bool names_place(const std::string& header) {
  const std::string text = to_nfc(header);
  const PlaceWords& words = place_words();
  if (words.figures.contains(tone_key(text)) || says_what(text)) return false;
  for (std::size_t end = text.find(' '); end != std::string::npos; end = text.find(' ', end + 1)) {
    if (!words.kinds.contains(tone_key(text.substr(0, end)))) continue;
    const std::string name = text.substr(end + 1);
    if (words.kinds.contains(tone_key(name))) continue;  // "thị xã"
    const bool is_number = !name.empty() && name.front() >= '0' && name.front() <= '9';
    if (is_number || detail::uncapitalised(name) != name) return true;
  }
  return false;
}

/// "Các xã, phường", "Giao cho các xã".
bool names_group(const std::string& header) {
  const std::string key = tone_key(header);
  const PlaceWords& words = place_words();
  if (words.groups.contains(key)) return true;
  for (std::size_t end = key.find(' '); end != std::string::npos; end = key.find(' ', end + 1)) {
    if (words.leads.contains(key.substr(0, end)) && words.groups.contains(key.substr(end + 1))) {
      return true;
    }
  }
  return false;
}

/// What each column of a sheet of places is.
struct PlaceColumns {
  std::vector<std::size_t> beside;
  std::vector<std::pair<std::size_t, std::string>> places;
  std::size_t first_row = 0;
};

std::string text_at(const Grid& grid, std::size_t row, std::size_t column) {
  if (row >= grid.rows.size()) return {};
  const GridCell& cell = grid.cell(row, column);
  return std::holds_alternative<std::string>(cell) ? to_nfc(text_of(cell)) : std::string();
}

/// "A", "B", "1", "(2)": what stands below a header to number the columns.
bool numbers_columns(const Grid& grid, std::size_t row) {
  constexpr std::size_t longest = 5;
  std::size_t cells = 0;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const std::string text = text_of(grid.cell(row, i));
    if (text.empty()) continue;
    const bool is_letter = text.size() == 1;
    const bool is_number =
        text.size() <= longest && text.find_first_not_of("0123456789()=/+-") == std::string::npos;
    if (!is_letter && !is_number) return false;
    ++cells;
  }
  return cells > 2;
}

class ColumnFinder {
 public:
  explicit ColumnFinder(const Grid& grid) : grid_(grid) {}

  std::optional<PlaceColumns> run() {
    std::string group;
    for (std::size_t i = 0; i < grid_.columns.size(); ++i) {
      if (!grid_.columns[i].empty()) group = grid_.columns[i];
      if (!take(i, names_group(group))) return std::nullopt;
    }
    if (!has_name_ || !has_place_) return std::nullopt;
    if (has_second_header_) out_.first_row = 1;
    if (out_.first_row < grid_.rows.size() && numbers_columns(grid_, out_.first_row)) {
      ++out_.first_row;
    }
    return std::move(out_);
  }

 private:
  /// False for a column of something else.
  bool take(std::size_t column, bool is_in_group) {
    const PlaceWords& words = place_words();
    const std::string& header = grid_.columns[column];
    const std::string key = tone_key(header);
    if (words.names.contains(key) || words.beside.contains(key)) {
      has_name_ = has_name_ || words.names.contains(key);
      out_.beside.push_back(column);
    } else if (words.wholes.contains(key)) {
      out_.places.emplace_back(column, std::string());
    } else if (names_place(header)) {
      take_place(column, to_nfc(header));
    } else if (is_in_group) {
      const std::string below = text_at(grid_, 0, column);
      if (below.empty()) return false;
      has_second_header_ = true;
      if (words.wholes.contains(tone_key(below))) {
        out_.places.emplace_back(column, std::string());
      } else {
        take_place(column, below);
      }
    } else {
      return key.empty() || words.plans.find(key);  // a plan is no figure
    }
    return true;
  }

  void take_place(std::size_t column, std::string place) {
    has_place_ = true;
    out_.places.emplace_back(column, std::move(place));
  }

  const Grid& grid_;
  PlaceColumns out_ = {};
  bool has_name_ = false;
  bool has_place_ = false;
  bool has_second_header_ = false;
};

/// Some columns of a row, with what is wrong with them.
GridRow picked(const GridRow& row, const std::vector<std::size_t>& columns) {
  GridRow out{row.place, {}, row.flaw, {}, row.hidden, {}};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t column = columns[i];
    out.cells.push_back(column < row.cells.size() ? row.cells[column] : GridCell());
    for (const CellFlaw& flaw : row.cell_flaws) {
      const bool is_meant = flaw.column <= column && column < flaw.column + flaw.columns;
      if (is_meant) out.cell_flaws.push_back({i, 1, flaw.what, flaw.merged});
    }
    const auto& percents = row.percents;
    if (std::find(percents.begin(), percents.end(), column) != percents.end()) {
      out.percents.push_back(i);
    }
  }
  return out;
}

Grid picked(const Grid& grid, const std::vector<std::size_t>& columns, std::size_t first_row) {
  Grid out{grid.name, {}, {}, {}, {}};
  for (const std::size_t column : columns) {
    const bool is_last = column == columns.back();
    out.columns.push_back(is_last ? "Giá trị" : grid.columns[column]);
    const bool has_place = column < grid.column_places.size();
    out.column_places.push_back(has_place ? grid.column_places[column] : grid.columns[column]);
    if (column < grid.hidden_columns.size()) {
      out.hidden_columns.push_back(grid.hidden_columns[column]);
    }
  }
  for (std::size_t row = first_row; row < grid.rows.size(); ++row) {
    out.rows.push_back(picked(grid.rows[row], columns));
  }
  return out;
}

}  // namespace

std::vector<PlaceSheet> sheets_by_place(const Grid& grid) {
  const std::optional<PlaceColumns> found = ColumnFinder(grid).run();
  std::vector<PlaceSheet> sheets;
  if (!found) return sheets;
  for (const auto& [column, place] : found->places) {
    detail::poll();
    std::vector<std::size_t> columns = found->beside;
    columns.push_back(column);
    sheets.push_back({place, picked(grid, columns, found->first_row)});
  }
  return sheets;
}

}  // namespace sauro::inline v0_1
