#include "sauro/reading/read_inputs.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "sauro/phrases/indicator.hpp"
#include "sauro/phrases/period_order.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"
#include "core/say.hpp"
#include "reading/input_cells.hpp"
#include "reading/input_columns.hpp"
#include "reading/input_rows.hpp"
#include "reading/stage_columns.hpp"
#include "table/grid_keys.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr std::size_t shown_problems = 20;

/// Reads the rows of a grid into columns of variables and stages.
class InputReader {
 public:
  InputReader(const Grid& grid, detail::VariableNames& names, const InputOptions& options)
      : grid_(grid), names_(names), options_(options) {}

  Inputs run() {
    find_columns();
    name_given();
    rows_ = detail::InputRows(grid_, columns_of_, options_.units, problems_).kept();
    check_keys();
    if (readable_) {
      name_units();
      read_cells();
    }
    problems_.throw_if_any();
    for (Filled& one : columns_) {
      InputColumn column;
      column.variable = one.variable->name;
      column.stage = one.stage;
      column.values = Column::of(one.variable->name, std::move(one.values));
      const bool any = std::any_of(one.evidence.begin(), one.evidence.end(),
                                   [](const std::string& text) { return !text.empty(); });
      if (any) column.evidence = std::move(one.evidence);
      inputs_.columns.push_back(std::move(column));
    }
    return std::move(inputs_);
  }

 private:
  /// Values of one variable at one stage while they are read.
  struct Filled {
    const Variable* variable = nullptr;
    Stage stage = Stage::self;
    std::vector<double> values = {};
    std::vector<bool> given = {};
    std::vector<std::string> evidence = {};
  };

  void find_columns() {
    using Field = detail::InputField;
    columns_of_ = detail::find_input_columns(grid_, names_, options_, problems_);
    unit_ = columns_of_.of(Field::unit);
    period_ = columns_of_.of(Field::period);
    stage_ = columns_of_.of(Field::stage);
    evidence_ = columns_of_.of(Field::evidence);
    variable_ = columns_of_.of(Field::variable);
    value_ = columns_of_.of(Field::value);
    readable_ = variable_.has_value() == value_.has_value();
    if (unit_) return;
    if (options_.units.size() != grid_.rows.size() || options_.units.empty()) {
      readable_ = false;
      problems_.add(grid_.name,
                    {"không có cột unit; cần cột này, hoặc tên đơn vị theo thứ tự các dòng",
                     "no column unit; it is needed, or names of units in the order of rows"});
    }
  }

  /// Names of units, periods and variables have to be what was written.
  void check_keys() {
    for (const std::optional<std::size_t>& column : {unit_, period_, variable_}) {
      for (const std::size_t row : rows_) {
        if (!column) break;
        const GridCell& cell = grid_.cell(row, *column);
        readable_ = readable_ && key_of(cell) && !is_blank(cell);
        if (!key_of(cell)) problems_.add(grid_.place_of(row, *column), detail::no_key(cell));
        if (is_blank(cell)) {
          problems_.add(grid_.place_of(row, *column), {"thiếu tên đơn vị, kỳ hoặc biến",
                                                       "a unit, period or variable has no name"});
        }
      }
    }
  }

  [[nodiscard]] std::string name(std::size_t row, std::optional<std::size_t> column) const {
    return column ? detail::place_name(grid_.cell(row, *column)) : std::string();
  }

  [[nodiscard]] std::string text(std::size_t row, std::optional<std::size_t> column) const {
    return column ? detail::tidy(grid_.cell(row, *column)) : std::string();
  }

  [[nodiscard]] std::string unit_of(std::size_t row) const {
    return unit_ ? name(row, unit_) : options_.units[row];
  }

  void name_given() {
    for (const std::string& unit : options_.units) add_name(units_, unit, "unit");
    for (const std::string& period : options_.periods) add_name(periods_, period, "period");
  }

  void name_units() {
    inputs_.units = options_.units;
    inputs_.periods = options_.periods;
    const bool open_units = inputs_.units.empty();
    const bool open_periods = inputs_.periods.empty();
    for (const std::size_t row : rows_) {
      detail::poll();
      if (open_units && units_.try_emplace(unit_of(row), units_.size()).second) {
        inputs_.units.push_back(unit_of(row));
      }
      const std::string period = name(row, period_);
      if (open_periods && periods_.try_emplace(period, periods_.size()).second) {
        inputs_.periods.push_back(period);
      }
    }
    if (inputs_.periods.empty()) inputs_.periods = {""};
    if (open_periods) sort_periods();
  }

  /// Rows stand in any order; periods in that of time.
  void sort_periods() {
    const PeriodOrder order = order_of_periods(inputs_.periods);
    std::vector<std::string> sorted;
    for (const std::size_t place : order.in_time) sorted.push_back(inputs_.periods[place]);
    inputs_.periods = std::move(sorted);
    for (std::size_t i = 0; i < inputs_.periods.size(); ++i) periods_[inputs_.periods[i]] = i;
    for (std::size_t i = 1; i < inputs_.periods.size(); ++i) {
      require_other_time(inputs_.periods[i - 1], inputs_.periods[i]);
    }
  }

  /// "2024" and "Năm 2024" are one period under two names.
  void require_other_time(const std::string& a, const std::string& b) {
    const std::optional<Period> first = try_parse_period(a);
    const std::optional<Period> second = try_parse_period(b);
    if (!first || !second || *first != *second) return;
    problems_.add("period", detail::say("“{}” và “{}” là một kỳ: hãy viết một tên",
                                        "\"{}\" and \"{}\" are one period: write one name", a, b));
  }

