#include "reading/table_builder.hpp"

#include <algorithm>
#include <utility>

#include "reading/cell_text.hpp"

namespace sauro::inline v0_1::detail {

TableBuilder::TableBuilder(Source& source, std::size_t& cells, const ReadLimits& limits,
                           Place place)
    : source_(source), cells_(cells), limits_(limits) {
  block_.kind = Block::Kind::table;
  block_.place = place;
}

void TableBuilder::begin_row() {
  row_ = {};
  column_ = 0;
}

/// Puts the cells that come down from the rows above into the columns that are next.
void TableBuilder::place_pending() {
  for (auto at = pending_.find(column_); at != pending_.end(); at = pending_.find(column_)) {
    Pending& above = at->second;
    if (above.rows == 0 || above.fresh) return;
    --above.rows;
    push(above.cell);
    row_.cells.back().inherited = true;
  }
}

void TableBuilder::push(Cell cell) {
  cell.column = column_;
  column_ += cell.columns;
  row_.cells.push_back(cell);
}

/// Puts the cells that come down from the rows above into the free columns before `column`.
void TableBuilder::place_before(std::uint32_t column) {
  for (auto at = pending_.lower_bound(column_); at != pending_.end() && at->first < column; ++at) {
    if (at->first < column_ || at->second.fresh) continue;
    column_ = at->first;
    place_pending();
  }
}

void TableBuilder::skip(std::uint32_t columns) { column_ += columns; }

void TableBuilder::move_to(std::uint32_t column) {
  place_before(column);
  column_ = std::max(column_, column);
}

void TableBuilder::add_cell(std::string text, Place place, std::uint32_t columns,
                            std::uint32_t rows, std::uint32_t doubt) {
  place_pending();
  require_size(text, source_.span(place), limits_);
  Cell cell{source_.keep(std::move(text)),
            place,
            column_,
            std::clamp(columns, 1U, static_cast<std::uint32_t>(limits_.columns) + 1),
            false,
            doubt};
  push(cell);
  if (row_.cells.size() > limits_.columns) end_row();  // refused there
  if (rows <= 1) return;
  if (cell.text.size() > longest_inherited) cell.text = {};
  pending_[cell.column] = {cell, rows - 1, true};
}

void TableBuilder::set_fill(std::uint32_t fill) {
  if (row_.cells.empty()) return;
  Cell& last = row_.cells.back();
  last.fill = fill;
  const auto below = pending_.find(last.column);
  if (below != pending_.end() && below->second.fresh) below->second.cell.fill = fill;
}

void TableBuilder::add_continued(std::string text, Place place, std::uint32_t columns) {
  const std::uint32_t column = column_;
  const Row* above = block_.rows.empty() ? nullptr : &block_.rows.back();
  if (trim(text).empty() && above != nullptr) {
    const auto found = std::find_if(above->cells.begin(), above->cells.end(),
                                    [&](const Cell& cell) { return cell.column == column; });
    if (found != above->cells.end() && found->text.size() <= longest_inherited) {
      Cell copy = *found;
      copy.columns = columns;
      copy.inherited = true;
      push(copy);
      return;
    }
  }
  add_cell(std::move(text), place, columns);
}

void TableBuilder::end_row() {
  const std::size_t own = row_.cells.size();
  place_before(UINT32_MAX);
  std::erase_if(pending_, [](const auto& entry) { return entry.second.rows == 0; });
  for (auto& [column, above] : pending_) above.fresh = false;
  if (row_.cells.empty() || own == 0) return;
  block_.rows.push_back(std::exchange(row_, {}));
  require_table_size(block_, cells_, source_.span(block_.rows.back().cells.front().place), limits_);
}

void TableBuilder::add_loose(std::string_view text) {
  if (trim(text).empty()) return;
  Row row;
  row.cells.push_back({source_.keep(squeeze(text)), block_.place, 0, 1, false});
  block_.rows.push_back(std::move(row));
}

Block TableBuilder::finish() { return std::move(block_); }

bool stands_alone(const Block& table) {
  return table.rows.size() >= 2 &&
         std::any_of(table.rows.begin(), table.rows.end(),
                     [](const Row& row) { return row.cells.size() >= 3; });
}

std::string flatten(const Block& table) {
  std::string out;
  for (const Row& row : table.rows) {
    if (!out.empty()) out += '\n';
    bool first = true;
    for (const Cell& cell : row.cells) {
      if (cell.inherited || cell.text.empty()) continue;
      if (!first) out += " | ";
      first = false;
      out += one_line(cell.text);
    }
  }
  return out;
}

void emit_table(Source& source, Block table, std::vector<Block>& nested) {
  const bool layout = table.rows.size() == 1 && table.rows.front().cells.size() == 1;
  if (layout) {
    const Cell& cell = table.rows.front().cells.front();
    for (std::size_t at = 0; at <= cell.text.size();) {
      const std::size_t end = std::min(cell.text.find('\n', at), cell.text.size());
      Block line;
      line.text = trim(cell.text.substr(at, end - at));
      line.place = cell.place;
      if (!line.text.empty()) source.blocks.push_back(std::move(line));
      at = end + 1;
    }
  } else if (!table.rows.empty()) {
    source.blocks.push_back(std::move(table));
  }
  for (Block& inner : nested) source.blocks.push_back(std::move(inner));
  nested.clear();
}

}  // namespace sauro::inline v0_1::detail
