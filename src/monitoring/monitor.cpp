#include "sauro/monitoring/monitor.hpp"

#include <algorithm>
#include <cmath>
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
    below_ = detail::places_below(options_.parents);
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
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
      add(i, values, parts);
      allocated_.add_sums(i, out_.allocations);
    }
    return std::move(out_);
  }

 private:
  /// Where an indicator stands at each place that has values of it; at none where there are none.
  void add(std::size_t indicator, const detail::LogGroups& values,
           const detail::IndicatorParts& own_parts) {
    std::vector<std::vector<detail::Clash>> clashes;
    const std::vector<detail::PlaceFigures> known =
        values.figures_of(indicator, clashes, out_.contradictions);
    own_parts.hold_against(indicator, known, out_.contradictions);
    const std::size_t first = out_.standings.size();
    std::map<std::string_view, std::size_t> at;
    for (std::size_t i = 0; i < known.size(); ++i) at.emplace(known[i].place, i);
    for (const auto& [place, merger] : mergers_) at.emplace(place, known.size());  // old ones' only
    for (const auto& [name, i] : at) {
      const std::string place(name);
      const bool is_merged = mergers_.contains(place);
      const detail::PlaceFigures merged =
          is_merged ? detail::figures_at(known, mergers_, place) : detail::PlaceFigures{};
      if (i == known.size() && !detail::has_figures(merged)) continue;
      auto own = i == known.size() ? std::vector<detail::Clash>{} : std::move(clashes[i]);
      Standing one = detail::standing_of(aims_at(indicator, place), is_merged ? merged : known[i],
                                         std::move(own), options_, out_.contradictions);
      if (!became_.contains(place)) out_.standings.push_back(std::move(one));
    }
    for (const auto& [place, parts] : below_) {
      if (!known.empty()) add_whole(indicator, place, parts, known, first);
    }
    if (!known.empty()) return;
    out_.standings.push_back(
        detail::standing_of(aims_[indicator], {}, {}, options_, out_.contradictions));
  }

  const Aims& aims_at(std::size_t indicator, const std::string& place) {
    return allocated_.aims_at(indicator, place, own_aims_);
  }

  /// Where it stands in the places below another one together; its standings begin at
  /// `first_standing`.
  void add_whole(std::size_t indicator, const std::string& place,
                 const std::vector<std::string>& below,
                 const std::vector<detail::PlaceFigures>& known, std::size_t first_standing) {
    std::vector<detail::PlaceFigures> parts;
    for (const std::string& name : below) {
      if (!became_.contains(name)) parts.push_back(detail::figures_at(known, mergers_, name));
    }
    Standing whole = detail::standing_of_places(aims_at(indicator, place), place, parts, options_,
                                                out_.contributions);
    const auto own =
        std::find_if(out_.standings.begin() + static_cast<std::ptrdiff_t>(first_standing),
                     out_.standings.end(), [&](const auto& one) { return one.place == place; });
    if (own == out_.standings.end()) {
      out_.standings.push_back(std::move(whole));
      return;
    }
    const auto of = [](const Standing& one) { return one.cumulated ? one.cumulated : one.value; };
    if (own->last != whole.last || !own->last || !of(*own) || !of(whole)) return;
    const Date first = own->start ? *own->start : own->first.value_or(*own->last);
    const std::int32_t last = own->last->day_number();
    double slack = detail::half_digit(*of(*own));
    for (const auto& part : parts) {
      for (const Figure& figure : part.figures) {
        const bool counts = figure.last > first.day_number() - 1 && figure.last <= last;
        if (counts) slack += detail::half_digit(figure.value);
      }
    }
    if (std::abs(*of(*own) - *of(whole)) <= slack) return;
    std::string names;
    for (const auto& part : parts) names += (names.empty() ? "" : " + ") + part.place;
    out_.contradictions.push_back(
        {whole.indicator, place, first, *own->last, of(*own), of(whole), std::move(names)});
  }

  const std::vector<Indicator>& indicators_;
  const MonitorOptions& options_;
  const IndicatorLog& log_;
  Monitor out_;
  std::vector<Aims> aims_;
  detail::AllocatedTargets allocated_;
  Aims own_aims_;  ///< of the place that is looked at
  std::map<std::string, std::vector<std::string>> below_;
  detail::Mergers mergers_;       ///< in force
  std::set<std::string> became_;  ///< places that are part of a new one
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
