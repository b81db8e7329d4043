#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sauro/cases/case_status.hpp"
#include "cases/case_kernels.hpp"

namespace sauro::inline v0_1::detail {

/// Weeks, months, quarters or years of the days of calendars, numbered from 0.
class PeriodTable {
 public:
  PeriodTable(const std::vector<WorkingCalendar>& calendars, CasePeriod period) {
    std::int32_t last = INT32_MIN;
    base_ = INT32_MAX;
    for (const WorkingCalendar& calendar : calendars) {
      base_ = std::min(base_, calendar.first().day_number());
      last = std::max(last, calendar.last().day_number());
    }
    numbers_.reserve(static_cast<std::size_t>(last - base_ + 1));
    for (std::int32_t day = base_; day <= last; ++day) {
      if (first_days_.empty() || day == next_) {
        const Date first = first_of(Date::from_day_number(day), period);
        first_days_.push_back(first.day_number());
        next_ = period == CasePeriod::week ? first.day_number() + 7
                                           : first.plus_months(months_of(period)).day_number();
      }
      numbers_.push_back(count() - 1);
    }
  }

  [[nodiscard]] std::int32_t number(std::int64_t day) const {
    return numbers_[static_cast<std::size_t>(day - base_)];
  }
  [[nodiscard]] bool covers(std::int32_t day) const {
    return static_cast<std::uint32_t>(day) - static_cast<std::uint32_t>(base_) <
           static_cast<std::uint32_t>(numbers_.size());
  }
  /// For the loops over days; numbers from period `first` on.
  [[nodiscard]] PeriodsOfDays of_days(std::int32_t first) const {
    return {numbers_.data(), static_cast<std::int32_t>(numbers_.size()), base_, first};
  }
  [[nodiscard]] std::int32_t count() const { return static_cast<std::int32_t>(first_days_.size()); }
  [[nodiscard]] std::int32_t first_day(std::int32_t number) const {
    return first_days_[static_cast<std::size_t>(number)];
  }

 private:
  static int months_of(CasePeriod period) {
    return period == CasePeriod::month ? 1 : period == CasePeriod::quarter ? 3 : 12;
  }

  /// The first day of the period that a day lies in.
  static Date first_of(const Date& day, CasePeriod period) {
    if (period == CasePeriod::week) return day.plus_days(1 - day.weekday());
    const int months = months_of(period);
    return {day.year(), (day.month() - 1) / months * months + 1, 1};
  }

  std::int32_t base_;
  std::int32_t next_ = 0;
  std::vector<std::int32_t> first_days_;  ///< of each period
  std::vector<std::int32_t> numbers_;     ///< of the period of each day
};

}  // namespace sauro::inline v0_1::detail
