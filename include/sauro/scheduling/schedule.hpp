#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/reporting_period.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/plan/schedule.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// The day on which the data of a period close and its report is due.
struct ReportDay {
  int day = 14;  ///< of a month, Nghị định 09/2019/NĐ-CP (art. 12): the 14th
  /// Months after the last one of the period; the data close with the period then.
  int months_after = 0;
};

struct ScheduleOptions {
  /// Of the plan's title by default, else of its date; timeframes are read again for another one.
  std::optional<int> year = {};
  /// Tasks without a date are due at the end of the year; their reading says so.
  bool undated_at_year_end = false;
  /// Where a due day that isn't worked moves; a time limit of the law moves forward (Civil Code
  /// 2015, art. 148(5)), a plan's own day stays by default.
  Roll roll = Roll::none;
  /// When tasks that go on all the time are reviewed: by default as the plan's own sentence on
  /// reporting says, else each quarter by Nghị định 09/2019/NĐ-CP.
  std::optional<ReportKind> review = {};
  ReportingRule review_rule = {};
  /// Of reviews, and of what recurs and is a report, where the plan names no day; else they close
  /// with their month.
  std::optional<ReportDay> report_day = {};
  /// Ids of tasks, each of which has to come before the other.
  std::vector<std::pair<std::string, std::string>> predecessors = {};
  /// Duties of the text that have a limit stand behind the tasks, but those that a task says too.
  bool duties = true;
};

/// Works out when each task of a plan is due, and each duty of its text that has a limit.
///
/// Parts come before their whole, steps of an inspection follow one another. Throws
/// ValidationError(invalid_option) for a predecessor that isn't there, ValidationError(cycle) that
/// shows the tasks of a cycle, Error(outside_calendar) for days outside of the calendar.
[[nodiscard]] SAURO_API Schedule schedule(const Plan& plan, const WorkingCalendar& calendar,
                                          const ScheduleOptions& options = {});

/// Orders the tasks by their dependencies; throws as `schedule` does for a cycle.
[[nodiscard]] SAURO_API std::vector<std::size_t> order_of(const Schedule& schedule);

/// A row an occurrence: task, title, agency, area, label, start, due, kind, reading.
[[nodiscard]] SAURO_API Table occurrences_table(const Schedule& schedule);

/// A row an occurrence with a date: task, label, due, working_days (to it from `as_of`, negative
/// where it has passed), next_task and next_working_days (to the due day of the next step).
[[nodiscard]] SAURO_API Table slack_table(const Schedule& schedule, const WorkingCalendar& calendar,
                                          const Date& as_of);

/// How much each agency has due: agency, week (its Monday), due.
[[nodiscard]] SAURO_API Table workload_table(const Schedule& schedule);

/// Days on which an agency has more than `most` things due: agency, due, count.
[[nodiscard]] SAURO_API Table crowded_table(const Schedule& schedule, std::size_t most);

}  // namespace sauro::inline v0_1
