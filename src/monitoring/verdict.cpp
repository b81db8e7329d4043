#include "monitoring/verdict.hpp"

#include <algorithm>
#include <cstdlib>

#include "sauro/plan/measure.hpp"
#include "data/standing_bands.hpp"

namespace sauro::inline v0_1 {

const std::vector<StandingBand>& standing_bands() {
  static const std::vector<StandingBand> bands = [] {
    std::vector<StandingBand> all;
    for (const auto& [status, from] : detail::data::standing_bands) {
      all.push_back({*try_parse<StandingStatus>(status), std::strtod(from.data(), nullptr)});
    }
    return all;
  }();
  return bands;
}

namespace detail {
namespace {

bool is_ceiling(Comparison comparison) {
  return comparison == Comparison::at_most || comparison == Comparison::below;
}

/// The same question as of a target of a task.
bool meets(const Aim& aim, double value) {
  Target target = aim.target;
  target.kind = TargetKind::quantity;
  target.comparison = aim.comparison;
  target.value = aim.value;
  target.upper = aim.upper;
  return is_met(target, value).value_or(false);
}

/// How much of what was to be expected is there; of a way from a baseline how much of the way.
double share_of(double value, double expected, const Aim& aim, const Evidence& evidence) {
  const double baseline = evidence.baseline.value_or(0);
  const double way = expected - baseline;
  if (way != 0 && (evidence.baseline || !is_ceiling(aim.comparison)))
    return (value - baseline) / way;
  const bool good = is_ceiling(aim.comparison) ? value <= expected : value >= expected;
  if (good) return 1;
  const double low = std::min(std::abs(value), std::abs(expected));
  const double high = std::max(std::abs(value), std::abs(expected));
  return high == 0 ? 1 : low / high;
}

StandingStatus by_bands(double share, const std::vector<StandingBand>& bands) {
  for (const StandingBand& band : bands) {
    if (share >= band.from - 1e-9) return band.status;
  }
  return StandingStatus::behind;
}

/// Of one value.
StandingStatus verdict_of(double value, const Aim& aim, const Evidence& evidence,
                          const std::vector<StandingBand>& bands) {
  const bool met = meets(aim, value);
  if (!evidence.is_between) {
    const bool falls_from_baseline = evidence.baseline && !meets(aim, *evidence.baseline);
    if (is_ceiling(aim.comparison) && (evidence.is_flow || !falls_from_baseline)) {
      return met ? StandingStatus::holding : StandingStatus::broken;
    }
    const bool may_leave = evidence.is_flow && aim.comparison == Comparison::range;
    if (may_leave && !met && aim.upper && value >= *aim.upper) return StandingStatus::broken;
    if (met && !(may_leave && !evidence.is_over)) return StandingStatus::reached;
    if (met) return StandingStatus::on_way;  // a range may still be left
    if (evidence.is_over) return StandingStatus::missed;
  }
  if (!evidence.expected) return StandingStatus::not_due;
  return by_bands(share_of(value, *evidence.expected, aim, evidence), bands);
}

}  // namespace

StandingStatus verdict(const Aim& aim, const Evidence& evidence,
                       const std::vector<StandingBand>& bands) {
  const auto& [low, high] = evidence.amount;
  if (low && high) {
    const StandingStatus least = verdict_of(*low, aim, evidence, bands);
    return least == verdict_of(*high, aim, evidence, bands) ? least : StandingStatus::no_data;
  }
  if (evidence.is_between) return StandingStatus::no_data;
  const bool wants_much =
      aim.comparison == Comparison::at_least || aim.comparison == Comparison::above;
  if (low && wants_much && meets(aim, *low)) return StandingStatus::reached;
  if (low && is_ceiling(aim.comparison) && evidence.is_flow && !meets(aim, *low)) {
    return StandingStatus::broken;
  }
  return StandingStatus::no_data;
}

}  // namespace detail
}  // namespace sauro::inline v0_1
