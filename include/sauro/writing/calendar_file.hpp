#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "sauro/calendar/working_hours.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/schedule.hpp"

namespace sauro::inline v0_1 {

struct CalendarFileOptions {
  int alarm_days = 3;  ///< how many days before it is due an alarm rings
  /// Alarm days are working days of it; days where there is none.
  std::optional<WorkingCalendar> calendar = {};
  WorkingHours hours = {};         ///< an alarm rings when the office opens
  std::optional<Date> as_of = {};  ///< stamps what is new or changed; else the plan's year does
  /// The file that was written before: what changed since has the next SEQUENCE, what is the same
  /// keeps its stamp, what is gone is cancelled.
  std::string_view previous = {};
};

/// A schedule as iCalendar (RFC 5545): an event for each due day, at its time where one is named,
/// and a to-do where there is none.
///
///     std::ofstream("lich.ics", std::ios::binary) << sauro::to_icalendar(schedule);
///
/// Throws ParseError(unknown_format) for a previous file that is no iCalendar.
[[nodiscard]] SAURO_API std::string to_icalendar(const Schedule& schedule,
                                                 const CalendarFileOptions& options = {});

/// The schedule with the days to which events of a calendar file were moved that was made from it.
///
/// Events that are gone or cancelled keep their days. Throws ParseError(unknown_format) for what is
/// no iCalendar, ValidationError(invalid_option) that names all events that belong to no occurrence
/// or have no day.
[[nodiscard]] SAURO_API Schedule moved_by_icalendar(const Schedule& schedule,
                                                    std::string_view text);

/// The identifier of each occurrence in calendar files; it stays the same as long as the plan's
/// title and year, the task and the label do.
[[nodiscard]] SAURO_API std::vector<std::string> event_ids(const Schedule& schedule);

}  // namespace sauro::inline v0_1
