#include "monitoring/flow_line.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "sauro/calendar/date.hpp"
#include "sauro/text/numbers.hpp"
#include "text/half_digit.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::int32_t project_start = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t term_start = project_start + 1;
constexpr std::int32_t first_real_day = term_start + 1;

/// Months that two days have between them, the first one left out.
std::int32_t months_between(std::int32_t from, std::int32_t to) {
  const Date first = Date::from_day_number(from + 1);
  const Date last = Date::from_day_number(to);
  return 12 * (last.year() - first.year()) + last.month() - first.month() + 1;
}

/// Real figures before estimates, single periods before those that sum them up, then by time.
bool decides_before(const Figure& a, const Figure& b) {
  const auto key = [](const Figure& one) {
    const std::int64_t days = std::int64_t{one.last} - begin_of(one);
    return std::tuple(one.state == ValueState::estimated, days, one.last, one.value);
  };
  return key(a) < key(b);
}

}  // namespace

std::int32_t begin_of(const Figure& figure) {
  switch (figure.basis) {
    case Basis::period:
      return figure.first - 1;
    case Basis::year:
      return Date(Date::from_day_number(figure.last).year(), 1, 1).day_number() - 1;
    case Basis::project:
      return project_start;
    case Basis::term:
      return term_start;
  }
  return figure.first - 1;
}

double without_dust(double value) {
  if (value == 0 || !std::isfinite(value)) return value;
  constexpr double digits = 12;
  const double scale = std::pow(10.0, digits - std::ceil(std::log10(std::abs(value))));
  return std::isfinite(scale) && scale > 0 ? std::round(value * scale) / scale : value;
}

