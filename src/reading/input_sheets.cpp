#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "sauro/core/files.hpp"
#include "sauro/phrases/indicator.hpp"
#include "sauro/phrases/period_order.hpp"
#include "sauro/reading/read_inputs.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"
#include "core/say.hpp"
#include "reading/foreign.hpp"
#include "reading/input_cells.hpp"
#include "reading/input_words.hpp"
#include "reading/office_archive.hpp"
#include "reading/stage_columns.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr std::size_t shown_sheet_problems = 20;

/// Inputs of one sheet, or of one stage of it.
struct InputPart {
  std::string sheet = {};  ///< as problems call it
  Inputs inputs = {};
};

/// Puts the inputs of several sheets and stages together: units and periods of all, each value
/// where its part has one.
class InputJoiner {
 public:
  InputJoiner(const std::vector<InputPart>& parts, const InputOptions& options)
      : parts_(parts), options_(options) {}

  Inputs run() {
    name_rows();
    for (const InputPart& part : parts_) {
      for (const InputColumn& column : part.inputs.columns) add(part, column);
    }
    problems_.throw_if_any();
    return std::move(joined_);
  }

 private:
  void name_rows() {
    joined_.units = options_.units;
    joined_.periods = options_.periods;
    for (const std::string& unit : joined_.units) units_.emplace(unit, units_.size());
    for (const std::string& period : joined_.periods) periods_.emplace(period, periods_.size());
    for (const InputPart& part : parts_) {
      for (const std::string& unit : part.inputs.units) {
        if (units_.emplace(unit, units_.size()).second) joined_.units.push_back(unit);
      }
      for (const std::string& period : part.inputs.periods) {
        if (periods_.emplace(period, periods_.size()).second) joined_.periods.push_back(period);
      }
    }
    check_periods();
    if (!options_.periods.empty()) return;
    std::vector<std::string> sorted;
    for (const std::size_t at : order_of_periods(joined_.periods).in_time) {
      sorted.push_back(joined_.periods[at]);
    }
    joined_.periods = std::move(sorted);
    for (std::size_t i = 0; i < joined_.periods.size(); ++i) periods_[joined_.periods[i]] = i;
  }

  /// Either no sheet has a period, or each has.
  void check_periods() {
    if (joined_.periods.size() < 2) return;
    for (const InputPart& part : parts_) {
      if (part.inputs.periods != std::vector<std::string>{""}) continue;
      problems_.add(part.sheet,
                    {"các trang khác có kỳ mà trang này thì không: hãy thêm cột Kỳ, hoặc đặt tên "
                     "trang theo kỳ (2025), hoặc chỉ đọc một số trang (sheet)",
                     "the other sheets have periods and this one has none: add a column Kỳ, call "
                     "the sheet as its period (2025), or read some sheets alone (sheet)"});
    }
  }

  void add(const InputPart& part, const InputColumn& column) {
    if (column.stage != Stage::self && !holds_values(column)) return;
    const auto [found, fresh] =
        places_.emplace(std::pair{column.variable, column.stage}, joined_.columns.size());
    if (fresh) {
      joined_.columns.push_back({column.variable, column.stage, {}, {}});
      filled_.push_back({std::vector<double>(joined_.rows(), std::nan("")),
                         std::vector<const InputPart*>(joined_.rows())});
    }
    Filled& filled = filled_[found->second];
    InputColumn& target = joined_.columns[found->second];
    for (std::size_t row = 0; row < part.inputs.rows(); ++row) {
      detail::poll();
      const std::optional<double> value = column.value(static_cast<std::int64_t>(row));
      if (!value) continue;
      const std::size_t size = part.inputs.units.size();
      const std::string& unit = part.inputs.units[row % size];
      const std::string& period = part.inputs.periods[row / size];
      const std::size_t at = periods_.at(period) * joined_.units.size() + units_.at(unit);
      if (filled.from[at] != nullptr && filled.values[at] != *value) {
        refuse(part, *filled.from[at], column.variable, unit, period);
        continue;
      }
      filled.values[at] = *value;
      filled.from[at] = &part;
      if (column.evidence.empty() || column.evidence[row].empty()) continue;
      target.evidence.resize(joined_.rows());
      if (target.evidence[at].empty()) target.evidence[at] = column.evidence[row];
    }
    target.values = Column::of(column.variable, filled.values);
  }

  static bool holds_values(const InputColumn& column) {
    for (std::int64_t row = 0; row < column.values.size(); ++row) {
      if (column.value(row)) return true;
    }
    return false;
  }

  void refuse(const InputPart& part, const InputPart& other, const std::string& variable,
              const std::string& unit, const std::string& period) {
    const std::string place = period.empty() ? unit : unit + ", " + period;
    problems_.add(part.sheet,
                  detail::say("biến {} của {} có giá trị khác ở {}: hãy sửa, hoặc chỉ đọc một số "
                              "trang (sheet)",
                              "the variable {} of {} has another value in {}: correct it, or read "
                              "some sheets alone (sheet)",
                              variable, place, other.sheet));
  }

  /// Values of a column while they are put together, and which part they are from.
  struct Filled {
    std::vector<double> values;
    std::vector<const InputPart*> from;
  };

  const std::vector<InputPart>& parts_;
  const InputOptions& options_;
  std::unordered_map<std::string, std::size_t> units_;
  std::unordered_map<std::string, std::size_t> periods_;
  std::map<std::pair<std::string, Stage>, std::size_t> places_;
  std::vector<Filled> filled_;
  detail::ProblemList problems_{ErrorCode::invalid_inputs, shown_sheet_problems};
  Inputs joined_;
};

