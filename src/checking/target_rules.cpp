#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "checking/findings.hpp"
#include "checking/target_matters.hpp"
#include "core/poll.hpp"

namespace sauro::inline v0_1::detail {

bool is_comparable(const Target& target) {
  return target.kind == TargetKind::quantity && target.value && !target.stretch &&
         target.comparison != Comparison::none;
}

namespace {

/// A span of values that a target allows.
std::pair<double, double> allowed(const Target& target) {
  constexpr double most = std::numeric_limits<double>::infinity();
  const double value = *target.value;
  switch (target.comparison) {
    case Comparison::at_least:
    case Comparison::above:
      return {value, most};
    case Comparison::at_most:
    case Comparison::below:
      return {-most, value};
    case Comparison::range:
      return {value, target.upper.value_or(value)};
    default:
      return {value, value};
  }
}

bool contradict(const Target& a, const Target& b) {
  const auto [a_low, a_high] = allowed(a);
  const auto [b_low, b_high] = allowed(b);
  return a_low > b_high || b_low > a_high;
}

/// Targets of one subject in their order. Only those that allow less than all before them on one
/// side are kept, so the first that contradicts another is found without asking each.
class SameSubject {
 public:
  struct Said {
    const Task* task;
    const Target* target;
    std::size_t place;
  };

  /// The first that contradicts `target`, or null.
  [[nodiscard]] const Said* against(const Target& target) const {
    const auto [low, high] = allowed(target);
    const auto below = std::partition_point(
        lower_.begin(), lower_.end(),
        [least = low](const Said& one) { return allowed(*one.target).second >= least; });
    const auto above = std::partition_point(
        higher_.begin(), higher_.end(),
        [most = high](const Said& one) { return allowed(*one.target).first <= most; });
    if (below == lower_.end()) return above == higher_.end() ? nullptr : &*above;
    return above == higher_.end() || below->place < above->place ? &*below : &*above;
  }

  void add(const Task& task, const Target& target) {
    const auto [low, high] = allowed(target);
    const Said said{&task, &target, count_++};
    if (lower_.empty() || high < allowed(*lower_.back().target).second) lower_.push_back(said);
    if (higher_.empty() || low > allowed(*higher_.back().target).first) higher_.push_back(said);
  }

 private:
  std::vector<Said> lower_;   ///< whose most is less than that of all before
  std::vector<Said> higher_;  ///< whose least is more than that of all before
  std::size_t count_ = 0;
};

bool is_words_only(const Target& target) {
  return target.kind == TargetKind::not_measurable ||
         (target.kind == TargetKind::quantity && !target.value);
}

void check_tasks(const Plan& plan, Collector& out) {
  std::unordered_map<std::string, std::size_t> titles;
  std::unordered_map<std::string, SameSubject> by_subject;
  for (const Task& task : plan.tasks) {
    poll();
    std::optional<std::size_t> title;  // folded once, however many targets the task has
    for (const Target& target : task.targets) {
      if (is_words_only(target)) out.add("target.no_measure", task, {target.text});
      if (!is_comparable(target) || target.of.empty()) continue;
      if (!title) title = titles.try_emplace(fold(task.title), titles.size()).first->second;
      SameSubject& same =
          by_subject[std::to_string(*title) + "|" + target.unit + "|" + fold(target.of)];
      if (const SameSubject::Said* other = same.against(target); other != nullptr) {
        out.add("target.contradiction", task, {target.text, other->target->text, other->task->id});
      }
      same.add(task, target);
    }
  }
}

void check_same_names(const Plan& plan, Collector& out) {
  std::map<std::pair<std::string, std::string>, std::pair<const Indicator*, const Target*>> known;
  for (const Indicator& indicator : plan.indicators) {
    poll();
    for (const IndicatorTarget& by : indicator.targets) {
      for (const Target& target : by.targets) {
        if (!is_comparable(target)) continue;
        const auto [found, first] =
            known.try_emplace({fold(indicator.name), by.horizon}, &indicator, &target);
        if (first || !contradict(target, *found->second.second)) continue;
        out.add(
            "target.contradiction", indicator.span,
            {indicator.name + ": " + by.text, found->second.second->text, found->second.first->id});
      }
    }
  }
}

}  // namespace

void check_targets(const Plan& plan, Collector& out) {
  check_tasks(plan, out);
  check_same_names(plan, out);
  check_matters(plan, out);
}

}  // namespace sauro::inline v0_1::detail
