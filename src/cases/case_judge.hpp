#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "sauro/cases/case_status.hpp"
#include "calendar/working_clock.hpp"
#include "cases/case_block.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr std::int64_t far_away = std::int64_t{1} << 40U;

/// The rules for one row.
class Judge {
 public:
  Judge(const CaseLog& cases, const CaseOptions& options)
      : received_(cases.received),
        finished_(cases.finished),
        limit_(cases.limit),
        cut_(cases.cut),
        paused_(cases.paused),
        calendar_(cases.calendar),
        unit_(cases.unit),
        cut_off_(options.cut_off.value_or(INT32_MAX)),
        rounding_(options.rounding),
        as_of_(options.as_of.day_number()),
        plain_(!cases.cut.is_there() && !limit_.is_floating() && !paused_.is_floating()) {
    for (const WorkingCalendar& calendar : options.calendars) {
      tables_.push_back(calendar.tables());
      if (ends_within_day(unit_)) clocks_.emplace_back(calendar, options.hours);
    }
    timed_ = received_.has_times() && finished_.has_times();
    simple_ = !cases.cut.is_there() && !paused_.is_there() && !calendar_.is_there() &&
              !ends_within_day(unit_) && !options.cut_off;
  }

  /// Judges up to `block_rows` rows from `from` on; false where one of them can't be right.
  bool judge(std::size_t from, std::size_t count, CaseBlock& block) const {
    block.fault.fill(Fault::none);
    if (!simple_) {
      for (std::size_t i = 0; i < count; ++i) look_at(from, i, block);
    } else if (unit_ == TimeUnit::working_days) {
      judge_simple<true>(from, count, block);
    } else {
      judge_simple<false>(from, count, block);
    }
    return std::all_of(block.fault.begin(), block.fault.end(),
                       [](Fault fault) { return fault == Fault::none; });
  }

  [[nodiscard]] Verdict judge(std::size_t row) const {
    Verdict verdict;
    verdict.fault = rate(row, verdict);
    if (verdict.fault != Fault::none) verdict.due = missing_day;
    return verdict;
  }

 private:
  void look_at(std::size_t from, std::size_t i, CaseBlock& block) const {
    block.set(i, judge(from + i));
  }

  /// The common case; rows that want a closer look get it afterwards.
  ///
  /// All that is counted is known from how many working days lie before a day: the due day is the
  /// one before which `rank` of them lie.
  template <bool working_days>
  void judge_simple(std::size_t from, std::size_t count, CaseBlock& block) const {
    received_.load(from, count, block.received.data());
    limit_.load(from, count, block.limit.data());
    finished_.load(from, count, block.finished.data());
    find_due<working_days>(tables_.front(), count, block);
    compare_days(tables_.front(), static_cast<std::int32_t>(as_of_), timed_, count, block);
    const auto end = block.is_right.begin() + static_cast<std::ptrdiff_t>(count);
    if (std::find(block.is_right.begin(), end, 0) == end) return;
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
    const std::uint64_t at =
        static_cast<std::uint64_t>(received.day) - static_cast<std::uint64_t>(std::int64_t{t.base});
    if (at >= t.share.size()) return Fault::receipt_outside;
    std::int64_t due_minute = day_minutes;
    const Fault fault = ends_within_day(unit_)
                            ? due_moment(row, code, at, received, verdict.due, due_minute)
                            : due_day(row, t, at, received, verdict.due);
    if (fault != Fault::none) return fault;
    return compare(row, t, received, due_minute, verdict);
  }

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

  Fault due_day(std::size_t row, const WorkingCalendar::Tables& t, std::uint64_t at,
                const Instant& received, std::int64_t& due) const {
    std::int64_t days = 0;
    if (const Fault fault = whole_length(row, days); fault != Fault::none) return fault;
    const bool after_hours = cut_off_ != INT32_MAX && t.share[at] != DayShare::none &&
                             received_.minute(received) >= cut_off_;
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

  Fault due_moment(std::size_t row, std::size_t code, std::uint64_t at, const Instant& received,
                   std::int64_t& due, std::int64_t& due_minute) const {
    double amount = 0;
    if (const Fault fault = length(row, amount); fault != Fault::none) return fault;
    const WorkingClock& clock = clocks_[code];
    const int minute = received_.minute(received);
    const auto minutes =
        static_cast<std::int64_t>(std::llround(unit_ == TimeUnit::minutes ? amount : amount * 60));
    due_minute = minute;
    due = received.day * day_minutes + minute;
    if (minutes == 0) return Fault::none;
    const bool late = minute >= cut_off_;
    std::optional<std::int64_t> moment;
    if (unit_ == TimeUnit::working_hours) {
      moment = clock.moment((late ? clock.next_day(at) : clock.position(at, minute)) + minutes);
    } else {
      moment = late ? clock.opening_after(at) : std::optional(due);
      if (moment) moment = rolled(tables_[code], *moment + minutes);
    }
    if (!moment) return Fault::due_outside;
    due = *moment;
    due_minute = due % day_minutes;
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
    return std::int64_t{t.day[rank]} * day_minutes + (day_minutes - 1);
  }

  Fault compare(std::size_t row, const WorkingCalendar::Tables& t, const Instant& received,
                std::int64_t due_minute, Verdict& verdict) const {
    const bool hours = ends_within_day(unit_);
    const std::int64_t due_day = hours ? verdict.due / day_minutes : verdict.due;
    Instant finished{};
    const bool done = finished_.is_there() && finished_.read(row, finished);
    if (!done) {
      const bool past = as_of_ > due_day;
      verdict.status = past ? CaseStatus::overdue : CaseStatus::running;
      return past ? count_late(t, due_day, as_of_, verdict) : Fault::none;
    }
    if (finished.day < received.day || (finished.day == received.day && timed_ &&
                                        received_.minute(received) > finished_.minute(finished))) {
      return Fault::finish_before_receipt;
    }
    if (finished.day < due_day) {
      verdict.status = CaseStatus::early;
      return Fault::none;
    }
    const bool on_day = finished.day == due_day;
    if (on_day && (!hours || finished_.minute(finished) <= due_minute)) {
      verdict.status = CaseStatus::on_time;
      return Fault::none;
    }
    verdict.status = CaseStatus::late;
    return count_late(t, due_day, finished.day, verdict);
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

  TimeReader received_;
  TimeReader finished_;
  Reader limit_;
  Reader cut_;
  Reader paused_;
  Reader calendar_;
  TimeUnit unit_;
  int cut_off_;
  Rounding rounding_;
  std::int64_t as_of_;
  bool plain_;  ///< whole limits without a cut
  bool simple_ = false;
  bool timed_ = false;  ///< both moments are known, not only their days
  std::vector<WorkingCalendar::Tables> tables_;
  std::vector<WorkingClock> clocks_;
};

}  // namespace sauro::inline v0_1::detail
