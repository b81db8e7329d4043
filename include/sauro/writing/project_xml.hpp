#pragma once

#include <string>
#include <string_view>

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

/// The schedule with the finish days of a project file that was made from it.
///
/// Tasks that are gone keep their days. Throws ParseError(xml_malformed) for what is no XML,
/// ParseError(xml_doctype) for one with a document type, ValidationError(invalid_option) that names
/// all tasks of another schedule and finishes that are no days.
[[nodiscard]] SAURO_API Schedule moved_by_project_xml(const Schedule& schedule,
                                                      std::string_view text);

}  // namespace sauro::inline v0_1
