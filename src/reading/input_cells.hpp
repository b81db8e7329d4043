#pragma once

#include <limits>
#include <string>
#include <string_view>

#include "sauro/core/problem.hpp"
#include "sauro/index/framework.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr double unfilled = std::numeric_limits<double>::quiet_NaN();

/// A cell as composed text without blanks at its ends.
std::string tidy(const GridCell& cell);

/// A name of a unit or period: the same with one blank between words.
std::string place_name(const GridCell& cell);

/// The variable of that name or of the rule of the criterion of that code; null where it isn't one.
const Variable* find_variable(std::string_view name, const Framework& framework);

/// Why a name stands for no variable.
Bilingual no_variable(std::string_view name, const Framework& framework);

}  // namespace sauro::inline v0_1::detail
