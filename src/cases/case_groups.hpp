#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "sauro/cases/case_status.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr std::size_t most_dense_groups = 1U << 21U;

/// Months since January 1970 of the days of a range.
class MonthTable {
 public:
  explicit MonthTable(const std::vector<WorkingCalendar>& calendars) {
    std::int32_t last = INT32_MIN;
    base_ = INT32_MAX;
    for (const WorkingCalendar& calendar : calendars) {
      base_ = std::min(base_, calendar.first().day_number());
      last = std::max(last, calendar.last().day_number());
    }
    const Date first = Date::from_day_number(base_);
    std::int32_t month = (first.year() - 1970) * 12;
    months_.reserve(static_cast<std::size_t>(last - base_ + 1));
    for (Date start = first; start.day_number() <= last; start = start.plus_months(1), ++month) {
      months_.insert(months_.end(), static_cast<std::size_t>(start.end_of_month().day()), month);
    }
  }

  [[nodiscard]] std::int32_t month(std::int64_t day) const {
    return months_[static_cast<std::size_t>(day - base_)];
  }
  [[nodiscard]] bool covers(std::int64_t day) const {
    return day >= base_ && day - base_ < static_cast<std::int64_t>(months_.size());
  }

 private:
  std::int32_t base_;
  std::vector<std::int32_t> months_;
};

/// One group while it is counted.
struct GroupCounts {
  std::array<std::uint32_t, case_status_count> counts{};
  std::int64_t late_days = 0;
};

/// How many codes and months there are, so that groups can lie in one block.
struct Sizes {
  std::int64_t agencies = 1;
  std::int64_t procedures = 1;
  std::int64_t first_month = 0;
  std::int64_t months = 1;

  [[nodiscard]] std::int64_t groups() const {
    constexpr std::int64_t much = std::int64_t{1} << 62U;
    if (agencies > much / months / procedures) return much;
    return agencies * procedures * months;
  }
};

/// Counters by group: one block where there are few, else a map.
class Groups {
 public:
  explicit Groups(const Sizes& sizes) : sizes_(sizes) {
    dense_ = sizes.groups() <= static_cast<std::int64_t>(most_dense_groups);
    if (dense_) cells_.resize(static_cast<std::size_t>(sizes.groups()));
  }

  GroupCounts& at(std::int64_t agency, std::int64_t procedure, std::int64_t month) {
    const std::int64_t key = (agency * sizes_.procedures + procedure) * sizes_.months + month;
    if (dense_) return cells_[static_cast<std::size_t>(key)];
    const auto [found, is_new] = places_.try_emplace(key, cells_.size());
    if (is_new) cells_.emplace_back();
    return cells_[found->second];
  }

  /// Adds these counts to rows by key.
  void add_to(std::unordered_map<std::int64_t, RollUpRow>& rows) const {
    const auto add = [&](std::int64_t key, const GroupCounts& cell) {
      RollUpRow& row = rows[key];
      for (std::size_t i = 0; i < cell.counts.size(); ++i) row.counts[i] += cell.counts[i];
      row.late_days += cell.late_days;
    };
    for (const auto& [key, place] : places_) add(key, cells_[place]);
    for (std::size_t key = 0; dense_ && key < cells_.size(); ++key) {
      const GroupCounts& cell = cells_[key];
      const bool any = std::any_of(cell.counts.begin(), cell.counts.end(),
                                   [](std::uint32_t count) { return count != 0; });
      if (any) add(static_cast<std::int64_t>(key), cell);
    }
  }

 private:
  Sizes sizes_;
  bool dense_ = false;
  std::vector<GroupCounts> cells_;
  std::unordered_map<std::int64_t, std::size_t> places_;
};

}  // namespace sauro::inline v0_1::detail
