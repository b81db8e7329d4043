#pragma once

#include <string_view>

#include "sauro/calendar/time_limit.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Reads a length of time as rules and lists of procedures write it: "10 ngày làm việc", "08 giờ
/// làm việc", "không quá 15 (mười lăm) ngày, kể từ ngày nhận đủ hồ sơ". What it is counted from
/// isn't part of the limit.
///
///     parse_time_limit("nửa tháng") == TimeLimit(0.5, TimeUnit::months)
///
/// Throws Error(invalid_time_limit) for a text that is no limit. Expects normal form C.
[[nodiscard]] SAURO_API TimeLimit parse_time_limit(std::string_view text);

}  // namespace sauro::inline v0_1
