#pragma once

#include <string>

#include "sauro/calendar/period.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "phrases/time_items.hpp"

namespace sauro::inline v0_1::detail {

/// "Quý II/2026"
std::string label_of(PointUnit unit, int number, int year);

/// The days of a stretch.
Period stretch(PointUnit unit, int number, int year);

/// "31/12/2026" where it is one day, else "1/6/2026 - 7/6/2026".
std::string text_of(const Period& days);

/// A part of a stretch; throws Error where it has no such part.
Period part_of(const Period& whole, const Part& part);

/// The day of a weekday in a week, or the nth of a longer stretch; throws Error where there is
/// none.
Period weekday_in(const Period& whole, const Part& part, int weekday);

/// Which week of a month, from Monday to Sunday; the first and last may be short.
Period calendar_week(const Period& month, int which);

/// "tuần 1", "hạ tuần"
std::string part_name(const Part& part);

/// "thứ Sáu", "Chủ nhật"
std::string weekday_name(int weekday);

[[noreturn]] void no_such_day(const std::string& where);

/// The calendar of the civil service.
const WorkingCalendar& office_calendar();

}  // namespace sauro::inline v0_1::detail
