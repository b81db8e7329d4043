#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sauro/calendar/period.hpp"
#include "sauro/monitoring/monitor.hpp"
#include "sauro/phrases/indicator.hpp"

namespace sauro::inline v0_1::detail {

/// What is to be reached by a horizon, as a number of the indicator's unit.
struct Aim {
  std::string horizon;
  Period period;
  Target target;  ///< as written
  Comparison comparison = Comparison::at_least;
  double value = 0;
  std::optional<double> upper = {};
  bool is_change = false;  ///< `value` is by how much, not what is reached
};

/// What is known of an indicator before its values are looked at.
struct Aims {
  const Indicator* indicator = nullptr;
  MeasureKind measure = MeasureKind::level;
  Better direction = Better::higher;
  std::string unit;
  std::optional<double> baseline = {};
  std::optional<Period> baseline_period = {};
  std::vector<Aim> all;  ///< by the end of their periods
};

/// Reads an indicator's aims; what is guessed, or can't be told, is a remark.
Aims aims_of(const Indicator& indicator, const MonitorOptions& options,
             std::vector<Remark>& remarks);

/// What is a guess of the measure of a part follows its whole: a part of what comes in a period
/// comes in it as well. By indicator, with the remarks of all of them.
void follow_wholes(const std::vector<Indicator>& indicators, std::vector<Aims>& aims,
                   std::vector<Remark>& remarks);

/// The aim that counts on a day: of a flow the shortest whose period has the day, else the next
/// one, else the last.
const Aim* aim_on(const Aims& aims, std::int32_t day);

/// An aim with what it asks for as an amount, where it is a change against `base`.
std::optional<Aim> against(const Aim& aim, std::optional<double> base, MeasureKind measure);

}  // namespace sauro::inline v0_1::detail
