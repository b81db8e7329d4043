#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sauro/core/files.hpp"
#include "sauro/table/csv.hpp"
#include "sauro/text/unicode.hpp"
#include "table/csv_rows.hpp"
#include "table/grid_keys.hpp"

namespace sauro::inline v0_1 {
namespace {

std::string number(std::size_t value) { return std::to_string(value); }

/// Makes a grid of rows of cells.
class CsvReader {
 public:
  CsvReader(std::string_view text, const CsvOptions& options)
      : options_(options), rows_(text, options) {
    rows_.check_bytes();
    grid_.name = options.name;
  }

  Grid run() {
    bool named = false;
    for (std::vector<detail::CsvCell> cells; rows_.next(cells);) {
      const bool empty = cells.size() == 1 && cells[0].text.empty();
      if (empty) continue;
      if (named) {
        add_row(cells);
      } else {
        name_columns(cells);
        named = true;
      }
    }
    return std::move(grid_);
  }

 private:
  void name_columns(std::vector<detail::CsvCell>& cells) {
    for (detail::CsvCell& cell : cells) grid_.columns.push_back(std::move(cell.text));
  }

  void add_row(std::vector<detail::CsvCell>& own) {
    std::vector<GridCell> cells;
    cells.reserve(own.size());
    for (detail::CsvCell& cell : own) cells.emplace_back(std::move(cell.text));
    Bilingual flaw = detail::flaw_of_width(cells, grid_.columns);
    cells_ += cells.size();
    if (cells_ > options_.limits.cells || grid_.rows.size() >= options_.limits.rows) {
      const bool rows = grid_.rows.size() >= options_.limits.rows;
      const std::string limit = rows ? number(options_.limits.rows) + " rows (limits.rows)"
                                     : number(options_.limits.cells) + " cells (limits.cells)";
      rows_.fail(rows ? ErrorCode::too_many_rows : ErrorCode::too_many_cells,
                 "row " + number(rows_.row()),
                 {"tệp vượt quá giới hạn " + limit, "the file is beyond the limit of " + limit});
    }
    grid_.rows.push_back({"row " + number(rows_.row()), std::move(cells), std::move(flaw)});
  }

  const CsvOptions& options_;
  detail::CsvRows rows_;
  Grid grid_;
  std::size_t cells_ = 0;
};

}  // namespace

Grid read_csv_text(std::string_view text, const CsvOptions& options) {
  if (text.size() > options.limits.bytes || find_invalid_utf8(text) || is_quick_nfc(text)) {
    return CsvReader(text, options).run();
  }
  return CsvReader(to_nfc(text), options).run();
}

Grid read_csv(const std::filesystem::path& path, const CsvOptions& options) {
  CsvOptions named = options;
  if (named.name.empty()) named.name = path.filename().string();
  return read_csv_text(read_file(path, options.limits.bytes), named);
}

}  // namespace sauro::inline v0_1
