#include "sauro/reading/read_workbook.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/core/files.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"
#include "core/say.hpp"
#include "reading/cell_text.hpp"
#include "reading/foreign.hpp"
#include "reading/log_tables.hpp"
#include "reading/office_archive.hpp"
#include "reading/source.hpp"
#include "reading/xlsx_book.hpp"
#include "reading/xlsx_merged.hpp"
#include "reading/xlsx_sheet.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::CellKind;
using detail::SheetCell;
using detail::SheetCells;
using detail::SheetRow;
using detail::XlsxBook;

/// A share as the percents that the cell shows, without the noise of the multiplication.
double percents(double share) {
  constexpr double scale = 1e10;
  const double value = share * 100;
  return std::abs(value) < scale ? std::round(value * scale) / scale : value;
}

GridCell value_of(const SheetCell& cell, const XlsxBook& book) {
  if (cell.kind == CellKind::text) return unicode_text(cell, book);
  if (cell.kind == CellKind::boolean) return cell.number != 0;
  if (cell.kind != CellKind::number) return {};
  const detail::NumberFormat& format = book.format_of(cell.style);
  if (format.shows_day()) {
    if (const auto day = detail::day_of_serial(cell.number, book.from_1904)) return *day;
  }
  if (format.shows_day() || format.shows_time() || format.pads_zeros()) {
    return format.show(cell.number, book.from_1904);
  }
  return format.shows_percent() ? percents(cell.number) : cell.number;
}

/// Turns the cells of a sheet into a grid.
class SheetGrid {
 public:
  SheetGrid(const SheetCells& sheet, const XlsxBook& book, Sheet& out, const ReadLimits& limits)
      : sheet_(sheet), book_(book), out_(out), limits_(limits), rows_(rows_of(sheet.cells)) {}

  void fill() {
    if (rows_.empty()) return;
    const auto is_wide = [](const SheetRow& row) { return row.end - row.first > 1; };
    const auto wide = std::find_if(rows_.begin(), rows_.end(), is_wide);
    const auto head = wide == rows_.end() ? rows_.begin() : wide;
    for (std::size_t i = 0; i < head->first; ++i) {
      out_.titles.push_back(detail::squeeze(shown_text(sheet_.cells[i], book_)));
    }
    find_columns(head->first);
    check_size(static_cast<std::size_t>(rows_.end() - head) - 1);
    name_columns(*head);
    for (auto row = head + 1; row != rows_.end(); ++row) add_row(*row);
  }

 private:
  void find_columns(std::size_t first) {
    std::vector<bool> used(detail::last_sheet_column + 1);
    for (std::size_t i = first; i < sheet_.cells.size(); ++i) used[sheet_.cells[i].column] = true;
    index_.resize(used.size());
    for (std::uint32_t column = 1; column < used.size(); ++column) {
      if (!used[column]) continue;
      index_[column] = columns_.size();
      columns_.push_back(column);
    }
  }

  void check_size(std::size_t rows) const {
    if (rows == 0 || columns_.size() <= limits_.cells / rows) return;
    throw ParseError(
        ErrorCode::too_many_cells, out_.name,
        detail::say("trang tính có {} dòng và {} cột có dữ liệu, nhiều hơn {} ô (most_cells trong "
                    "Python, limits.cells trong C++); hãy xóa ô thừa hoặc nêu giới hạn lớn hơn",
                    "the sheet has {} rows and {} columns in use, more than {} cells (most_cells "
                    "in Python, limits.cells in C++); clear cells that aren't needed, or give a "
                    "larger limit",
                    rows, columns_.size(), limits_.cells));
  }

  void name_columns(const SheetRow& head) {
    Grid& grid = out_.grid;
    grid.name = "sheet " + out_.name;
    grid.columns.resize(columns_.size());
    for (std::size_t i = head.first; i < head.end; ++i) {
      const SheetCell& cell = sheet_.cells[i];
      grid.columns[index_[cell.column]] = shown_text(cell, book_);
    }
    for (const std::uint32_t column : columns_) {
      grid.column_places.push_back(detail::column_letters(column));
      grid.hidden_columns.push_back(sheet_.is_hidden_column(column));
    }
  }

  void add_row(const SheetRow& row) {
    detail::poll();
    GridRow made;
    made.place = "row " + std::to_string(row.row);
    made.cells.resize(columns_.size());
    made.hidden = sheet_.is_hidden_row(row.row);
    for (std::size_t i = row.first; i < row.end; ++i) {
      const SheetCell& cell = sheet_.cells[i];
      made.cells[index_[cell.column]] = value_of(cell, book_);
      const bool is_number = cell.kind == CellKind::number;
      if (is_number && book_.format_of(cell.style).shows_percent()) {
        made.percents.push_back(index_[cell.column]);
      }
      note_fault(cell, made);
    }
    note_merged(row.row, made);
    out_.grid.rows.push_back(std::move(made));
  }

  void note_fault(const SheetCell& cell, GridRow& row) {
    if (cell.kind == CellKind::error) {
      row.cell_flaws.push_back(
          {index_[cell.column], 1,
           detail::say("ô có lỗi {}", "the cell has the error {}", cell.text)});
    } else if (book_.is_struck(cell.style)) {
      row.cell_flaws.push_back(
          {index_[cell.column], 1,
           detail::say("chữ bị gạch ngang; hãy xóa chữ hoặc bỏ gạch",
                       "struck through; clear the cell, or take the line away")});
    } else if (cell.kind == CellKind::unstored) {
      row.cell_flaws.push_back({index_[cell.column], 1, detail::unstored_value()});
    }
  }

