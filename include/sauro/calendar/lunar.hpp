#pragma once

#include <compare>

#include "sauro/calendar/date.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// A day of the lunar calendar of Viet Nam (UTC+7), lunar years 1900 to 2199.
///
/// The calendar of China (UTC+8) can differ: Tết of 1968, 1985, 2007 and 2030 did or will. Until
/// 1967 Viet Nam's own calendar was computed otherwise: days before 1968 are those of today's rule
/// and can differ by a day or a month from the calendars printed then.
struct LunarDate {
  int year = 0;
  int month = 0;  ///< 1 to 12
  int day = 0;    ///< 1 to 30
  bool leap_month = false;

  friend auto operator<=>(const LunarDate&, const LunarDate&) = default;
};

/// The lunar day of a solar one from 1900-01-31 to the end of lunar year 2199.
///
/// Throws Error(outside_calendar) for other days.
[[nodiscard]] SAURO_API LunarDate to_lunar(const Date& date);

/// The solar day of a lunar one.
///
/// Throws Error(outside_calendar) for other years, Error(invalid_date) where the lunar year has no
/// such month or day.
[[nodiscard]] SAURO_API Date from_lunar(const LunarDate& date);

/// Number of the month that a lunar year repeats, or 0.
///
/// Throws Error(outside_calendar) for other years than 1900 to 2199.
[[nodiscard]] SAURO_API int leap_month(int lunar_year);

/// First day of a lunar year (mùng một Tết); throws as leap_month does.
[[nodiscard]] SAURO_API Date tet(int lunar_year);

}  // namespace sauro::inline v0_1
