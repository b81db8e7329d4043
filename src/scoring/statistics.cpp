#include "scoring/statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/program.hpp"
#include "scoring/runners.hpp"
#include "scoring/winsorise.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr double beyond = std::numeric_limits<double>::infinity();

/// The highest number; infinite below where there is none. Four at a time, since a comparison has
/// to wait for the one before it.
double highest(const double* values, std::size_t count, double sign) {
  constexpr std::size_t lanes = 4;
  std::array<double, lanes> best;
  best.fill(-beyond);
  std::size_t at = 0;
  for (; at + lanes <= count; at += lanes) {
    for (std::size_t k = 0; k < lanes; ++k) {
      const double value = values[at + k] * sign;
      best[k] = value > best[k] ? value : best[k];  // never a missing one
    }
  }
  for (; at < count; ++at) best[0] = std::max(best[0], values[at] * sign);
  return *std::max_element(best.begin(), best.end());
}

bool counts(const UnitValues& units, std::size_t i) {
  const bool is_open = units.values[i] != units.values[i];
  return (units.exempt == nullptr || units.exempt[i] == 0) && (units.counts_missing || !is_open);
}

bool some_are_open(const UnitValues& units) {
  if (!units.counts_missing || !any_missing(units.values, units.count)) return false;
  for (std::size_t i = 0; i < units.count; ++i) {
    if (counts(units, i) && units.values[i] != units.values[i]) return true;
  }
  return false;
}

/// The least that a unit's value can be, and the most.
double least_of(const UnitValues& units, std::size_t i) {
  if (units.values[i] == units.values[i]) return units.values[i];
  const bool has_own = units.low != nullptr && units.low[i] == units.low[i];
  return has_own ? units.low[i] : units.range.low;
}
double most_of(const UnitValues& units, std::size_t i) {
  if (units.values[i] == units.values[i]) return units.values[i];
  const bool has_own = units.high != nullptr && units.high[i] == units.high[i];
  return has_own ? units.high[i] : units.range.high;
}

/// The values that count, with an end of what those that are missing can be.
std::vector<double> filled(const UnitValues& units, double (*end)(const UnitValues&, std::size_t)) {
  std::vector<double> out;
  out.reserve(units.count);
  for (std::size_t i = 0; i < units.count; ++i) {
    if (counts(units, i)) out.push_back(end(units, i));
  }
  return out;
}

/// Whether something isn't 0, as far as it is known.
double surely_true(const UnitValues& units, std::size_t i) {
  return least_of(units, i) > 0 || most_of(units, i) < 0 ? 1 : 0;
}
double maybe_true(const UnitValues& units, std::size_t i) {
  return least_of(units, i) != 0 || most_of(units, i) != 0 ? 1 : 0;
}

/// Of a sample, with one less than its size below.
double deviation_of(const std::vector<double>& values) {
  const auto size = static_cast<double>(values.size());
  if (values.size() < 2) return missing_number;
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / size;
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  const double squared = sum / (size - 1);
  return squared < 1e-18 ? 0 : std::sqrt(squared);
}

/// None is more than where all values are at the two ends (Popoviciu).
Ends open_deviation(const std::vector<double>& low, const std::vector<double>& high) {
  if (low.size() < 2) return {missing_number, missing_number};
  const auto size = static_cast<double>(low.size());
  const double spread =
      *std::max_element(high.begin(), high.end()) - *std::min_element(low.begin(), low.end());
  return {0, spread / 2 * std::sqrt(size / (size - 1))};
}

double median_of(std::vector<double> values) {
  const std::size_t half = values.size() / 2;
  std::sort(values.begin(), values.end());
  if (values.size() % 2 == 1) return values[half];
  return values[half - 1] + (values[half] - values[half - 1]) / 2;
}

double of_known(Statistic kind, std::vector<double> values, bool lower) {
  if (values.empty()) return kind == Statistic::count ? 0 : missing_number;
  const auto size = static_cast<double>(values.size());
  const auto is_true = [](double value) { return value != 0; };
  switch (kind) {
    case Statistic::mean:
      return std::accumulate(values.begin(), values.end(), 0.0) / size;
    case Statistic::median:
      return median_of(std::move(values));
    case Statistic::deviation:
      return deviation_of(values);
    case Statistic::count:
    case Statistic::share: {
      const auto found = static_cast<double>(std::count_if(values.begin(), values.end(), is_true));
      return kind == Statistic::count ? found : found / size;
    }
    default:
      break;
  }
  const bool wants_low = (kind == Statistic::best) == lower;
  return wants_low ? *std::min_element(values.begin(), values.end())
                   : *std::max_element(values.begin(), values.end());
}

}  // namespace

Ends statistic(Statistic kind, const UnitValues& units) {
  const bool is_open = some_are_open(units);
  const bool is_simple = units.exempt == nullptr && !is_open && kind <= Statistic::worst;
  if (is_simple) {  // in one pass over what is there
    const double sign = (kind == Statistic::best) == units.lower ? -1 : 1;
    const double found = highest(units.values, units.count, sign);
    const double known = found > -beyond ? found * sign : missing_number;
    return {known, known};
  }
  if (!is_open) {
    const double known = of_known(kind, filled(units, least_of), units.lower);
    return {known, known};
  }
  if (kind == Statistic::deviation) {
    return open_deviation(filled(units, least_of), filled(units, most_of));
  }
  // the others rise with each value, so that the ends are those of the missing ones
  const bool counts_truth = kind == Statistic::count || kind == Statistic::share;
  return {of_known(kind, filled(units, counts_truth ? surely_true : least_of), units.lower),
          of_known(kind, filled(units, counts_truth ? maybe_true : most_of), units.lower)};
}

