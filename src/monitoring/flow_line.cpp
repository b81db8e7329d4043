#include "monitoring/flow_line.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <tuple>
#include <utility>

#include "sauro/calendar/date.hpp"
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

/// One period after the other has nothing to be held against.
bool FlowLine::is_chain(const std::vector<Figure>& figures) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (begin_of(figures[i]) < first_real_day) return false;
    if (i > 0 && begin_of(figures[i]) != figures[i - 1].last) return false;
  }
  return true;
}

void FlowLine::take_chain(std::vector<Figure> figures) {
  nodes_.reserve(figures.size() + 1);
  for (const Figure& one : figures) {
    if (nodes_.empty()) nodes_.push_back({begin_of(one), 0, 0, 0});
    const Node& before = nodes_.back();
    nodes_.push_back(
        {one.last, 0, before.amount + one.value, before.slack + half_digit(one.value)});
  }
  figures_ = std::move(figures);
}

FlowLine::FlowLine(std::vector<Figure> figures, const MonthBounds& month) : month_(month) {
  if (is_chain(figures)) {
    take_chain(std::move(figures));
    return;
  }
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
  for (std::size_t i = 0; i < nodes_.size(); ++i) flattened_root_of(i);
  way_ = {};
  std::sort(figures_.begin(), figures_.end(), [](const Figure& a, const Figure& b) {
    return std::pair(a.last, a.first) < std::pair(b.last, b.first);
  });
  name_parts();
}

std::optional<std::size_t> FlowLine::node_of(std::int32_t day) const {
  const auto found =
      std::lower_bound(nodes_.begin(), nodes_.end(), day,
                       [](const Node& one, std::int32_t at) { return one.day < at; });
  if (found == nodes_.end() || found->day != day) return std::nullopt;
  return static_cast<std::size_t>(found - nodes_.begin());
}

/// Each node on the way is hung below the root at once, so that the next way is short.
FlowLine::Root FlowLine::flattened_root_of(std::size_t node) {
  std::vector<std::size_t>& way = way_;
  way.clear();
  while (nodes_[node].above != node) {
    way.push_back(node);
    node = nodes_[node].above;
  }
  Root root{node, 0, 0};
  for (auto one = way.rbegin(); one != way.rend(); ++one) {
    Node& passed = nodes_[*one];
    root.amount = passed.amount += root.amount;
    root.slack = passed.slack += root.slack;
    passed.above = node;
  }
  return root;
}

FlowLine::Root FlowLine::root_of(std::size_t node) const {
  const Node& one = nodes_[node];
  return {one.above, one.amount, one.slack};  // all hang below their roots
}

/// Joins the two days of a figure, or holds it against what joins them already.
void FlowLine::join(const Figure& figure) {
  const Root from = flattened_root_of(*node_of(begin_of(figure)));
  const Root to = flattened_root_of(*node_of(figure.last));
  const double slack = half_digit(figure.value);
  if (from.node == to.node) {
    const double known = to.amount - from.amount;
    const bool is_estimate = figure.state == ValueState::estimated;
    if (is_estimate || std::abs(known - figure.value) <= slack + from.slack + to.slack + 1e-9)
      return;
    clashes_.push_back({figure, without_dust(known), {}});
    return;
  }
  Node& root = nodes_[to.node];
  root.above = from.node;
  root.amount = figure.value + from.amount - to.amount;
  root.slack = slack + from.slack + to.slack;
  figures_.push_back(figure);
}

void FlowLine::name_parts() {
  for (Clash& clash : clashes_) clash.parts = parts_of(clash.figure);
}

/// The figures between the days of another one; of very many the first ones.
std::vector<Figure> FlowLine::parts_of(const Figure& figure) const {
  const std::int32_t begin = begin_of(figure);
  auto one = std::upper_bound(figures_.begin(), figures_.end(), begin,
                              [](std::int32_t day, const Figure& at) { return day < at.last; });
  std::vector<Figure> parts;
  for (; one != figures_.end() && one->last <= figure.last && parts.size() <= most_parts; ++one) {
    if (begin_of(*one) >= begin) parts.push_back(*one);
  }
  return parts;
}

double FlowLine::slack(std::int32_t from, std::int32_t to) const {
  const std::optional<std::size_t> a = node_of(from);
  const std::optional<std::size_t> b = node_of(to);
  return a && b ? root_of(*a).slack + root_of(*b).slack : 0;
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
  constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> later(nodes_.size(), nowhere);  // by root, the next node below it
  for (std::size_t i = nodes_.size(); i-- > 0 && nodes_[i].day >= first_real_day;) {
    const Root a = root_of(i);
    const std::size_t j = std::exchange(later[a.node], i);
    if (j == nowhere) continue;
    const double amount = root_of(j).amount - a.amount;
    add(nodes_[i].day, nodes_[j].day, amount, amount);
  }
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    return std::min(a.from, a.to) < std::min(b.from, b.to);  // so that one sweep goes all the way
  });
  constexpr double none = std::numeric_limits<double>::infinity();
  std::vector<double> best(days.size(), none);
  best[place(most ? from : to)] = 0;
  for (std::size_t round = 0; round < days.size(); ++round) {
    bool changed = false;
    const auto take = [&](const Step& step) {
      if (best[step.from] + step.amount >= best[step.to] - 1e-9) return;
      best[step.to] = best[step.from] + step.amount;
      changed = true;
    };
    std::for_each(steps.begin(), steps.end(), take);
    std::for_each(steps.rbegin(), steps.rend(), take);
    if (!changed) break;
  }
  const double found = best[place(most ? to : from)];
  if (found == none) return std::nullopt;
  return without_dust(most ? found : -found);
}

std::optional<std::int32_t> FlowLine::last_day(std::int32_t to) const {
  const auto after =
      std::upper_bound(figures_.begin(), figures_.end(), to,
                       [](std::int32_t day, const Figure& one) { return day < one.last; });
  return after == figures_.begin() ? std::nullopt : std::optional(std::prev(after)->last);
}

std::optional<std::int32_t> FlowLine::day_before(std::int32_t last) const {
  const auto after =
      std::lower_bound(nodes_.begin(), nodes_.end(), last,
                       [](const Node& one, std::int32_t at) { return one.day < at; });
  if (after == nodes_.begin() || std::prev(after)->day < first_real_day) return std::nullopt;
  return std::prev(after)->day;
}

bool FlowLine::is_estimated(std::int32_t from, std::int32_t to) const {
  return std::any_of(figures_.begin(), figures_.end(), [&](const Figure& one) {
    return one.state == ValueState::estimated && one.last > from && one.last <= to;
  });
}

}  // namespace sauro::inline v0_1::detail
