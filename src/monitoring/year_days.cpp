#include "monitoring/year_days.hpp"

#include <cstddef>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/period.hpp"

namespace sauro::inline v0_1::detail {

std::int32_t year_earlier(std::int32_t day) {
  const Date date = Date::from_day_number(day);
  const Date last_of_month = Period::month(date.year() - 1, date.month()).last();
  const bool is_last = Date::from_day_number(day + 1).day() == 1;
  if (is_last || date.day() > last_of_month.day()) return last_of_month.day_number();
  return Date(date.year() - 1, date.month(), date.day()).day_number();
}

void DayMemo::work_out(std::int32_t day) {
  constexpr int march = 3;
  constexpr int first_year = 1400;  // of days at all; nothing is known before
  const int year = Date::from_day_number(day).year();
  days_.last = Date(year, 12, 31).day_number();
  days_.last_of_quarter = Period::month(year, march).last().day_number();
  for (int back = 0; back <= YearDays::years; ++back) {
    const auto at = static_cast<std::size_t>(back);
    const bool is_there = year - back > first_year;
    const std::int32_t none = back == 0 ? day : days_.earlier[at - 1];
    days_.before[at] = is_there ? Date(year - back - 1, 12, 31).day_number() : none;
    days_.earlier[at] = back == 0 || !is_there ? none : year_earlier(none);
  }
  days_.day = day;
}

}  // namespace sauro::inline v0_1::detail
