#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/index/framework.hpp"
#include "sauro/index/inputs.hpp"
#include "sauro/reading/read_workbook.hpp"
#include "sauro/table/csv.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1 {

struct InputOptions {
  std::vector<std::string> units = {};  ///< in the order of the result; those of the rows if empty
  std::vector<std::string> periods = {};  ///< in the order of time; those of the rows if empty
  std::string unit_column = {};           ///< its header, where it isn't a usual one
  std::vector<std::pair<std::string, std::string>> rename = {};  ///< header, and what it stands for
  std::vector<std::string> ignore = {};  ///< headers of columns to leave out
  CsvOptions csv = {};                   ///< how a file is cut into cells
  /// Of a workbook; if empty all that aren't hidden and whose header names units and variables.
  std::vector<std::string> sheets = {};
};

/// The inputs in rows of units: a column `unit`, perhaps `period`, `stage` and `evidence`, and
/// either a column for each variable or the two columns `variable` and `value`.
///
/// These columns may have usual names ("Tỉnh, thành phố", "Năm", "Minh chứng"), without regard to
/// case, with all marks or none; a variable stands by its name, its title, or the code, title or
/// both of a criterion whose rule takes it alone. Numbers of rows ("STT"), notes and rows of totals
/// or means
/// ("Tổng cộng") are left out, as are the titles above the header.
/// Numbers are read as written ("1.234,5", "85 %"), days, có/không and the labels of choices too;
/// an empty cell is a missing value. Throws ValidationError(invalid_inputs) that names the cells
/// that can't be read, unknown variables, units, periods and stages, two columns for one thing, and
/// two values for one place; of many the first 20, and how many more there are.
[[nodiscard]] SAURO_API Inputs read_inputs(const Grid& grid, const Framework& framework,
                                           const InputOptions& options = {});

/// The inputs in several sheets together: other units, other variables, other periods.
///
/// The name of a sheet without a column of periods is the period of its rows, where it is one
/// ("2025") and there are several sheets. A table of variables may have a column for each stage
/// ("Tự chấm", "Thẩm định lần 1", "Giải trình", "Thẩm định lần 2") and beside it what is said of
/// the value ("Minh chứng", "Ý kiến thẩm định", "Lời giải trình"). Throws ValidationError for two
/// values of one place that differ, and where some sheets have periods and others none.
[[nodiscard]] SAURO_API Inputs read_inputs(const std::vector<Sheet>& sheets,
                                           const Framework& framework,
                                           const InputOptions& options = {});

/// The inputs in a CSV file or a workbook; throws as `read_grid` does too.
[[nodiscard]] SAURO_API Inputs read_inputs(const std::filesystem::path& path,
                                           const Framework& framework,
                                           const InputOptions& options = {});

/// The variable that a name stands for: its own or its title, or the code or title of a criterion
/// whose rule takes one variable, without regard to case, with all marks or none, where that
/// names only one.
/// Throws ValidationError(invalid_inputs) that says what there is.
[[nodiscard]] SAURO_API const Variable& variable_named(std::string_view name,
                                                       const Framework& framework);

/// What a cell says as a value of a variable; NaN for an empty one. Throws Error(invalid_inputs).
[[nodiscard]] SAURO_API double value_in(const GridCell& cell, const Variable& variable);

}  // namespace sauro::inline v0_1
