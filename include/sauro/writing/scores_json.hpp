#pragma once

#include <string>

#include "sauro/export.hpp"
#include "sauro/scoring/score.hpp"

namespace sauro::inline v0_1 {

/// A scorecard as JSON (`sauro/scorecard/1`): for each criterion its points, what is still possible
/// (`low`, `high`) and whether it applies, a value a row; null where points are missing.
///
/// Rows are periods times units: row = period * units + unit. The total has the code "".
[[nodiscard]] SAURO_API std::string to_json(const Scorecard& card, int indent = -1);

/// Why a criterion has its points as JSON (`sauro/explanation/1`), its parts inside of it.
[[nodiscard]] SAURO_API std::string to_json(const Explanation& explanation, int indent = 1);

}  // namespace sauro::inline v0_1
