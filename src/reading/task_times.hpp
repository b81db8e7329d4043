#pragma once

#include "reading/context.hpp"

namespace sauro::inline v0_1::detail {

/// Gives tasks the first days that stand in columns of their own, and those whose time is a number
/// of days the last one; a number of days that begins nowhere is a remark.
void read_starts(Context& context);

}  // namespace sauro::inline v0_1::detail
