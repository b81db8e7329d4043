#include "reading/input_columns.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "sauro/text/unicode.hpp"
#include "core/say.hpp"
#include "reading/titled_grids.hpp"
#include "text/parts.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// A header as it is compared: composed, without blanks at its ends.
std::string header_key(std::string_view header) { return to_nfc(trim(header)); }

/// What headers are called once the caller's names are taken.
class CallerNames {
 public:
  explicit CallerNames(const InputOptions& options) {
    for (const auto& [from, to] : options.rename) renamed_[header_key(from)] = to;
    if (!options.unit_column.empty()) renamed_[header_key(options.unit_column)] = "unit";
  }

  /// By header, as `header_key` gives it.
  [[nodiscard]] const std::map<std::string, std::string>& renamed() const { return renamed_; }

  [[nodiscard]] const std::string& of(const std::string& key) const {
    const auto found = renamed_.find(key);
    return found == renamed_.end() ? key : found->second;
  }

 private:
  std::map<std::string, std::string> renamed_;  ///< and the column of the units
};

/// Finds columns by their headers and by what the caller says of them.
class ColumnFinder {
 public:
  ColumnFinder(const Grid& grid, VariableNames& names, const InputOptions& options,
               ProblemList& problems)
      : grid_(grid), names_(names), options_(options), problems_(problems), called_(options) {
    for (const std::string& header : grid.columns) headers_.push_back(header_key(header));
    for (const std::string& header : options.ignore) ignored_.push_back(header_key(header));
  }

  InputColumns run() {
    check_options();
    for (std::size_t i = 0; i < grid_.columns.size(); ++i) take(i);
    const bool by_name = found_.of(InputField::variable).has_value();
    if (by_name != found_.of(InputField::value).has_value()) {
      problems_.add(grid_.name, {"cột variable và cột value phải đi cùng nhau",
                                 "the columns variable and value go together"});
    }
    by_name ? refuse_values() : name_variables();
    return std::move(found_);
  }

 private:
  /// Whatever the caller names has to be there.
  void check_options() {
    std::vector<std::string> named = ignored_;
    for (const auto& [header, meaning] : called_.renamed()) named.push_back(header);
    for (const std::string& header : named) {
      if (std::find(headers_.begin(), headers_.end(), header) != headers_.end()) continue;
      problems_.add(header, say("bảng không có cột này; có {}",
                                "the table has no such column; it has {}", joined(headers_, ", ")));
    }
  }

  void take(std::size_t column) {
    const std::string& name = called_.of(headers_[column]);
    found_.variables.push_back(nullptr);
    if (std::find(ignored_.begin(), ignored_.end(), headers_[column]) != ignored_.end()) return;
    const auto named = try_parse<InputField>(name);
    const bool own = named && *named < InputField::number;  // names that no variable may have
    const bool variable = !own && names_.find(name) != nullptr;
    const auto field = variable ? std::nullopt : input_field(name);
    const bool second_unit = field == InputField::unit && !options_.unit_column.empty() &&
                             headers_[column] != header_key(options_.unit_column);
    if (field && !second_unit) {
      take_field(*field, column);
    } else {
      values_.push_back(column);
    }
  }

  void take_field(InputField field, std::size_t column) {
    std::optional<std::size_t>& place = found_.places[static_cast<std::size_t>(field)];
    if (!place) {
      place = column;
    } else if (field != InputField::note && holds_something(grid_, column)) {
      problems_.add(place_of_column(grid_, column),
                    say("trùng ý nghĩa với cột “{}”; bỏ một trong hai (ignore), hoặc đổi tên "
                        "(rename, unit)",
                        "means the same as the column \"{}\"; leave one out (ignore) or rename "
                        "them (rename, unit)",
                        grid_.columns[*place]));
    }
  }

  void refuse(std::size_t column, const Bilingual& why) {
    problems_.add(place_of_column(grid_, column),
                  say("{}; đổi tên cột (rename) hoặc bỏ cột (ignore)",
                      "{}; rename the column or leave it out (ignore)", why));
  }

  /// Beside the columns variable and value nothing else is read.
  void refuse_values() {
    for (const std::size_t column : values_) {
      if (!holds_something(grid_, column)) continue;
      refuse(column,
             say("bảng có cột variable và value không đọc thêm cột “{}”",
                 "a table of variables and values has no column \"{}\"", grid_.columns[column]));
    }
  }

  void name_variables() {
    std::unordered_map<const Variable*, std::size_t> seen;
    for (const std::size_t column : values_) {
      const std::string& name = called_.of(headers_[column]);
      if (name.empty() && !holds_something(grid_, column)) continue;
      const Variable* variable = names_.find(name);
      found_.variables[column] = variable;
      if (variable == nullptr) {
        refuse(column, names_.no_variable(name));
        continue;
      }
      const auto [first, fresh] = seen.try_emplace(variable, column);
      if (fresh) continue;
      problems_.add(place_of_column(grid_, column),
                    say("cùng là biến {} như cột “{}”; bỏ một trong hai cột",
                        "the variable {} as the column \"{}\" is; leave one of them out",
                        variable->name, grid_.columns[first->second]));
    }
  }

  const Grid& grid_;
  VariableNames& names_;
  const InputOptions& options_;
  ProblemList& problems_;
  std::vector<std::string> headers_;
  std::vector<std::string> ignored_;
  CallerNames called_;
  std::vector<std::size_t> values_;  ///< columns that hold no field
  InputColumns found_;
};

}  // namespace

InputColumns find_input_columns(const Grid& grid, VariableNames& names, const InputOptions& options,
                                ProblemList& problems) {
  return ColumnFinder(grid, names, options, problems).run();
}

std::optional<Grid> inputs_below_titles(const Grid& grid, VariableNames& names,
                                        const InputOptions& options) {
  const CallerNames called(options);
  // values may look like codes of criteria, so only a row that names the units is a header
  return below_titles(grid, [&](const std::vector<GridCell>& cells) -> std::size_t {
    std::size_t count = 0;
    bool units = false;
    for (const GridCell& cell : cells) {
      if (!std::holds_alternative<std::string>(cell)) continue;
      const std::string key = header_key(text_of(cell));
      const std::string& name = called.of(key);
      const std::optional<InputField> field = input_field(name);
      units = units || field == InputField::unit;
      if (field || names.find(name) != nullptr) ++count;
    }
    return units ? count : 0;
  });
}

}  // namespace sauro::inline v0_1::detail
