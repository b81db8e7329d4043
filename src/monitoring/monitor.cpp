#include "sauro/monitoring/monitor.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include "sauro/core/error.hpp"
#include "monitoring/allocated.hpp"
#include "monitoring/expected.hpp"
#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"
#include "monitoring/indicator_parts.hpp"
#include "monitoring/log_groups.hpp"
#include "monitoring/standing_of.hpp"
#include "text/half_digit.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::Aims;
using detail::Figure;
using detail::KnownPlace;
using detail::PlaceFigures;
using detail::PlaceLine;

constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

/// Several places together.
struct Whole {
  struct Part {
    std::string name;
    std::size_t at = nowhere;  ///< among the places of the log
  };
  std::string name;
  std::size_t at = nowhere;
  std::vector<Part> parts = {};
};

/// A place that was put together of others, at one indicator.
struct MergedPlace {
  PlaceFigures figures;
  std::optional<PlaceLine> line = {};
};

/// Goes through the indicators, and the places of each.
class Monitoring {
 public:
  Monitoring(const std::vector<Indicator>& indicators, const IndicatorLog& log,
             const MonitorOptions& options)
      : indicators_(indicators),
        options_(options),
        log_(log),
        allocated_(indicators, aims_, options, out_.problems) {}

  Monitor run() {
    for (const Indicator& one : indicators_) {
      aims_.push_back(detail::aims_of(one, options_, out_.remarks));
    }
    detail::follow_wholes(indicators_, aims_, out_.remarks);
    detail::LogGroups values(indicators_, log_, aims_, options_, "", out_.problems);
    const detail::IndicatorParts parts(indicators_, aims_, values, options_.as_of);
    const auto below = detail::places_below(options_.parents);
    mergers_ = detail::mergers_until(options_.mergers, options_.as_of);
    for (const auto& [place, merger] : mergers_) {
      for (const std::string& old : merger.places) {
        if (old != place) became_.insert(old);
      }
    }
    values.refuse_late_rows(mergers_);
    allocated_.read(out_.contradictions);
    if (!out_.problems.empty() && options_.on_problem == OnProblem::raise) {
      throw ValidationError(std::move(out_.problems));
    }
    values.sort_rows();
    find_wholes(below, values.places());
    out_.standings.reserve(values.count() + wholes_.size() * indicators_.size());
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
      read(i, values, parts);
      add(i);
      allocated_.add_sums(i, out_.allocations);
    }
    return std::move(out_);
  }

 private:
  void find_wholes(const std::map<std::string, std::vector<std::string>>& below,
                   const std::vector<std::string>& places) {
    const auto at = [&](const std::string& name) {
      const auto found = std::lower_bound(places.begin() + 1, places.end(), name);
      const bool is_there = found != places.end() && *found == name;
      return is_there ? static_cast<std::size_t>(found - places.begin()) : nowhere;
    };
    for (const auto& [place, parts] : below) {
      Whole& whole = wholes_.emplace_back(Whole{place, at(place)});
      for (const std::string& name : parts) {
        if (!became_.contains(name)) whole.parts.push_back({name, at(name)});
      }
    }
  }

  /// Takes what is known of an indicator, place by place. The figures of a flow aren't kept where
  /// its lines are all that is asked for.
  void read(std::size_t indicator, const detail::LogGroups& values,
            const detail::IndicatorParts& own_parts) {
    const bool is_flow = aims_[indicator].measure == MeasureKind::flow;
    const bool has_own_whole = std::any_of(wholes_.begin(), wholes_.end(), [&](const Whole& one) {
      return one.at != nowhere && values.has_figures(indicator, one.at);
    });
    const bool keeps_figures =
        !is_flow || has_own_whole || !mergers_.empty() || own_parts.has_parts(indicator);
    const std::vector<std::string>& places = values.places();
    const auto bounds = options_.bounds.find(indicators_[indicator].id);
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
    for (const auto& [place, merger] : mergers_) {
      MergedPlace& one = merged_[place];
      one.figures = detail::figures_at(known_, mergers_, place);
      if (is_flow) one.line.emplace(one.figures, month);
    }
    nobody_.line.reset();
    if (is_flow) nobody_.line.emplace(nobody_.figures, month);
  }

  [[nodiscard]] KnownPlace known_at(std::size_t known) const {
    const bool is_flow = !lines_.empty();
    return {&known_[known].place, is_flow ? &lines_[known] : nullptr, &known_[known]};
  }
  static KnownPlace known_at(const std::string& name, const MergedPlace& merged) {
    return {&name, merged.line ? &*merged.line : nullptr, &merged.figures};
  }
  [[nodiscard]] KnownPlace known_at(const Whole::Part& part) const {
    if (const auto merged = merged_.find(part.name); merged != merged_.end()) {
      return known_at(part.name, merged->second);
    }
    if (part.at == nowhere || at_[part.at] == nowhere) return known_at(part.name, nobody_);
    return known_at(at_[part.at]);
  }

  /// Where an indicator stands at each place that has values of it; at none where there are none.
  void add(std::size_t indicator) {
    const std::size_t first = out_.standings.size();
    if (mergers_.empty()) {
      for (std::size_t i = 0; i < known_.size(); ++i) {
        add_place(indicator, known_at(i), std::move(clashes_[i]));
      }
    } else {
      add_with_mergers(indicator);
    }
    for (const Whole& whole : wholes_) {
      if (!known_.empty()) add_whole(indicator, whole, first);
    }
    if (!known_.empty()) return;
    out_.standings.push_back(standing_of(aims_[indicator], known_at(nobody_.figures.place, nobody_),
                                         {}, options_, memo_, out_.contradictions));
  }

  void add_with_mergers(std::size_t indicator) {
    std::map<std::string_view, std::size_t> at;
    for (std::size_t i = 0; i < known_.size(); ++i) at.emplace(known_[i].place, i);
    for (const auto& [place, merged] : merged_) at.emplace(place, known_.size());  // old ones' only
    for (const auto& [name, i] : at) {
      const auto merged = merged_.find(name);
      const bool is_merged = merged != merged_.end();
      if (i == known_.size() && !has_figures(merged->second.figures)) continue;
      auto own = i == known_.size() ? std::vector<detail::Clash>{} : std::move(clashes_[i]);
      add_place(indicator, is_merged ? known_at(merged->first, merged->second) : known_at(i),
                std::move(own));
    }
  }

  void add_place(std::size_t indicator, const KnownPlace& place,
                 std::vector<detail::Clash> clashes) {
    const Aims& aims = allocated_.aims_at(indicator, *place.name, own_aims_);
    Standing one =
        standing_of(aims, place, std::move(clashes), options_, memo_, out_.contradictions);
    if (!became_.contains(*place.name)) out_.standings.push_back(std::move(one));
  }

  /// Where it stands in the places below another one together; its standings begin at
  /// `first_standing`.
  void add_whole(std::size_t indicator, const Whole& whole, std::size_t first_standing) {
    std::vector<KnownPlace> parts;
    for (const Whole::Part& part : whole.parts) parts.push_back(known_at(part));
    const Aims& aims = allocated_.aims_at(indicator, whole.name, own_aims_);
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
  void hold_against(const Standing& own, const Standing& sum,
                    const std::vector<KnownPlace>& parts) {
    const auto of = [](const Standing& one) { return one.cumulated ? one.cumulated : one.value; };
    if (own.last != sum.last || !own.last || !of(own) || !of(sum)) return;
    const Date first = own.start ? *own.start : own.first.value_or(*own.last);
    const std::int32_t last = own.last->day_number();
    double slack = detail::half_digit(*of(own));
    for (const KnownPlace& part : parts) {
      for (const Figure& figure : part.figures->figures) {
        const bool counts = figure.last > first.day_number() - 1 && figure.last <= last;
        if (counts) slack += detail::half_digit(figure.value);
      }
    }
    if (std::abs(*of(own) - *of(sum)) <= slack) return;
    std::string names;
    for (const KnownPlace& part : parts) names += (names.empty() ? "" : " + ") + *part.name;
    out_.contradictions.push_back(
        {sum.indicator, own.place, first, *own.last, of(own), of(sum), std::move(names)});
  }

  const std::vector<Indicator>& indicators_;
  const MonitorOptions& options_;
  const IndicatorLog& log_;
  Monitor out_;
  std::vector<Aims> aims_;
  detail::AllocatedTargets allocated_;
  Aims own_aims_;  ///< of the place that is looked at
  std::vector<Whole> wholes_;
  detail::Mergers mergers_;       ///< in force
  std::set<std::string> became_;  ///< places that are part of a new one
  detail::DayMemo memo_;

  // of the indicator that is looked at
  std::vector<PlaceFigures> known_;                  ///< by name of the place
  std::vector<PlaceLine> lines_;                     ///< of a flow, by known place
  std::vector<std::vector<detail::Clash>> clashes_;  ///< the same
  std::vector<std::size_t> at_;                      ///< by place of the log, that in known_
  std::vector<Figure> figures_;                      ///< of the place that is read
  std::map<std::string, MergedPlace, std::less<>> merged_;
  MergedPlace nobody_ = {};  ///< a place without figures
};

/// Days of months by name as those that they are.
void move_back(Monitor& seen, const detail::ReportedMonths& months) {
  const auto move = [&](Date& day) { day = Date::from_day_number(months.real(day.day_number())); };
  for (Standing& one : seen.standings) {
    for (std::optional<Date>* day : {&one.first, &one.last, &one.start}) {
      if (*day) move(**day);
    }
  }
  for (Contradiction& one : seen.contradictions) {
    move(one.first);
    move(one.last);
  }
}

}  // namespace

Monitor monitor(const std::vector<Indicator>& indicators, const IndicatorLog& log,
                const MonitorOptions& options) {
  detail::check_options(indicators, options);
  const detail::ReportedMonths months(options.cut_off_day);
  MonitorOptions named = options;
  named.as_of = Date::from_day_number(months.named(options.as_of.day_number()));
  for (auto& [place, merger] : named.mergers) {
    merger.since = Date::from_day_number(months.named_first(merger.since.day_number()));
  }
  Monitor seen = Monitoring(indicators, log, named).run();
  seen.as_of = options.as_of;
  if (!months.are_calendar()) move_back(seen, months);
  return seen;
}

}  // namespace sauro::inline v0_1
