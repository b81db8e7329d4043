#include "reading/sheet_tables.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/poll.hpp"
#include "reading/asides.hpp"
#include "reading/cell_text.hpp"
#include "reading/columns.hpp"
#include "reading/table_builder.hpp"
#include "reading/xlsx_merged.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Cells of a row with a text of their own.
std::size_t count_filled(const Row& row) {
  return static_cast<std::size_t>(
      std::count_if(row.cells.begin(), row.cells.end(),
                    [](const Cell& cell) { return !cell.inherited && !cell.text.empty(); }));
}

class SheetTables {
 public:
  SheetTables(Source& source, std::size_t& table_cells, const XlsxBook& book,
              const SheetCells& sheet, const ReadLimits& limits, const Told& told)
      : source_(source),
        table_cells_(table_cells),
        book_(book),
        sheet_(sheet),
        limits_(limits),
        told_(told),
        part_(static_cast<std::uint32_t>(source.parts.size() - 1)),
        rows_(rows_of(sheet.cells)),
        merged_(sheet.merged) {
    find_columns();
  }

  void read() {
    note_hidden();
    std::optional<TableBuilder> group;
    std::uint32_t reach = 0;  // the last row of the group, with those that its merged cells cover
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      poll();
      const SheetRow& row = rows_[i];
      merged_.move_to(row.row);
      if (group && row.row > reach + 1) emit(group->finish());
      if (!group || row.row > reach + 1) {
        group.emplace(source_, table_cells_, limits_, place(sheet_.cells[row.first]));
      }
      reach = std::max({reach, row.row, read_row(row, *group)});
    }
    if (group) emit(group->finish());
    for (const LeftWords& one : sheet_.left) {
      leave_aside(source_, one.text, one.reason, {0, one.row, one.column, part_});
    }
  }

 private:
  [[nodiscard]] Place place(const SheetCell& cell) const {
    if (sheet_.places.empty()) return {0, cell.row, cell.column, part_};
    return sheet_.places[static_cast<std::size_t>(&cell - sheet_.cells.data())];
  }

  /// Columns of the sheet that tables use; a row of one cell, as titles are, makes none.
  void find_columns() {
    std::vector<bool> used(last_sheet_column + 1);
    for (const SheetRow& row : rows_) {
      if (row.end - row.first < 2) continue;
      for (std::size_t i = row.first; i < row.end; ++i) used[sheet_.cells[i].column] = true;
    }
    for (std::uint32_t column = 1; column <= last_sheet_column; ++column) {
      if (used[column]) columns_.push_back(column);
    }
  }

  [[nodiscard]] std::uint32_t index_of(std::uint32_t column) const {
    const auto at = std::lower_bound(columns_.begin(), columns_.end(), column);
    return static_cast<std::uint32_t>(at - columns_.begin());
  }

  /// Used columns of a merged range, its own one at least.
  [[nodiscard]] std::uint32_t columns_in(const SheetRange& range) const {
    const std::uint32_t from = index_of(range.first_column);
    return std::max(1U, index_of(range.last_column + 1) - from);
  }

  /// Rows with cells from `row` to the end of a merged range.
  [[nodiscard]] std::uint32_t rows_in(const SheetRow& row, const SheetRange& range) const {
    const auto from = rows_.begin() + (&row - rows_.data());
    const auto end = std::upper_bound(
        from, rows_.end(), range.last_row,
        [](std::uint32_t last, const SheetRow& other) { return last < other.row; });
    return static_cast<std::uint32_t>(end - from);
  }

  /// Returns the last row that the cells of the row cover.
  std::uint32_t read_row(const SheetRow& row, TableBuilder& group) {
    std::uint32_t reach = row.row;
    group.begin_row();
    for (std::size_t i = row.first; i < row.end; ++i) {
      const SheetCell& cell = sheet_.cells[i];
      const SheetRange* range = merged_.at(cell.column);
      std::string text = squeeze(shown_text(cell, book_));
      if (range != nullptr &&
          (range->first_row != cell.row || range->first_column != cell.column)) {
        leave_aside(source_, text, source_.keep("nằm dưới vùng ô gộp " + range->name()),
                    place(cell));
        continue;
      }
      if (book_.is_struck(cell.style)) {
        leave_aside(source_, text, struck_reason, place(cell));
        continue;
      }
      note_fault(cell);
      if (const OldFont* font = book_.font_of(cell.style)) {
        if (unicode_text(cell, book_) != cell.text) note_font(source_, *font, place(cell));
      }
      if (text.empty()) continue;
      add_coloured(cell.row, cell.column, group);
      group.move_to(index_of(cell.column));
      if (range == nullptr) {
        group.add_cell(std::move(text), place(cell), 1);
      } else {
        group.add_cell(std::move(text), place(cell), columns_in(*range), rows_in(row, *range));
        reach = std::max(reach, range->last_row);
      }
      group.set_fill(book_.fill_of(cell.style));
    }
    add_coloured(row.row, last_sheet_column + 1, group);
    group.end_row();
    return reach;
  }

  /// Empty cells before `column` whose colour may be a mark.
  void add_coloured(std::uint32_t row, std::uint32_t column, TableBuilder& group) {
    for (; coloured_ < sheet_.coloured.size(); ++coloured_) {
      const SheetCell& cell = sheet_.coloured[coloured_];
      if (std::pair(cell.row, cell.column) >= std::pair(row, column)) return;
      const bool is_used = std::binary_search(columns_.begin(), columns_.end(), cell.column);
      if (cell.row < row || !is_used || merged_.at(cell.column) != nullptr) continue;
      group.move_to(index_of(cell.column));
      group.add_cell("", place(cell), 1);
      group.set_fill(book_.fill_of(cell.style));
    }
  }

  void note_fault(const SheetCell& cell) {
    const bool error = cell.kind == CellKind::error;
    if (!error && cell.kind != CellKind::unstored) return;
    const std::string what = error ? std::string(cell.text) : unstored_value().vi;
    source_.remarks.push_back(
        {RemarkKind::value, {}, {}, "ô trống", {what}, source_.span(place(cell))});
  }

  /// Says which rows and columns with something in them a person doesn't see.
  void note_hidden() {
    const auto& rows = sheet_.hidden_rows;
    for (std::size_t from = 0, to = 0; from < rows.size(); from = to) {
      while (to < rows.size() && rows[to] - rows[from] == to - from) ++to;
      hidden("dòng", std::to_string(rows[from]), std::to_string(rows[to - 1]),
             {0, rows[from], 0, part_});
    }
    for (std::size_t from = 0, to = 0; from < columns_.size(); from = to) {
      while (to < columns_.size() && sheet_.is_hidden_column(columns_[to])) ++to;
      if (to > from) {
        hidden("cột", column_letters(columns_[from]), column_letters(columns_[to - 1]),
               {0, 0, 0, part_});
      } else {
        ++to;
      }
    }
  }

  void hidden(std::string_view what, const std::string& from, const std::string& to, Place place) {
    std::string chosen = std::string(what) + " " + from;
    if (to != from) chosen += "–" + to;
    source_.remarks.push_back({RemarkKind::hidden, {}, {}, chosen, {}, source_.span(place)});
  }

  // A group of rows

  void emit(Block group) {
    if (group.rows.empty()) return;
    const std::size_t header = find_header(group.rows);
    std::size_t from = 0;
    if (header < group.rows.size()) {
      from = header;
    } else if (width_ == 0 || is_loose(group.rows)) {
      while (from < group.rows.size() && count_filled(group.rows[from]) <= 1) ++from;
    }
    emit_paragraphs(group.rows, from);
    group.rows.erase(group.rows.begin(), group.rows.begin() + static_cast<std::ptrdiff_t>(from));
    if (group.rows.empty()) return;
    Row& first = group.rows.front();
    group.place = first.cells.front().place;
    if (first.width() < width_) {  // goes on with the columns of the table above
      first.cells.push_back({source_.keep(""), first.cells.back().place,
                             static_cast<std::uint32_t>(width_ - 1), 1, false});
    }
    source_.blocks.push_back(std::move(group));
  }

  /// The row of the header; beyond the rows where there is none.
  std::size_t find_header(const std::vector<Row>& rows) {
    constexpr std::size_t titles_looked_at = 24;
    for (std::size_t i = 0; i < std::min(rows.size(), titles_looked_at); ++i) {
      const Layout layout = recognise(rows, i, told_);
      if (layout.kind == TableKind::other) continue;
      width_ = layout.columns.size();
      return i;
    }
    return rows.size();
  }

  /// Whether each row has one cell: lines of text, not a table.
  static bool is_loose(const std::vector<Row>& rows) {
    return std::all_of(rows.begin(), rows.end(),
                       [](const Row& row) { return count_filled(row) <= 1; });
  }

  /// Rows above a header; of a letterhead's rows the left halves come before the right ones.
  void emit_paragraphs(const std::vector<Row>& rows, std::size_t end) {
    for (std::size_t from = 0; from < end;) {
      std::size_t to = from + 1;
      const bool several = count_filled(rows[from]) > 1;
      while (several && to < end && count_filled(rows[to]) > 1) ++to;
      std::vector<const Cell*> cells;
      for (std::size_t i = from; i < to; ++i) {
        for (const Cell& cell : rows[i].cells) {
          if (!cell.inherited && !cell.text.empty()) cells.push_back(&cell);
        }
      }
      std::stable_sort(cells.begin(), cells.end(),
                       [](const Cell* a, const Cell* b) { return a->column < b->column; });
      for (const Cell* cell : cells) emit_paragraph(*cell);
      from = to;
    }
  }

  void emit_paragraph(const Cell& cell) {
    Block block;
    block.text = cell.text;
    block.place = cell.place;
    source_.blocks.push_back(std::move(block));
  }

  Source& source_;
  std::size_t& table_cells_;
  const XlsxBook& book_;
  const SheetCells& sheet_;
  const ReadLimits& limits_;
  const Told& told_;
  std::uint32_t part_;
  std::vector<SheetRow> rows_;
  MergedRows merged_;
  std::vector<std::uint32_t> columns_;  ///< those that tables use, in order
  std::size_t coloured_ = 0;            ///< place of the next coloured cell
  std::size_t width_ = 0;               ///< of the last header; 0 before one
};

}  // namespace

void add_sheet(Source& source, std::size_t& table_cells, const XlsxBook& book,
               const SheetCells& sheet, const ReadLimits& limits, const Told& told) {
  SheetTables(source, table_cells, book, sheet, limits, told).read();
}

void add_part(Source& source, const SheetEntry& entry, const SheetCells& sheet) {
  source.parts.push_back(entry.name);
  if (!entry.hidden || sheet.cells.empty()) return;
  source.remarks.push_back(
      {RemarkKind::hidden, {}, {}, "trang tính " + entry.name, {}, {entry.name, 0, 0, 0}});
}

}  // namespace sauro::inline v0_1::detail
