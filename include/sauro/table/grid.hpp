#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// What stands in a cell: nothing, a text, a number, a day, or yes or no.
using GridCell = std::variant<std::monostate, std::string, double, Date, bool>;

/// Why some cells of a row can't be taken as they look ("merged cells C2:C3").
struct CellFlaw {
  std::size_t column = 0;  ///< the first of them
  std::size_t columns = 1;
  Bilingual what = {};
  bool merged = false;  ///< with other cells; the same `what` in each row of them

  friend bool operator==(const CellFlaw&, const CellFlaw&) = default;
};

/// A row of cells and where it stands.
struct GridRow {
  std::string place = {};  ///< "row 5"; in problems after the name of the grid
  std::vector<GridCell> cells = {};
  /// Why the row can't be taken as it looks ("3 cells, but ... 2 columns"); empty for most.
  Bilingual flaw = {};
  std::vector<CellFlaw> cell_flaws = {};
  bool hidden = false;                     ///< by hand or by a filter
  std::vector<std::size_t> percents = {};  ///< columns whose numbers are shown as percents

  friend bool operator==(const GridRow&, const GridRow&) = default;
};

/// Rows of cells as files and programs hand them over, before anything is made of them.
///
/// A reader of files fills one (`read_csv`), a verb reads it by the names of its columns.
struct SAURO_API Grid {
  std::string name = {};  ///< of the file or sheet, in front of places; may be empty
  std::vector<std::string> columns = {};  ///< names, as the first row has them
  /// How problems call the columns where that isn't their name: "C" in a workbook.
  std::vector<std::string> column_places = {};
  std::vector<GridRow> rows = {};
  std::vector<bool> hidden_columns = {};  ///< empty, or one a column

  /// The cell; an empty one where the row is shorter than that.
  [[nodiscard]] const GridCell& cell(std::size_t row, std::size_t column) const noexcept;
  /// "tien-do.csv, row 5"
  [[nodiscard]] std::string place_of(std::size_t row) const;
  /// "tien-do.csv, row 5, column Ngày"
  [[nodiscard]] std::string place_of(std::size_t row, std::size_t column) const;

  friend bool operator==(const Grid&, const Grid&) = default;
};

/// Whether a cell holds nothing but spaces.
[[nodiscard]] SAURO_API bool is_blank(const GridCell& cell) noexcept;

/// A cell as text without spaces at its ends: "3" for 3.0, "2026-12-31" for a day.
[[nodiscard]] SAURO_API std::string text_of(const GridCell& cell);

/// A cell as a code or name, as text_of gives it; nothing for what may not be what was written:
/// a number with decimals (1.1 may have been "1.10"), a day ("1.2" in a spreadsheet), yes or no.
[[nodiscard]] SAURO_API std::optional<std::string> key_of(const GridCell& cell);

/// Limits on what comes from outside; a file beyond one is refused with its place.
struct GridLimits {
  std::size_t bytes = std::size_t{256} << 20U;
  std::size_t cell_bytes = std::size_t{1} << 20U;
  std::size_t rows = 1'000'000;
  std::size_t columns = 4096;
  std::size_t cells = 16'000'000;
};

}  // namespace sauro::inline v0_1
