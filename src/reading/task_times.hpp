#pragma once

#include "reading/context.hpp"

namespace sauro::inline v0_1::detail {

/// Gives tasks the first days that stand in columns of their own, and those whose time is a number
/// of days the last one; a number of days that begins nowhere is a remark.
void read_starts(Context& context);

/// Times that are nothing but the number by which a workbook counts a day, "46203", are that day,
/// with a remark; a day with an hour and seconds, as cells show it, is read without the seconds.
void read_day_numbers(Context& context);

}  // namespace sauro::inline v0_1::detail
