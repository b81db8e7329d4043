#include "sauro/calendar/period.hpp"

#include <algorithm>
#include <string>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

void expect(int value, int low, int high, const char* what) {
  if (value < low || value > high) {
    throw Error(ErrorCode::invalid_period, std::string(what) + " " + std::to_string(value),
                detail::expected_number(low, high));
  }
}

Period months(int year, int first, int last) {
  return {Date(year, first, 1), Date(year, last, 1).end_of_month()};
}

}  // namespace

Period::Period(Date first, Date last) : first_(first), last_(last) {
  if (last < first) {
    throw Error(ErrorCode::invalid_period, first.to_iso() + ".." + last.to_iso(),
                detail::say("kỳ kết thúc trước khi bắt đầu", "the period ends before it begins"));
  }
}

Period Period::year(int year) { return months(year, 1, 12); }

Period Period::half_year(int year, int half) {
  expect(half, 1, 2, "half-year");
  return months(year, 6 * half - 5, 6 * half);
}

Period Period::quarter(int year, int quarter) {
  expect(quarter, 1, 4, "quarter");
  return months(year, 3 * quarter - 2, 3 * quarter);
}

Period Period::nine_months(int year) { return months(year, 1, 9); }

Period Period::month(int year, int month) {
  expect(month, 1, 12, "month");
  return months(year, month, month);
}

Period Period::week(int year, int week) {
  const Date fourth(year, 1, 4);             // always in week 1
  const int near = std::clamp(week, 0, 54);  // what is further off is no week either
  const Date monday = fourth.plus_days(7 * (near - 1) - fourth.weekday() + 1);
  if (monday.iso_week() != IsoWeek{year, week}) {
    throw Error(ErrorCode::invalid_period, "week " + std::to_string(week),
                detail::say("năm {} không có tuần này", "the year {} has no such week", year));
  }
  return {monday, monday.plus_days(6)};
}

std::optional<Period> Period::intersect(const Period& other) const {
  const Date from = std::max(first_, other.first_);
  const Date to = std::min(last_, other.last_);
  if (to < from) return std::nullopt;
  return Period(from, to);
}

}  // namespace sauro::inline v0_1
