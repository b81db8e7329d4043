#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sauro/core/enums.hpp"

namespace sauro::inline v0_1::detail {

/// What the grammar of times can read; src/data/time_constructions.json has examples of each.
enum class Construction : std::uint8_t {
  day,
  day_list,
  week,
  week_list,
  month_list,
  month,
  quarter,
  half_year,
  months_of_year,
  year,
  edge,
  part,
  range,
  month_range,
  day_range,
  each_of_years,
  day_of_rhythm,
  part_of_rhythm,
  weekday_of_rhythm,
  times_a_unit,
  every_unit,
  unit_a_time,
  bare_unit,
  limit,
  limit_behind_event,
  same_day,
  limit_from_day,
  length_of_range,
  months_from,
  all_the_time,
  round_the_clock,
  vision,
  stage,
  open_end,
  open_beginning,
  event,
  event_word,
  report,
};

constexpr std::array<std::string_view, 38> enum_names(Construction /*value*/) noexcept {
  return {"day",
          "day_list",
          "week",
          "week_list",
          "month_list",
          "month",
          "quarter",
          "half_year",
          "months_of_year",
          "year",
          "edge",
          "part",
          "range",
          "month_range",
          "day_range",
          "each_of_years",
          "day_of_rhythm",
          "part_of_rhythm",
          "weekday_of_rhythm",
          "times_a_unit",
          "every_unit",
          "unit_a_time",
          "bare_unit",
          "limit",
          "limit_behind_event",
          "same_day",
          "limit_from_day",
          "length_of_range",
          "months_from",
          "all_the_time",
          "round_the_clock",
          "vision",
          "stage",
          "open_end",
          "open_beginning",
          "event",
          "event_word",
          "report"};
}

}  // namespace sauro::inline v0_1::detail
