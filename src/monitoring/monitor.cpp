#include "sauro/monitoring/monitor.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "core/parallel.hpp"
#include "monitoring/allocated.hpp"
#include "monitoring/expected.hpp"
#include "monitoring/horizons.hpp"
#include "monitoring/indicator_parts.hpp"
#include "monitoring/indicator_pass.hpp"
#include "monitoring/log_groups.hpp"
#include "monitoring/reported_months.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::MonitorFrame;
using detail::Whole;

constexpr std::size_t rows_a_thread = 100'000;
constexpr unsigned most_threads = 2;

/// The places that are put together, each with its place in the log.
std::vector<Whole> wholes_of(const MonitorFrame& frame,
                             const std::map<std::string, std::vector<std::string>>& below) {
  const std::vector<std::string>& places = frame.values.places();
  const auto at = [&](const std::string& name) {
    const auto found = std::lower_bound(places.begin() + 1, places.end(), name);
    const bool is_there = found != places.end() && *found == name;
    return is_there ? static_cast<std::size_t>(found - places.begin()) : detail::nowhere;
  };
  std::vector<Whole> wholes;
  for (const auto& [place, parts] : below) {
    Whole& whole = wholes.emplace_back(Whole{place, at(place)});
    for (const std::string& name : parts) {
      if (!frame.became.contains(name)) whole.parts.push_back({name, at(name)});
    }
  }
  return wholes;
}

template <class Item>
void append(std::vector<Item>& all, std::vector<Item> more) {
  if (all.empty()) {
    all = std::move(more);
  } else {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
  }
}

/// The indicators one after the other, in runs of them side by side; in the order of the plan.
void add_all(const MonitorFrame& frame, std::int64_t rows, Monitor& out) {
  const std::size_t count = frame.indicators.size();
  if (count == 0) return;
  const std::size_t standings = frame.values.count() + frame.wholes.size() * count;
  std::size_t contributions = 0;
  for (const Whole& whole : frame.wholes) contributions += whole.parts.size() * count;
  const std::size_t at_least = 1 + count * rows_a_thread / (static_cast<std::size_t>(rows) + 1);
  std::mutex guard;
  std::map<std::size_t, Monitor> runs;  // by the first of their indicators
  detail::parallel(count, at_least, most_threads, [&](std::size_t from, std::size_t to) {
    detail::IndicatorPass pass(frame);
    const bool takes_the_rest = from == 0;  // the others are put behind it
    const std::size_t part = takes_the_rest ? count : to - from;
    pass.expect(standings * part / count, contributions * part / count);
    for (std::size_t i = from; i < to; ++i) pass.add(i);
    const std::scoped_lock lock(guard);
    runs.emplace(from, pass.take());
  });
  for (auto& [from, run] : runs) {
    append(out.standings, std::move(run.standings));
    append(out.contradictions, std::move(run.contradictions));
    append(out.contributions, std::move(run.contributions));
    append(out.allocations, std::move(run.allocations));
  }
}

Monitor monitored(const std::vector<Indicator>& indicators, const IndicatorLog& log,
                  const MonitorOptions& options) {
  Monitor out;
  std::vector<detail::Aims> aims;
  for (const Indicator& one : indicators) {
    aims.push_back(detail::aims_of(one, options, out.remarks));
  }
  detail::follow_wholes(indicators, aims, out.remarks);
  detail::AllocatedTargets allocated(indicators, aims, options, out.problems);
  detail::LogGroups values(indicators, log, aims, options, "", out.problems);
  const detail::IndicatorParts parts(indicators, aims, values, options.as_of);
  MonitorFrame frame{indicators, options, aims, values, parts, allocated};
  const auto below = detail::places_below(options.parents);
  frame.mergers = detail::mergers_until(options.mergers, options.as_of);
  for (const auto& [place, merger] : frame.mergers) {
    for (const std::string& old : merger.places) {
      if (old != place) frame.became.insert(old);
    }
  }
  values.refuse_late_rows(frame.mergers);
  allocated.read(out.contradictions);
  if (!out.problems.empty() && options.on_problem == OnProblem::raise) {
    throw ValidationError(std::move(out.problems));
  }
  values.sort_rows();
  frame.wholes = wholes_of(frame, below);
  add_all(frame, log.size(), out);
  return out;
}

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
  Monitor seen = monitored(indicators, log, named);
  seen.as_of = options.as_of;
  if (!months.are_calendar()) move_back(seen, months);
  return seen;
}

}  // namespace sauro::inline v0_1
