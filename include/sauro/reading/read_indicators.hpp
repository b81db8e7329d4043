#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sauro/calendar/period.hpp"
#include "sauro/core/on_problem.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"
#include "sauro/indicators/contradiction.hpp"
#include "sauro/indicators/indicator_log.hpp"
#include "sauro/table/csv.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1 {

struct IndicatorSheetOptions {
  /// What the sheet reports, for columns that name no period ("Lũy kế"); its last month is that of
  /// "thực hiện tháng".
  std::optional<Period> period = {};
  std::optional<int> year = {};       ///< of periods that name none; else that of `period`
  std::string place = {};             ///< of a sheet of one place
  std::optional<Date> known_on = {};  ///< of rows that name no day
  CsvOptions csv = {};                ///< how a file is cut into cells
  std::string sheet = {};             ///< of a workbook; the first if empty
  OnProblem on_problem = OnProblem::raise;
};

/// The values of a sheet, and what is wrong with it.
struct IndicatorSheet {
  IndicatorLog log = {};
  /// Percents beside the two figures that they are of, where these say another one.
  std::vector<Contradiction> contradictions = {};
  std::vector<Problem> problems = {};  ///< cells that were left out
};

/// Reads the values of indicators from rows of cells, in the shapes that offices use.
///
/// A row a value, with a column for the period; a row an indicator, with columns for the month, the
/// one before, what is cumulated and the same period of last year, or one for each month; or a row
/// a place, with a column for each indicator. Plans and percents are no values: a percent is held
/// against the figures beside it. An empty cell, "…" and "x" are missing, "-" is zero. Throws
/// ValidationError(invalid_rows) that names all cells that can't be read, with
/// OnProblem::keep none; and (invalid_column) where no column names indicators or values.
[[nodiscard]] SAURO_API IndicatorSheet read_indicators(const Grid& grid,
                                                       const IndicatorSheetOptions& options = {});

/// The same of a CSV file, a workbook or a document's table; throws as `read_grid` does too.
[[nodiscard]] SAURO_API IndicatorSheet read_indicators(const std::filesystem::path& path,
                                                       const IndicatorSheetOptions& options = {});

}  // namespace sauro::inline v0_1
