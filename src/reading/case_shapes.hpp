#pragma once

#include <cstddef>
#include <vector>

#include "reading/rule_cases.hpp"

/// What the cases of a rule are to one another.
namespace sauro::inline v0_1::detail {

/// Whether a case gives all points; a formula does at 100 %.
[[nodiscard]] bool reach(const std::vector<RuleCase>& cases, double max);

/// Whether the points of cases, all of them above nothing, add up to the maximum.
[[nodiscard]] bool add_up_to(const std::vector<RuleCase>& cases, double max);

/// Whether each case is something that is asked for beside the others: "có kế hoạch".
[[nodiscard]] bool are_items(const std::vector<RuleCase>& cases);

/// Whether there are two cases of which one says that the other isn't so.
[[nodiscard]] bool are_yes_or_no(const std::vector<RuleCase>& cases);

/// Which of two such cases is the yes.
[[nodiscard]] std::size_t yes_among(const std::vector<RuleCase>& cases);

}  // namespace sauro::inline v0_1::detail
