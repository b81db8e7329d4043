#include <algorithm>
#include <map>
#include <tuple>

#include "sauro/scheduling/schedule.hpp"
#include "plan/task_columns.hpp"

namespace sauro::inline v0_1 {
namespace {

Date monday_of(const Date& date) { return date.plus_days(1 - date.weekday()); }

/// Counts by name and id of an agency and a day.
using Counts = std::map<std::tuple<std::string, std::string, Date>, std::int64_t>;

/// Counts what agencies have due by a day that stands for each due day.
template <class DayOf>
Counts counts_by(const Schedule& schedule, DayOf day_of) {
  Counts counts;
  for (const ScheduledOccurrence& one : schedule.occurrences) {
    if (!one.due) continue;
    const ScheduledTask& task = schedule.tasks[one.task_place];
    for (std::size_t i = 0; i < task.leads.size(); ++i) {
      ++counts[{task.lead_names[i], task.leads[i], day_of(*one.due)}];
    }
  }
  return counts;
}

Table counts_table(const Counts& counts, std::string day_name, std::string count_name,
                   std::int64_t above) {
  std::vector<std::string> agencies, names;
  std::vector<Date> days;
  std::vector<std::int64_t> numbers;
  for (const auto& [key, count] : counts) {
    if (count <= above) continue;
    names.push_back(std::get<0>(key));
    agencies.push_back(std::get<1>(key));
    days.push_back(std::get<2>(key));
    numbers.push_back(count);
  }
  return Table({Column::of("agency", agencies), Column::of("agency_name", names),
                Column::of(std::move(day_name), days),
                Column::of(std::move(count_name), std::move(numbers))});
}

}  // namespace

Table occurrences_table(const Schedule& schedule) {
  const auto occurrences = detail::pointers_to(schedule.occurrences);
  detail::PlainColumns columns;
  detail::add_task_columns(columns, detail::tasks_of(schedule, occurrences));
  return columns.add_all(occurrences, {"task"}).take();
}

Table slack_table(const Schedule& schedule, const WorkingCalendar& calendar, const Date& as_of) {
  std::map<std::size_t, std::vector<std::size_t>> next_tasks;
  for (const Dependency& one : schedule.dependencies) next_tasks[one.before].push_back(one.after);
  std::vector<std::vector<Date>> dues(schedule.tasks.size());
  for (const ScheduledOccurrence& one : schedule.occurrences) {
    if (one.due) dues[one.task_place].push_back(*one.due);
  }
  std::vector<const ScheduledOccurrence*> dated;
  std::vector<std::int64_t> left;
  std::vector<std::string> steps;
  std::vector<std::int64_t> to_step;
  std::vector<bool> no_step;
  for (const ScheduledOccurrence& one : schedule.occurrences) {
    if (!one.due) continue;
    dated.push_back(&one);
    left.push_back(calendar.count(as_of, *one.due));
    std::optional<Date> nearest;
    std::string step;
    for (const std::size_t next : next_tasks[one.task_place]) {
      if (dues[next].empty()) continue;
      const Date last = *std::max_element(dues[next].begin(), dues[next].end());
      if (nearest && *nearest <= last) continue;
      nearest = last;
      step = schedule.tasks[next].id;
    }
    steps.push_back(std::move(step));
    no_step.push_back(!nearest);
    to_step.push_back(nearest ? calendar.count(*one.due, *nearest) : 0);
  }
  return detail::PlainColumns()
      .add(detail::tasks_of(schedule, dated), detail::task_column)
      .add(dated, {"occurrence", "due"})
      .add(Column::of("working_days", std::move(left)))
      .add(Column::of("next_task", steps, no_step))
      .add(Column::of("next_working_days", std::move(to_step), no_step))
      .take();
}

Table workload_table(const Schedule& schedule) {
  return counts_table(counts_by(schedule, monday_of), "week", "due", 0);
}

Table crowded_table(const Schedule& schedule, std::size_t most) {
  const auto same_day = [](const Date& day) { return day; };
  const auto above = static_cast<std::int64_t>(std::min<std::size_t>(most, INT32_MAX));
  return counts_table(counts_by(schedule, same_day), "due", "count", above);
}

}  // namespace sauro::inline v0_1