  void add_name(std::unordered_map<std::string, std::size_t>& names, const std::string& name,
                const char* what) {
    if (names.try_emplace(name, names.size()).second) return;
    problems_.add(what, {"“" + name + "” có hai lần",
                         "the " + std::string(what) + " \"" + name + "\" stands twice"});
  }

  /// Which variable a name stands for; the problem is noted at its place where it is none.
  const Variable* find_named(const std::string& name, std::size_t row) {
    const auto known = named_.find(name);
    if (known != named_.end()) return known->second;
    const Variable* found = names_.find(name);
    named_.emplace(name, found);
    if (found == nullptr) problems_.add(grid_.place_of(row, *variable_), names_.no_variable(name));
    return found;
  }

  void read_cells() {
    for (const std::size_t row : rows_) {
      detail::poll();
      const Bilingual flaw = detail::flaw_of(grid_, row);
      if (!flaw.vi.empty()) problems_.add(grid_.place_of(row), flaw);
      const std::optional<std::size_t> at = place_of(row);
      const std::optional<Stage> stage = stage_of(row);
      if (!at || !stage) continue;
      if (variable_) {
        read_cell(row, *value_, find_named(text(row, variable_), row), *at, *stage);
        continue;
      }
      for (std::size_t i = 0; i < columns_of_.variables.size(); ++i) {
        read_cell(row, i, columns_of_.variables[i], *at, *stage);
      }
    }
  }

  /// Where the row's unit and period stand among the values.
  std::optional<std::size_t> place_of(std::size_t row) {
    const auto unit = units_.find(unit_of(row));
    const std::string period = name(row, period_);
    const auto when = periods_.find(period);
    const bool no_period = !period_ && inputs_.periods.size() == 1;
    if (unit == units_.end()) {
      problems_.add(grid_.place_of(row), {"không có đơn vị “" + unit_of(row) + "”",
                                          "there is no unit \"" + unit_of(row) + "\""});
    } else if (when == periods_.end() && !no_period) {
      problems_.add(grid_.place_of(row),
                    {"không có kỳ “" + period + "”", "there is no period \"" + period + "\""});
    } else {
      return (no_period ? 0 : when->second) * inputs_.units.size() + unit->second;
    }
    return std::nullopt;
  }

  std::optional<Stage> stage_of(std::size_t row) {
    const std::string name = text(row, stage_);
    if (name.empty()) return Stage::self;
    const std::optional<Stage> stage = try_parse<Stage>(name);
    if (!stage) {
      problems_.add(grid_.place_of(row),
                    {"không có giai đoạn “" + name + "”; dùng " + listed_names<Stage>(" hoặc "),
                     "there is no stage \"" + name + "\"; expected " + listed_names<Stage>()});
    }
    return stage;
  }

  void read_cell(std::size_t row, std::size_t column, const Variable* variable, std::size_t at,
                 Stage stage) {
    if (variable == nullptr) return;
    if (auto flaw = detail::flaw_of(grid_, row, column); !flaw.vi.empty())
      return problems_.add(grid_.place_of(row, column), std::move(flaw));
    const GridCell& cell = grid_.cell(row, column);
    Filled& filled = column_for(*variable, stage);
    if (filled.given[at] && !is_blank(cell)) {
      problems_.add(
          grid_.place_of(row, column),
          {"biến " + variable->name + " có hai giá trị cho cùng đơn vị, kỳ và giai đoạn",
           "variable " + variable->name + " has two values for one unit, period and stage"});
      return;
    }
    if (is_blank(cell)) return;
    try {
      filled.values[at] = value_in(cell, *variable);
      filled.given[at] = true;
      filled.evidence[at] = text(row, evidence_);
    } catch (const Error& error) {
      problems_.add(grid_.place_of(row, column), {error.message(), error.message_en()});
    }
  }

  Filled& column_for(const Variable& variable, Stage stage) {
    const auto [found, fresh] = places_.try_emplace({&variable, stage}, columns_.size());
    if (fresh) {
      const std::size_t size = inputs_.rows();
      columns_.push_back({&variable, stage, std::vector<double>(size, detail::unfilled),
                          std::vector<bool>(size), std::vector<std::string>(size)});
    }
    return columns_[found->second];
  }

  const Grid& grid_;
  detail::VariableNames& names_;
  const InputOptions& options_;
  detail::InputColumns columns_of_;
  std::vector<std::size_t> rows_;  ///< those that hold values of units
  bool readable_ = true;           ///< whether each cell has a place: a unit, a period, a variable
  std::optional<std::size_t> unit_, period_, stage_, evidence_, variable_, value_;
  std::unordered_map<std::string, std::size_t> units_;
  std::unordered_map<std::string, std::size_t> periods_;
  std::unordered_map<std::string, const Variable*> named_;
  std::map<std::pair<const Variable*, Stage>, std::size_t> places_;
  std::vector<Filled> columns_;
  detail::ProblemList problems_{ErrorCode::invalid_inputs, shown_problems};
  Inputs inputs_;
};

}  // namespace

Inputs read_inputs(const Grid& grid, const Framework& framework, const InputOptions& options) {
  if (auto joined = detail::read_by_stage(grid, framework, options)) return std::move(*joined);
  detail::VariableNames names(framework);
  const std::optional<Grid> below = detail::inputs_below_titles(grid, names, options);
  return InputReader(below ? *below : grid, names, options).run();
}

}  // namespace sauro::inline v0_1
