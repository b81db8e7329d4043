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

std::int32_t begin_of_cumulated(const Figure& figure) {
  if (figure.basis == Basis::project) return project_start;
  if (figure.basis == Basis::term) return term_start;
  return Date(Date::from_day_number(figure.last).year(), 1, 1).day_number() - 1;
}

/// One period after the other has nothing to be held against.
bool FlowLine::is_chain(std::span<const Figure> figures) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (begin_of(figures[i]) < first_real_day) return false;
    if (i > 0 && begin_of(figures[i]) != figures[i - 1].last) return false;
  }
  return true;
}

void FlowLine::take_chain(std::span<const Figure> figures) {
  if (figures.empty()) return;
  days_.reserve(figures.size() + 1);
  amounts_.reserve(figures.size() + 1);
  days_.push_back(begin_of(figures.front()));
  amounts_.push_back(0);
  double amount = 0;
  for (const Figure& one : figures) {
    days_.push_back(one.last);
    amounts_.push_back(amount += one.value);
    if (one.state == ValueState::estimated) estimated_.push_back(one.last);
  }
  if (month_.low || month_.high) figures_.assign(figures.begin(), figures.end());
}

void FlowLine::take_tree(std::span<const Figure> given) {
  std::vector<Figure> figures(given.begin(), given.end());
  std::sort(figures.begin(), figures.end(), decides_before);
  for (const Figure& figure : figures) {
    days_.push_back(begin_of(figure));
    days_.push_back(figure.last);
  }
  std::sort(days_.begin(), days_.end());
  days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
  amounts_.resize(days_.size());
  for (std::size_t i = 0; i < days_.size(); ++i) links_.push_back({i, 0});
  for (const Figure& figure : figures) join(figure);
  for (std::size_t i = 0; i < days_.size(); ++i) flattened_root_of(i);
  way_ = {};
  std::sort(figures_.begin(), figures_.end(), [](const Figure& a, const Figure& b) {
    return std::pair(a.last, a.first) < std::pair(b.last, b.first);
  });
  for (Clash& clash : clashes_) clash.parts = parts_of(clash.figure);
}

FlowLine::FlowLine(std::span<const Figure> figures, const MonthBounds& month) : month_(month) {
  if (is_chain(figures)) {
    take_chain(figures);
  } else {
    take_tree(figures);
  }
  if (days_.size() < 2) return;
  const double days = static_cast<double>(days_.back()) - days_.front();
  nodes_a_day_ = static_cast<double>(days_.size() - 1) / days;
}

/// Where the day would be if all were as far from each other, or near it; else it is looked for.
std::optional<std::size_t> FlowLine::node_of(std::int32_t day) const {
  if (days_.empty() || day < days_.front() || day > days_.back()) return std::nullopt;
  const double about = (static_cast<double>(day) - days_.front()) * nodes_a_day_;
  const auto guess = static_cast<std::size_t>(about + 0.5);
  for (std::size_t i = guess > 0 ? guess - 1 : 0; i <= guess + 1 && i < days_.size(); ++i) {
    if (days_[i] == day) return i;
  }
  const auto found = std::lower_bound(days_.begin(), days_.end(), day);
  if (*found != day) return std::nullopt;
  return static_cast<std::size_t>(found - days_.begin());
}

/// Each node on the way is hung below the root at once, so that the next way is short.
FlowLine::Root FlowLine::flattened_root_of(std::size_t node) {
  std::vector<std::size_t>& way = way_;
  way.clear();
  while (links_[node].above != node) {
    way.push_back(node);
    node = links_[node].above;
  }
  Root root{node, 0, 0};
  for (auto one = way.rbegin(); one != way.rend(); ++one) {
    root.amount = amounts_[*one] += root.amount;
    root.slack = links_[*one].slack += root.slack;
    links_[*one].above = node;
  }
  return root;
}

FlowLine::Root FlowLine::root_of(std::size_t node) const {
  if (is_a_chain()) return {0, amounts_[node], 0};
  return {links_[node].above, amounts_[node], links_[node].slack};  // all hang below their roots
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
  links_[to.node] = {from.node, slack + from.slack + to.slack};
  amounts_[to.node] = figure.value + from.amount - to.amount;
  figures_.push_back(figure);
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

double FlowLine::slack(std::int32_t from, std::int32_t to, std::span<const Figure> figures) const {
  const std::optional<std::size_t> a = node_of(from);
  const std::optional<std::size_t> b = node_of(to);
  if (!a || !b) return 0;
  if (!is_a_chain()) return root_of(*a).slack + root_of(*b).slack;
  const auto until = [&](std::size_t node) {
    double sum = 0;
    for (std::size_t i = 0; i < node; ++i) sum += half_digit(figures[i].value);
    return sum;
  };
  return until(*a) + until(*b);
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
  if (!month_.low && !month_.high) return {};  // no figure leads from one to the other
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
  std::copy_if(days_.begin(), days_.end(), std::back_inserter(days),
               [](std::int32_t day) { return day >= first_real_day; });
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
  std::vector<std::size_t> later(days_.size(), nowhere);  // by root, the next node below it
  for (std::size_t i = days_.size(); i-- > 0 && days_[i] >= first_real_day;) {
    const Root a = root_of(i);
    const std::size_t j = std::exchange(later[a.node], i);
    if (j == nowhere) continue;
    const double amount = root_of(j).amount - a.amount;
    add(days_[i], days_[j], amount, amount);
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
  if (is_a_chain()) {
    const auto after = std::upper_bound(days_.begin(), days_.end(), to);
    return after - days_.begin() < 2 ? std::nullopt : std::optional(*std::prev(after));
  }
  const auto after =
      std::upper_bound(figures_.begin(), figures_.end(), to,
                       [](std::int32_t day, const Figure& one) { return day < one.last; });
  return after == figures_.begin() ? std::nullopt : std::optional(std::prev(after)->last);
}

std::optional<std::int32_t> FlowLine::day_before(std::int32_t last) const {
  const auto after = std::lower_bound(days_.begin(), days_.end(), last);
  if (after == days_.begin() || *std::prev(after) < first_real_day) return std::nullopt;
  return *std::prev(after);
}

bool FlowLine::is_estimated(std::int32_t from, std::int32_t to) const {
  const auto is_within = [&](std::int32_t last) { return last > from && last <= to; };
  if (is_a_chain()) return std::any_of(estimated_.begin(), estimated_.end(), is_within);
  return std::any_of(figures_.begin(), figures_.end(), [&](const Figure& one) {
    return one.state == ValueState::estimated && is_within(one.last);
  });
}

}  // namespace sauro::inline v0_1::detail
