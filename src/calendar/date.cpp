#include "sauro/calendar/date.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

using boost::gregorian::gregorian_calendar;

constexpr int first_boost_year = 1400;
constexpr int last_year = 9999;

constexpr std::int64_t span_of_days = 4'000'000;  // more than there are from 1400 to 9999

int last_day_of(int year, int month) noexcept {
  return static_cast<int>(gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year),
                                                               static_cast<unsigned short>(month)));
}

bool is_real(int year, int month, int day) noexcept {
  return year >= first_boost_year && year <= last_year && month >= 1 && month <= 12 && day >= 1 &&
         day <= last_day_of(year, month);
}

[[noreturn]] void throw_outside(const std::string& what) {
  throw Error(
      ErrorCode::invalid_date, what,
      detail::say("kết quả nằm ngoài các năm 1400-9999", "leads out of the years 1400-9999"));
}

/// 1970-01-01 as Boost counts days.
constexpr std::int32_t epoch = 2440588;

std::int32_t number_of(int year, int month, int day) noexcept {
  const auto days = gregorian_calendar::day_number({static_cast<unsigned short>(year),
                                                    static_cast<unsigned short>(month),
                                                    static_cast<unsigned short>(day)});
  return static_cast<std::int32_t>(days) - epoch;
}

std::int32_t checked(int year, int month, int day) {
  if (!is_real(year, month, day)) {
    char text[48];
    std::snprintf(text, sizeof text, "%d-%d-%d", year, month, day);
    throw Error(
        ErrorCode::invalid_date, text,
        detail::say("lịch không có ngày này; cần năm 1400-9999, tháng 1-12 và ngày có trong "
                    "tháng đó",
                    "the calendar has no such day; expected a year 1400-9999, a month 1-12 "
                    "and a day of that month"));
  }
  return number_of(year, month, day);
}

/// The number as one of a day from 1400 to 9999.
std::int32_t checked(std::int64_t days) {
  static const std::int32_t low = number_of(first_boost_year, 1, 1);
  static const std::int32_t high = number_of(last_year, 12, 31);
  if (days < low || days > high) {
    throw Error(ErrorCode::invalid_date, std::to_string(days),
                detail::say("số thứ tự của ngày nằm ngoài các năm 1400-9999",
                            "the day number lies outside the years 1400-9999"));
  }
  return static_cast<std::int32_t>(days);
}

template <class Int>
bool read_digits(std::string_view text, Int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

Date::Date(int year, int month, int day) : days_(checked(year, month, day)) {}

Date::Date(std::chrono::sys_days days) : days_(checked(days.time_since_epoch().count())) {}

std::optional<Date> Date::try_make(int year, int month, int day) noexcept {
  if (!is_real(year, month, day)) {
    return std::nullopt;
  }
  return Date(year, month, day);
}

Date Date::from_iso(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' && text[0] != '-' &&
                      read_digits(text.substr(0, 4), year) &&
                      read_digits(text.substr(5, 2), month) && read_digits(text.substr(8, 2), day);
  if (!shaped || !is_real(year, month, day)) {
    throw Error(
        ErrorCode::invalid_date, std::string(text),
        detail::say("cần một ngày có thật dạng YYYY-MM-DD", "expected a real day as YYYY-MM-DD"));
  }
  return Date(year, month, day);
}

Date Date::from_day_number(std::int32_t days) { return Date(checked(days)); }

YearMonthDay Date::year_month_day() const noexcept {
  const auto ymd = gregorian_calendar::from_day_number(static_cast<std::uint32_t>(days_ + epoch));
  return {static_cast<int>(ymd.year), static_cast<int>(ymd.month), static_cast<int>(ymd.day)};
}

IsoWeek Date::iso_week() const {
  const std::int32_t thursday = day_number() - weekday() + 4;
  const int year_of_week = Date::from_day_number(thursday).year();
  const std::int32_t first = Date(year_of_week, 1, 1).day_number();
  return {year_of_week, static_cast<int>((thursday - first) / 7) + 1};
}

Date Date::plus_days(std::int64_t days) const {
  if (days > span_of_days || days < -span_of_days) throw_outside(std::to_string(days) + " days");
  return from_day_number(static_cast<std::int32_t>(day_number() + days));
}

Date Date::plus_months(std::int64_t months) const {
  if (months > span_of_days || months < -span_of_days) {
    throw_outside(std::to_string(months) + " months");
  }
  const auto [year, month, day] = year_month_day();
  const std::int64_t index = std::int64_t{year} * 12 + month - 1 + months;
  const auto to_year = static_cast<int>(index / 12);
  const auto to_month = static_cast<int>(index % 12) + 1;
  if (index < 0 || to_year < first_boost_year || to_year > last_year) {
    throw_outside(to_iso() + " plus " + std::to_string(months) + " months");
  }
  return {to_year, to_month, std::min(day, last_day_of(to_year, to_month))};
}

Date Date::end_of_month() const {
  const auto [year, month, day] = year_month_day();
  return {year, month, last_day_of(year, month)};
}

std::string Date::to_iso() const {
  const auto [year, month, day] = year_month_day();
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
  return text;
}

}  // namespace sauro::inline v0_1