/// Reads parts, and puts them together; problems of all of them at once.
class SheetPartReader {
 public:
  SheetPartReader(const Framework& framework, const InputOptions& options)
      : framework_(framework), options_(options) {}

  void read(const Grid& grid, const InputOptions& options) {
    try {
      parts_.push_back({grid.name, read_inputs(grid, framework_, options)});
    } catch (const ValidationError& error) {
      for (const Problem& problem : error.problems()) {
        if (seen_.emplace(problem.where, problem.message).second) problems_.push_back(problem);
      }
    }
  }

  Inputs joined() {
    if (!problems_.empty()) throw ValidationError(problems_);
    if (parts_.size() == 1) return std::move(parts_.front().inputs);
    return InputJoiner(parts_, options_).run();
  }

 private:
  const Framework& framework_;
  const InputOptions& options_;
  std::vector<InputPart> parts_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::vector<Problem> problems_;
};

/// Whether any cell, those that name the columns too, is such.
template <class Predicate>
bool any_cell(const Grid& grid, Predicate is_such) {
  const auto of_name = [&](const std::string& name) { return is_such(GridCell(name)); };
  if (std::any_of(grid.columns.begin(), grid.columns.end(), of_name)) return true;
  return std::any_of(grid.rows.begin(), grid.rows.end(), [&](const GridRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), is_such);
  });
}

bool has_cell(const Grid& grid, const std::string& header) {
  const std::string wanted = to_nfc(detail::trim(header));
  return any_cell(grid, [&](const GridCell& cell) { return detail::tidy(cell) == wanted; });
}

/// Whether its name is the period of all its rows.
bool is_named_by_period(const Sheet& sheet) {
  return try_parse_period(sheet.name) && !any_cell(sheet.grid, [](const GridCell& cell) {
           const auto* text = std::get_if<std::string>(&cell);
           return text != nullptr && detail::input_field(*text) == detail::InputField::period;
         });
}

/// What is said about columns of one of several sheets: headers that others have are theirs.
InputOptions options_for(const Sheet& sheet, const std::vector<const Sheet*>& sheets,
                         const InputOptions& options) {
  const auto is_elsewhere = [&](const std::string& header) {
    const auto has = [&](const Sheet* one) { return has_cell(one->grid, header); };
    return !has(&sheet) &&
           (&sheet != sheets.front() || std::any_of(sheets.begin(), sheets.end(), has));
  };
  InputOptions made = options;
  std::erase_if(made.ignore, is_elsewhere);
  std::erase_if(made.rename, [&](const auto& pair) { return is_elsewhere(pair.first); });
  if (!made.unit_column.empty() && is_elsewhere(made.unit_column)) made.unit_column.clear();
  if (is_named_by_period(sheet)) made.periods = {std::string(detail::trim(sheet.name))};
  return made;
}

/// The sheets of a workbook; nothing for other files.
std::optional<std::vector<Sheet>> sheets_in(const std::filesystem::path& path,
                                            const InputOptions& options) {
  const std::string bytes = read_file(path, options.csv.limits.bytes);
  WorkbookOptions book;
  book.sheets = options.sheets;
  book.limits.cells = options.csv.limits.cells;
  book.limits.cell_bytes = options.csv.limits.cell_bytes;
  if (!detail::is_archive(bytes)) return std::nullopt;
  try {
    detail::OfficeArchive archive(bytes, book.limits);
    const Format format = detail::format_of(archive);
    if (format == Format::docx || format == Format::odt) return std::nullopt;
  } catch (const ParseError&) {
    return std::nullopt;  // read_grid says what it is, and names the file
  }
  return read_workbook(path, book);
}

}  // namespace

Inputs read_inputs(const std::vector<Sheet>& sheets, const Framework& framework,
                   const InputOptions& options) {
  std::vector<const Sheet*> chosen;
  for (const Sheet& sheet : sheets) {
    const bool shown = !sheet.hidden && detail::is_table_of_inputs(sheet.grid, framework, options);
    if (shown || !options.sheets.empty()) chosen.push_back(&sheet);
  }
  if (chosen.empty() && !sheets.empty()) chosen.push_back(&sheets.front());
  if (chosen.size() < 2) {
    return read_inputs(chosen.empty() ? Grid{} : chosen.front()->grid, framework, options);
  }
  SheetPartReader reader(framework, options);
  for (const Sheet* sheet : chosen) {
    reader.read(sheet->grid, options_for(*sheet, chosen, options));
  }
  return reader.joined();
}

std::optional<Inputs> detail::read_by_stage(const Grid& grid, const Framework& framework,
                                            const InputOptions& options) {
  const std::vector<Grid> grids = grids_by_stage(grid, options);
  if (grids.empty()) return std::nullopt;
  SheetPartReader reader(framework, options);
  for (const Grid& one : grids) reader.read(one, options);
  return reader.joined();
}

Inputs read_inputs(const std::filesystem::path& path, const Framework& framework,
                   const InputOptions& options) {
  if (const auto sheets = sheets_in(path, options)) return read_inputs(*sheets, framework, options);
  const std::string sheet = options.sheets.empty() ? std::string() : options.sheets.front();
  return read_inputs(read_grid(path, options.csv, sheet), framework, options);
}

}  // namespace sauro::inline v0_1
