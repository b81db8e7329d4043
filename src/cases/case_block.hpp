#pragma once

#include <algorithm>
#include <array>

#include "sauro/cases/case_status.hpp"
#include "cases/case_kernels.hpp"
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
  Values<Fault> fault;              ///< where `has_faults`
  bool has_faults = true;

  /// What the loops see of it.
  CaseDays days(const WorkingCalendar::Tables& t, std::size_t count) {
    return {t.before.data(),
            t.day.data(),
            static_cast<std::int32_t>(t.share.size()),
            static_cast<std::int32_t>(t.day.size()),
            t.base,
            count,
            received.data(),
            limit.data(),
            finished.data(),
            rank.data(),
            place.data(),
            due_day.data(),
            is_right.data(),
            late_days.data(),
            due.data(),
            status.data()};
  }

  void clear_faults() {
    if (has_faults) fault.fill(Fault::none);
    has_faults = false;
  }

  void set(std::size_t i, const Verdict& verdict) {
    received[i] = verdict.fault == Fault::no_receipt ? no_value : narrowed(verdict.received);
    due[i] = verdict.due;
    late_days[i] = verdict.late_days;
    status[i] = static_cast<std::int8_t>(verdict.status);
    by_law[i] = verdict.by_law;
    fault[i] = verdict.fault;
    has_faults |= verdict.fault != Fault::none;
  }

  /// Sets a row aside.
  void refuse(std::size_t i, Fault why) {
    due[i] = missing_day;
    late_days[i] = 0;
    status[i] = static_cast<std::int8_t>(CaseStatus::invalid);
    by_law[i] = {};
    fault[i] = why;
    has_faults = true;
  }
};

}  // namespace sauro::inline v0_1::detail
