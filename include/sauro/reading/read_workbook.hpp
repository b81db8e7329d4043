#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/reading/read_plan.hpp"
#include "sauro/table/csv.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1 {

/// A sheet of a workbook as rows of cells.
struct Sheet {
  std::string name = {};
  bool hidden = false;
  std::vector<std::string> titles = {};  ///< texts above the row that names the columns
  Grid grid = {};                        ///< empty where the sheet holds nothing

  friend bool operator==(const Sheet&, const Sheet&) = default;
};

struct WorkbookOptions {
  std::vector<std::string> sheets = {};  ///< those of these names; all if empty
  ReadLimits limits = {};                ///< `cells`: rows times columns that hold something
};

/// The sheets of a workbook (xlsx, xlsm), in its order.
///
/// The first row of two cells or more names the columns. Days are days, numbers numbers (85 for a
/// cell that shows 85%), and texts where zeros lead ("007") or a time is shown. A hidden row or
/// column, merged cells, an error (#N/A) and a formula without a stored value are flaws of the
/// rows. Throws NotFoundError where there is no such file or sheet, ParseError for what is no
/// workbook and beyond the limits. Linear in the bytes and in rows times columns.
[[nodiscard]] SAURO_API std::vector<Sheet> read_workbook(const std::filesystem::path& path,
                                                         const WorkbookOptions& options = {});

/// The same of a workbook in memory.
[[nodiscard]] SAURO_API std::vector<Sheet> read_workbook_bytes(std::string_view bytes,
                                                               const WorkbookOptions& options = {});

/// The rows of a CSV file, of a sheet of a workbook (the first if none is named), or of the
/// register in a document (docx, odt, HTML): the tables whose headers are those of a log. The
/// content tells which it is.
[[nodiscard]] SAURO_API Grid read_grid(const std::filesystem::path& path,
                                       const CsvOptions& options = {}, std::string_view sheet = {});

}  // namespace sauro::inline v0_1
