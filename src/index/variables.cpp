#include "index/variables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sauro/calendar/date.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr double days_a_year = 365.2425;
constexpr double most_years_away = 30;

/// The days that a framework names.
class NamedDays {
 public:
  void add(const std::optional<Date>& day) {
    if (day) add(day->day_number());
  }
  void add(const std::vector<Interval>& conditions) {
    for (const Interval& one : conditions) {
      if (one.days && std::isfinite(one.low)) add(one.low);
      if (one.days && std::isfinite(one.high)) add(one.high);
    }
  }
  void add(const Rule& rule) {
    if (const auto* table = std::get_if<TableRule>(&rule)) {
      add(table->domain);
      for (const TableRule::Row& row : table->rows) add(row.when);
    }
    if (const auto* choice = std::get_if<ChoiceRule>(&rule)) {
      for (const Alternative& one : choice->among) add(one.rule);
    }
  }
  [[nodiscard]] bool any() const { return first <= last; }

  double first = unbounded;
  double last = -unbounded;

 private:
  void add(double day) {
    first = std::min(first, day);
    last = std::max(last, day);
  }
};

}  // namespace

std::string variable_of(std::string_view name) {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos) return std::string(name);
  return std::string(name.substr(open + 1, name.size() - open - 2));
}

std::optional<Statistic> statistic_of(std::string_view name) {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos) return std::nullopt;
  return try_parse<Statistic>(name.substr(0, open));
}

std::string least_column(const std::string& statistic) { return statistic + " least"; }
std::string most_column(const std::string& statistic) { return statistic + " most"; }

ValueRange range_of(const Variable& variable) {
  const VariableKind kind = variable.kind;
  ValueRange range{variable.low.value_or(-unbounded), variable.high.value_or(unbounded), false};
  range.whole = kind != VariableKind::number && kind != VariableKind::percent;
  if (range.whole && kind != VariableKind::date) range.low = std::max(range.low, 0.0);
  if (kind == VariableKind::yes_no) range.high = std::min(range.high, 1.0);
  if (kind == VariableKind::choice && !variable.values.empty()) {
    range.high = std::min(range.high, static_cast<double>(variable.values.size()) - 1);
  }
  return range;
}

ValueRange range_of(const Framework& framework, std::string_view name) {
  const Variable* variable = framework.variable(variable_of(name));
  const ValueRange own =
      variable == nullptr ? ValueRange{-unbounded, unbounded, false} : range_of(*variable);
  if (name.find('(') == std::string_view::npos) return own;
  switch (statistic_of(name).value_or(Statistic::best)) {
    case Statistic::rank:
      return {1, unbounded, true};
    case Statistic::count:
      return {0, unbounded, true};
    case Statistic::share:
      return {0, 1, false};
    case Statistic::mean:
    case Statistic::median:
      return {own.low, own.high, false};
    default:
      return own;
  }
}

ValueRange days_of(const Framework& framework) {
  NamedDays days;
  days.add(framework.head().valid_from);
  days.add(framework.head().valid_to);
  for (const Criterion& one : framework.criteria()) {
    days.add(one.valid_from);
    days.add(one.valid_to);
    days.add(one.rule);
  }
  if (!days.any()) {
    days.first = Date(1995, 1, 1).day_number();
    days.last = Date(2035, 12, 31).day_number();
  }
  const double away = std::round(most_years_away * days_a_year);
  return {days.first - away, days.last + away, true};
}

bool prefers_lower(const Framework& framework, const Expression& expression) {
  if (expression.names().size() != 1 || expression.names()[0] != expression.text()) return false;
  if (expression.text().starts_with("rank(")) return true;
  const Variable* variable = framework.variable(variable_of(expression.text()));
  return variable != nullptr && variable->direction == Direction::lower;
}

}  // namespace sauro::inline v0_1::detail
