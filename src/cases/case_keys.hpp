#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "sauro/cases/case_status.hpp"
#include "cases/case_block.hpp"
#include "cases/case_periods.hpp"
#include "cases/case_reader.hpp"
#include "core/parallel.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr std::size_t cached_groups = 1U << 15U;
inline constexpr std::size_t rows_a_thread = 1U << 18U;

/// The columns that cases are counted by, and the number of each row's group.
///
/// A group's number is made of its codes and its period, each from 1, 0 for rows without; so groups
/// can lie in one block where there are few.
class CaseKeys {
 public:
  /// Codes of some rows, no_value for missing ones.
  using Codes = std::array<std::int32_t, block_rows>;

  /// What a block of rows wants.
  struct Work {
    std::vector<Codes> codes;                   ///< of each column of the log
    std::array<std::int32_t, block_rows> few;   ///< group of each row, where all have a place
    std::array<std::int64_t, block_rows> many;  ///< where there may be more
    Codes period;
  };

  CaseKeys(const CaseLog& cases, const CaseOptions& options, const std::optional<RollUpKeys>& keys)
      : received_(cases.received), rows_(cases.size()), threads_(options.threads) {
    for (const CaseKey& key : cases.keys) readers_.emplace_back(key.codes);
    if (!keys) return;
    for (const std::string& name : keys->columns) columns_.push_back(*cases.find_key(name));
    if (keys->late_days) {
      for (const WorkingCalendar& calendar : options.calendars) {
        late_count_ = std::max(late_count_, std::int64_t{2} + std::ssize(calendar.tables().day));
      }
    }
    if (keys->period != CasePeriod::none) periods_.emplace(options.calendars, keys->period);
    measure();
  }

  [[nodiscard]] Work work() const { return {std::vector<Codes>(readers_.size()), {}, {}, {}}; }

  /// How many groups there may be; `most_groups` where they are too many to be numbered.
  [[nodiscard]] std::int64_t groups() const {
    std::int64_t groups = period_count_ * late_count_;
    for (const std::int64_t size : sizes_) {
      if (groups > most_groups / size) return most_groups;
      groups *= size;
    }
    return groups;
  }
  static constexpr std::int64_t most_groups = std::int64_t{1} << 62U;

  /// Reads the codes of some rows and sets those aside whose codes can't be any; true where there
  /// are none.
  bool load(std::size_t from, std::size_t count, Work& work, CaseBlock& block) const {
    bool right = true;
    for (std::size_t key = 0; key < readers_.size(); ++key) {
      readers_[key].load(from, count, work.codes[key].data());
      right &= check(work.codes[key], count, fault_of_key(key), block);
    }
    return right;
  }

