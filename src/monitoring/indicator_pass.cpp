#include "monitoring/indicator_pass.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "text/half_digit.hpp"

namespace sauro::inline v0_1::detail {

/// Takes what is known of an indicator, place by place. The figures of a flow aren't kept where
/// its lines are all that is asked for.
void IndicatorPass::read(std::size_t indicator) {
  const LogGroups& values = frame_.values;
  const IndicatorParts& own_parts = frame_.parts;
  const bool is_flow = frame_.aims[indicator].measure == MeasureKind::flow;
  const bool has_own_whole = std::any_of(
      frame_.wholes.begin(), frame_.wholes.end(),
      [&](const Whole& one) { return one.at != nowhere && values.has_figures(indicator, one.at); });
  const bool keeps_figures =
      !is_flow || has_own_whole || !frame_.mergers.empty() || own_parts.has_parts(indicator);
  const std::vector<std::string>& places = values.places();
  const auto bounds = options_.bounds.find(frame_.indicators[indicator].id);
  const MonthBounds month = bounds == options_.bounds.end() ? MonthBounds{} : bounds->second;
  known_.clear();
  lines_.clear();
  clashes_.clear();
  at_.assign(places.size(), nowhere);
  if (is_flow) lines_.reserve(places.size());
  for (std::size_t place = 0; place < places.size(); ++place) {
    if (!values.has_figures(indicator, place)) continue;
    at_[place] = known_.size();
    values.take_figures(indicator, place, figures_, clashes_.emplace_back(), out_.contradictions);
    if (is_flow) lines_.emplace_back(figures_, month);
    known_.push_back({places[place], {}, {}, 0});
    if (keeps_figures) known_.back().figures = figures_;
  }
  own_parts.hold_against(indicator, known_, out_.contradictions);
  merged_.clear();
  for (const auto& [place, merger] : frame_.mergers) {
    MergedPlace& one = merged_[place];
    one.figures = figures_at(known_, frame_.mergers, place);
    if (is_flow) one.line.emplace(one.figures, month);
  }
  nobody_.line.reset();
  if (is_flow) nobody_.line.emplace(nobody_.figures, month);
}

KnownPlace IndicatorPass::known_at(std::size_t known) const {
  const bool is_flow = !lines_.empty();
  return {&known_[known].place, is_flow ? &lines_[known] : nullptr, &known_[known]};
}
KnownPlace IndicatorPass::known_at(const std::string& name, const MergedPlace& merged) {
  return {&name, merged.line ? &*merged.line : nullptr, &merged.figures};
}
KnownPlace IndicatorPass::known_at(const Whole::Part& part) const {
  if (const auto merged = merged_.find(part.name); merged != merged_.end()) {
    return known_at(part.name, merged->second);
  }
  if (part.at == nowhere || at_[part.at] == nowhere) return known_at(part.name, nobody_);
  return known_at(at_[part.at]);
}

/// Where an indicator stands at each place that has values of it; at none where there are none.
void IndicatorPass::add(std::size_t indicator) {
  read(indicator);
  const std::size_t first = out_.standings.size();
  if (frame_.mergers.empty()) {
    for (std::size_t i = 0; i < known_.size(); ++i) {
      add_place(indicator, known_at(i), std::move(clashes_[i]));
    }
  } else {
    add_with_mergers(indicator);
  }
  add_silent(indicator);
  for (const Whole& whole : frame_.wholes) {
    if (!known_.empty()) add_whole(indicator, whole, first);
  }
  if (out_.standings.size() == first) {
    out_.standings.push_back(standing_of(frame_.aims[indicator],
                                         known_at(nobody_.figures.place, nobody_), {}, options_,
                                         memo_, out_.contradictions));
  }
  frame_.allocated.add_sums(indicator, out_.allocations);
}

void IndicatorPass::add_with_mergers(std::size_t indicator) {
  std::map<std::string_view, std::size_t> at;
  for (std::size_t i = 0; i < known_.size(); ++i) at.emplace(known_[i].place, i);
  for (const auto& [place, merged] : merged_) at.emplace(place, known_.size());  // old ones' only
  for (const auto& [name, i] : at) {
    const auto merged = merged_.find(name);
    const bool is_merged = merged != merged_.end();
    if (i == known_.size() && !has_figures(merged->second.figures)) continue;
    auto own = i == known_.size() ? std::vector<Clash>{} : std::move(clashes_[i]);
    add_place(indicator, is_merged ? known_at(merged->first, merged->second) : known_at(i),
              std::move(own));
  }
}

/// Places that were given a target and have sent nothing.
void IndicatorPass::add_silent(std::size_t indicator) {
  std::set<std::string> silent = frame_.allocated.places_of(indicator);
  for (const PlaceFigures& one : known_) silent.erase(one.place);
  for (const Whole& one : frame_.wholes) silent.erase(one.name);
  for (const auto& [place, merger] : frame_.mergers) silent.erase(place);
  for (const std::string& place : silent) add_place(indicator, known_at(place, nobody_), {});
}

void IndicatorPass::add_place(std::size_t indicator, const KnownPlace& place,
                              std::vector<Clash> clashes) {
  const Aims& aims = frame_.allocated.aims_at(indicator, *place.name, own_aims_);
  Standing one = standing_of(aims, place, std::move(clashes), options_, memo_, out_.contradictions);
  if (!frame_.became.contains(*place.name)) out_.standings.push_back(std::move(one));
}

/// Where it stands in the places below another one together; its standings begin at
/// `first_standing`.
void IndicatorPass::add_whole(std::size_t indicator, const Whole& whole,
                              std::size_t first_standing) {
  std::vector<KnownPlace> parts;
  for (const Whole::Part& part : whole.parts) parts.push_back(known_at(part));
  const Aims& aims = frame_.allocated.aims_at(indicator, whole.name, own_aims_);
  Standing sum = standing_of_places(aims, whole.name, parts, options_, memo_, out_.contributions);
  const bool may_have_own = whole.at != nowhere || merged_.contains(whole.name);
  const auto begin = out_.standings.begin() + static_cast<std::ptrdiff_t>(first_standing);
  const auto own = std::find_if(may_have_own ? begin : out_.standings.end(), out_.standings.end(),
                                [&](const auto& one) { return one.place == whole.name; });
  if (own == out_.standings.end()) {
    out_.standings.push_back(std::move(sum));
  } else {
    hold_against(*own, sum, parts);
  }
}

/// A whole with figures of its own against its parts.
void IndicatorPass::hold_against(const Standing& own, const Standing& sum,
                                 const std::vector<KnownPlace>& parts) {
  const auto of = [](const Standing& one) { return one.cumulated ? one.cumulated : one.value; };
  if (own.last != sum.last || !own.last || !of(own) || !of(sum)) return;
  const Date first = own.start ? *own.start : own.first.value_or(*own.last);
  const std::int32_t last = own.last->day_number();
  double slack = half_digit(*of(own));
  for (const KnownPlace& part : parts) {
    for (const Figure& figure : part.figures->figures) {
      const bool counts = figure.last > first.day_number() - 1 && figure.last <= last;
      if (counts) slack += half_digit(figure.value);
    }
  }
  if (std::abs(*of(own) - *of(sum)) <= slack) return;
  std::string names;
  for (const KnownPlace& part : parts) names += (names.empty() ? "" : " + ") + *part.name;
  out_.contradictions.push_back(
      {sum.indicator, own.place, first, *own.last, of(own), of(sum), std::move(names)});
}

}  // namespace sauro::inline v0_1::detail
