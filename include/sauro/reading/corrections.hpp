#pragma once

#include "sauro/export.hpp"
#include "sauro/plan/corrections.hpp"
#include "sauro/plan/plan.hpp"

namespace sauro::inline v0_1 {

/// What the reader wasn't sure of, for a person to settle: guesses, columns that weren't understood
/// and times that can't be read. Each `value` is open; read_plan takes it back once filled in.
[[nodiscard]] SAURO_API Corrections doubts(const Plan& plan);

}  // namespace sauro::inline v0_1
