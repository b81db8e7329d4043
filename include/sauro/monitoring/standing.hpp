#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"
#include "sauro/indicators/indicator_log.hpp"
#include "sauro/plan/indicator.hpp"
#include "sauro/plan/target.hpp"

namespace sauro::inline v0_1 {

/// Where an indicator stands against its target.
enum class StandingStatus : std::uint8_t {
  reached,  ///< the target is met
  on_way,   ///< not yet, and what was to be expected by now is there
  at_risk,  ///< a little less than that
  behind,   ///< clearly less
  missed,   ///< its time is over and it isn't met
  holding,  ///< below its ceiling
  broken,   ///< beyond it
  no_data,  ///< nothing can be said: no value, or holes that decide
  not_due,  ///< its time isn't over, and nothing says what was to be expected by now
};

constexpr std::array<std::string_view, 9> enum_names(StandingStatus /*value*/) noexcept {
  return {"reached", "on_way", "at_risk", "behind", "missed",
          "holding", "broken", "no_data", "not_due"};
}

/// From where the expected value comes, and the estimate of a year.
enum class ExpectedWay : std::uint8_t {
  none,
  last_year,     ///< the share that last year had reached by then
  working_days,  ///< by working days of the target's period
  days,          ///< by its days, where no calendar covers it
  linear,        ///< on a line from the baseline or the target before to the next one
  profile,       ///< the share of the months that the caller gave
};

constexpr std::array<std::string_view, 6> enum_names(ExpectedWay /*value*/) noexcept {
  return {"", "last_year", "working_days", "days", "linear", "profile"};
}

/// Where an indicator stands at a place.
struct Standing {
  std::string indicator = {};
  std::string name = {};
  std::string place = {};
  std::string unit = {};
  MeasureKind measure = MeasureKind::unknown;
  StandingStatus status = StandingStatus::no_data;
  std::optional<Date> first = {};
  std::optional<Date> last = {};
  ValueState state = ValueState::done;
  std::optional<double> value = {};
  std::optional<Date> start = {};
  std::optional<double> cumulated = {};
  std::optional<double> cumulated_low = {};
  std::optional<double> cumulated_high = {};
  std::string horizon = {};
  std::string target_text = {};
  Comparison comparison = Comparison::none;
  std::optional<double> target = {};
  std::optional<double> target_upper = {};
  std::optional<double> percent = {};
  std::optional<double> last_year = {};
  std::optional<double> change = {};
  std::string change_unit = {};
  std::optional<double> expected = {};
  ExpectedWay way = ExpectedWay::none;
  std::optional<double> gap = {};
  std::optional<double> estimate = {};
  std::optional<double> estimate_low = {};
  std::optional<double> estimate_high = {};
  ExpectedWay estimate_way = ExpectedWay::none;
  std::vector<std::string> missing = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("indicator", &Standing::indicator, "Id of the indicator.", traits::shown),
        Field("name", &Standing::name, "Its name.", traits::shown),
        Field("place", &Standing::place, "Whose values; may be empty.", traits::shown),
        Field("unit", &Standing::unit, "Of all its numbers but changes."),
        Field("measure", &Standing::measure, "What it measures."),
        Field("status", &Standing::status,
              "'reached', 'on_way', 'at_risk', 'behind', 'missed', "
              "'holding', 'broken', 'no_data' or 'not_due'.",
              traits::shown),
        Field("first", &Standing::first, "First day of the period of `value`."),
        Field("last", &Standing::last, "Last day that a value is of."),
        Field("state", &Standing::state, "'estimated' where an estimate is part of it."),
        Field("value", &Standing::value, "Of the last period that is known.", traits::shown),
        Field("start", &Standing::start, "First day that `cumulated` counts from."),
        Field(
            "cumulated", &Standing::cumulated,
            "Of a flow, since the target's period began; of a ratio, what is given so. None where "
            "it has a hole.",
            traits::shown),
        Field("cumulated_low", &Standing::cumulated_low,
              "The least that it can be; None where there is no bound."),
        Field("cumulated_high", &Standing::cumulated_high, "The most, the same."),
        Field("horizon", &Standing::horizon, "Of the target."),
        Field("target_text", &Standing::target_text, "The target as written."),
        Field("comparison", &Standing::comparison, "How it is compared.", traits::nullable),
        Field("target", &Standing::target, "What is to be reached, in `unit`.", traits::shown),
        Field("target_upper", &Standing::target_upper, "Upper end of a range."),
        Field("percent", &Standing::percent,
              "Of the target; of a target that is a change the part of the change that is done.",
              traits::shown),
        Field("last_year", &Standing::last_year, "The same of the same period of last year."),
        Field("change", &Standing::change, "Against that.", traits::shown),
        Field("change_unit", &Standing::change_unit,
              "'%' of an amount, 'điểm %' of a ratio, else the unit."),
        Field("expected", &Standing::expected, "At the end of the last period with a value.",
              traits::shown),
        Field("way", &Standing::way,
              "Where that comes from: 'last_year', 'working_days', 'days', "
              "'linear' or 'profile'.",
              traits::nullable),
        Field("gap", &Standing::gap, "What is there less what was to be expected."),
        Field("estimate", &Standing::estimate,
              "Of a flow, what the year will bring if it goes on as `estimate_way` says; None "
              "where less than a quarter of the year is known."),
        Field("estimate_low", &Standing::estimate_low,
              "The least by the ways of the last three years; None where they aren't known."),
        Field("estimate_high", &Standing::estimate_high, "The most, the same."),
        Field("estimate_way", &Standing::estimate_way,
              "'profile' or 'last_year': the year's months have the shares that were given, or "
              "those of last year; 'working_days' or 'days': each day brings the same.",
              traits::nullable),
        Field("missing", &Standing::missing,
              "Of places together: those that lack a value that is wanted.")};
  }

  friend bool operator==(const Standing&, const Standing&) = default;
};

/// What one place is of several together.
struct PlaceContribution {
  std::string indicator = {};
  std::string place = {};
  std::string part = {};
  std::optional<double> amount = {};
  std::optional<double> percent = {};
  std::optional<double> change = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("indicator", &PlaceContribution::indicator, "Id of the indicator.", traits::shown),
        Field("place", &PlaceContribution::place, "The place that is the whole.", traits::shown),
        Field("part", &PlaceContribution::part, "The place that is a part.", traits::shown),
        Field("amount", &PlaceContribution::amount,
              "What is cumulated there since the whole's `start`.", traits::shown),
        Field("percent", &PlaceContribution::percent, "Of the whole."),
        Field("change", &PlaceContribution::change,
              "Against the same period of last year; those of all parts add up to that of the "
              "whole.",
              traits::shown)};
  }

  friend bool operator==(const PlaceContribution&, const PlaceContribution&) = default;
};

}  // namespace sauro::inline v0_1
