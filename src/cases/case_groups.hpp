#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "sauro/cases/case_status.hpp"
#include "cases/case_judge.hpp"
#include "core/numbering.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr std::size_t most_dense_groups = 1U << 21U;
inline constexpr std::size_t cached_groups = 1U << 15U;

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
    return static_cast<std::uint64_t>(day) - static_cast<std::uint64_t>(std::int64_t{base_}) <
           months_.size();
  }
  [[nodiscard]] std::int32_t first() const { return months_.front(); }
  [[nodiscard]] std::int32_t last() const { return months_.back(); }

 private:
  std::int32_t base_;
  std::vector<std::int32_t> months_;
};

/// One group while a part of the rows is counted; half a line of the cache.
struct GroupCounts {
  std::array<std::uint32_t, case_status_count> counts{};
  std::int64_t late_days = 0;
};

/// The counts of a group in all parts.
struct GroupSum {
  std::array<std::int64_t, case_status_count> counts{};
  std::int64_t late_days = 0;

  void add(const GroupCounts& part) {
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += part.counts[i];
    late_days += part.late_days;
  }
  [[nodiscard]] bool has_rows() const {
    return std::any_of(counts.begin(), counts.end(), [](std::int64_t n) { return n != 0; });
  }
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

/// Counters by group: one block where there are few, else those that there are.
class Groups {
 public:
  explicit Groups(const Sizes& sizes)
      : dense_(sizes.groups() <= static_cast<std::int64_t>(most_dense_groups)) {
    if (dense_) cells_.resize(static_cast<std::size_t>(sizes.groups()));
  }

  /// Counts the rows of a block, each in the group of its key.
  void add(const std::int64_t* keys, std::size_t count, const CaseBlock& block) {
    const auto add_to = [&](GroupCounts& cell, std::size_t i) {
      ++cell.counts[static_cast<std::size_t>(block.status[i])];
      cell.late_days += block.late_days[i];
    };
    if (dense_) {
      for (std::size_t i = 0; i < count; ++i) add_to(cells_[static_cast<std::size_t>(keys[i])], i);
      return;
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t number = keys_.number_of(keys[i]);
      if (number == cells_.size()) cells_.emplace_back();
      add_to(cells_[number], i);
    }
  }

  /// row_of(key, counts) of each group of these counters that has rows, in order of keys.
  template <class RowOf>
  static std::vector<RollUpRow> rows_of(const std::vector<std::unique_ptr<Groups>>& parts,
                                        RowOf row_of) {
    std::vector<RollUpRow> rows;
    if (parts.front()->dense_) {
      const std::size_t groups = parts.front()->cells_.size();
      const auto sum_of = [&](std::size_t key) {
        GroupSum sum;
        for (const auto& part : parts) sum.add(part->cells_[key]);
        return sum;
      };
      std::size_t used = 0;
      for (std::size_t key = 0; key < groups; ++key) {
        if (sum_of(key).has_rows()) ++used;
      }
      rows.reserve(used);
      for (std::size_t key = 0; key < groups; ++key) {
        const GroupSum sum = sum_of(key);
        if (sum.has_rows()) rows.push_back(row_of(static_cast<std::int64_t>(key), sum));
      }
      return rows;
    }
    std::vector<std::pair<std::int64_t, const GroupCounts*>> all;
    for (const auto& part : parts) {
      const std::vector<std::int64_t>& keys = part->keys_.keys();
      for (std::size_t i = 0; i < keys.size(); ++i) all.emplace_back(keys[i], &part->cells_[i]);
    }
    std::sort(all.begin(), all.end());
    for (auto at = all.begin(); at != all.end();) {
      GroupSum sum;
      const std::int64_t key = at->first;
      for (; at != all.end() && at->first == key; ++at) sum.add(*at->second);
      rows.push_back(row_of(key, sum));
    }
    return rows;
  }

 private:
  bool dense_;
  std::vector<GroupCounts> cells_;
  Numbering<std::int64_t> keys_;  ///< of the cells, where they aren't dense
};

}  // namespace sauro::inline v0_1::detail
