#pragma once

#include "sauro/plan/schedule.hpp"

namespace sauro::inline v0_1::detail {

/// The ids of tasks beside their places, which say the same; only the ids are written.
inline void fill_task_ids(Schedule& schedule) {
  for (ScheduledOccurrence& one : schedule.occurrences) {
    one.task = schedule.tasks[one.task_place].id;
  }
  for (Dependency& link : schedule.dependencies) {
    link.before_task = schedule.tasks[link.before].id;
    link.after_task = schedule.tasks[link.after].id;
  }
}

}  // namespace sauro::inline v0_1::detail
