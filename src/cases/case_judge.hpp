#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "sauro/cases/case_status.hpp"
#include "cases/case_block.hpp"
#include "cases/case_limit.hpp"

namespace sauro::inline v0_1::detail {

/// The rules for one row.
class Judge {
 public:
  Judge(const CaseLog& cases, const CaseOptions& options)
      : received_(cases.received),
        finished_(cases.finished),
        promise_(cases.due),
        calendar_(cases.calendar),
        waiting_(cases.waiting),
        waiting_since_(cases.waiting_since),
        limits_(cases, options),
        unit_(cases.unit),
        as_of_(options.as_of.day_number()),
        timed_(received_.has_times() && finished_.has_times()),
        in_minutes_(cases.ends_within_day()),
        simple_(!calendar_.is_there() && !cases.has_both() && !in_minutes_ &&
                (promise_.is_there() || limits_.is_simple())) {
    for (const WorkingCalendar& calendar : options.calendars) tables_.push_back(calendar.tables());
  }

  /// Judges up to `block_rows` rows from `from` on; false where one of them can't be right.
  bool judge(std::size_t from, std::size_t count, CaseBlock& block) const {
    block.clear_faults();
    if (!simple_) {
      for (std::size_t i = 0; i < count; ++i) look_at(from, i, block);
    } else {
      judge_simple(from, count, block);
    }
    if (waiting_.is_there() || waiting_since_.is_there()) {
      for (std::size_t i = 0; i < count; ++i) let_wait(from, i, block);
    }
    return !block.has_faults;
  }

  /// Working days that finished cases took; the day of receipt isn't counted.
  void find_taken(std::size_t from, std::size_t count, CaseBlock& block) const {
    finished_.load(from, count, block.finished.data());
    for (std::size_t i = 0; i < count; ++i) {
      block.taken_days[i] = 0;
      if (block.status[i] > static_cast<std::int8_t>(CaseStatus::late)) continue;
      const std::int64_t code = calendar_.is_there() ? calendar_.whole(from + i) : 0;
      if (code < 0 || code >= std::ssize(tables_)) continue;  // somebody has changed the columns
      const WorkingCalendar::Tables& t = tables_[static_cast<std::size_t>(code)];
      const std::uint64_t first = place_in(t, block.received[i]);
      const std::uint64_t last = place_in(t, block.finished[i]);
      if (first > last || last >= t.share.size()) continue;
      block.taken_days[i] = t.before[last + 1] - t.before[first + 1];
    }
  }

 private:
  [[nodiscard]] Verdict judge(std::size_t row) const {
    Verdict verdict;
    verdict.fault = rate(row, verdict);
    if (verdict.fault == Fault::none) return verdict;
    verdict.due = missing_day;
    verdict.late_days = 0;
    verdict.status = CaseStatus::invalid;
    verdict.by_law = {};
    return verdict;
  }

  /// An open case that waits for papers isn't overdue.
  void let_wait(std::size_t from, std::size_t i, CaseBlock& block) const {
    const std::size_t row = from + i;
    if (block.fault[i] != Fault::none) return;
    bool waits = waiting_.is_there() && !waiting_.is_missing(row) && waiting_.whole(row) != 0;
    if (Instant since{}; waiting_since_.is_there() && waiting_since_.read(row, since)) {
      if (since.day < block.received[i]) return block.refuse(i, Fault::waiting_before_receipt);
      waits |= since.day <= as_of_;
    }
    const auto status = static_cast<CaseStatus>(block.status[i]);
    if (!waits || (status != CaseStatus::running && status != CaseStatus::overdue)) return;
    block.status[i] = static_cast<std::int8_t>(CaseStatus::waiting);
    block.late_days[i] = 0;
    block.by_law[i].is_decided = false;
  }

  void look_at(std::size_t from, std::size_t i, CaseBlock& block) const {
    block.set(i, judge(from + i));
  }

  /// The common case; rows that want a closer look get it afterwards.
  ///
  /// All that is counted is known from how many working days lie before a day: the due day is the
  /// one before which `rank` of them lie.
  void judge_simple(std::size_t from, std::size_t count, CaseBlock& block) const {
    received_.load(from, count, block.received.data());
    finished_.load(from, count, block.finished.data());
    const CaseDays days = block.days(tables_.front(), count);
    if (promise_.is_there()) {
      promise_.load(from, count, block.due_day.data());
      kernels_.find_promised(days);
    } else {
      limits_.load(from, count, block.limit.data());
      kernels_.find_due(days, unit_ == TimeUnit::working_days);
    }
    const std::int32_t gap = timed_ ? 1 : 0;  // what ends on its first day: at which hour?
    if (kernels_.compare(days, static_cast<std::int32_t>(as_of_), gap)) return;
    for (std::size_t i = 0; i < count; ++i) {
      if (block.is_right[i] == 0) look_at(from, i, block);
    }
  }

