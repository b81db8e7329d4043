#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/calendar/working_calendar.hpp"
#include "sauro/core/on_problem.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"
#include "sauro/indicators/contradiction.hpp"
#include "sauro/indicators/indicator_log.hpp"
#include "sauro/monitoring/allocation.hpp"
#include "sauro/monitoring/standing.hpp"
#include "sauro/plan/indicator.hpp"
#include "sauro/plan/remark.hpp"

namespace sauro::inline v0_1 {

/// From which share of what was to be expected a status holds.
struct StandingBand {
  StandingStatus status = StandingStatus::on_way;
  double from = 1;

  friend bool operator==(const StandingBand&, const StandingBand&) = default;
};

/// The bands of src/data/standing_bands.json, the highest first; what is below all is behind.
[[nodiscard]] SAURO_API const std::vector<StandingBand>& standing_bands();

/// The least and the most that a month of a flow can be.
struct MonthBounds {
  std::optional<double> low = {};
  std::optional<double> high = {};

  friend bool operator==(const MonthBounds&, const MonthBounds&) = default;
};

/// Places that became one.
struct Merger {
  Date since{1970, 1, 1};                ///< first day of the new place
  std::vector<std::string> places = {};  ///< what it was put together of

  friend bool operator==(const Merger&, const Merger&) = default;
};

struct MonitorOptions {
  Date as_of{1970, 1, 1};  ///< periods that end later don't count
  /// Only what was known on this day; a value without a day is known from its last day on.
  std::optional<Date> known_on = {};
  /// For ways by working days; where it doesn't cover a period, or is none, days are counted.
  std::optional<WorkingCalendar> calendar = {};
  std::map<std::string, MeasureKind, std::less<>> measures = {};  ///< by id, where words mislead
  std::map<std::string, Better, std::less<>> directions = {};     ///< the same
  /// By id; of each month of a flow that is missing.
  std::map<std::string, MonthBounds, std::less<>> bounds = {};
  /// By id; what each of the twelve months brings of a year of a flow, in any unit.
  std::map<std::string, std::vector<double>, std::less<>> profiles = {};
  std::vector<StandingBand> bands = standing_bands();  ///< the highest first
  /// The place that each place is a part of; their sums get a standing of their own.
  std::map<std::string, std::string, std::less<>> parents = {};
  /// By the new place: what it has before its first day is that of its old places together, which
  /// have no standing of their own from then on.
  std::map<std::string, Merger, std::less<>> mergers = {};
  /// Last day of the months that figures are of: 14 by Nghị định 09/2019, whose month runs from the
  /// 15th of the one before and whose year from 15 December; 0 for the calendar's, else 1 to 27.
  /// The log names them (T3/2026), or gives these days.
  int cut_off_day = 0;
  /// Targets that places were given, each with the period that it is for. Where there are some of
  /// an indicator and period, only the top of `parents` keeps the plan's target: a place has its
  /// own, or its parts' together, or none.
  IndicatorLog allocations = {};
  OnProblem on_problem = OnProblem::raise;  ///< rows that belong to no indicator are left out
};

/// Where indicators stand on a day.
struct Monitor {
  Date as_of{1970, 1, 1};
  /// By indicator, then by place; behind them places that were given a target and have no values,
  /// and those put together.
  std::vector<Standing> standings = {};
  std::vector<Contradiction> contradictions = {};     ///< the same
  std::vector<PlaceContribution> contributions = {};  ///< of flows, by indicator and whole
  std::vector<Allocation> allocations = {};           ///< by indicator, period and whole
  std::vector<Remark> remarks = {};                   ///< what was guessed of the indicators
  std::vector<Problem> problems = {};                 ///< rows that were left out

  friend bool operator==(const Monitor&, const Monitor&) = default;
};

/// Says of each indicator, at each place, what its last value is, how much of the target that is,
/// how it was a year ago, what was to be expected by then, and so where it stands.
///
/// Months, quarters and cumulated values of a flow may be given together, in any order; what is
/// missing is no zero: a sum with a hole is a range. A year of a flow is estimated from a quarter
/// of it on: as last year went on, or by its days. Rows find their indicator by its id, its name or
/// its number and name. The expected value is that at the end of the last period with a value.
/// Places that are parts of others (`parents`) are put together: flows and counts add, ratios are
/// those of their numerators and denominators, never means of percents; what a part lacks makes a
/// range, or no value. A whole that has figures of its own keeps them and is held against its
/// parts. So is an indicator against those that are its parts: together they are the whole, or none
/// of them is more than it (`Indicator::parts`). Throws ValidationError(invalid_option) for parents
/// and mergers in a circle, and ValidationError(invalid_rows) that names what belongs to no
/// indicator or to several, and units that can't be converted. Linear in the rows, and n log n in
/// those of one indicator and place.
[[nodiscard]] SAURO_API Monitor monitor(const std::vector<Indicator>& indicators,
                                        const IndicatorLog& log, const MonitorOptions& options);

}  // namespace sauro::inline v0_1
