#pragma once

#include <functional>

#include "sauro/index/rule.hpp"

namespace sauro::inline v0_1::detail {

/// Calls `take` with the formulas of a rule and of the alternatives of a choice, in their order.
void for_each_expression(const Rule& rule, const std::function<void(const Expression&)>& take);

/// Whether some of what a rule counts has points below zero, down to the criterion's minimum.
bool takes_away(const TallyRule& rule);

}  // namespace sauro::inline v0_1::detail
