#include "phrases/stretches.hpp"

#include <algorithm>
#include <array>

#include "sauro/core/error.hpp"
#include "calendar/official_day.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {

std::string label_of(PointUnit unit, int number, int year) {
  constexpr std::array<const char*, 5> roman = {"", "I", "II", "III", "IV"};
  const std::string in_year = std::to_string(year);
  switch (unit) {
    case PointUnit::week:
      return "Tuần " + std::to_string(number) + "/" + in_year;
    case PointUnit::month:
      return "Tháng " + std::to_string(number) + "/" + in_year;
    case PointUnit::quarter:
      return std::string("Quý ") + roman[static_cast<std::size_t>(number)] + "/" + in_year;
    case PointUnit::half:
      return (number == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + in_year;
    case PointUnit::nine:
      return "9 tháng năm " + in_year;
    default:
      return "Năm " + in_year;
  }
}

Period stretch(PointUnit unit, int number, int year) {
  switch (unit) {
    case PointUnit::week:
      return Period::week(year, number);
    case PointUnit::month:
      return Period::month(year, number);
    case PointUnit::quarter:
      return Period::quarter(year, number);
    case PointUnit::half:
      return Period::half_year(year, number);
    case PointUnit::nine:
      return Period::nine_months(year);
    default:
      return Period::year(year);
  }
}

[[noreturn]] void no_such_day(const std::string& where) {
  throw Error(ErrorCode::invalid_date, where, say("không có ngày như vậy", "there is no such day"));
}

/// Made once: only few phrases ask for it.
const WorkingCalendar& office_calendar() {
  static const WorkingCalendar calendar = WorkingCalendar::vietnam();
  return calendar;
}

std::string part_name(const Part& part) {
  switch (part.unit) {
    case PartUnit::week:
      if (part.count > 1) {
        return std::to_string(part.count) + (part.number == last_part ? " tuần cuối" : " tuần đầu");
      }
      return part.number == last_part ? "tuần cuối" : "tuần " + std::to_string(part.number);
    case PartUnit::ten_days:
      return part.number == last_part ? "hạ tuần" : part.number == 1 ? "thượng tuần" : "trung tuần";
    case PartUnit::half:
      return part.number == last_part ? "nửa cuối tháng" : "nửa đầu tháng";
    default:
      return part.number == last_part ? "tháng cuối" : "tháng đầu";
  }
}

std::string weekday_name(int weekday) {
  constexpr std::array<const char*, 8> names = {"",        "thứ Hai", "thứ Ba",  "thứ Tư",
                                                "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
  return names[static_cast<std::size_t>(weekday)];
}

/// The day of a weekday in a week, or the nth of a longer stretch.
Period weekday_in(const Period& whole, const Part& part, int weekday) {
  constexpr int week = 7;
  if (part.number == last_part) {
    const Date last = whole.last();
    const Date day = last.plus_days(-((last.weekday() - weekday + week) % week));
    return {day, day};
  }
  const int weeks = part.unit == PartUnit::weekday ? part.number - 1 : 0;
  const Date first = whole.first();
  const Date day = first.plus_days((weekday - first.weekday() + week) % week + week * weeks);
  if (!whole.contains(day)) no_such_day(weekday_name(weekday) + ", " + text_of(whole));
  return {day, day};
}

namespace {

Period days_between(const Date& first, std::int64_t count, const Period& whole) {
  const Date last = first.plus_days(count - 1);
  if (!whole.contains(first)) no_such_day(text_of(whole));
  return {first, std::min(last, whole.last())};
}

}  // namespace

/// Which week of a month, from Monday to Sunday; the first and last may be short.
Period calendar_week(const Period& month, int which) {
  constexpr int week = 7;
  const bool last = which == last_part;
  const Date inside = last ? month.last() : month.first().plus_days(week * (which - 1));
  const Date monday = inside.plus_days(1 - inside.weekday());
  return {std::max(monday, month.first()), std::min(monday.plus_days(week - 1), month.last())};
}

std::string text_of(const Period& days) {
  const std::string last = official_day(days.last());
  return days.first() == days.last() ? last : official_day(days.first()) + " - " + last;
}

Period part_of(const Period& whole, const Part& part) {
  const bool last = part.number == last_part;
  const Date first = whole.first();
  const Date end = whole.last();
  switch (part.unit) {
    case PartUnit::day:
      return last ? Period(end.plus_days(1 - part.count), end)
                  : days_between(first, part.count, whole);
    case PartUnit::working_day: {
      const Date day =
          last ? office_calendar().on_or_before(end) : office_calendar().on_or_after(first);
      return {day, day};
    }
    case PartUnit::week: {
      constexpr int week = 7;
      const int days = week * part.count;
      return last ? Period(end.plus_days(1 - days), end)
                  : days_between(first.plus_days(week * (part.number - 1)), days, whole);
    }
    case PartUnit::ten_days: {
      constexpr int days = 10;
      return last ? Period(first.plus_days(2 * days), end)
                  : days_between(first.plus_days(days * (part.number - 1)), days, whole);
    }
    case PartUnit::half: {
      constexpr int middle = 15;  // Civil Code 2015, art. 146(2)
      return last ? Period(first.plus_days(middle), end) : days_between(first, middle, whole);
    }
    case PartUnit::month: {
      const Date month = last ? end : first.plus_months(part.number - 1);
      return Period::month(month.year(), month.month());
    }
    case PartUnit::weekday:
    case PartUnit::none:
      break;
  }
  return whole;
}

}  // namespace sauro::inline v0_1::detail
