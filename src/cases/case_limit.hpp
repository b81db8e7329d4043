#pragma once

#include <algorithm>
#include <cmath>
#include <compare>
#include <optional>
#include <vector>

#include "sauro/cases/case_status.hpp"
#include "calendar/working_clock.hpp"
#include "cases/case_reader.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr std::int64_t far_away = std::int64_t{1} << 40U;

/// When a case is due: a day, and the last minute in it.
struct Due {
  std::int64_t day = 0;
  std::int64_t minute = last_minute;

  static Due at(std::int64_t moment) { return {moment / day_minutes, moment % day_minutes}; }
  friend auto operator<=>(const Due&, const Due&) = default;
};

/// What the law allows each case: its limit with its cut and its pauses.
class CaseLimits {
 public:
  CaseLimits(const CaseLog& cases, const CaseOptions& options)
      : limit_(cases.limit),
        cut_(cases.cut),
        paused_(cases.paused),
        unit_(cases.unit),
        cut_off_(options.cut_off.value_or(INT32_MAX)),
        rounding_(options.rounding),
        plain_(!cut_.is_there() && !limit_.is_floating() && !paused_.is_floating()) {
    for (const WorkingCalendar& calendar : options.calendars) {
      tables_.push_back(calendar.tables());
      if (limit_.is_there() && ends_within_day(unit_))
        clocks_.emplace_back(calendar, options.hours);
    }
  }

  [[nodiscard]] bool is_there() const { return limit_.is_there(); }
  /// Whole units of days that nothing changes.
  [[nodiscard]] bool is_simple() const {
    return !cut_.is_there() && !paused_.is_there() && !ends_within_day(unit_) &&
           cut_off_ == INT32_MAX;
  }
  void load(std::size_t from, std::size_t count, std::int32_t* out) const {
    limit_.load(from, count, out);
  }

  /// When a row is due that was received at the `at`-th day of the calendar of this code.
  Fault due(std::size_t row, std::size_t code, std::uint64_t at, const TimeReader& times,
            const Instant& received, Due& due) const {
    const int minute = times.minute(received);
    return ends_within_day(unit_) ? due_moment(row, code, at, received.day, minute, due)
                                  : due_day(row, tables_[code], at, minute, due.day);
  }

 private:
  /// Length of the limit with its cut and pauses, in units; false where it can't be.
  Fault length(std::size_t row, double& out) const {
    if (limit_.is_missing(row)) return Fault::no_limit;
    double limit = limit_.number(row);
    if (std::isnan(limit)) return Fault::no_limit;
    if (!(limit >= 0)) return Fault::negative_limit;
    if (cut_.is_there()) {
      const double percent = cut_.is_missing(row) ? 0 : cut_.number(row);
      if (!(percent >= 0 && percent <= 100)) return Fault::bad_cut;
      limit = cut_limit(limit, percent);
    }
    if (paused_.is_there() && !paused_.is_missing(row)) {
      const double paused = paused_.number(row);
      if (!(paused >= 0)) return Fault::negative_pause;
      limit += paused;
    }
    out = limit;
    return limit < static_cast<double>(far_away) ? Fault::none : Fault::due_outside;
  }

  [[nodiscard]] double cut_limit(double limit, double percent) const {
    const double left = limit * (100 - percent) / 100;
    constexpr double tiny = 1e-9;  // 0.7 * 10 is 7
    switch (rounding_) {
      case Rounding::up:
        return std::ceil(left - tiny);
      case Rounding::down:
        return std::max(std::floor(left + tiny), left > 0 ? 1.0 : 0.0);
      case Rounding::nearest:
        return std::floor(left + 0.5 + tiny);
      case Rounding::half:
        break;
    }
    return std::floor(left * 2 + 0.5 + tiny) / 2;
  }

