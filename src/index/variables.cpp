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
  void add(const std::vector<Interval>& intervals) {
    for (const Interval& one : intervals) {
      if (one.days && std::isfinite(one.low)) add(one.low);
      if (one.days && std::isfinite(one.high)) add(one.high);
    }
  }
  void add(const std::vector<Condition>& conditions) {
    for (const Condition& one : conditions) add(one.among);
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

ColumnParts column_parts(std::string_view name) {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos || open == 0) return {{}, std::string(name), {}};
  ColumnParts parts;
  parts.function = name.substr(0, open);
  std::string_view inside = name.substr(open + 1, name.rfind(')') - open - 1);
  if (try_of_criterion(parts.function)) {
    parts.of = inside.size() >= 2 ? inside.substr(1, inside.size() - 2) : inside;
    return parts;
  }
  int depth = 0;
  for (std::size_t at = 0; at < inside.size(); ++at) {
    if (inside[at] == '(') ++depth;
    if (inside[at] == ')') --depth;
    if (inside[at] == '\'') at = std::min(inside.find('\'', at + 1), inside.size() - 1);
    if (inside[at] != ',' || depth != 0) continue;
    parts.by = inside.substr(at + 2);
    inside = inside.substr(0, at);
    break;
  }
  parts.of = inside;
  return parts;
}

bool is_column(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos) {
    return text.find_first_of(" +-*/%<>=!.'") == std::string_view::npos && !text.empty() &&
           (text[0] < '0' || text[0] > '9');
  }
  const std::string_view function = text.substr(0, open);
  const bool is_known = function == "previous" || try_parse<Statistic>(function).has_value() ||
                        try_of_criterion(function).has_value();
  if (!is_known) return false;
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at] == '\'') at = std::min(text.find('\'', at + 1), text.size() - 1);
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return at + 1 == text.size();
  }
  return false;
}

std::string variable_of(std::string_view name) { return column_parts(name).of; }

std::optional<Statistic> statistic_of(std::string_view name) {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos) return std::nullopt;
  return try_parse<Statistic>(name.substr(0, open));
}

std::optional<OfCriterion> of_criterion(std::string_view name) {
  const std::size_t open = name.find('(');
  if (open == std::string_view::npos) return std::nullopt;
  return try_of_criterion(name.substr(0, open));
}

const std::vector<std::string>& values_of(const Variable* variable) {
  static const std::vector<std::string> none;
  return variable == nullptr ? none : variable->values;
}

bool has_ends(const Framework& framework, std::string_view name) {
  if (name.find('(') != std::string_view::npos) return true;
  const Variable* variable = framework.variable(name);
  return variable != nullptr && !variable->formula.is_empty();
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

namespace {

ValueRange range_of(const Framework& framework, OfCriterion asked, const std::string& code) {
  if (asked == OfCriterion::applies) return {0, 1, true};
  const Criterion& criterion = framework.criterion(code);
  const double max = criterion.max.value_or(0);
  if (asked == OfCriterion::points) return {criterion.min, max, false};
  if (asked == OfCriterion::percent) return {criterion.min / max * 100, 100, false};
  return {-unbounded, 100, false};
}

}  // namespace

ValueRange range_of(const Framework& framework, std::string_view name) {
  constexpr ValueRange any = {-unbounded, unbounded, false};
  const ColumnParts parts = column_parts(name);
  if (parts.function.empty()) {
    const Variable* variable = framework.variable(name);
    return variable == nullptr ? any : range_of(*variable);
  }
  if (const auto asked = try_of_criterion(parts.function)) {
    return range_of(framework, *asked, parts.of);
  }
  if (parts.function != "previous" && !is_statistic(name)) return any;  // a script's, an exemption
  const ValueRange own = is_column(parts.of) ? range_of(framework, parts.of) : any;
  switch (statistic_of(name).value_or(Statistic::best)) {
    case Statistic::rank:
      return {1, unbounded, true};
    case Statistic::count:
      return {0, unbounded, true};
    case Statistic::share:
    case Statistic::percentile:
      return {0, 1, false};
    case Statistic::deviation:
      return {0, unbounded, false};
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

const Criterion* criterion_of(const Framework& framework, std::string_view code) {
  const auto& criteria = framework.criteria();
  const auto found = std::find_if(criteria.begin(), criteria.end(),
                                  [code](const Criterion& one) { return one.code == code; });
  return found == criteria.end() ? nullptr : &*found;
}

std::vector<Expression> conditions_of(const GradeScale& scale) {
  std::vector<Expression> all;
  for (const Grade& grade : scale.grades) {
    all.insert(all.end(), grade.needs.begin(), grade.needs.end());
  }
  for (const GradeLimit& limit : scale.lower) all.push_back(limit.condition);
  return all;
}

bool prefers_lower(const Framework& framework, std::string_view name) {
  if (!is_column(name)) return false;
  const ColumnParts parts = column_parts(name);
  if (parts.function.empty()) {
    const Variable* variable = framework.variable(name);
    return variable != nullptr && variable->direction == Direction::lower;
  }
  const auto statistic = statistic_of(name);
  if (statistic == Statistic::rank) return true;
  if (statistic == Statistic::percentile) return false;
  if (const auto asked = try_of_criterion(parts.function)) {
    const Criterion* criterion = criterion_of(framework, parts.of);
    return *asked == OfCriterion::points && criterion != nullptr &&
           criterion->direction == Direction::lower;
  }
  return prefers_lower(framework, parts.of);
}

bool prefers_lower(const Framework& framework, const Expression& expression) {
  if (expression.names().size() != 1 || expression.names()[0] != expression.text()) return false;
  return prefers_lower(framework, expression.text());
}

}  // namespace sauro::inline v0_1::detail
