#include "sauro/plan/measure.hpp"

#include <cmath>
#include <unordered_map>

#include "sauro/core/error.hpp"

namespace sauro::inline v0_1 {
namespace {

/// Sums of decimals miss theirs by less than this.
double rounded(double value) { return std::round(value * 1e9) / 1e9; }

}  // namespace

std::optional<bool> is_met(const Target& target, double measured) {
  if (target.kind != TargetKind::quantity || !target.value || std::isnan(measured)) {
    return std::nullopt;
  }
  const double value = rounded(measured);
  const double bound = *target.value;
  const double upper = target.upper.value_or(bound);
  switch (target.comparison) {
    case Comparison::at_least:
      return value >= bound;
    case Comparison::above:
      return value > bound;
    case Comparison::at_most:
      return value <= bound;
    case Comparison::below:
      return value < bound;
    case Comparison::equal:
      return value == bound;
    case Comparison::range:
      return bound <= value && (target.upper_excluded ? value < upper : value <= upper);
    case Comparison::none:
      break;
  }
  return std::nullopt;
}

std::vector<MeasuredTarget> measure_targets(const Plan& plan,
                                            const std::vector<Measure>& measures) {
  std::unordered_map<std::string_view, const Task*> tasks;
  for (const Task& task : plan.tasks) tasks.emplace(task.id, &task);
  std::vector<Problem> problems;
  std::vector<MeasuredTarget> measured;
  for (const Measure& one : measures) {
    const auto task = tasks.find(one.task);
    if (task == tasks.end()) {
      problems.push_back({ErrorCode::invalid_option, "measures",
                          "kế hoạch không có nhiệm vụ “" + one.task + "”",
                          "no task \"" + one.task + "\" in the plan"});
      continue;
    }
    for (const Target& target : task->second->targets) {
      if (!one.unit.empty() && target.unit != one.unit) continue;
      const std::optional<bool> met = is_met(target, one.value);
      if (met) measured.push_back({one.task, target, one.value, *met});
    }
  }
  if (!problems.empty()) throw ValidationError(std::move(problems));
  return measured;
}

Table targets_table(const std::vector<MeasuredTarget>& targets) {
  std::vector<std::string> tasks, texts, comparisons;
  std::vector<std::optional<double>> values, uppers, measured;
  std::vector<bool> met;
  for (const MeasuredTarget& one : targets) {
    tasks.push_back(one.task);
    texts.push_back(one.target.text);
    comparisons.emplace_back(to_string(one.target.comparison));
    values.push_back(one.target.value);
    uppers.push_back(one.target.upper);
    measured.push_back(one.measured);
    met.push_back(one.met);
  }
  return Table({Column::of("task", tasks), Column::of("target", texts),
                Column::of("comparison", comparisons), Column::of("value", values),
                Column::of("upper", uppers), Column::of("measured", measured),
                Column::of("met", met)});
}

}  // namespace sauro::inline v0_1
