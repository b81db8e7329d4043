#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "sauro/calendar/working_hours.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// What a time limit counts.
enum class TimeUnit {
  minutes,        ///< by the clock, as hours
  hours,          ///< by the clock, day and night (art. 147(1))
  working_hours,  ///< while the office is open
  days,
  working_days,
  weeks,
  months,
  years
};

constexpr std::array<std::string_view, 8> enum_names(TimeUnit /*value*/) noexcept {
  return {"minutes", "hours", "working_hours", "days", "working_days", "weeks", "months", "years"};
}

/// Whether a limit in this unit ends at a minute, not with a day.
constexpr bool ends_within_day(TimeUnit unit) noexcept { return unit <= TimeUnit::working_hours; }

/// Whether there is half of it: the Civil Code knows half a month and half a year (art. 146(1)),
/// offices half an hour and half a working day.
constexpr bool has_half(TimeUnit unit) noexcept {
  return unit != TimeUnit::minutes && unit != TimeUnit::days && unit != TimeUnit::weeks;
}

/// How a limit that is cut by a share is brought to whole units.
enum class Rounding {
  up,       ///< to the next whole unit: the most lenient
  down,     ///< to the last whole unit, at least one: the strictest
  nearest,  ///< to the nearest whole unit, a half up
  half,     ///< to the nearest half unit, a quarter up
};

constexpr std::array<std::string_view, 4> enum_names(Rounding /*value*/) noexcept {
  return {"up", "down", "nearest", "half"};
}

/// A minute of a day; 24:00 of a day is `minute` 1440.
struct Moment {
  Date date;
  int minute = 0;  ///< 0 to 1440

  friend auto operator<=>(const Moment&, const Moment&) = default;
};

/// How a time limit is counted (Civil Code 2015, art. 144-148).
struct TimeLimitOptions {
  /// A last day that isn't worked moves to the next working day (art. 148(5)).
  bool roll = true;
  /// Months and years follow the calendar; else a month is 30 days, half a month 15, a year 365 and
  /// half a year six months of 30 days (art. 146(1)).
  bool contiguous = true;

  friend bool operator==(const TimeLimitOptions&, const TimeLimitOptions&) = default;
};

/// A length of time that a rule gives: 10 working days, half a month, 24 hours.
///
///     TimeLimit(5, TimeUnit::days).due(Date(2026, 2, 12), calendar) == Date(2026, 2, 23)
class SAURO_API TimeLimit {
 public:
  /// `amount` is a multiple of a half, from 0 to 100,000.
  ///
  /// Throws Error(invalid_time_limit) for other amounts, and for half a week, a day or a minute:
  /// the Code doesn't define them.
  TimeLimit(double amount, TimeUnit unit, TimeLimitOptions options = {});

  [[nodiscard]] double amount() const noexcept { return static_cast<double>(halves_) / 2; }
  [[nodiscard]] TimeUnit unit() const noexcept { return unit_; }
  [[nodiscard]] const TimeLimitOptions& options() const noexcept { return options_; }

  /// The last day of the limit; `start` itself isn't counted (art. 147).
  ///
  /// Half a working day ends with its day. Throws Error(invalid_time_limit) for hours and minutes,
  /// which want a moment, Error(outside_calendar) where the calendar doesn't reach.
  [[nodiscard]] Date due(const Date& start, const WorkingCalendar& calendar) const;

  /// The moment the limit ends: hours from `start` on (art. 147(1)), working hours within `hours`
  /// of the days that are worked; 24:00 of the last day for the other units (art. 148(6)), as for
  /// hours by the clock that end on a day that isn't worked.
  [[nodiscard]] Moment due(const Moment& start, const WorkingCalendar& calendar,
                           const WorkingHours& hours = {}) const;

  /// The day that lies this long before an event, never rolled ("23 ngày trước ngày bầu cử").
  [[nodiscard]] Date before(const Date& event, const WorkingCalendar& calendar) const;

  /// due() for a column of day numbers; rows without an answer as there.
  void due(std::span<const std::int64_t> start, const WorkingCalendar& calendar,
           std::span<std::int64_t> out, OnProblem on_problem = OnProblem::raise) const;

  /// The limit after a cut by `percent` of its length ("cắt giảm 30% thời gian").
  ///
  /// Throws Error(invalid_time_limit) for a percentage outside 0 to 100.
  [[nodiscard]] TimeLimit cut(double percent, Rounding rounding) const;

  friend bool operator==(const TimeLimit&, const TimeLimit&) = default;

 private:
  [[nodiscard]] Date raw(const Date& start, const WorkingCalendar& calendar, int sign) const;

  std::int64_t halves_;
  TimeUnit unit_;
  TimeLimitOptions options_;
};

}  // namespace sauro::inline v0_1
