#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/core/problem.hpp"
#include "reading/source.hpp"
#include "reading/xlsx_book.hpp"
#include "reading/xlsx_names.hpp"

namespace sauro::inline v0_1::detail {

/// What stands in a cell; `unstored` is a formula without the value that it had.
enum class CellKind : std::uint8_t { text, number, boolean, error, unstored };

struct SheetCell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t style = 0;
  CellKind kind = CellKind::text;
  double number = 0;      ///< of a number; 1 for true
  std::string_view text;  ///< of a text, or the name of an error
};

/// Words at a cell that are none of its content: a comment, what is struck through.
struct LeftWords {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::string text;
  std::string_view reason;
};

/// Cells of one sheet that hold something, row by row, and what hides or merges them.
struct SheetCells {
  std::vector<SheetCell> cells;
  std::vector<SheetCell> coloured;  ///< empty ones of another colour than the first of their row
  std::vector<std::uint32_t> hidden_rows;  ///< those with cells, in order
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      hidden_columns;              ///< from, to; apart and in order
  std::vector<SheetRange> merged;  ///< in order of their first cells; none of a single cell
  std::deque<std::string> texts;   ///< what cells view that isn't shared
  std::vector<LeftWords> left;     ///< in the order of the part
  std::vector<Place> places;       ///< of the cells where they aren't rows and columns of a sheet

  SheetCells() = default;
  SheetCells(const SheetCells&) = delete;  // cells view texts beside them; moving keeps those
  SheetCells& operator=(const SheetCells&) = delete;
  SheetCells(SheetCells&&) = default;
  SheetCells& operator=(SheetCells&&) = default;
  ~SheetCells() = default;

  [[nodiscard]] bool is_hidden_row(std::uint32_t row) const noexcept;
  [[nodiscard]] bool is_hidden_column(std::uint32_t column) const noexcept;
};

/// Cells of one row: [first, end) of those of the sheet.
struct SheetRow {
  std::uint32_t row = 0;
  std::size_t first = 0;
  std::size_t end = 0;
};
[[nodiscard]] std::vector<SheetRow> rows_of(const std::vector<SheetCell>& cells);

/// Whether a text is the name of an error, "#N/A" or "#REF!".
[[nodiscard]] bool is_error_name(std::string_view text) noexcept;

/// That a formula has no value stored with it.
[[nodiscard]] Bilingual unstored_value();

/// The text of a cell, in Unicode where its font is older than that.
[[nodiscard]] std::string unicode_text(const SheetCell& cell, const XlsxBook& book);

/// What a person sees in a cell; empty for an error and a formula without a stored value.
[[nodiscard]] std::string shown_text(const SheetCell& cell, const XlsxBook& book);

/// Adds the comments of a sheet to what it leaves aside.
void read_comments(OfficeArchive& archive, const std::string& part, SheetCells& sheet,
                   const ReadLimits& limits);

/// Reads one sheet as a stream. `book` has to outlive what is returned; `budget` counts for all
/// sheets. Throws ParseError that names the sheet and the cell. Linear in the bytes of the part.
[[nodiscard]] SheetCells read_sheet(OfficeArchive& archive, const XlsxBook& book,
                                    const SheetEntry& sheet, SheetBudget& budget,
                                    const ReadLimits& limits);

}  // namespace sauro::inline v0_1::detail