  Fault whole_length(std::size_t row, std::int64_t& out) const {
    if (!plain_) {
      double value = 0;
      const Fault fault = length(row, value);
      if (fault == Fault::none) {
        out = static_cast<std::int64_t>(std::ceil(value));  // half a day ends with its day
      }
      return fault;
    }
    if (limit_.is_missing(row)) return Fault::no_limit;
    out = limit_.whole(row);
    if (out < 0) return Fault::negative_limit;
    if (paused_.is_there() && !paused_.is_missing(row)) {
      const std::int64_t paused = paused_.whole(row);
      if (paused < 0) return Fault::negative_pause;
      if (paused > far_away) return Fault::due_outside;
      out += paused;
    }
    return out < far_away ? Fault::none : Fault::due_outside;
  }

  Fault due_day(std::size_t row, const WorkingCalendar::Tables& t, std::uint64_t at, int minute,
                std::int64_t& due) const {
    std::int64_t days = 0;
    if (const Fault fault = whole_length(row, days); fault != Fault::none) return fault;
    const bool after_hours =
        cut_off_ != INT32_MAX && t.share[at] != DayShare::none && minute >= cut_off_;
    std::uint64_t rank = 0;
    if (unit_ == TimeUnit::working_days) {
      const auto counted = static_cast<std::uint64_t>(t.before[at + 1]);
      rank = days > 0 || after_hours
                 ? counted + static_cast<std::uint64_t>(days) - (after_hours ? 0U : 1U)
                 : static_cast<std::uint64_t>(t.before[at]);
    } else {
      std::uint64_t start = at;
      if (after_hours) {
        const auto next = static_cast<std::size_t>(t.before[at + 1]);
        if (next >= t.day.size()) return Fault::due_outside;
        start = static_cast<std::uint64_t>(t.day[next] - t.base);
      }
      const std::uint64_t last = start + static_cast<std::uint64_t>(days);
      if (last >= t.share.size()) return Fault::due_outside;
      rank = static_cast<std::uint64_t>(t.before[last]);
    }
    if (rank >= t.day.size()) return Fault::due_outside;
    due = t.day[rank];
    return Fault::none;
  }

  Fault due_moment(std::size_t row, std::size_t code, std::uint64_t at, std::int64_t day,
                   int minute, Due& due) const {
    double amount = 0;
    if (const Fault fault = length(row, amount); fault != Fault::none) return fault;
    const WorkingClock& clock = clocks_[code];
    const auto minutes =
        static_cast<std::int64_t>(std::llround(unit_ == TimeUnit::minutes ? amount : amount * 60));
    due = {day, minute};
    if (minutes == 0) return Fault::none;
    const bool late = minute >= cut_off_;
    std::optional<std::int64_t> moment;
    if (unit_ == TimeUnit::working_hours) {
      moment = clock.moment((late ? clock.next_day(at) : clock.position(at, minute)) + minutes);
    } else {
      moment = late ? clock.opening_after(at) : std::optional(day * day_minutes + minute);
      if (moment) moment = rolled(tables_[code], *moment + minutes);
    }
    if (!moment) return Fault::due_outside;
    due = Due::at(*moment);
    return Fault::none;
  }

  /// The end of a limit by the clock; one on a day that isn't worked moves to the end of the next
  /// working day.
  static std::optional<std::int64_t> rolled(const WorkingCalendar::Tables& t, std::int64_t moment) {
    const auto at = static_cast<std::uint64_t>(moment / day_minutes - t.base);
    if (at >= t.share.size()) return std::nullopt;
    if (t.share[at] != DayShare::none) return moment;
    const auto rank = static_cast<std::size_t>(t.before[at]);
    if (rank >= t.day.size()) return std::nullopt;
    return std::int64_t{t.day[rank]} * day_minutes + last_minute;
  }

  Reader limit_;
  Reader cut_;
  Reader paused_;
  TimeUnit unit_;
  int cut_off_;
  Rounding rounding_;
  bool plain_;  ///< whole limits without a cut
  std::vector<WorkingCalendar::Tables> tables_;
  std::vector<WorkingClock> clocks_;
};

}  // namespace sauro::inline v0_1::detail
