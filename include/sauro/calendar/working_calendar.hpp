#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/holidays.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/on_problem.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// How much of a day is worked.
enum class DayShare : std::uint8_t { none, morning, full };

constexpr std::array<std::string_view, 3> enum_names(DayShare /*value*/) noexcept {
  return {"none", "morning", "full"};
}

/// What is worked of Monday to Sunday.
using WorkWeek = std::array<DayShare, 7>;

/// Monday to Friday.
inline constexpr WorkWeek five_days = {DayShare::full, DayShare::full, DayShare::full,
                                       DayShare::full, DayShare::full, DayShare::none,
                                       DayShare::none};

/// Whom a calendar binds.
enum class CalendarKind {
  civil_service,  ///< the law, decisions and swaps of days: offices of the State
  statutory,      ///< the law and decisions without swaps: a swapped day is no public holiday
  custom,         ///< the user's own
};

constexpr std::array<std::string_view, 3> enum_names(CalendarKind /*value*/) noexcept {
  return {"civil_service", "statutory", "custom"};
}

/// Options of WorkingCalendar::vietnam.
struct VietnamOptions {
  CalendarKind kind = CalendarKind::civil_service;
  std::optional<Date> known_on = {};  ///< only decisions issued up to this day; all where not given
  /// Added; one of a built-in number replaces that one.
  std::vector<HolidayDecision> decisions = {};
  WorkWeek week = five_days;
  int first_year = 2021;  ///< the law of 2019 is in force from then; earlier years want decisions
                          ///< that settle the whole "year"
  int last_year = 2199;
};

/// Options of WorkingCalendar::custom.
struct CustomOptions {
  int first_year = 0;
  int last_year = 0;
  WorkWeek week = five_days;
  std::vector<SpecialDay> days = {};
};

/// Missing value of a column of day numbers (NaT of datetime64).
inline constexpr std::int64_t missing_day = INT64_MIN;

/// Which days are worked; an immutable value whose copies share their tables.
///
/// A calendar that was moved from keeps its value. Every question takes constant time. A day
/// outside the years that it covers is an error (outside_calendar), never "no holiday".
class SAURO_API WorkingCalendar {
 public:
  WorkingCalendar(const WorkingCalendar&) = default;
  WorkingCalendar& operator=(const WorkingCalendar&) = default;
  ~WorkingCalendar() = default;

  /// The calendar of Viet Nam: decisions of each year, else days computed from the law.
  ///
  /// Throws ValidationError(holiday_conflict) that names all conflicts, Error(outside_calendar)
  /// for years without a law or decision.
  [[nodiscard]] static WorkingCalendar vietnam(const VietnamOptions& options = {});

  /// A calendar of the user's own days only; throws as vietnam does.
  [[nodiscard]] static WorkingCalendar custom(const CustomOptions& options);

  [[nodiscard]] CalendarKind kind() const noexcept;
  [[nodiscard]] const WorkWeek& week() const noexcept;
  [[nodiscard]] const std::optional<Date>& known_on() const noexcept;
  [[nodiscard]] Date first() const;  ///< 1 January of the first year covered
  [[nodiscard]] Date last() const;   ///< 31 December of the last year covered

  [[nodiscard]] bool is_working(const Date& date) const;
  [[nodiscard]] DayShare share(const Date& date) const;
  /// The first working day after `date`.
  [[nodiscard]] Date next(const Date& date) const { return add(date, 1); }
  /// The last working day before `date`.
  [[nodiscard]] Date previous(const Date& date) const { return add(date, -1); }
  /// `date` where it is worked, else the next working day (Civil Code 2015, art. 148(5)).
  [[nodiscard]] Date on_or_after(const Date& date) const;
  /// `date` where it is worked, else the last working day before.
  [[nodiscard]] Date on_or_before(const Date& date) const;
  /// The n-th working day after `date`, or before it where n is negative; `date` itself for 0.
  ///
  /// The first day isn't counted (Civil Code 2015, art. 147).
  [[nodiscard]] Date add(const Date& date, std::int64_t working_days) const;
  /// Number of working days d with from < d <= to; negative where `to` comes before `from`.
  [[nodiscard]] std::int64_t count(const Date& from, const Date& to) const;
  /// No decision on the holidays of the year was known: its days off are those of the law, and a
  /// decision may still swap days or move Tết. Never so for a custom calendar.
  [[nodiscard]] bool is_projected(int year) const;
  /// The days of a year that differ from others of their weekday, in order.
  [[nodiscard]] std::vector<DayOff> days_off(int year) const;

  // The same over columns of day numbers since 1970. A span of one value stands for a whole column.
  // `out` has the length of the longest. Rows without an answer (a date is missing or outside) are
  // named in a ValidationError, or get a missing value with OnProblem::keep.

  void is_working(std::span<const std::int64_t> dates, std::span<std::uint8_t> out) const;
  void add(std::span<const std::int64_t> dates, std::span<const std::int64_t> working_days,
           std::span<std::int64_t> out, OnProblem on_problem = OnProblem::raise) const;
  void count(std::span<const std::int64_t> from, std::span<const std::int64_t> to,
             std::span<std::int64_t> out, OnProblem on_problem = OnProblem::raise) const;
  /// on_or_after, or on_or_before where `back`.
  void roll(std::span<const std::int64_t> dates, bool back, std::span<std::int64_t> out,
            OnProblem on_problem = OnProblem::raise) const;

  /// The raw tables, for passes that fuse several questions; valid as long as a calendar lives.
  struct Tables {
    std::int32_t base = 0;  ///< day number of first()
    /// Working days before the i-th day; one more than days.
    std::span<const std::int32_t> before = {};
    std::span<const std::int32_t> day = {};  ///< day number of the k-th working day
    std::span<const DayShare> share = {};    ///< of the i-th day
  };
  [[nodiscard]] Tables tables() const noexcept;

  friend SAURO_API bool operator==(const WorkingCalendar& a, const WorkingCalendar& b);

 private:
  struct Data;
  explicit WorkingCalendar(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  [[nodiscard]] std::size_t index_of(const Date& date) const;
  [[nodiscard]] Date working_day(std::int64_t rank, const Date& from) const;

  std::shared_ptr<const Data> data_;
};

}  // namespace sauro::inline v0_1
