#pragma once

#include "sauro/plan/plan.hpp"
#include "checking/findings.hpp"

namespace sauro::inline v0_1::detail {

/// Whether a target is a number that another one can be held against.
bool is_comparable(const Target& target);

/// The same matter with another target elsewhere in the plan.
void check_matters(const Plan& plan, Collector& out);

}  // namespace sauro::inline v0_1::detail
