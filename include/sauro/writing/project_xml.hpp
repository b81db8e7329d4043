#pragma once

#include <string>

#include "sauro/calendar/working_calendar.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/schedule.hpp"

namespace sauro::inline v0_1 {

/// A schedule as Microsoft Project XML (namespace http://schemas.microsoft.com/project).
///
/// The week's days off and the worked Saturdays of the calendar are exceptions; tasks are scheduled
/// by hand, so that the program leaves the plan's days alone. The task of occurrence i has the UID
/// i + 1; a task of several occurrences gets a summary above them. Throws Error(outside_calendar)
/// where the schedule goes beyond the calendar.
[[nodiscard]] SAURO_API std::string to_project_xml(const Schedule& schedule,
                                                   const WorkingCalendar& calendar);

}  // namespace sauro::inline v0_1