std::vector<Ends> ranks_of(const UnitValues& units) {
  const auto best = [&](std::size_t i) {
    return units.lower ? -least_of(units, i) : most_of(units, i);
  };
  const auto worst = [&](std::size_t i) {
    return units.lower ? -most_of(units, i) : least_of(units, i);
  };
  std::vector<double> most;  // what each can be at best, and at worst
  std::vector<double> least;
  for (std::size_t i = 0; i < units.count; ++i) {
    if (!counts(units, i)) continue;
    most.push_back(best(i));
    least.push_back(worst(i));
  }
  std::sort(most.begin(), most.end());
  std::sort(least.begin(), least.end());
  const auto above = [](const std::vector<double>& sorted, double value) {
    return static_cast<double>(sorted.end() -
                               std::upper_bound(sorted.begin(), sorted.end(), value));
  };
  std::vector<Ends> ranks(units.count, {missing_number, missing_number});
  for (std::size_t i = 0; i < units.count; ++i) {
    if (!counts(units, i)) continue;
    const double itself = best(i) > worst(i) ? 1 : 0;
    ranks[i] = {1 + above(least, best(i)), 1 + above(most, worst(i)) - itself};
  }
  return ranks;
}

namespace {

/// Each value that counts without outliers; anywhere between the least and the most where some are
/// missing, since these may be outliers, or make others none.
std::vector<Ends> winsorised(const UnitValues& units) {
  std::vector<double> low = filled(units, least_of);
  std::vector<Ends> out(units.count, {missing_number, missing_number});
  if (low.empty()) return out;
  const bool is_open = some_are_open(units);
  const std::vector<double> high = filled(units, most_of);
  const Ends any = {*std::min_element(low.begin(), low.end()),
                    *std::max_element(high.begin(), high.end())};
  if (!is_open) low = winsorise(std::move(low));
  std::size_t at = 0;
  for (std::size_t i = 0; i < units.count; ++i) {
    if (!counts(units, i)) continue;
    out[i] = is_open ? any : Ends{low[at], low[at]};
    ++at;
  }
  return out;
}

std::vector<Ends> of_all(Statistic kind, const UnitValues& units) {
  if (kind == Statistic::winsorised) return winsorised(units);
  if (!is_by_unit(kind)) return {units.count, statistic(kind, units)};
  std::vector<Ends> ends = ranks_of(units);
  if (kind == Statistic::rank) return ends;
  double size = 0;
  for (std::size_t i = 0; i < units.count; ++i) size += counts(units, i) ? 1 : 0;
  for (Ends& one : ends) {  // the share of the others that it isn't behind
    const auto share = [size](double rank) { return size > 1 ? (size - rank) / (size - 1) : 1; };
    if (one.low == one.low) one = {share(one.high), share(one.low)};
  }
  return ends;
}

/// What a statistic can be where the groups of units aren't known.
Ends of_any_group(Statistic kind, const UnitValues& units) {
  const std::vector<double> low = filled(units, least_of);
  const std::vector<double> high = filled(units, most_of);
  const auto size = static_cast<double>(low.size());
  if (kind == Statistic::rank) return {1, size};
  if (kind == Statistic::count) return {0, size};
  if (kind == Statistic::share || kind == Statistic::percentile) return {0, 1};
  const double least = *std::min_element(low.begin(), low.end());
  const double most = *std::max_element(high.begin(), high.end());
  if (kind == Statistic::deviation) return {0, most - least};
  return {least, most};
}

/// Some of the units, as units of their own.
struct Some {
  Some(const UnitValues& units, const std::vector<std::size_t>& chosen) : all(units) {
    const auto take = [&](const double* from, std::vector<double>& to) -> const double* {
      if (from == nullptr) return nullptr;
      for (const std::size_t i : chosen) to.push_back(from[i]);
      return to.data();
    };
    all.values = take(units.values, values);
    all.exempt = take(units.exempt, exempt);
    all.low = take(units.low, low);
    all.high = take(units.high, high);
    all.count = chosen.size();
  }
  UnitValues all;
  std::vector<double> values, exempt, low, high;
};

}  // namespace

std::vector<Ends> statistics_of(Statistic kind, const UnitValues& units, const double* by) {
  if (by == nullptr) return of_all(kind, units);
  std::map<double, std::vector<std::size_t>> groups;
  bool unknown = false;
  for (std::size_t i = 0; i < units.count; ++i) {
    if (by[i] == by[i]) groups[by[i]].push_back(i);
    unknown = unknown || (by[i] != by[i] && counts(units, i));
  }
  if (unknown) return {units.count, of_any_group(kind, units)};
  std::vector<Ends> out(units.count, {missing_number, missing_number});
  for (const auto& [group, members] : groups) {
    const Some some(units, members);
    const std::vector<Ends> ends = of_all(kind, some.all);
    for (std::size_t k = 0; k < members.size(); ++k) out[members[k]] = ends[k];
  }
  return out;
}

}  // namespace sauro::inline v0_1::detail
