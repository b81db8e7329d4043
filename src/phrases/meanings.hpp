#pragma once

#include "sauro/phrases/timeframe.hpp"
#include "sauro/plan/plan.hpp"

namespace sauro::inline v0_1::detail {

/// What a plan's document says of its times: its year and date.
TimeframeContext times_of(const Document& document);

/// The targets that a task's title, points and product name.
std::vector<Target> targets_of(const Task& task);

/// What an indicator's text asks for, in the indicator's unit where it names none.
std::vector<Target> targets_of(const Indicator& indicator, std::string_view text);

/// Reads the timeframes and targets of all tasks and indicators.
void read_meanings(Plan& plan);

}  // namespace sauro::inline v0_1::detail
