#include "sauro/table/grid.hpp"

#include <algorithm>
#include <cmath>

#include "sauro/text/numbers.hpp"
#include "sauro/text/unicode.hpp"
#include "core/say.hpp"
#include "table/grid_keys.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1 {

const GridCell& Grid::cell(std::size_t row, std::size_t column) const noexcept {
  static const GridCell empty;
  if (row >= rows.size() || column >= rows[row].cells.size()) return empty;
  return rows[row].cells[column];
}

std::string Grid::place_of(std::size_t row) const {
  const std::string& place = rows[row].place;
  return name.empty() || place.empty() ? name + place : name + ", " + place;
}

std::string Grid::place_of(std::size_t row, std::size_t column) const {
  const bool lettered = column < column_places.size();
  const std::string& called = lettered ? column_places[column] : columns[column];
  return place_of(row) + ", column " + called;
}

bool is_blank(const GridCell& cell) noexcept {
  if (const auto* text = std::get_if<std::string>(&cell)) return detail::trim(*text).empty();
  return std::holds_alternative<std::monostate>(cell);
}

std::string text_of(const GridCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return std::string(detail::trim(*text));
  if (const auto* number = std::get_if<double>(&cell)) return plain_number(*number);
  if (const auto* day = std::get_if<Date>(&cell)) return day->to_iso();
  if (const auto* yes = std::get_if<bool>(&cell)) return *yes ? "true" : "false";
  return {};
}

Bilingual detail::no_key(const GridCell& cell) {
  const std::string written = text_of(cell);
  return std::holds_alternative<double>(cell)
             ? say("{} là một số; mã phải là chữ, vì số không phân biệt 1.1 với 1.10: hãy định "
                   "dạng cột là văn bản",
                   "{} is a number; a code has to be a text, for a number can't tell 1.1 from "
                   "1.10: format the column as text",
                   written)
             : say("{} không phải là chữ; mã phải là chữ: hãy định dạng cột là văn bản",
                   "{} is no text; a code has to be one: format the column as text", written);
}

Bilingual detail::flaw_of_width(const std::vector<GridCell>& cells,
                                const std::vector<std::string>& columns) {
  std::size_t named = columns.size();
  while (named > 0 && trim(columns[named - 1]).empty()) --named;
  std::size_t used = cells.size();
  while (used > columns.size() && is_blank(cells[used - 1])) --used;
  if (used > columns.size()) {
    return say("có {} ô mà dòng đầu chỉ có {} cột", "{} cells, but the first row names {} columns",
               used, columns.size());
  }
  const auto filled = std::count_if(cells.begin(), cells.end(),
                                    [](const GridCell& cell) { return !is_blank(cell); });
  if (cells.size() >= named || filled <= 1) return {};
  return say("chỉ có {} ô mà dòng đầu có {} cột: hãy viết đủ dấu phân cách, cả cho ô trống",
             "only {} cells, but the first row names {} columns: write all delimiters, those of "
             "empty cells too",
             cells.size(), named);
}

Bilingual detail::flaw_of(const Grid& grid, std::size_t row, Hidden hidden) {
  const GridRow& all = grid.rows[row];
  if (!all.flaw.vi.empty()) return all.flaw;
  if (all.hidden && hidden == Hidden::refused) return {"dòng bị ẩn", "the row is hidden"};
  for (const GridCell& cell : all.cells) {
    const auto* text = std::get_if<std::string>(&cell);
    if (text == nullptr || !has_controls(*text)) continue;
    return holds_controls(visible_text(*text));
  }
  return {};
}

Bilingual detail::flaw_of(const Grid& grid, std::size_t row, std::size_t column, Hidden hidden) {
  const bool is_hidden = column < grid.hidden_columns.size() && grid.hidden_columns[column];
  if (is_hidden && hidden == Hidden::refused) return {"cột bị ẩn", "the column is hidden"};
  for (const CellFlaw& one : grid.rows[row].cell_flaws) {
    if (column >= one.column && column - one.column < one.columns) return one.what;
  }
  return {};
}

std::optional<std::string> key_of(const GridCell& cell) {
  const auto* number = std::get_if<double>(&cell);
  const bool has_decimals = number != nullptr && std::trunc(*number) != *number;
  if (has_decimals || std::holds_alternative<Date>(cell) || std::holds_alternative<bool>(cell)) {
    return std::nullopt;
  }
  return text_of(cell);
}

}  // namespace sauro::inline v0_1
