#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/on_problem.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/plan/progress.hpp"
#include "sauro/table/csv.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1 {

struct ProgressOptions {
  std::optional<Date> on = {};     ///< day of the rows that name none
  std::optional<Date> as_of = {};  ///< entries after this day are refused
  OnProblem on_problem = OnProblem::raise;
  std::optional<int> year = {};  ///< of days that name none ("27/3"), as the plan's
  /// Words that an office has for a status of its own.
  std::vector<std::pair<std::string, ProgressStatus>> statuses = {};
  CsvOptions csv = {};     ///< how a file or a text is cut into cells
  std::string sheet = {};  ///< of a workbook; the first if empty
};

/// The log in rows of cells, whose columns go by their Vietnamese or English names.
///
/// The row that names them may stand below titles. Columns: task (`Mã nhiệm vụ`; or the words of
/// the task under `Nhiệm vụ`, which `track` looks up), date (`Ngày`), status (`Trạng thái`),
/// percent, stars, occurrence
/// (`Kỳ`, `label`), due (`Hạn mới`), finished (the day of what is done, where no date is given),
/// result (`Kết quả`), document, evidence, who, note. Columns that repeat what the plan has (a
/// title, an agency) and those of a board's table may stand beside them; any other column that
/// holds something is a problem. Hidden rows and columns are read like any other. Rows that name a
/// task and its period alone, as a register that is still to be filled in has them, are left out.
/// Throws ValidationError(invalid_progress) that names every row that can't be read, or has them in
/// `problems` with OnProblem::keep.
[[nodiscard]] SAURO_API Progress read_progress(const Grid& grid,
                                               const ProgressOptions& options = {});

/// The log in a CSV file or a workbook; throws as `read_grid` does too.
[[nodiscard]] SAURO_API Progress read_progress(const std::filesystem::path& path,
                                               const ProgressOptions& options = {});

/// The log in a CSV text.
[[nodiscard]] SAURO_API Progress read_progress_text(std::string_view text,
                                                    const ProgressOptions& options = {});

/// A row of a log as somebody filled it in.
struct LogRow {
  std::string place = {};
  std::string task = {};        ///< id; empty where the log has none
  std::string title = {};       ///< words of the task beside it; may be empty
  std::string occurrence = {};  ///< label
  std::vector<std::pair<std::string, GridCell>> filled = {};  ///< by the fields of an entry
};

/// The rows in which something was filled in, as it was: days and percents that can be read as
/// such, all other cells as they are. What `read_progress` would refuse stands there too.
[[nodiscard]] SAURO_API std::vector<LogRow> log_rows(const Grid& grid);

/// Whether a column of that name is one that `read_progress` reads.
[[nodiscard]] SAURO_API bool is_progress_column(std::string_view header);

/// The log that stands in the status and result columns of the plan's own tables, on the day that
/// the register stands for.
[[nodiscard]] SAURO_API Progress progress_of_plan(const Plan& plan, const Date& on,
                                                  const ProgressOptions& options = {});

}  // namespace sauro::inline v0_1
