#include "monitoring/horizons.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "sauro/text/fold.hpp"
#include "sauro/text/units.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// A target without a comparison is one at least, or at most where lower is better.
Comparison comparison_of(const Target& target, Better direction) {
  if (target.comparison != Comparison::none && target.comparison != Comparison::equal) {
    return target.comparison;
  }
  return direction == Better::lower ? Comparison::at_most : Comparison::at_least;
}

bool is_number(const Target& target) {
  return target.value && !target.stretch &&
         (target.kind == TargetKind::quantity || target.kind == TargetKind::rank ||
          target.kind == TargetKind::change);
}

class AimReader {
 public:
  AimReader(const Indicator& indicator, const MonitorOptions& options, std::vector<Remark>& remarks)
      : indicator_(indicator), options_(options), remarks_(remarks) {}

  Aims run() {
    settle_meaning();
    aims_.unit = indicator_.unit;
    for (const IndicatorTarget& one : indicator_.targets) read(one);
    std::stable_sort(aims_.all.begin(), aims_.all.end(),
                     [](const Aim& a, const Aim& b) { return a.period.last() < b.period.last(); });
    return std::move(aims_);
  }

 private:
  void settle_meaning() {
    Indicator settled = indicator_;
    const auto measure = options_.measures.find(indicator_.id);
    if (measure != options_.measures.end()) settled.measure = measure->second;
    const auto direction = options_.directions.find(indicator_.id);
    if (direction != options_.directions.end()) settled.direction = direction->second;
    IndicatorMeaning meaning = meaning_of(settled);
    std::move(meaning.remarks.begin(), meaning.remarks.end(), std::back_inserter(remarks_));
    aims_.indicator = &indicator_;
    aims_.measure = meaning.measure;
    aims_.direction = meaning.direction;
    aims_.baseline = meaning.baseline;
    aims_.baseline_period = try_parse_period(meaning.baseline_period);
  }

  void remark(const char* field, std::string text) {
    remarks_.push_back(
        {RemarkKind::value, indicator_.id, field, std::move(text), {}, indicator_.span});
  }

  void read(const IndicatorTarget& one) {
    const std::optional<Period> period = try_parse_period(one.horizon);
    if (!period) return remark("horizon", one.horizon);
    const auto target = std::find_if(one.targets.begin(), one.targets.end(), is_number);
    if (target == one.targets.end()) return remark("target", one.text);
    Aim aim{one.horizon, *period, *target};
    aim.target.text = one.text;
    aim.comparison = comparison_of(*target, aims_.direction);
    aim.is_change = target->kind == TargetKind::change;
    const std::string& unit = target->unit;
    if (aims_.unit.empty() && !aim.is_change) aims_.unit = unit;
    const bool as_it_is = aim.is_change || unit.empty() || target->kind == TargetKind::rank;
    const auto converted = [&](double value) {
      return as_it_is ? std::optional(value) : try_convert_unit(value, unit, aims_.unit);
    };
    const std::optional<double> value = converted(*target->value);
    if (!value) return remark("target", one.text);
    aim.value = *value;
    if (target->upper) aim.upper = converted(*target->upper);
    aims_.all.push_back(std::move(aim));
  }

  const Indicator& indicator_;
  const MonitorOptions& options_;
  std::vector<Remark>& remarks_;
  Aims aims_;
};

/// What a change makes of an amount: "tăng 10%" of 200 is 220, "tăng 2 điểm %" of 90 is 92.
double changed(double base, double by, const Aim& aim, MeasureKind measure) {
  const double sign = aim.target.direction == "decrease" ? -1 : 1;
  const std::string dimension = read_unit(aim.target.unit).dimension;
  const bool is_share = dimension == "percent" && measure != MeasureKind::ratio;
  return is_share ? base * (1 + sign * by / 100) : base + sign * by;
}

}  // namespace

Aims aims_of(const Indicator& indicator, const MonitorOptions& options,
             std::vector<Remark>& remarks) {
  return AimReader(indicator, options, remarks).run();
}

void follow_wholes(const std::vector<Indicator>& indicators, std::vector<Aims>& aims,
                   std::vector<Remark>& remarks) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < indicators.size(); ++i) places.emplace(indicators[i].id, i);
  std::unordered_map<std::string_view, Remark*> guesses;
  for (Remark& one : remarks) {
    if (one.field == "measure" && !one.others.empty()) guesses.emplace(one.task, &one);
  }
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const auto whole = places.find(indicators[i].parent);
    const auto guess = guesses.find(indicators[i].id);
    if (whole == places.end() || guess == guesses.end()) continue;
    const bool is_level = aims[i].measure == MeasureKind::level;
    const Aims& of = aims[whole->second];
    if (!is_level || of.measure != MeasureKind::flow) continue;
    if (!try_convert_unit(1, aims[i].unit, of.unit)) continue;
    aims[i].measure = MeasureKind::flow;
    std::swap(guess->second->chosen, guess->second->others.front());
  }
}

const Aim* aim_on(const Aims& aims, std::int32_t day) {
  const Date date = Date::from_day_number(day);
  const Aim* best = nullptr;
  for (const Aim& aim : aims.all) {
    if (aim.period.last() < date) continue;
    const bool has_day = aim.period.contains(date);
    if (best == nullptr) {
      best = &aim;
    } else if (aims.measure == MeasureKind::flow && has_day &&
               (!best->period.contains(date) || aim.period.days() < best->period.days())) {
      best = &aim;
    }
  }
  if (best != nullptr || aims.all.empty()) return best;
  return &aims.all.back();
}

std::optional<Aim> against(const Aim& aim, std::optional<double> base, MeasureKind measure) {
  if (!aim.is_change) return aim;
  if (!base) return std::nullopt;
  Aim reached = aim;
  reached.is_change = false;
  reached.value = changed(*base, aim.value, aim, measure);
  if (aim.upper) reached.upper = changed(*base, *aim.upper, aim, measure);
  if (reached.upper && *reached.upper < reached.value) std::swap(*reached.upper, reached.value);
  if (aim.target.direction != "decrease") return reached;
  if (aim.target.comparison == Comparison::at_most) reached.comparison = Comparison::at_least;
  if (aim.target.comparison == Comparison::below) reached.comparison = Comparison::above;
  if (aim.target.comparison == Comparison::at_least) reached.comparison = Comparison::at_most;
  if (aim.target.comparison == Comparison::above) reached.comparison = Comparison::below;
  return reached;
}

}  // namespace sauro::inline v0_1::detail
