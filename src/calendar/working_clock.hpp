#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sauro/calendar/time_limit.hpp"

namespace sauro::inline v0_1::detail {

/// Working minutes of a calendar: from a moment to their count and back.
class WorkingClock {
 public:
  /// Throws ValidationError(invalid_column) for sessions that overlap or lie outside the day.
  WorkingClock(const WorkingCalendar& calendar, const WorkingHours& hours);

  /// Working minutes from the calendar's first day to `minute` of the day at `index`.
  [[nodiscard]] std::int64_t position(std::size_t index, int minute) const {
    const auto at = static_cast<std::size_t>(tables_.before[index]);
    const auto share = static_cast<std::size_t>(tables_.share[index]);
    return start_of(at) + worked_[share][static_cast<std::size_t>(minute)];
  }

  /// Working minutes up to the beginning of the first working day after `index`.
  [[nodiscard]] std::int64_t next_day(std::size_t index) const {
    return start_of(static_cast<std::size_t>(tables_.before[index + 1]));
  }

  /// Minute since 1970 at which the office opens on the first working day after `index`.
  [[nodiscard]] std::optional<std::int64_t> opening_after(std::size_t index) const {
    const std::optional<std::int64_t> first = moment(next_day(index) + 1);
    return first ? std::optional(*first - 1) : std::nullopt;
  }

  /// Minute since 1970 at which so many working minutes are over; nothing past the calendar.
  [[nodiscard]] std::optional<std::int64_t> moment(std::int64_t position) const;

  /// So many working minutes after a moment, which is itself the answer for none.
  ///
  /// Throws Error(outside_calendar).
  [[nodiscard]] Moment after(const Moment& start, std::int64_t minutes) const;

  /// Working minutes between two moments; throws as above.
  [[nodiscard]] std::int64_t between(const Moment& from, const Moment& to) const;

 private:
  [[nodiscard]] std::int64_t position(const Moment& moment) const;
  [[nodiscard]] std::int64_t start_of(std::size_t working_day) const {
    return starts_.empty() ? static_cast<std::int64_t>(working_day) * full_ : starts_[working_day];
  }

  WorkingCalendar::Tables tables_;
  std::array<std::array<std::int16_t, 1441>, 3> worked_{};  ///< by share: minutes worked before
  std::array<std::vector<std::int16_t>, 3> ends_;  ///< by share: minute at which n are worked
  std::int64_t full_ = 0;
  std::vector<std::int64_t> starts_;  ///< by working day, where some are worked in the morning only
};

}  // namespace sauro::inline v0_1::detail