  void note_merged(std::uint32_t row, GridRow& made) {
    merged_.move_to(row);
    for (std::size_t from = 0, to = 0; from < columns_.size(); from = to) {
      const detail::SheetRange* range = merged_.at(columns_[from]);
      for (to = from + 1; range != nullptr && to < columns_.size(); ++to) {
        if (columns_[to] > range->last_column) break;
      }
      if (range == nullptr) continue;
      made.cell_flaws.push_back(
          {from, to - from, detail::say("ô gộp {}", "merged cells {}", range->name()), true});
    }
  }

  const SheetCells& sheet_;
  const XlsxBook& book_;
  Sheet& out_;
  const ReadLimits& limits_;
  std::vector<SheetRow> rows_;
  detail::MergedRows merged_{sheet_.merged};
  std::vector<std::uint32_t> columns_;  ///< those in use
  std::vector<std::size_t> index_;      ///< of a column among them
};

[[nodiscard]] bool is_workbook_name(const std::filesystem::path& path) {
  const std::string extension = detail::ascii_lower(path.extension().string());
  return extension == ".xlsx" || extension == ".xlsm";
}

std::vector<Sheet> sheets_of(std::string_view bytes, const WorkbookOptions& options, bool first) {
  detail::OfficeArchive archive(bytes, options.limits);
  const XlsxBook book = read_book(archive, options.limits);
  std::vector<detail::SheetEntry> entries = sheets_named(book.sheets, options.sheets);
  if (first && entries.size() > 1) entries.resize(1);
  ReadLimits stored = options.limits;
  stored.cells += detail::last_sheet_column;  // the row of names, which the limit doesn't count
  detail::SheetBudget budget;
  std::vector<Sheet> sheets;
  for (const detail::SheetEntry& entry : entries) {
    const SheetCells cells = read_sheet(archive, book, entry, budget, stored);
    Sheet& sheet = sheets.emplace_back();
    sheet.name = entry.name;
    sheet.hidden = entry.hidden;
    SheetGrid(cells, book, sheet, options.limits).fill();
  }
  return sheets;
}

/// What `read` gives; its errors name the file first.
template <class Read>
auto naming(const std::filesystem::path& path, Read read) {
  try {
    return read();
  } catch (const ParseError& error) {
    const std::string file = path.filename().string();
    throw ParseError(error.code(), error.where().empty() ? file : file + ", " + error.where(),
                     detail::message_of(error));
  }
}

/// The register inside a document; nothing where an archive is a workbook.
std::optional<Grid> grid_in_document(std::string_view bytes, const ReadLimits& limits) {
  detail::OfficeArchive archive(bytes, limits);
  const Format format = detail::format_of(archive);
  if (format != Format::docx && format != Format::odt) return std::nullopt;
  const detail::Source source = format == Format::docx ? detail::read_docx(archive, limits)
                                                       : detail::read_odt(archive, limits);
  return detail::log_in_tables(source);
}

Grid grid_in_text(const std::string& text, const CsvOptions& options) {
  if (!detail::is_html_page(text)) return read_csv_text(text, options);
  Grid grid = detail::log_in_tables(detail::read_html(text, ReadLimits{}));
  grid.name = options.name;
  return grid;
}

}  // namespace

std::vector<Sheet> read_workbook_bytes(std::string_view bytes, const WorkbookOptions& options) {
  return sheets_of(bytes, options, false);
}

std::vector<Sheet> read_workbook(const std::filesystem::path& path,
                                 const WorkbookOptions& options) {
  const std::string bytes = read_file(path, options.limits.bytes);
  return naming(path, [&] { return sheets_of(bytes, options, false); });
}

Grid read_grid(const std::filesystem::path& path, const CsvOptions& options,
               std::string_view sheet) {
  const std::string bytes = read_file(path, options.limits.bytes);
  if (!detail::is_archive(bytes) && !is_workbook_name(path)) {
    CsvOptions named = options;
    if (named.name.empty()) named.name = path.filename().string();
    const bool is_utf8 = !find_invalid_utf8(bytes) && bytes.find('\0') == std::string::npos;
    if (is_utf8) return grid_in_text(bytes, named);
    const auto decode = [&] { return detail::decode_text(std::string(bytes)).text; };
    return grid_in_text(naming(path, decode), named);
  }
  WorkbookOptions workbook;
  if (!sheet.empty()) workbook.sheets.emplace_back(sheet);
  workbook.limits.cells = options.limits.cells;
  workbook.limits.cell_bytes = options.limits.cell_bytes;
  return naming(path, [&] {
    if (std::optional<Grid> grid = grid_in_document(bytes, workbook.limits)) {
      grid->name = path.filename().string();
      return std::move(*grid);
    }
    std::vector<Sheet> sheets = sheets_of(bytes, workbook, true);
    return sheets.empty() ? Grid{} : std::move(sheets.front().grid);
  });
}

}  // namespace sauro::inline v0_1
