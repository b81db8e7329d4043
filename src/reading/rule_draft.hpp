#pragma once

#include <string>
#include <vector>

#include "sauro/core/problem.hpp"
#include "sauro/index/criterion.hpp"
#include "reading/rule_cases.hpp"

namespace sauro::inline v0_1::detail {

/// A rule and the variables that it asks for; without a rule, why its words give none.
struct DraftedRule {
  Rule rule = {};
  std::vector<Variable> variables = {};
  Bilingual why_not = {};
};

/// The rule that words say, of a criterion with this many points at most. Its variables are called
/// `name`, `name_2`, ...
[[nodiscard]] DraftedRule drafted_rule(RuleCases words, double max, const std::string& name,
                                       const std::string& title);

}  // namespace sauro::inline v0_1::detail
