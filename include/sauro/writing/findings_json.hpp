#pragma once

#include <string>

#include "sauro/checking/check.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// What a check found as JSON (`sauro/findings/1`): points, the six clears, clarity by task and the
/// findings with their places.
[[nodiscard]] SAURO_API std::string to_json(const Findings& findings, int indent = 1);

}  // namespace sauro::inline v0_1
