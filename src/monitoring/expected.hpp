#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sauro/calendar/working_calendar.hpp"
#include "sauro/monitoring/standing.hpp"
#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"
#include "monitoring/reported_months.hpp"

namespace sauro::inline v0_1::detail {

/// The last day of the year before that of a day.
std::int32_t year_before(std::int32_t day);

/// The same day a year earlier; of the end of a month the end of that month.
std::int32_t year_earlier(std::int32_t day);

/// Where a line begins.
struct Start {
  std::int32_t day = 0;
  std::optional<double> value = {};
};

/// The baseline or the last target before an aim.
Start start_before(const Aims& aims, const Aim& aim);

/// The value on a line at a day; nothing without a start, and after its end that of the end.
std::optional<double> on_line(const Start& start, std::int32_t end, double value, std::int32_t day);

struct ExpectedFlow {
  std::optional<double> value = {};
  ExpectedWay way = ExpectedWay::none;
};

/// The amount between two days; nothing where it isn't known.
using Amounts = std::function<std::optional<double>(std::int32_t from, std::int32_t to)>;

/// What a flow goes by through its period.
struct Way {
  Amounts amounts;  ///< its own, of the years before
  const std::optional<WorkingCalendar>* calendar = nullptr;
  const std::vector<double>* profile = nullptr;  ///< of twelve months, or null
  ReportedMonths months;
};

/// What a flow should have brought by a day of its aim's period.
ExpectedFlow expected_flow(const Aim& aim, const Way& way, std::int32_t day);

/// The same where the aim is of a later year: the year of the day has its share on the line between
/// the years.
ExpectedFlow flow_between(const Aims& aims, const Way& way, std::int32_t day);

/// What a flow will bring in the year of a day if it goes on its way; the ends are by the ways of
/// the last three years. Nothing at its end, and before a quarter of it is known.
struct YearEstimate {
  ExpectedFlow flow = {};
  AmountRange ends = {};
};
YearEstimate estimate_of_year(const Way& way, std::int32_t day);

/// Throws ValidationError(invalid_option) for what is said of no indicator, and for profiles that
/// aren't twelve shares of something.
void check_options(const std::vector<Indicator>& indicators, const MonitorOptions& options);

}  // namespace sauro::inline v0_1::detail
