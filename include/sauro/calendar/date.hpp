#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// A week of ISO 8601: it begins on Monday, and week 1 holds the first Thursday of its year.
struct IsoWeek {
  int year = 1970;
  int week = 1;  ///< 1 to 53

  friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};

/// Year, month and day of a date.
struct YearMonthDay {
  int year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31

  friend auto operator<=>(const YearMonthDay&, const YearMonthDay&) = default;
};

/// A day of the Gregorian calendar; always a real one ("no date" is std::optional<Date>).
///
/// Years 1400 to 9999, as in Boost.Date_Time, to which `calendar/boost.hpp` converts. Four bytes.
class SAURO_API Date {
 public:
  /// The day `year`-`month`-`day`.
  ///
  /// Throws Error(invalid_date) where the calendar has no such day.
  Date(int year, int month, int day);

  /// The same day; throws Error(invalid_date) outside of the years 1400 to 9999.
  explicit Date(std::chrono::sys_days days);

  /// The day, or nothing where the calendar has no such day.
  [[nodiscard]] static std::optional<Date> try_make(int year, int month, int day) noexcept;

  /// Reads `YYYY-MM-DD`; throws Error(invalid_date).
  [[nodiscard]] static Date from_iso(std::string_view text);

  /// The day that is `days` days after 1970-01-01 (as datetime64[D] counts).
  [[nodiscard]] static Date from_day_number(std::int32_t days);

  /// All three at once: cheaper than one by one.
  [[nodiscard]] YearMonthDay year_month_day() const noexcept;
  [[nodiscard]] int year() const noexcept { return year_month_day().year; }
  [[nodiscard]] int month() const noexcept { return year_month_day().month; }
  [[nodiscard]] int day() const noexcept { return year_month_day().day; }

  /// 1 Monday to 7 Sunday.
  [[nodiscard]] int weekday() const noexcept {
    return (days_ % 7 + 7 + 3) % 7 + 1;  // 1970-01-01 was a Thursday
  }

  [[nodiscard]] IsoWeek iso_week() const;

  /// The day `days` later; earlier where negative.
  [[nodiscard]] Date plus_days(std::int64_t days) const;

  /// The same day `months` later, or that month's last day where it has no such day.
  ///
  /// Civil Code 2015, art. 148(3): 31 January plus one month is 28 or 29 February.
  [[nodiscard]] Date plus_months(std::int64_t months) const;

  /// The last day of its month.
  [[nodiscard]] Date end_of_month() const;

  /// Days since 1970-01-01; negative before.
  [[nodiscard]] std::int32_t day_number() const noexcept { return days_; }

  /// `YYYY-MM-DD`.
  [[nodiscard]] std::string to_iso() const;

  [[nodiscard]] std::chrono::sys_days to_chrono() const noexcept {
    return std::chrono::sys_days{std::chrono::days{days_}};
  }

  friend bool operator==(const Date&, const Date&) = default;
  friend std::strong_ordering operator<=>(const Date&, const Date&) = default;

 private:
  explicit Date(std::int32_t days) noexcept : days_(days) {}

  std::int32_t days_;
};

static_assert(sizeof(Date) == 4);

}  // namespace sauro::inline v0_1

template <>
struct std::hash<sauro::Date> {
  std::size_t operator()(const sauro::Date& date) const noexcept {
    return std::hash<std::int32_t>{}(date.day_number());
  }
};
