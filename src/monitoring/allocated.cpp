#include "monitoring/allocated.hpp"

#include <algorithm>
#include <utility>

#include "sauro/text/numbers.hpp"
#include "calendar/official_day.hpp"
#include "monitoring/log_groups.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// "2026", or its days.
std::string horizon_of(const Period& period) {
  const int year = period.last().year();
  if (period == Period::year(year)) return std::to_string(year);
  return official_day(period.first()) + " - " + official_day(period.last());
}

/// An aim that a place was given instead of the plan's of that period, if there is one.
Aim given_aim(const Aims& aims, const Aim* plan, const Period& period, double value) {
  Aim aim = plan != nullptr ? *plan : Aim{horizon_of(period), period, Target{}};
  const bool keeps_comparison =
      plan != nullptr && !plan->is_change && plan->comparison != Comparison::range;
  if (!keeps_comparison) {
    aim.comparison = aims.direction == Better::lower ? Comparison::at_most : Comparison::at_least;
  }
  aim.value = value;
  aim.upper.reset();
  aim.is_change = false;
  aim.target.text = official_number(value);
  return aim;
}

}  // namespace

AllocatedTargets::AllocatedTargets(const std::vector<Indicator>& indicators,
                                   std::vector<Aims>& aims, const MonitorOptions& options,
                                   std::vector<Problem>& problems)
    : indicators_(indicators), aims_(aims), options_(options), problems_(problems) {
  options_.known_on.reset();
  for (const auto& [place, parent] : options_.parents) children_[parent].push_back(place);
}

void AllocatedTargets::read(std::vector<Contradiction>& contradictions) {
  if (options_.allocations.size() == 0) return;
  given_.resize(indicators_.size());
  LogGroups rows(indicators_, options_.allocations, aims_, options_, "allocations: ", problems_);
  rows.sort_rows();
  for (std::size_t i = 0; i < indicators_.size(); ++i) {
    std::vector<std::vector<Clash>> clashes;
    const std::vector<PlaceFigures> known = rows.figures_of(i, clashes, contradictions);
    for (std::size_t at = 0; at < known.size(); ++at) {
      for (const Figure& one : known[at].figures) {
        const Period period(Date::from_day_number(one.first), Date::from_day_number(one.last));
        given_[i][period][known[at].place] = one.value;
      }
      for (const Clash& clash : clashes[at]) {
        contradictions.push_back(
            {indicators_[i].id, known[at].place, Date::from_day_number(clash.figure.first),
             Date::from_day_number(clash.figure.last), clash.figure.value, clash.other, ""});
      }
    }
  }
}

bool AllocatedTargets::adds(std::size_t indicator) const {
  const Aims& aims = aims_[indicator];
  return aims.measure == MeasureKind::flow || adds_over_places(aims);
}

/// The plan's targets are those of the whole that it is of.
bool AllocatedTargets::keeps_plan(const std::string& place) const {
  return place.empty() || (children_.contains(place) && !options_.parents.contains(place));
}

/// What a place was given, or its parts together.
std::optional<double> AllocatedTargets::target_of(std::size_t indicator, const Amounts& amounts,
                                                  const std::string& place) const {
  if (const auto own = amounts.find(place); own != amounts.end()) return own->second;
  const auto parts = children_.find(place);
  if (parts == children_.end() || !adds(indicator)) return std::nullopt;
  double sum = 0;
  for (const std::string& part : parts->second) {
    const auto one = target_of(indicator, amounts, part);
    if (!one) return std::nullopt;
    sum += *one;
  }
  return without_dust(sum);
}

const Aims& AllocatedTargets::aims_at(std::size_t indicator, const std::string& place,
                                      Aims& own) const {
  const Aims& plan = aims_[indicator];
  if (given_.empty() || given_[indicator].empty()) return plan;
  own = plan;
  for (const auto& given : given_[indicator]) {
    const auto& period = given.first;  // a binding can't be caught by a function of Clang 14
    const auto& amounts = given.second;
    const bool is_own = amounts.contains(place);
    if (!is_own && keeps_plan(place)) continue;
    const auto value = target_of(indicator, amounts, place);
    const auto same = std::find_if(plan.all.begin(), plan.all.end(),
                                   [&](const Aim& aim) { return aim.period == period; });
    std::erase_if(own.all, [&](const Aim& aim) { return aim.period == period; });
    if (value) {
      own.all.push_back(given_aim(plan, same == plan.all.end() ? nullptr : &*same, period, *value));
    }
  }
  std::stable_sort(own.all.begin(), own.all.end(),
                   [](const Aim& a, const Aim& b) { return a.period.last() < b.period.last(); });
  return own;
}

std::set<std::string> AllocatedTargets::places_of(std::size_t indicator) const {
  std::set<std::string> places;
  if (given_.empty()) return places;
  for (const auto& [period, amounts] : given_[indicator]) {
    for (const auto& [place, amount] : amounts) places.insert(place);
  }
  places.erase("");
  return places;
}

void AllocatedTargets::add_sums(std::size_t indicator, std::vector<Allocation>& sums) const {
  if (given_.empty() || !adds(indicator)) return;
  for (const auto& [period, amounts] : given_[indicator]) {
    if (children_.empty()) {
      std::vector<std::string> parts;
      for (const auto& [place, amount] : amounts) {
        if (!place.empty()) parts.push_back(place);
      }
      add_sum(indicator, period, amounts, "", parts, sums);
    }
    for (const auto& [whole, parts] : children_) {
      add_sum(indicator, period, amounts, whole, parts, sums);
    }
  }
}

void AllocatedTargets::add_sum(std::size_t indicator, const Period& period, const Amounts& amounts,
                               const std::string& whole, const std::vector<std::string>& parts,
                               std::vector<Allocation>& sums) const {
  const Aims& aims = aims_[indicator];
  Allocation sum{
      indicators_[indicator].id, indicators_[indicator].name, whole, "", aims.unit, {}, 0, {}, {}};
  bool is_any = false;
  for (const std::string& part : parts) {
    const auto one = target_of(indicator, amounts, part);
    if (one) sum.allocated += *one;
    if (!one) sum.missing.push_back(part);
    is_any = is_any || one.has_value();
  }
  const auto own = amounts.find(whole);
  const bool is_sum_itself = own == amounts.end() && !keeps_plan(whole);
  if (!is_any || is_sum_itself) return;
  const auto plan = std::find_if(aims.all.begin(), aims.all.end(), [&](const Aim& aim) {
    return aim.period == period && !aim.is_change;
  });
  if (own != amounts.end()) {
    sum.target = own->second;
  } else if (plan != aims.all.end()) {
    sum.target = without_dust(plan->value);
  }
  sum.horizon = plan == aims.all.end() ? horizon_of(period) : plan->horizon;
  sum.allocated = without_dust(sum.allocated);
  if (sum.target) sum.difference = without_dust(sum.allocated - *sum.target);
  sums.push_back(std::move(sum));
}

}  // namespace sauro::inline v0_1::detail