FlowLine::FlowLine(std::vector<Figure> figures, const MonthBounds& month) : month_(month) {
  std::sort(figures.begin(), figures.end(), decides_before);
  std::vector<std::int32_t> days;
  for (const Figure& figure : figures) {
    days.push_back(begin_of(figure));
    days.push_back(figure.last);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  for (std::size_t i = 0; i < days.size(); ++i) nodes_.push_back({days[i], i, 0, 0});
  for (const Figure& figure : figures) join(figure);
}

std::optional<std::size_t> FlowLine::node_of(std::int32_t day) const {
  const auto found =
      std::lower_bound(nodes_.begin(), nodes_.end(), day,
                       [](const Node& one, std::int32_t at) { return one.day < at; });
  if (found == nodes_.end() || found->day != day) return std::nullopt;
  return static_cast<std::size_t>(found - nodes_.begin());
}

FlowLine::Root FlowLine::root_of(std::size_t node) const {
  Root root{node, 0, 0};
  while (nodes_[root.node].above != root.node) {
    root.amount += nodes_[root.node].amount;
    root.slack += nodes_[root.node].slack;
    root.node = nodes_[root.node].above;
  }
  return root;
}

/// Joins the two days of a figure, or holds it against what joins them already.
void FlowLine::join(const Figure& figure) {
  const Root from = root_of(*node_of(begin_of(figure)));
  const Root to = root_of(*node_of(figure.last));
  const double slack = half_digit(figure.value);
  if (from.node == to.node) {
    const double known = to.amount - from.amount;
    const bool is_estimate = figure.state == ValueState::estimated;
    if (is_estimate || std::abs(known - figure.value) <= slack + from.slack + to.slack + 1e-9)
      return;
    clashes_.push_back({figure, without_dust(known), parts_of(figure)});
    return;
  }
  Node& root = nodes_[to.node];
  root.above = from.node;
  root.amount = figure.value + from.amount - to.amount;
  root.slack = slack + from.slack + to.slack;
  figures_.push_back(figure);
}

/// The figures between the days of another one, as a sum.
std::string FlowLine::parts_of(const Figure& figure) const {
  std::vector<Figure> parts;
  for (const Figure& one : figures_) {
    if (begin_of(one) >= begin_of(figure) && one.last <= figure.last) parts.push_back(one);
  }
  std::sort(parts.begin(), parts.end(), [](const Figure& a, const Figure& b) {
    return std::pair(a.last, a.first) < std::pair(b.last, b.first);
  });
  std::string text;
  for (const Figure& one : parts) {
    text += (text.empty() ? "" : " + ") + plain_number(one.value);
    text += " (" + Date::from_day_number(one.last).to_iso() + ")";
  }
  return text;
}

AmountRange FlowLine::between(std::int32_t from, std::int32_t to) const {
  if (from >= to) return {};
  const std::optional<std::size_t> a = node_of(from);
  const std::optional<std::size_t> b = node_of(to);
  if (a && b) {
    const Root first = root_of(*a);
    const Root last = root_of(*b);
    if (first.node == last.node) {
      const double amount = without_dust(last.amount - first.amount);
      return {amount, amount};
    }
  }
  const AmountRange range{bound(from, to, false), bound(from, to, true)};
  const bool is_none = range.low && range.high && *range.low > *range.high + 1e-9;
  return is_none ? AmountRange{} : range;  // where the bounds of months are wrong
}

bool FlowLine::are_joined(std::int32_t from, std::int32_t to) const {
  const std::optional<std::size_t> a = node_of(from);
  const std::optional<std::size_t> b = node_of(to);
  return a && b && root_of(*a).node == root_of(*b).node;
}

/// The least or the most that can come between two days: the best chain of figures, and of months
/// at their bounds where there is none.
std::optional<double> FlowLine::bound(std::int32_t from, std::int32_t to, bool most) const {
  const std::optional<double>& low = month_.low;
  const std::optional<double>& high = month_.high;
  std::vector<std::int32_t> days = {from, to};
  for (const Node& node : nodes_) {
    if (node.day >= first_real_day) days.push_back(node.day);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const auto place = [&](std::int32_t day) {
    return static_cast<std::size_t>(std::lower_bound(days.begin(), days.end(), day) - days.begin());
  };
  struct Step {
    std::size_t from, to;
    double amount;  ///< at most; for the least with its sign turned
  };
  std::vector<Step> steps;
  const auto add = [&](std::int32_t a, std::int32_t b, std::optional<double> least,
                       std::optional<double> greatest) {
    const std::size_t i = place(a);
    const std::size_t j = place(b);
    if (greatest) steps.push_back({i, j, *greatest});
    if (least) steps.push_back({j, i, -*least});
  };
  for (std::size_t i = 0; i + 1 < days.size(); ++i) {
    if (are_joined(days[i], days[i + 1])) continue;  // bounds are for what is missing
    const std::int32_t months = months_between(days[i], days[i + 1]);
    const auto times = [&](const std::optional<double>& bound) {
      return bound ? std::optional(*bound * months) : std::nullopt;
    };
    add(days[i], days[i + 1], times(low), times(high));
  }
  for (const Figure& one : figures_) {
    if (begin_of(one) >= first_real_day) add(begin_of(one), one.last, one.value, one.value);
  }
  // days at the same distance from one special beginning are joined as well
  for (std::size_t i = 0; i + 1 < nodes_.size(); ++i) {
    for (std::size_t j = i + 1; j < nodes_.size() && nodes_[i].day >= first_real_day; ++j) {
      const Root a = root_of(i);
      const Root b = root_of(j);
      if (a.node != b.node) continue;
      add(nodes_[i].day, nodes_[j].day, b.amount - a.amount, b.amount - a.amount);
      break;
    }
  }
  constexpr double none = std::numeric_limits<double>::infinity();
  std::vector<double> best(days.size(), none);
  best[place(most ? from : to)] = 0;
  for (std::size_t round = 0; round < days.size(); ++round) {
    bool changed = false;
    for (const Step& step : steps) {
      if (best[step.from] + step.amount < best[step.to] - 1e-9) {
        best[step.to] = best[step.from] + step.amount;
        changed = true;
      }
    }
    if (!changed) break;
  }
  const double found = best[place(most ? to : from)];
  if (found == none) return std::nullopt;
  return without_dust(most ? found : -found);
}

std::optional<std::int32_t> FlowLine::last_day(std::int32_t to) const {
  std::optional<std::int32_t> last;
  for (const Figure& one : figures_) {
    if (one.last <= to) last = std::max(last.value_or(one.last), one.last);
  }
  return last;
}

std::optional<std::int32_t> FlowLine::day_before(std::int32_t last) const {
  std::optional<std::int32_t> before;
  for (const Node& node : nodes_) {
    if (node.day >= first_real_day && node.day < last) before = node.day;
  }
  return before;
}

bool FlowLine::is_estimated(std::int32_t from, std::int32_t to) const {
  return std::any_of(figures_.begin(), figures_.end(), [&](const Figure& one) {
    return one.state == ValueState::estimated && one.last > from && one.last <= to;
  });
}

}  // namespace sauro::inline v0_1::detail
