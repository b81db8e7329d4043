#pragma once

#include <string>
#include <vector>

#include "sauro/core/problem.hpp"
#include "sauro/index/framework.hpp"

namespace sauro::inline v0_1::detail {

/// All that is wrong with a framework whose tree is linked.
std::vector<FrameworkProblem> check_framework(const Framework& framework);

/// Computed variables and criteria that depend on themselves: "a -> b -> a".
std::vector<std::string> circles_of(const Framework& framework);

/// Values that no row of a table holds for, or that several hold for under the policy unique.
struct TableFlaws {
  std::vector<Bilingual> gaps;
  std::vector<Bilingual> overlaps;
};
TableFlaws table_flaws(const TableRule& rule, const std::vector<const Variable*>& variables);

}  // namespace sauro::inline v0_1::detail
