#pragma once

#include <algorithm>
#include <array>

#include "sauro/cases/case_status.hpp"
#include "cases/case_reader.hpp"

namespace sauro::inline v0_1::detail {

/// How a case stands by its limit, beside what was promised.
struct ByLaw {
  bool is_decided = false;
  bool is_in_time = false;
  bool is_promised_late = false;
};

/// What the judgement of one row gives.
struct Verdict {
  std::int64_t due = missing_day;
  std::int32_t late_days = 0;
  CaseStatus status = CaseStatus::invalid;
  ByLaw by_law = {};
  Fault fault = Fault::none;
  std::int64_t received = 0;
};

inline constexpr std::size_t block_rows = 512;  // its columns lie in the first cache

/// Some rows in the common form, and what judging them gave, column by column.
struct CaseBlock {
  template <class T>
  using Values = std::array<T, block_rows>;

  Values<std::int32_t> received;  ///< days; no_value where there is none
  Values<std::int32_t> limit;
  Values<std::int32_t> finished;
  Values<std::int32_t> rank;   ///< working days before the due day
  Values<std::int32_t> place;  ///< in the table of working days before a day
  Values<std::int32_t> due_day;
  Values<std::int32_t> is_right;  ///< 0 for a row that wants a closer look
  Values<std::int64_t> due;
  Values<std::int32_t> late_days;
  Values<std::int8_t> status;
  Values<std::int32_t> taken_days;  ///< where they are asked for
  Values<ByLaw> by_law;             ///< where there are limits and promises
  Values<Fault> fault;

  void set(std::size_t i, const Verdict& verdict) {
    received[i] = verdict.fault == Fault::no_receipt ? no_value : narrowed(verdict.received);
    due[i] = verdict.due;
    late_days[i] = verdict.late_days;
    status[i] = static_cast<std::int8_t>(verdict.status);
    by_law[i] = verdict.by_law;
    fault[i] = verdict.fault;
  }

  /// Sets a row aside.
  void refuse(std::size_t i, Fault why) {
    due[i] = missing_day;
    late_days[i] = 0;
    status[i] = static_cast<std::int8_t>(CaseStatus::invalid);
    by_law[i] = {};
    fault[i] = why;
  }
};

// The common case, days and limits in one calendar: loops without a branch on what a row says,
// each over one or two columns.

/// The number if it is one of [0, size), else 0 and a row that isn't right.
inline std::int32_t inside(std::int32_t number, std::int32_t size, std::int32_t& is_right) {
  const std::int32_t is_inside = number >= 0 && number < size ? -1 : 0;
  is_right &= is_inside;
  return number & is_inside;
}

/// Place of a day in the tables; a negative one or one behind their end where they don't have it.
inline std::int32_t place_of(std::int32_t day, std::int32_t base) {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(day) -
                                   static_cast<std::uint32_t>(base));
}

/// The due days of some rows: `rank` working days lie before them.
template <bool working_days>
void find_due(const WorkingCalendar::Tables& t, std::size_t count, CaseBlock& block) {
  const auto size = static_cast<std::int32_t>(t.share.size());
  const std::int32_t base = t.base;
  for (std::size_t i = 0; i < count; ++i) {
    std::int32_t right = -1;
    const std::int32_t at = inside(place_of(block.received[i], base), size, right);
    const std::int32_t days = inside(block.limit[i], size, right);
    const std::int32_t some = working_days && days > 0 ? 1 : 0;
    block.place[i] = working_days ? at + some : inside(at + days, size, right);
    block.rank[i] = working_days ? days - some : 0;
    block.is_right[i] = right;
  }
  const std::int32_t* const before = t.before.data();
  const std::int32_t* const day = t.day.data();
  const auto last = static_cast<std::int32_t>(t.day.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t rank = before[block.place[i]] + block.rank[i];
    block.rank[i] = inside(rank, last, block.is_right[i]);
    block.due_day[i] = day[block.rank[i]];
  }
}

/// The due days of some rows that were promised; they may be days off.
inline void find_promised(const WorkingCalendar::Tables& t, std::size_t count, CaseBlock& block) {
  const auto size = static_cast<std::int32_t>(t.share.size());
  const std::int32_t base = t.base;
  for (std::size_t i = 0; i < count; ++i) {
    std::int32_t right = block.due_day[i] >= block.received[i] ? -1 : 0;
    static_cast<void>(inside(place_of(block.received[i], base), size, right));
    block.place[i] = inside(place_of(block.due_day[i], base), size, right);
    block.due_day[i] = block.place[i] + base;
    block.is_right[i] = right;
  }
  const std::int32_t* const before_next = t.before.data() + 1;
  for (std::size_t i = 0; i < count; ++i) block.rank[i] = before_next[block.place[i]] - 1;
}

/// Statuses and late days by the due days; `timed` where the moments of both days are known.
inline void compare_days(const WorkingCalendar::Tables& t, std::int32_t as_of, bool timed,
                         std::size_t count, CaseBlock& block) {
  const auto size = static_cast<std::int32_t>(t.share.size());
  const std::int32_t base = t.base;
  const std::int32_t gap = timed ? 1 : 0;  // what ends on its first day wants a look at the hour
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t finished = block.finished[i];
    const std::int32_t due = block.due_day[i];
    const std::int32_t is_done = finished != no_value ? -1 : 0;
    const std::int32_t end = (finished & is_done) | (as_of & ~is_done);
    const std::int32_t is_early = finished < block.received[i] + gap ? -1 : 0;
    block.is_right[i] &= ~(is_early & is_done);
    block.place[i] = inside(place_of(std::max(end, due), base), size, block.is_right[i]);
    const std::int32_t is_late = end > due ? 1 : 0;
    const std::int32_t is_reached = end >= due ? 1 : 0;
    block.late_days[i] = is_late;
    block.status[i] = static_cast<std::int8_t>(is_late + ((is_reached & is_done) | (3 & ~is_done)));
    block.due[i] = due;
  }
  const std::int32_t* const before_next = t.before.data() + 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t late = before_next[block.place[i]] - block.rank[i] - 1;
    block.late_days[i] = std::max(late, block.late_days[i]);
  }
}

}  // namespace sauro::inline v0_1::detail
