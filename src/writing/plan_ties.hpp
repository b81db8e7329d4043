#pragma once

#include "sauro/plan/plan.hpp"
#include "writing/json_in.hpp"

namespace sauro::inline v0_1::detail {

/// Problems of what the parts of a plan say of each other, each at its place: ids that are empty or
/// stand twice, parents that aren't there or go in a circle, agencies that aren't listed, a
/// coverage that doesn't add up.
void check_ties(const JsonIn& root, const Plan& plan);

}  // namespace sauro::inline v0_1::detail
