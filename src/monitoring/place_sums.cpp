#include "monitoring/place_sums.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "phrases/mean_words.hpp"

namespace sauro::inline v0_1::detail {

bool adds_over_places(const Aims& aims) {
  return aims.measure == MeasureKind::level && adds_up(aims.indicator->name, aims.unit);
}

std::map<std::string, std::vector<std::string>> places_below(const Parents& parents) {
  std::set<std::string, std::less<>> inner;
  for (const auto& [place, parent] : parents) inner.insert(parent);
  std::map<std::string, std::vector<std::string>> below;
  std::vector<Problem> problems;
  for (const auto& [place, parent] : parents) {
    std::size_t depth = 0;
    for (auto at = parents.find(place); at != parents.end() && depth <= parents.size(); ++depth) {
      if (!inner.contains(place)) below[at->second].push_back(place);
      at = parents.find(at->second);
    }
    if (depth <= parents.size()) continue;
    const Bilingual text = say("nơi “{}” nằm trong chính nó", "\"{}\" is below itself", place);
    problems.push_back({ErrorCode::invalid_option, "parents", text.vi, text.en});
  }
  if (!problems.empty()) throw ValidationError(std::move(problems));
  return below;
}

Mergers mergers_until(const Mergers& mergers, Date day) {
  std::vector<Problem> problems;
  const auto refuse = [&](const std::string& place, Bilingual what) {
    problems.push_back(
        {ErrorCode::invalid_option, "mergers: " + place, std::move(what.vi), std::move(what.en)});
  };
  std::map<std::string, std::string, std::less<>> became;
  for (const auto& [place, merger] : mergers) {
    if (merger.places.empty()) refuse(place, say("không nêu nơi cũ nào", "it names no old place"));
    for (const std::string& old : merger.places) {
      if (old == place) continue;  // the new one has kept a name
      const auto [found, is_new] = became.try_emplace(old, place);
      if (is_new) continue;
      refuse(place, say("“{}” đã nhập vào “{}”", "\"{}\" became part of \"{}\" already", old,
                        found->second));
    }
  }
  for (const auto& [old, place] : became) {
    std::size_t depth = 0;
    for (auto at = became.find(old); at != became.end() && depth <= became.size(); ++depth) {
      at = became.find(at->second);
    }
    if (depth > became.size()) {
      refuse(place, say("“{}” nhập vào chính nó", "\"{}\" became part of itself", old));
    }
  }
  if (!problems.empty()) throw ValidationError(std::move(problems));
  Mergers known;
  for (const auto& [place, merger] : mergers) {
    if (merger.since <= day) known.emplace(place, merger);
  }
  return known;
}

std::vector<Figure> joint_figures(const Aims& aims, const std::vector<PlaceFigures>& places) {
  struct Joint {
    Figure sum;
    std::size_t places = 0;
    double part = 0;
    double whole = 0;
  };
  std::map<std::pair<std::int32_t, std::int32_t>, Joint> periods;
  for (const PlaceFigures& one : places) {
    for (const Figure& figure : one.figures) {
      const auto [found, is_new] =
          periods.try_emplace({begin_of(figure), figure.last}, Joint{figure, 0, 0, 0});
      Joint& joint = found->second;
      if (!is_new) {
        joint.sum.value += figure.value;
        joint.sum.known = std::max(joint.sum.known, figure.known);
        if (figure.state == ValueState::estimated) joint.sum.state = figure.state;
      }
      joint.part += figure.part;
      joint.whole += figure.whole;
      ++joint.places;
    }
  }
  const bool adds = adds_over_places(aims);
  std::vector<Figure> figures;
  for (const auto& [period, joint] : periods) {
    const double ratio = joint.part / joint.whole;
    const bool is_ratio = aims.measure == MeasureKind::ratio && ratio == ratio;
    if (joint.places < places.size() || (!adds && !is_ratio)) continue;
    figures.push_back(joint.sum);
    if (is_ratio) figures.back().value = ratio * (aims.unit.starts_with('%') ? 100 : 1);
  }
  return figures;
}

PlaceFigures figures_at(const std::vector<PlaceFigures>& known, const Mergers& mergers,
                        const std::string& place) {
  const auto found =
      std::lower_bound(known.begin(), known.end(), place,
                       [](const auto& one, const std::string& at) { return one.place < at; });
  const bool is_known = found != known.end() && found->place == place;
  PlaceFigures all = is_known ? *found : PlaceFigures{place, {}, {}, 0};
  const auto merger = mergers.find(place);
  if (merger == mergers.end()) return all;
  all.merged_after = merger->second.since.day_number() - 1;
  for (const std::string& old : merger->second.places) {
    if (old != place) {
      all.before.push_back(figures_at(known, mergers, old));
      continue;
    }
    PlaceFigures former{place, {}, {}, 0};  // of the same name
    const auto is_former = [&](const Figure& one) { return one.last <= all.merged_after; };
    std::copy_if(all.figures.begin(), all.figures.end(), std::back_inserter(former.figures),
                 is_former);
    std::erase_if(all.figures, is_former);
    all.before.push_back(std::move(former));
  }
  return all;
}

bool has_figures(const PlaceFigures& place) {
  return !place.figures.empty() ||
         std::any_of(place.before.begin(), place.before.end(), has_figures);
}

std::vector<Figure> figures_through(const Aims& aims, const PlaceFigures& place) {
  if (place.before.empty()) return place.figures;
  std::vector<PlaceFigures> old;
  for (const PlaceFigures& one : place.before) {
    old.push_back({one.place, figures_through(aims, one), {}, 0});
  }
  std::vector<Figure> figures = place.figures;
  for (const Figure& figure : joint_figures(aims, old)) {
    const auto is_same = [&](const Figure& own) {
      return begin_of(own) == begin_of(figure) && own.last == figure.last;
    };
    const bool is_own = std::any_of(place.figures.begin(), place.figures.end(), is_same);
    if (figure.last <= place.merged_after && !is_own) figures.push_back(figure);
  }
  return figures;
}

PlaceLine::PlaceLine(const PlaceFigures& place, const MonthBounds& month)
    : own_(place.figures, month), merged_after_(place.merged_after) {
  for (const PlaceFigures& one : place.before) {
    before_.emplace_back(one, month);
    names_.push_back(one.place);
  }
}

/// What is known of its own decides; else each side of its first day has its own figures.
AmountRange PlaceLine::between_sides(std::int32_t from, std::int32_t to) const {
  const AmountRange own = own_.between(from, to);
  if (from >= merged_after_ || own.exact()) return own;
  const AmountRange earlier = FlowSum(before_).between(from, std::min(to, merged_after_));
  if (to <= merged_after_) return earlier;
  const AmountRange later = own_.between(merged_after_, to);
  AmountRange sum;
  if (earlier.low && later.low) sum.low = without_dust(*earlier.low + *later.low);
  if (earlier.high && later.high) sum.high = without_dust(*earlier.high + *later.high);
  return sum;
}

std::optional<std::int32_t> PlaceLine::last_day(std::int32_t to) const {
  const auto own = own_.last_day(to);
  return own || before_.empty() ? own : FlowSum(before_).last_day(std::min(to, merged_after_));
}

std::optional<std::int32_t> PlaceLine::day_before(std::int32_t last) const {
  const auto own = own_.day_before(last);
  return own || before_.empty() ? own : FlowSum(before_).day_before(last);
}

bool PlaceLine::is_estimated(std::int32_t from, std::int32_t to) const {
  return own_.is_estimated(from, to) ||
         (!before_.empty() && FlowSum(before_).is_estimated(from, std::min(to, merged_after_)));
}

std::vector<std::string> PlaceLine::lacking(std::int32_t from, std::int32_t to) const {
  std::vector<std::string> names;
  if (before_.empty() || from >= merged_after_ || own_.between(from, to).exact()) return names;
  for (std::size_t i = 0; i < before_.size(); ++i) {
    if (!before_[i].between(from, std::min(to, merged_after_)).exact()) names.push_back(names_[i]);
  }
  return names;
}

AmountRange FlowSum::between(std::int32_t from, std::int32_t to) const {
  AmountRange sum{0, 0};
  for (const PlaceLine* line : lines_) {
    const AmountRange one = line->between(from, to);
    sum.low = sum.low && one.low ? std::optional(*sum.low + *one.low) : std::nullopt;
    sum.high = sum.high && one.high ? std::optional(*sum.high + *one.high) : std::nullopt;
  }
  if (sum.low) sum.low = without_dust(*sum.low);
  if (sum.high) sum.high = without_dust(*sum.high);
  return sum;
}

std::optional<std::int32_t> FlowSum::last_day(std::int32_t to) const {
  std::optional<std::int32_t> last;
  for (const PlaceLine* line : lines_) last = std::max(last, line->last_day(to));
  return last;
}

std::optional<std::int32_t> FlowSum::day_before(std::int32_t last) const {
  std::optional<std::int32_t> before;
  for (const PlaceLine* line : lines_) before = std::max(before, line->day_before(last));
  return before;
}

bool FlowSum::is_estimated(std::int32_t from, std::int32_t to) const {
  return std::any_of(lines_.begin(), lines_.end(),
                     [&](const PlaceLine* line) { return line->is_estimated(from, to); });
}

}  // namespace sauro::inline v0_1::detail
