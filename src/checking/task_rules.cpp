#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "calendar/official_day.hpp"
#include "checking/findings.hpp"
#include "core/poll.hpp"
#include "phrases/meanings.hpp"
#include "plan/relations.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The last number of "3.1" and what stands before it; -1 where it is none.
std::pair<std::string_view, int> split_number(std::string_view number) {
  const std::size_t dot = number.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? number : number.substr(dot + 1);
  int value = -1;
  const auto result = std::from_chars(last.data(), last.data() + last.size(), value);
  if (result.ec != std::errc() || result.ptr != last.data() + last.size()) value = -1;
  return {dot == std::string_view::npos ? std::string_view() : number.substr(0, dot), value};
}

/// Last day of a task; nothing where it has none.
std::optional<Date> end_of(const Timeframe& timeframe) {
  if (timeframe.due) return timeframe.due;
  if (!timeframe.occurrences.empty()) return timeframe.occurrences.back().due;
  return std::nullopt;
}

void check_parents(const Plan& plan, Collector& out) {
  const std::vector<std::size_t> parents = parents_of(plan);
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
    if (parents[i] == i) continue;
    const Task& parent = plan.tasks[parents[i]];
    const auto due = end_of(plan.tasks[i].timeframe);
    const auto limit = end_of(parent.timeframe);
    if (due && limit && *due > *limit) {
      out.add("time.after_parent", plan.tasks[i],
              {official_day(*due), official_day(*limit), parent.id});
    }
  }
}

void check_chains(const Plan& plan, Collector& out) {
  for (const Order& order : inspection_chains(plan)) {
    const Task& before = plan.tasks[order.before];
    const Task& after = plan.tasks[order.after];
    const auto first = end_of(before.timeframe);
    const auto second = end_of(after.timeframe);
    if (first && second && *second < *first) {
      out.add("time.inspection_order", after,
              {official_day(*second), official_day(*first), before.id});
    }
  }
}

void check_year(const Task& task, int year, Collector& out) {
  const Timeframe& timeframe = task.timeframe;
  const bool over_years = timeframe.kind == TimeframeKind::roadmap ||
                          timeframe.kind == TimeframeKind::open_ended ||
                          timeframe.kind == TimeframeKind::continuous;
  const auto due = end_of(timeframe);
  if (over_years || !due) return;
  const bool starts_later = timeframe.start && timeframe.start->year() > year;
  // what closes a year may be due early in the next one
  const bool ends_outside =
      due->year() < year || due->year() > year + 1 || (due->year() == year + 1 && due->month() > 3);
  if (starts_later || ends_outside) {
    out.add("time.outside_plan", task, {timeframe.text, std::to_string(year)});
  }
}

/// Nothing but reports is due in the last quarter.
void check_year_end(const Plan& plan, int year, Collector& out) {
  const auto at_end = [year](const Date& due) { return due.year() == year && due.month() >= 10; };
  bool any_due = false;
  for (const Task& task : plan.tasks) {
    poll();
    std::vector<Date> dues;
    for (const Occurrence& one : task.timeframe.occurrences) dues.push_back(one.due);
    if (task.timeframe.due) dues.push_back(*task.timeframe.due);
    any_due = any_due || !dues.empty();
    if (std::any_of(dues.begin(), dues.end(), at_end) && !is_report(task)) return;
  }
  if (any_due) out.add("plan.no_year_end", Span{}, {std::to_string(year)});
}

void check_soon(const Plan& plan, const CheckOptions& options, Collector& out) {
  if (!plan.document.date) return;
  const Date& issued = *plan.document.date;
  std::optional<WorkingCalendar> calendar = options.calendar;
  for (const Task& task : plan.tasks) {
    poll();
    const std::optional<Date>& due = task.timeframe.due;
    if (!due || *due < issued) continue;
    if (!calendar) calendar = WorkingCalendar::vietnam();
    if (issued < calendar->first() || *due > calendar->last()) continue;
    const auto days = calendar->count(issued, *due);
    if (days < options.least_working_days) {
      out.add("time.too_soon", task, {official_day(*due), std::to_string(days)});
    }
  }
}

}  // namespace

bool is_report(const Task& task) {
  const bool rhythm = task.timeframe.kind == TimeframeKind::periodic ||
                      task.timeframe.kind == TimeframeKind::occasions;
  const std::string title = fold(task.title);
  const bool says_so = title.find("bao cao") != std::string::npos;
  return says_so && (rhythm || title.find("dinh ky") != std::string::npos);
}

void check_numbers(const Plan& plan, Collector& out) {
  std::map<std::pair<std::string, std::string>, int> last;  // by area, and by number of the parent
  std::set<std::string> seen;
  bool by_area = false;  // numbers that run through all areas don't begin at 1 again
  std::string area;
  for (const Task& task : plan.tasks) {
    poll();
    const std::string here = std::to_string(task.annex) + "|" + task.area;
    if (here != area && !area.empty() && task.number == "1") by_area = true;
    area = here;
  }
  for (const Task& task : plan.tasks) {
    poll();
    if (task.number.empty()) {
      out.add("number.missing", task);
      continue;
    }
    const std::string place =
        std::to_string(task.annex) + "|" + (by_area ? task.area : std::string());
    if (!seen.insert(place + "|" + task.number).second) {
      out.add("number.double", task, {task.number});
      continue;
    }
    const auto [before, value] = split_number(task.number);
    if (value < 0) continue;
    const auto [found, first] = last.try_emplace({place, std::string(before)}, 0);
    if (value > found->second + 1) {
      const std::string start = before.empty() ? "" : std::string(before) + ".";
      out.add("number.gap", task,
              {found->second == 0 ? "đầu" : start + std::to_string(found->second), task.number});
    }
    found->second = std::max(found->second, value);
  }
}

void check_times(const Plan& plan, const CheckOptions& options, Collector& out) {
  check_parents(plan, out);
  check_chains(plan, out);
  for (const Task& task : plan.tasks) {
    poll();
    const auto& [start, due] = std::pair(task.timeframe.start, task.timeframe.due);
    const bool backwards = start && due && *start > *due;
    if (backwards) {
      out.add("time.starts_after_end", task, {official_day(*start), official_day(*due)});
    }
  }
  if (const auto year = times_of(plan).year) {
    for (const Task& task : plan.tasks) check_year(task, *year, out);
    check_year_end(plan, *year, out);
  }
  check_soon(plan, options, out);
}

}  // namespace sauro::inline v0_1::detail
