#pragma once

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <chrono>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro {

/// A week of ISO 8601: it begins on Monday, and week 1 holds the first Thursday of its year.
struct IsoWeek {
  int year;
  int week;  ///< 1 to 53

  friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};

/// A day of the Gregorian calendar; always a real one ("no date" is std::optional<Date>).
///
/// Years 1400 to 9999, as in Boost.Date_Time.
class SAURO_API Date {
 public:
  /// The day `year`-`month`-`day`.
  ///
  /// Throws Error(invalid_date) where the calendar has no such day.
  Date(int year, int month, int day);

  /// The same day; throws Error(invalid_date) for Boost's special values.
  explicit Date(const boost::gregorian::date& date);

  /// The day, or nothing where the calendar has no such day.
  [[nodiscard]] static std::optional<Date> try_make(int year, int month, int day) noexcept;

  /// Reads `YYYY-MM-DD`; throws Error(invalid_date).
  [[nodiscard]] static Date from_iso(std::string_view text);

  /// The day that is `days` days after 1970-01-01 (as datetime64[D] counts).
  [[nodiscard]] static Date from_day_number(std::int32_t days);

  [[nodiscard]] int year() const { return static_cast<int>(date_.year()); }
  [[nodiscard]] int month() const { return static_cast<int>(date_.month().as_number()); }
  [[nodiscard]] int day() const { return static_cast<int>(date_.day().as_number()); }

  /// 1 Monday to 7 Sunday.
  [[nodiscard]] int weekday() const;

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
  [[nodiscard]] std::int32_t day_number() const;

  /// `YYYY-MM-DD`.
  [[nodiscard]] std::string to_iso() const;

  [[nodiscard]] const boost::gregorian::date& to_boost() const noexcept { return date_; }
  [[nodiscard]] std::chrono::sys_days to_chrono() const {
    return std::chrono::sys_days{std::chrono::days{day_number()}};
  }

  friend bool operator==(const Date& a, const Date& b) noexcept { return a.date_ == b.date_; }
  friend std::strong_ordering operator<=>(const Date& a, const Date& b) noexcept {
    return a.date_.day_number() <=> b.date_.day_number();
  }

 private:
  boost::gregorian::date date_;
};

static_assert(sizeof(Date) == 4);

}  // namespace sauro

template <>
struct std::hash<sauro::Date> {
  std::size_t operator()(const sauro::Date& date) const noexcept {
    return std::hash<std::int32_t>{}(date.day_number());
  }
};
