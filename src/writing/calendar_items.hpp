#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sauro::inline v0_1::detail {

/// An event or a to-do of a calendar file.
struct CalendarItem {
  bool is_event = true;  ///< else a to-do
  bool is_cancelled = false;
  std::string id;
  std::string start;
  std::string summary;
  std::string stamp;
  int sequence = 0;
  std::string content;  ///< its lines but for stamp and sequence, those of its alarm too
};

/// What stands in a calendar file; an alarm has members of its own.
///
/// Throws ParseError(unknown_format) for what is no iCalendar.
std::vector<CalendarItem> calendar_items(std::string_view text);

}  // namespace sauro::inline v0_1::detail
