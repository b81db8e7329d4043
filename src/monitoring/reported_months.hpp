#pragma once

#include <cstdint>

#include "sauro/calendar/date.hpp"
#include "sauro/core/problem.hpp"

namespace sauro::inline v0_1::detail {

/// The days of months that end on a day of their own: March from 15 February to 14 March.
///
/// What monitors works on months by name, as if they were the calendar's; days are moved there as
/// they come in, and back as they go out.
class ReportedMonths {
 public:
  /// The last day of a month; 0 for the calendar's own.
  explicit ReportedMonths(int cut_off_day) : cut_off_(cut_off_day) {}

  [[nodiscard]] bool are_calendar() const noexcept { return cut_off_ == 0; }
  /// Where a day stands in the month that it is reported for; ends of months are ends of months.
  [[nodiscard]] std::int32_t named(std::int32_t day) const {
    return are_calendar() ? day : moved(day);
  }
  /// The day that stands there.
  [[nodiscard]] std::int32_t real(std::int32_t day) const {
    return are_calendar() ? day : moved_back(day);
  }
  /// The same of a day that may be written either way; it begins a period or ends one.
  [[nodiscard]] std::int32_t named_first(std::int32_t day) const {
    return are_calendar() || begins_month(day) ? day : moved(day);
  }
  [[nodiscard]] std::int32_t named_last(std::int32_t day) const {
    return are_calendar() || begins_month(day + 1) ? day : moved(day);
  }
  /// What is wrong with a period; empty where its ends are those of months, either way.
  [[nodiscard]] Bilingual flaw_of(std::int32_t first, std::int32_t last, bool is_cumulated) const;

 private:
  static bool begins_month(std::int32_t day);
  [[nodiscard]] std::int32_t first_of(int year, int month) const;
  [[nodiscard]] std::int32_t moved(std::int32_t day) const;
  [[nodiscard]] std::int32_t moved_back(std::int32_t day) const;

  int cut_off_;
};

}  // namespace sauro::inline v0_1::detail
