#include <cstdint>
#include <utility>

#include "sauro/reading/read_plan.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"
#include "reading/columns.hpp"
#include "reading/source.hpp"
#include "table/grid_keys.hpp"

namespace sauro::inline v0_1 {
namespace {

/// A row of a table of the source; `part` names where it stands.
detail::Row table_row(detail::Source& source, const std::vector<std::string>& texts,
                      std::uint32_t part, std::uint32_t line, const ReadLimits& limits) {
  detail::Row row;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto column = static_cast<std::uint32_t>(i);
    const detail::Place place{0, line, column + 1, part};
    detail::require_size(texts[i], source.span(place), limits);
    row.cells.push_back({source.keep(to_nfc(texts[i])), place, column, 1, false});
  }
  return row;
}

std::vector<std::string> texts_of(const Grid& grid, std::size_t row) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) texts.push_back(text_of(grid.cell(row, i)));
  return texts;
}

/// The number of a task has to be what was written.
void check_numbers(const Grid& grid, const std::vector<detail::Row>& header,
                   const detail::Told& told) {
  const std::size_t column = detail::recognise(header, 0, told).find(detail::Role::number);
  detail::ProblemList problems(ErrorCode::invalid_rows);
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    detail::poll();
    const GridCell& cell = grid.cell(row, column);
    if (!key_of(cell)) problems.add(grid.place_of(row, column), detail::no_key(cell));
  }
  problems.throw_if_any();
}

}  // namespace

Plan plan_of_grid(const Grid& grid, const Document& document, const ReadOptions& options) {
  detail::Source source;
  source.parts[0] = grid.name;
  detail::Block table;
  table.kind = detail::Block::Kind::table;
  std::size_t cells = 0;
  table.rows.push_back(table_row(source, grid.columns, 0, 1, options.limits));
  check_numbers(grid, table.rows, detail::Told(options.corrections));
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    detail::poll();
    source.parts.push_back(grid.place_of(i));
    const auto part = static_cast<std::uint32_t>(source.parts.size() - 1);
    constexpr std::uint32_t line = 0;  // the part says where the row stands
    table.rows.push_back(table_row(source, texts_of(grid, i), part, line, options.limits));
    detail::require_table_size(table, cells, source.span({0, line, 1, part}), options.limits);
  }
  source.blocks.push_back(std::move(table));
  source.drop_controls();
  return detail::interpret_tables(source, document, options);
}

}  // namespace sauro::inline v0_1
