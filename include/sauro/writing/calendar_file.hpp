#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/plan/schedule.hpp"

namespace sauro::inline v0_1 {

struct CalendarFileOptions {
  int alarm_days = 3;  ///< how many days before it is due an alarm rings
};

/// A schedule as iCalendar (RFC 5545): an event for each due day, a to-do where there is none.
///
///     std::ofstream("lich.ics", std::ios::binary) << sauro::to_icalendar(schedule);
[[nodiscard]] SAURO_API std::string to_icalendar(const Schedule& schedule,
                                                 const CalendarFileOptions& options = {});

/// The schedule with the days to which events of a calendar file were moved that was made from it.
///
/// Events that are gone keep their days. Throws ParseError(unknown_format) for what is no
/// iCalendar, ValidationError(invalid_option) that names all events that belong to no occurrence or
/// have no day.
[[nodiscard]] SAURO_API Schedule moved_by_icalendar(const Schedule& schedule,
                                                    std::string_view text);

/// The identifier of each occurrence in calendar files; it stays the same as long as the plan's
/// title and year, the task and the label do.
[[nodiscard]] SAURO_API std::vector<std::string> event_ids(const Schedule& schedule);

}  // namespace sauro::inline v0_1
