#include "sauro/calendar/lunar.hpp"

#include <string>

#include "sauro/core/error.hpp"
#include "calendar/lunar_years.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr int last_lunar_year =
    detail::first_lunar_year + static_cast<int>(detail::lunar_years.size()) - 1;

[[noreturn]] void refuse_outside(const std::string& where) {
  throw Error(ErrorCode::outside_calendar, where,
              detail::say("âm lịch chỉ có từ năm âm lịch 1900 đến năm 2199",
                          "the lunar calendar covers the lunar years 1900-2199"));
}

std::uint32_t bits_of(int year) {
  if (year < detail::first_lunar_year || year > last_lunar_year) {
    refuse_outside("lunar year " + std::to_string(year));
  }
  return detail::lunar_years[static_cast<std::size_t>(year - detail::first_lunar_year)];
}

int leap_in(std::uint32_t bits) { return static_cast<int>(bits >> 13U & 0xFU); }

std::int32_t start_of(int year, std::uint32_t bits) {
  return Date(year, 1, 1).day_number() + static_cast<std::int32_t>(bits >> 17U);
}

int month_length(std::uint32_t bits, int position) {
  return 29 + static_cast<int>(bits >> static_cast<unsigned>(position) & 1U);
}

/// Position of a month among the 12 or 13 of its year, or -1.
int position_of(std::uint32_t bits, int month, bool leap) {
  const int repeated = leap_in(bits);
  if (month < 1 || month > 12 || (leap && month != repeated)) return -1;
  return month - 1 + ((leap || (repeated != 0 && month > repeated)) ? 1 : 0);
}

}  // namespace

int leap_month(int lunar_year) { return leap_in(bits_of(lunar_year)); }

Date tet(int lunar_year) {
  return Date::from_day_number(start_of(lunar_year, bits_of(lunar_year)));
}

Date from_lunar(const LunarDate& date) {
  const std::uint32_t bits = bits_of(date.year);
  const int position = position_of(bits, date.month, date.leap_month);
  if (position < 0 || date.day < 1 || date.day > month_length(bits, position)) {
    throw Error(ErrorCode::invalid_date,
                std::to_string(date.day) + "/" + std::to_string(date.month) +
                    (date.leap_month ? " (leap)" : ""),
                detail::say("năm âm lịch {} không có ngày này", "the lunar year {} has no such day",
                            date.year));
  }
  std::int32_t days = start_of(date.year, bits) + date.day - 1;
  for (int i = 0; i < position; ++i) days += month_length(bits, i);
  return Date::from_day_number(days);
}

LunarDate to_lunar(const Date& date) {
  const std::int32_t number = date.day_number();
  int year = date.year();
  if (year > detail::first_lunar_year && year <= last_lunar_year + 1) {
    if (year > last_lunar_year || number < start_of(year, bits_of(year))) --year;
  }
  if (year < detail::first_lunar_year || year > last_lunar_year ||
      number < start_of(year, bits_of(year))) {
    refuse_outside(date.to_iso());
  }
  const std::uint32_t bits = bits_of(year);
  const int repeated = leap_in(bits);
  const int months = repeated != 0 ? 13 : 12;
  std::int32_t rest = number - start_of(year, bits);
  for (int i = 0; i < months; ++i) {
    if (rest < month_length(bits, i)) {
      const bool leap = repeated != 0 && i == repeated;
      const int month = i + 1 - ((repeated != 0 && i >= repeated) ? 1 : 0);
      return {year, month, static_cast<int>(rest) + 1, leap};
    }
    rest -= month_length(bits, i);
  }
  refuse_outside(date.to_iso());
}

}  // namespace sauro::inline v0_1
