#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/plan/target.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// Whether a measured value meets a target; nothing where no number can tell.
[[nodiscard]] SAURO_API std::optional<bool> is_met(const Target& target, double measured);

/// What was measured of a task.
struct Measure {
  std::string task = {};  ///< id
  double value = 0;
  std::string unit = {};  ///< only targets of this unit are judged; all where it is empty

  friend bool operator==(const Measure&, const Measure&) = default;
};

/// A target of a plan and what was measured of it.
struct MeasuredTarget {
  std::string task = {};  ///< id
  Target target = {};
  double measured = 0;
  bool met = false;

  friend bool operator==(const MeasuredTarget&, const MeasuredTarget&) = default;
};

/// Holds measures against the targets of their tasks; targets that no number can judge are left
/// out.
///
/// Throws ValidationError(invalid_option) that names all tasks that the plan doesn't have.
[[nodiscard]] SAURO_API std::vector<MeasuredTarget> measure_targets(
    const Plan& plan, const std::vector<Measure>& measures);

/// A row a target: task, target, comparison, value, upper, measured, met.
[[nodiscard]] SAURO_API Table targets_table(const std::vector<MeasuredTarget>& targets);

}  // namespace sauro::inline v0_1
