#include "sauro/table/grid.hpp"

#include "sauro/text/numbers.hpp"
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
  if (const auto* text = std::get_if<std::string>(&cell)) return detail::trimmed(*text).empty();
  return std::holds_alternative<std::monostate>(cell);
}

std::string text_of(const GridCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell))
    return std::string(detail::trimmed(*text));
  if (const auto* number = std::get_if<double>(&cell)) return plain_number(*number);
  if (const auto* day = std::get_if<Date>(&cell)) return day->to_iso();
  if (const auto* yes = std::get_if<bool>(&cell)) return *yes ? "true" : "false";
  return {};
}

}  // namespace sauro::inline v0_1
