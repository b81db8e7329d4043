#pragma once

#include "sauro/plan/schedule.hpp"
#include "table/plain_columns.hpp"

namespace sauro::inline v0_1::detail {

/// The tasks of occurrences, one each.
inline std::vector<const ScheduledTask*> tasks_of(
    const Schedule& schedule, const std::vector<const ScheduledOccurrence*>& occurrences) {
  std::vector<const ScheduledTask*> tasks;
  tasks.reserve(occurrences.size());
  for (const ScheduledOccurrence* one : occurrences) {
    tasks.push_back(&schedule.tasks[one->task_place]);
  }
  return tasks;
}

/// The ids of tasks.
inline constexpr auto task_column = Field("task", &ScheduledTask::id, "Id.");

/// What tables of a row an occurrence say of its task: task, title, agency, agency_name, area,
/// area_name.
inline void add_task_columns(PlainColumns& columns,
                             const std::vector<const ScheduledTask*>& tasks) {
  columns.add(tasks, task_column)
      .add(tasks, {"title"})
      .add(tasks, Field("agency", &ScheduledTask::leads, "Ids of who leads it."))
      .add(tasks, Field("agency_name", &ScheduledTask::lead_names, "Their names."))
      .add(tasks, {"area", "area_name"});
}

}  // namespace sauro::inline v0_1::detail
