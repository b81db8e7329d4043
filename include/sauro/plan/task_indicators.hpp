#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/plan/plan.hpp"

namespace sauro::inline v0_1 {

/// Which indicators each task of a plan names, as ids of both, in the order of the plan.
///
/// A column of tasks that is headed by indicators names them by id, number or name, and so does one
/// of indicators by tasks (`is_told`); else the name of an indicator, of three words or more,
/// stands in the task's text. A number that several have names none. Linear in the plan's text.
struct TaskIndicators {
  std::vector<std::pair<std::string, std::vector<std::string>>> links = {};
  bool is_told = false;  ///< by a column, so that what has no link is left out, not just unsaid

  friend bool operator==(const TaskIndicators&, const TaskIndicators&) = default;
};

[[nodiscard]] SAURO_API TaskIndicators task_indicators(const Plan& plan);

}  // namespace sauro::inline v0_1
