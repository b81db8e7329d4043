#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sauro/plan/plan.hpp"

namespace sauro::inline v0_1::detail {

/// For each duty with a limit the place of the task that says the same: with a lead in common, and
/// nearly all words of the shorter of the two in the other. None where no task does.
std::vector<std::optional<std::size_t>> tasks_of_duties(const Plan& plan);

}  // namespace sauro::inline v0_1::detail
