#include "reading/titled_grids.hpp"

#include <algorithm>

#include "table/grid_keys.hpp"

namespace sauro::inline v0_1::detail {

std::optional<Grid> below_titles(const Grid& grid, const CountHeaders& headers) {
  constexpr std::size_t titles_looked_at = 20;
  std::size_t most = std::max<std::size_t>(1, headers({grid.columns.begin(), grid.columns.end()}));
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < std::min(grid.rows.size(), titles_looked_at); ++i) {
    const std::size_t count = headers(grid.rows[i].cells);
    if (count <= most) continue;
    most = count;
    best = i;
  }
  if (!best) return std::nullopt;
  Grid below{grid.name, {}, grid.column_places, {}, grid.hidden_columns};
  for (const GridCell& cell : grid.rows[*best].cells) below.columns.push_back(text_of(cell));
  below.rows.assign(grid.rows.begin() + static_cast<std::ptrdiff_t>(*best) + 1, grid.rows.end());
  for (GridRow& row : below.rows) {  // what was counted by the columns of the title
    row.flaw = flaw_of_width(row.cells, below.columns);
  }
  return below;
}

std::string place_of_column(const Grid& grid, std::size_t column) {
  const bool lettered = column < grid.column_places.size();
  std::string called = lettered ? grid.column_places[column] : grid.columns[column];
  if (called.empty()) called = std::to_string(column + 1);
  return (grid.name.empty() ? "" : grid.name + ", ") + "column " + called;
}

bool holds_something(const Grid& grid, std::size_t column) {
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    if (!is_blank(grid.cell(row, column))) return true;
  }
  return false;
}

}  // namespace sauro::inline v0_1::detail
