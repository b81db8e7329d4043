#include "reading/log_tables.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "reading/log_columns.hpp"
#include "reading/titled_grids.hpp"
#include "table/grid_keys.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The texts of a row by columns; what is merged with the row above has the text of it.
std::vector<std::string> texts_of(const Row& row) {
  std::vector<std::string> texts(row.width());
  for (const Cell& cell : row.cells) texts[cell.column] = squeeze(cell.text);
  return texts;
}

std::size_t known_in(const std::vector<std::string>& texts) {
  return log_headers({texts.begin(), texts.end()});
}

/// Puts rows of tables into one grid.
class LogTables {
 public:
  void add(const Block& table) {
    ++tables_;
    std::size_t row = 0;
    for (const Row& one : table.rows) {
      poll();
      ++row;
      std::vector<std::string> texts = texts_of(one);
      constexpr std::size_t enough = 3;
      if (known_in(texts) >= enough && is_header(texts)) {
        if (grid_.columns.empty()) grid_.columns = std::move(texts);
        continue;
      }
      if (grid_.columns.empty()) continue;
      while (texts.size() > grid_.columns.size() && texts.back().empty()) texts.pop_back();
      GridRow made{"table " + std::to_string(tables_) + ", row " + std::to_string(row), {}, {}};
      for (std::string& text : texts) made.cells.emplace_back(std::move(text));
      if (texts.size() > grid_.columns.size()) made.flaw = flaw_of_width(made.cells, grid_.columns);
      grid_.rows.push_back(std::move(made));
    }
  }

  Grid take() { return std::move(grid_); }

 private:
  /// The first header has a task and something to fill in; later ones are the same.
  [[nodiscard]] bool is_header(const std::vector<std::string>& texts) const {
    if (!grid_.columns.empty()) return texts == grid_.columns;
    return std::any_of(texts.begin(), texts.end(), [](const std::string& text) {
      const std::optional<LogField> field = log_field(text);
      return field == LogField::status || field == LogField::percent || field == LogField::date ||
             field == LogField::result;
    });
  }

  Grid grid_;
  std::size_t tables_ = 0;
};

bool is_downwards(const CellFlaw& flaw) { return flaw.merged && flaw.columns == 1; }

/// Whether the row above belongs to the same merged cell.
bool goes_on(const GridRow& above, const CellFlaw& flaw) {
  return std::find(above.cell_flaws.begin(), above.cell_flaws.end(), flaw) !=
         above.cell_flaws.end();
}

/// Gives a cell what the cell above holds, with what is wrong with that.
void take_from(const GridRow& above, std::size_t column, GridRow& row) {
  row.cells[column] = above.cells[column];
  if (std::find(above.percents.begin(), above.percents.end(), column) != above.percents.end()) {
    row.percents.push_back(column);
  }
  for (const CellFlaw& one : above.cell_flaws) {
    if (one.column == column && !one.merged) row.cell_flaws.push_back(one);
  }
}

/// Writes into each row what is merged downwards, where nothing stands below.
void spread_merged(Grid& grid) {
  for (std::size_t i = 1; i < grid.rows.size(); ++i) {
    poll();
    const GridRow& above = grid.rows[i - 1];
    const std::vector<CellFlaw> flaws = grid.rows[i].cell_flaws;
    for (const CellFlaw& flaw : flaws) {
      if (!is_downwards(flaw) || !goes_on(above, flaw)) continue;
      if (is_blank(grid.cell(i, flaw.column))) take_from(above, flaw.column, grid.rows[i]);
    }
  }
}

/// The columns of a log that report nothing by themselves: which task, when and who.
std::vector<bool> plain_columns(const Grid& grid) {
  std::vector<bool> plain;
  for (const std::string& header : grid.columns) {
    const std::optional<LogField> field = log_field(header);
    plain.push_back(!field || field == LogField::task || field == LogField::occurrence ||
                    field == LogField::date || field == LogField::who);
  }
  return plain;
}

/// Takes back the day and the name of rows that report nothing, and what is no flaw any more.
void settle_merged(Grid& grid) {
  const std::vector<bool> plain = plain_columns(grid);
  for (std::size_t i = grid.rows.size(); i-- > 0;) {
    GridRow& row = grid.rows[i];
    bool reports = false;
    for (std::size_t k = 0; k < row.cells.size(); ++k) {
      reports = reports || ((k >= plain.size() || !plain[k]) && !is_blank(row.cells[k]));
    }
    const auto is_settled = [&](const CellFlaw& flaw) {
      if (!is_downwards(flaw)) return false;
      const bool is_below = i > 0 && goes_on(grid.rows[i - 1], flaw);
      if (is_below && row.cells[flaw.column] != grid.rows[i - 1].cells[flaw.column]) return false;
      const std::optional<LogField> field = log_field(grid.columns[flaw.column]);
      const bool is_plain = field == LogField::date || field == LogField::who;
      if (is_plain && !reports) row.cells[flaw.column] = GridCell();
      return true;
    };
    row.cell_flaws.erase(std::remove_if(row.cell_flaws.begin(), row.cell_flaws.end(), is_settled),
                         row.cell_flaws.end());
  }
}

}  // namespace

std::optional<Grid> log_grid(const Grid& grid) {
  std::optional<Grid> below = below_titles(grid, log_headers);
  const std::vector<GridRow>& rows = below ? below->rows : grid.rows;
  const bool has_merged = std::any_of(rows.begin(), rows.end(), [](const GridRow& row) {
    return std::any_of(row.cell_flaws.begin(), row.cell_flaws.end(), is_downwards);
  });
  if (!has_merged) return below;
  if (!below) below = grid;
  spread_merged(*below);
  settle_merged(*below);
  return below;
}

Grid log_in_tables(const Source& source) {
  LogTables tables;
  for (const Block& block : source.blocks) {
    if (block.kind == Block::Kind::table) tables.add(block);
  }
  return tables.take();
}

bool is_html_page(std::string_view text) {
  constexpr std::size_t beginning = 4096;
  const std::string_view head = text.substr(0, beginning);
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || head[first] != '<') return false;
  const std::string key = " " + fold(head) + " ";
  return key.find(" html ") != std::string::npos || key.find(" table ") != std::string::npos;
}

}  // namespace sauro::inline v0_1::detail
