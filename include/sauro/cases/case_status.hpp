#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/time_limit.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "sauro/cases/case_log.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/on_problem.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// How a case stands against its limit.
enum class CaseStatus : std::int8_t {
  early,    ///< trước hạn: finished before the due day
  on_time,  ///< đúng hạn: finished on it
  late,     ///< trễ hạn: finished after it
  running,  ///< trong hạn: open, not yet due
  overdue,  ///< quá hạn chưa xong: open and past its due day
  invalid,  ///< set aside: its row can't be right
  waiting,  ///< chờ bổ sung: open, but waits for papers of the applicant
};

constexpr std::array<std::string_view, 7> enum_names(CaseStatus /*value*/) noexcept {
  return {"early", "on_time", "late", "running", "overdue", "invalid", "waiting"};
}

inline constexpr int case_status_count = 7;

/// How cases are judged.
struct CaseOptions {
  Date as_of;  ///< open cases are judged at the end of this day
  /// One, or as many as `CaseLog::calendar` has codes.
  std::vector<WorkingCalendar> calendars = {};
  WorkingHours hours = {};           ///< for limits in working hours
  std::optional<int> cut_off = {};   ///< minute of the day from which a case counts as received on
                                     ///< the next working day
  Rounding rounding = Rounding::up;  ///< of cut limits
  OnProblem on_problem = OnProblem::raise;  ///< what is set aside has the status `invalid`
  unsigned threads = 0;                     ///< 0 for all cores
};

/// Spans of the calendar that cases are counted by, by their day of receipt.
enum class CasePeriod : std::int8_t { none, week, month, quarter, year };  ///< weeks from Monday

constexpr std::array<std::string_view, 5> enum_names(CasePeriod /*value*/) noexcept {
  return {"none", "week", "month", "quarter", "year"};
}

/// What a roll-up groups by, in this order; none of them gives one row for all.
struct RollUpKeys {
  std::vector<std::string> columns = {};  ///< names of the log's keys
  CasePeriod period = CasePeriod::none;
  bool late_days = false;   ///< a row for each number of late days: what their quantiles come from
  bool taken_days = false;  ///< count the working days that finished cases took
};

/// Counts of one group.
struct SAURO_API RollUpRow {
  static constexpr std::size_t most_keys = 6;
  static constexpr std::int32_t no_period = INT32_MIN;

  /// Of the columns in their order; -1 for cases that have none, and behind the last column.
  std::array<std::int32_t, most_keys> codes = {-1, -1, -1, -1, -1, -1};
  std::int32_t period = no_period;  ///< its first day; no_period without a day of receipt
  std::int32_t late = 0;            ///< late days of each of its cases, where rows are made by them
  std::int64_t counts[case_status_count] = {};
  std::int64_t late_days = 0;   ///< working days, at least 1 each, of late and overdue cases
  std::int64_t taken_days = 0;  ///< working days after receipt up to the finish, where asked for
  /// Of logs with limits and promises: those promised later than their limit allows, and those
  /// with a limit that by it are finished in time, or decided.
  std::int64_t promised_late = 0;
  std::int64_t law_in_time = 0;
  std::int64_t law_decided = 0;

  /// Adds the counts of another part of the same group.
  void add(const RollUpRow& part) noexcept;
  [[nodiscard]] std::int64_t total() const noexcept;
  /// Late or overdue.
  [[nodiscard]] std::int64_t late_cases() const noexcept { return counts[2] + counts[4]; }
  /// Finished in time.
  [[nodiscard]] std::int64_t in_time() const noexcept { return counts[0] + counts[1]; }
  /// Finished, or overdue: what the rate is of.
  [[nodiscard]] std::int64_t decided() const noexcept {
    return counts[0] + counts[1] + counts[2] + counts[4];
  }
  /// in_time / decided, or nothing where nothing was decided.
  [[nodiscard]] std::optional<double> rate() const noexcept;
  /// law_in_time / law_decided, or nothing where the law decided nothing.
  [[nodiscard]] std::optional<double> law_rate() const noexcept;
};

/// Columns to fill; empty spans are not filled.
struct CaseColumns {
  std::span<std::int64_t> due =
      {};  ///< day numbers; minutes since 1970 where the log `ends_within_day`
  std::span<std::int8_t> status = {};
  std::span<std::int32_t> late_days = {};
};

/// Judges all cases in one pass: due days, statuses, late days and, where `keys` is given, groups
/// in order of their keys.
///
/// Late days are working days after the due day. Without columns to fill it needs no memory by row.
/// Throws ValidationError(invalid_rows) with the rows that can't be right (receipt missing or
/// outside the calendar, neither a limit nor a promise, finish, promise or waiting before receipt,
/// negative limits and pauses, unknown codes), or sets them aside; ValidationError(invalid_column)
/// for columns of other lengths.
SAURO_API std::vector<RollUpRow> judge_cases(const CaseLog& cases, const CaseOptions& options,
                                             const CaseColumns& columns,
                                             const std::optional<RollUpKeys>& keys);

/// Adds the groups of parts of a log, or of several logs with the same codes, as if they had been
/// counted at once; in order of their keys.
[[nodiscard]] SAURO_API std::vector<RollUpRow> merge_roll_ups(
    std::span<const std::vector<RollUpRow>> parts);

}  // namespace sauro::inline v0_1