  Fault rate(std::size_t row, Verdict& verdict) const {
    Instant received{};
    if (!received_.read(row, received)) return Fault::no_receipt;
    verdict.received = received.day;
    std::size_t code = 0;
    if (calendar_.is_there()) {
      const std::int64_t value = calendar_.whole(row);
      if (calendar_.is_missing(row) || value < 0 ||
          value >= static_cast<std::int64_t>(tables_.size())) {
        return Fault::unknown_calendar;
      }
      code = static_cast<std::size_t>(value);
    }
    const WorkingCalendar::Tables& t = tables_[code];
    const std::uint64_t at = place_in(t, received.day);
    if (at >= t.share.size()) return Fault::receipt_outside;
    Due promised;
    bool is_promised = false;
    if (const Fault fault = read_promise(row, t, received, promised, is_promised);
        fault != Fault::none) {
      return fault;
    }
    Due allowed;
    Fault fault = Fault::no_limit;
    if (limits_.is_there()) fault = limits_.due(row, code, at, received_, received, allowed);
    const bool is_limited = fault == Fault::none;
    if (!is_limited && fault != Fault::no_limit) return fault;
    if (!is_limited && !is_promised) return missing_end();
    const Due& due = is_promised ? promised : allowed;
    verdict.due = in_minutes_ ? due.day * day_minutes + due.minute : due.day;
    if (fault = compare(row, t, received, due, verdict); fault != Fault::none) return fault;
    if (is_limited && promise_.is_there()) {
      verdict.by_law = by_law(row, allowed);
      verdict.by_law.is_promised_late = is_promised && is_later(promised, allowed);
    }
    return Fault::none;
  }

  static std::uint64_t place_in(const WorkingCalendar::Tables& t, std::int64_t day) {
    return static_cast<std::uint64_t>(day) - static_cast<std::uint64_t>(std::int64_t{t.base});
  }

  [[nodiscard]] Fault missing_end() const {
    if (!promise_.is_there()) return Fault::no_limit;
    return limits_.is_there() ? Fault::no_limit_nor_promise : Fault::no_promise;
  }

  /// A moment at 00:00 stands for its day: nobody promises midnight, and libraries that know only
  /// moments write days so.
  Fault read_promise(std::size_t row, const WorkingCalendar::Tables& t, const Instant& received,
                     Due& due, bool& is_there) const {
    Instant promised{};
    is_there = promise_.is_there() && promise_.read(row, promised);
    if (!is_there) return Fault::none;
    due.day = promised.day;
    if (promised.ticks != 0) due.minute = promise_.minute(promised);
    const bool is_before = due.day < received.day ||
                           (due.day == received.day && due.minute < received_.minute(received));
    if (is_before) return Fault::promise_before_receipt;
    return place_in(t, due.day) < t.share.size() ? Fault::none : Fault::due_outside;
  }

  /// A promised day is later only than another day; it says nothing of hours.
  static bool is_later(const Due& promised, const Due& allowed) {
    return promised.minute == last_minute ? promised.day > allowed.day : promised > allowed;
  }

  Fault compare(std::size_t row, const WorkingCalendar::Tables& t, const Instant& received,
                const Due& due, Verdict& verdict) const {
    Instant finished{};
    const bool done = finished_.is_there() && finished_.read(row, finished);
    if (!done) {
      const bool past = as_of_ > due.day;
      verdict.status = past ? CaseStatus::overdue : CaseStatus::running;
      return past ? count_late(t, due.day, as_of_, verdict) : Fault::none;
    }
    if (finished.day < received.day || (finished.day == received.day && timed_ &&
                                        received_.minute(received) > finished_.minute(finished))) {
      return Fault::finish_before_receipt;
    }
    if (finished.day < due.day) {
      verdict.status = CaseStatus::early;
      return Fault::none;
    }
    if (finished.day == due.day && finished_.minute(finished) <= due.minute) {
      verdict.status = CaseStatus::on_time;
      return Fault::none;
    }
    verdict.status = CaseStatus::late;
    return count_late(t, due.day, finished.day, verdict);
  }

  /// How a case stands by its limit alone, whose row is right.
  [[nodiscard]] ByLaw by_law(std::size_t row, const Due& allowed) const {
    Instant finished{};
    if (!finished_.is_there() || !finished_.read(row, finished)) {
      return {.is_decided = as_of_ > allowed.day};
    }
    return {.is_decided = true,
            .is_in_time = Due{finished.day, finished_.minute(finished)} <= allowed};
  }

  /// Working days after the due day; a day off or an hour too late is late by one all the same.
  static Fault count_late(const WorkingCalendar::Tables& t, std::int64_t due, std::int64_t day,
                          Verdict& verdict) {
    const auto from = static_cast<std::uint64_t>(due - t.base);
    const auto to = static_cast<std::uint64_t>(day - t.base);
    if (to >= t.share.size()) return Fault::finish_outside;
    verdict.late_days = std::max(t.before[to + 1] - t.before[from + 1], 1);
    return Fault::none;
  }

  const CaseKernels& kernels_ = fastest_case_kernels();
  TimeReader received_;
  TimeReader finished_;
  TimeReader promise_;
  Reader calendar_;
  Reader waiting_;
  TimeReader waiting_since_;
  CaseLimits limits_;
  TimeUnit unit_;
  std::int64_t as_of_;
  bool timed_;       ///< both moments are known, not only their days
  bool in_minutes_;  ///< what is due is a minute
  bool simple_;
  std::vector<WorkingCalendar::Tables> tables_;
};

}  // namespace sauro::inline v0_1::detail
