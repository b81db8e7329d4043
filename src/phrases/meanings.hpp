#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sauro/phrases/timeframe.hpp"
#include "sauro/plan/plan.hpp"

namespace sauro::inline v0_1::detail {

/// What a plan's document says of its times: its year and date.
TimeframeContext times_of(const Document& document);

/// The same of a plan; where its document has neither title nor date, its annexes say the year.
TimeframeContext times_of(const Plan& plan);

/// A time inside a running text and its bytes there.
struct FoundTime {
  Timeframe timeframe;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The times inside a running text.
std::vector<FoundTime> find_times(std::string_view text, const TimeframeContext& context);

/// The targets that a task's title, points and product name.
std::vector<Target> targets_of(const Task& task);

/// What an indicator's text asks for, in the indicator's unit where it names none.
std::vector<Target> targets_of(const Indicator& indicator, std::string_view text);

/// Reads the timeframes and targets of all tasks and indicators.
void read_meanings(Plan& plan);

}  // namespace sauro::inline v0_1::detail
