#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "sauro/core/on_problem.hpp"
#include "sauro/core/shared.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/board.hpp"
#include "sauro/plan/progress.hpp"
#include "sauro/plan/schedule.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

struct TrackOptions {
  std::vector<int> alert_days = {7, 3, 1};  ///< working days before the due day
  OnProblem on_problem = OnProblem::raise;
  PointScheme scheme = PointScheme::preset();
  /// Whether reviews of what goes on all the time count in reminders and in the scores of groups.
  bool reviews = false;
  /// Ids of tasks that count more or less than once in the points of groups.
  std::vector<std::pair<std::string, double>> priorities = {};
};

/// Follows a schedule by a log as of a day.
///
/// Entries after `as_of` don't count, so any past day can be asked for. An entry names its task by
/// id or by its words; without an occurrence it is of the one in whose period its day falls, and of
/// no other. A review that nobody reported on is `not_reported`, never overdue. The board shares
/// the schedule and the log. Throws ValidationError(invalid_progress) that names all entries that
/// can't be right, ValidationError(invalid_option) for priorities of unknown tasks and negative
/// ones.
[[nodiscard]] SAURO_API Board track(Shared<Schedule> schedule, Shared<Progress> progress,
                                    const Date& as_of, const WorkingCalendar& calendar,
                                    const TrackOptions& options = {});

}  // namespace sauro::inline v0_1
