#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "sauro/calendar/period.hpp"
#include "sauro/monitoring/standing.hpp"
#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"
#include "monitoring/year_days.hpp"

namespace sauro::inline v0_1::detail {

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

/// What a flow goes by through the year of its last day.
class FlowWay {
 public:
  /// `amounts` are its own; the profile of twelve months may be null. All have to live as long.
  FlowWay(Amounts amounts, const YearDays& days, const MonitorOptions& options,
          const std::vector<double>* profile)
      : amounts_(std::move(amounts)), days_(days), options_(options), profile_(profile) {}

  [[nodiscard]] const YearDays& days() const { return days_; }
  /// The part that its last day ends of a period that the day is in.
  struct Part {
    double share = 0;
    ExpectedWay way = ExpectedWay::none;
  };
  [[nodiscard]] Part part_of(const Period& period);
  /// What so many years earlier the year had reached on the same day; nothing where it isn't wholly
  /// known, or where what came back made it no share.
  [[nodiscard]] std::optional<double> share(int years_back);

 private:
  Amounts amounts_;
  const YearDays& days_;
  const MonitorOptions& options_;
  const std::vector<double>* profile_;
  std::array<std::optional<std::optional<double>>, YearDays::years + 1> shares_ = {};
};

/// What a flow should have brought by its last day of its aim's period.
ExpectedFlow expected_flow(const Aim& aim, FlowWay& way);

/// The same where the aim is of a later year: the year of the day has its share on the line between
/// the years.
ExpectedFlow flow_between(const Aims& aims, FlowWay& way);

/// What a flow that has brought `done` will bring in the year of its last day if it goes on its
/// way; the ends are by the ways of the last three years. Nothing at the year's end, and before a
/// quarter of it is known.
struct YearEstimate {
  ExpectedFlow flow = {};
  AmountRange ends = {};
};
YearEstimate estimate_of_year(FlowWay& way, std::optional<double> done);

/// Throws ValidationError(invalid_option) for what is said of no indicator, and for profiles that
/// aren't twelve shares of something.
void check_options(const std::vector<Indicator>& indicators, const MonitorOptions& options);

}  // namespace sauro::inline v0_1::detail
