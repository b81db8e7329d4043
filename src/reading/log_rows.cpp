#include <optional>
#include <utility>

#include "sauro/reading/read_progress.hpp"
#include "core/poll.hpp"
#include "reading/log_columns.hpp"
#include "reading/log_tables.hpp"
#include "reading/log_values.hpp"

namespace sauro::inline v0_1 {
namespace {

/// What stands in a cell of a log: a day as one, a percent as 0 to 100, anything else as it is.
GridCell filled_cell(const Grid& grid, std::size_t row, std::size_t column, detail::LogField field,
                     const detail::PercentColumn& percents) {
  const GridCell& cell = grid.cell(row, column);
  if (field == detail::LogField::percent) {
    const std::optional<double> percent = percents.read(row).first;
    return percent ? GridCell(*percent) : cell;
  }
  const bool is_day = field == detail::LogField::date || field == detail::LogField::due ||
                      field == detail::LogField::finished;
  if (is_day && std::holds_alternative<std::string>(cell)) {
    const std::optional<Date> day = detail::logged_day(text_of(cell), std::nullopt).day;
    return day ? GridCell(*day) : cell;
  }
  return cell;
}

}  // namespace

std::vector<LogRow> log_rows(const Grid& given) {
  const std::optional<Grid> below = detail::log_grid(given);
  const Grid& grid = below ? *below : given;
  std::vector<Problem> ignored;  // reading the log names them
  const detail::LogColumns columns = detail::find_log_columns(grid, ignored);
  const detail::PercentColumn percents(grid, columns.of(detail::LogField::percent),
                                       columns.plain_percents);
  std::vector<LogRow> rows;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    detail::poll();
    const auto text_in = [&](const std::optional<std::size_t>& column) {
      return column ? text_of(grid.cell(i, *column)) : std::string();
    };
    LogRow row{grid.place_of(i),
               text_in(columns.of(detail::LogField::task)),
               text_in(columns.title),
               text_in(columns.of(detail::LogField::occurrence)),
               {}};
    for (const detail::LogField field : values<detail::LogField>()) {
      const std::optional<std::size_t> column = columns.of(field);
      const bool is_key = field == detail::LogField::task || field == detail::LogField::occurrence;
      if (is_key || !column || is_blank(grid.cell(i, *column))) continue;
      row.filled.emplace_back(to_string(field), filled_cell(grid, i, *column, field, percents));
    }
    if (!row.filled.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace sauro::inline v0_1
