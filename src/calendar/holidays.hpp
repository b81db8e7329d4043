#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sauro/calendar/working_calendar.hpp"

namespace sauro::inline v0_1::detail {

/// A day off or a worked rest day; texts are shared by index, since most repeat each year.
struct Mark {
  std::int32_t day;
  DayKind kind;
  std::uint16_t name;
  std::uint16_t decision;
  bool projected;
};

/// Marks of a range of years, in order of days.
struct Marks {
  std::vector<std::string> texts;
  std::vector<Mark> marks;
};

/// Days of Viet Nam by law and decisions; throws ValidationError with all conflicts.
Marks vietnam_marks(const VietnamOptions& options);

/// Days of the user's own; throws ValidationError with all conflicts.
Marks custom_marks(const CustomOptions& options);

}  // namespace sauro::inline v0_1::detail
