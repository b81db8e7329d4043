#pragma once

#include <string>
#include <vector>

#include "sauro/phrases/timeframe.hpp"

namespace sauro::inline v0_1::detail {

/// Whether two timeframes mean the same, however they are worded.
bool mean_the_same(const Timeframe& a, const Timeframe& b);

/// "05 ngày làm việc", "1,5 tháng", "30 phút"
std::string worded(const TimeLimit& limit);

/// "17 giờ 00 "
std::string time_of_day(int minute);

/// Phrases that may say a rhythm, the plainest first.
std::vector<std::string> rhythm_phrases(const Timeframe& timeframe);

}  // namespace sauro::inline v0_1::detail