  /// The group of each row. Only codes that were counted have one; the columns may be another's,
  /// who may have written into them since.
  template <class Number>
  void find(std::size_t count, const CaseBlock& block, Work& work, Number* groups) const {
    std::fill_n(groups, count, Number{0});
    const auto add = [&](const std::int32_t* values, std::int64_t size) {
      if constexpr (std::is_same_v<Number, std::int32_t>) {
        kernels_.add_codes(values, count, static_cast<std::int32_t>(size), groups);
      } else {
        const auto most = static_cast<std::uint32_t>(size - 1);
        for (std::size_t i = 0; i < count; ++i) {
          const bool has_place = static_cast<std::uint32_t>(values[i]) < most;
          groups[i] = groups[i] * size + (has_place ? std::int64_t{values[i]} + 1 : 0);
        }
      }
    };
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      add(work.codes[columns_[k]].data(), sizes_[k]);
    }
    if (periods_) {
      const PeriodsOfDays days = periods_->of_days(first_period_);
      kernels_.find_periods(days, block.received.data(), count, work.period.data());
      add(work.period.data(), period_count_);
    }
    if (late_count_ > 1) add(block.late_days.data(), late_count_);
  }

  /// Writes what a group is counted by into its row.
  void name(std::int64_t group, RollUpRow& row) const {
    if (late_count_ > 1) row.late = last_part(group, late_count_) - 1;
    if (periods_) {
      const std::int32_t number = last_part(group, period_count_);
      if (number > 0) row.period = periods_->first_day(number - 1 + first_period_);
    }
    for (std::size_t k = columns_.size(); k-- > 1;) row.codes[k] = last_part(group, sizes_[k]) - 1;
    if (!columns_.empty()) row.codes[0] = static_cast<std::int32_t>(group) - 1;
  }

 private:
  /// Takes the last of the parts that a group's number is made of.
  static std::int32_t last_part(std::int64_t& group, std::int64_t size) {
    const auto part = static_cast<std::int32_t>(group % size);
    group /= size;
    return part;
  }

  static bool check(const Codes& codes, std::size_t count, Fault fault, CaseBlock& block) {
    const auto wrong = [](std::int32_t code) {  // not 0 where it is; no branch for vectors
      const std::int32_t is_negative = code < 0 ? 1 : 0;
      const std::int32_t is_there = code != no_value ? 1 : 0;
      return (is_negative & is_there) | (code == INT32_MAX ? 1 : 0);
    };
    std::int32_t any = 0;
    for (std::size_t i = 0; i < count; ++i) any |= wrong(codes[i]);
    if (any == 0) return true;
    for (std::size_t i = 0; i < count; ++i) {
      if (wrong(codes[i]) != 0 && block.fault[i] == Fault::none) block.refuse(i, fault);
    }
    return false;
  }

  /// Sizes of the groups, by the codes that there are; periods by those of the calendar or, where
  /// groups are many, by the days that there are.
  void measure() {
    for (const std::size_t key : columns_) {
      const auto [low, high] = extremes([&](std::size_t from, std::size_t count, Codes& codes) {
        readers_[key].load(from, count, codes.data());
      });
      sizes_.push_back(std::int64_t{std::max(high, 0)} + 2);
    }
    if (!periods_) return;
    period_count_ = std::int64_t{periods_->count()} + 1;
    if (groups() <= static_cast<std::int64_t>(cached_groups)) return;
    const auto [low, high] = extremes([&](std::size_t from, std::size_t count, Codes& days) {
      received_.load(from, count, days.data());
      for (std::size_t i = 0; i < count; ++i) {
        days[i] = periods_->covers(days[i]) ? days[i] : no_value;
      }
    });
    if (low > high) return;
    first_period_ = periods_->number(low);
    period_count_ = std::int64_t{periods_->number(high)} - first_period_ + 2;
  }

  /// The least and the greatest code of those that there are.
  template <class Load>
  [[nodiscard]] std::pair<std::int32_t, std::int32_t> extremes(Load load) const {
    std::mutex guard;
    std::int32_t low = INT32_MAX;
    std::int32_t high = no_value;
    parallel(rows_, rows_a_thread, threads_, [&](std::size_t from, std::size_t to) {
      std::int32_t least = INT32_MAX;
      std::int32_t most = no_value;
      Codes codes;
      for (; from < to; from += block_rows) {
        const std::size_t count = std::min(block_rows, to - from);
        load(from, count, codes);
        for (std::size_t i = 0; i < count; ++i) {
          least = std::min(least, codes[i] == no_value ? INT32_MAX : codes[i]);
          most = std::max(most, codes[i]);
        }
      }
      const std::lock_guard lock(guard);
      low = std::min(low, least);
      high = std::max(high, most);
    });
    return {low, high};
  }

  const CaseKernels& kernels_ = fastest_case_kernels();
  TimeReader received_;
  std::size_t rows_;
  unsigned threads_;
  std::vector<Reader> readers_;       ///< of all columns of the log
  std::vector<std::size_t> columns_;  ///< those of the groups
  std::vector<std::int64_t> sizes_;   ///< how many codes each of these has, with the missing one
  std::optional<PeriodTable> periods_;
  std::int32_t first_period_ = 0;
  std::int64_t period_count_ = 1;
  std::int64_t late_count_ = 1;  ///< of numbers of late days, where groups are made by them
};

}  // namespace sauro::inline v0_1::detail
