#include "scoring/statistics.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/program.hpp"
#include "scoring/runners.hpp"

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

/// The values that count, with another number for those that are missing.
std::vector<double> filled(const UnitValues& units, double missing) {
  std::vector<double> out;
  out.reserve(units.count);
  for (std::size_t i = 0; i < units.count; ++i) {
    const double value = units.values[i];
    if (counts(units, i)) out.push_back(value != value ? missing : value);
  }
  return out;
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
    const double known = of_known(kind, filled(units, missing_number), units.lower);
    return {known, known};
  }
  // all of them rise with each value, so that the ends are those of the missing ones
  const bool counts_truth = kind == Statistic::count || kind == Statistic::share;
  const double low = counts_truth ? 0 : units.range.low;
  const double high = counts_truth ? 1 : units.range.high;
  return {of_known(kind, filled(units, low), units.lower),
          of_known(kind, filled(units, high), units.lower)};
}

std::vector<Ends> ranks_of(const UnitValues& units) {
  const double sign = units.lower ? -1 : 1;
  const double best = (units.lower ? units.range.low : units.range.high) * sign;
  const double worst = (units.lower ? units.range.high : units.range.low) * sign;
  std::vector<double> most;  // what each can be at best, and at worst
  std::vector<double> least;
  for (std::size_t i = 0; i < units.count; ++i) {
    if (!counts(units, i)) continue;
    const double value = units.values[i] * sign;
    most.push_back(value != value ? best : value);
    least.push_back(value != value ? worst : value);
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
    const double own = units.values[i] * sign;
    const bool is_open = own != own;
    const double itself = is_open && best > worst ? 1 : 0;
    ranks[i] = {1 + above(least, is_open ? best : own),
                1 + above(most, is_open ? worst : own) - itself};
  }
  return ranks;
}

}  // namespace sauro::inline v0_1::detail
