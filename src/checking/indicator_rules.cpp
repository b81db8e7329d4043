#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/phrases/indicator.hpp"
#include "sauro/plan/task_indicators.hpp"
#include "sauro/text/numbers.hpp"
#include "sauro/text/units.hpp"
#include "checking/findings.hpp"
#include "checking/target_matters.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "phrases/mean_words.hpp"
#include "plan/part_kinds.hpp"
#include "plan/relations.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The number that a horizon of an indicator asks for, and its text; nothing of words and of
/// changes.
const Target* number_of(const IndicatorTarget& by) {
  const auto found = std::find_if(by.targets.begin(), by.targets.end(), is_comparable);
  return found == by.targets.end() ? nullptr : &*found;
}

const std::string& unit_of(const Indicator& indicator, const Target& target) {
  return target.unit.empty() ? indicator.unit : target.unit;
}

/// Whether what was there at the beginning is already better than what is to be reached. Below a
/// ceiling it is only kept there.
bool is_reached(const IndicatorMeaning& meaning, const Target& target) {
  const bool is_equal = target.comparison == Comparison::equal;
  const bool at_least = target.comparison == Comparison::at_least ||
                        target.comparison == Comparison::above ||
                        (is_equal && meaning.direction == Better::higher);
  const bool at_most = is_equal && meaning.direction == Better::lower;
  return (at_least && *meaning.baseline > *target.value) ||
         (at_most && *meaning.baseline < *target.value);
}

/// "1234,5" in Vietnamese, "1234.5" in English.
Bilingual figure(double value) { return {official_number(value), plain_number(value)}; }

class IndicatorRules {
 public:
  IndicatorRules(const Plan& plan, Collector& out) : plan_(plan), out_(out) {}

  void run() {
    const auto has_owner = [](const Indicator& one) { return !one.owner.empty(); };
    some_have_owners_ = std::any_of(plan_.indicators.begin(), plan_.indicators.end(), has_owner);
    for (const Indicator& one : plan_.indicators) {
      if (!one.parent.empty()) parts_[one.parent].push_back(&one);
    }
    for (const Indicator& one : plan_.indicators) {
      poll();
      check(one);
    }
    const bool wants_links = out_.is_on("indicator.no_task") || out_.is_on("task.no_indicator");
    if (wants_links && !plan_.indicators.empty() && !plan_.tasks.empty()) check_links();
  }

 private:
  /// Indicators without tasks and tasks without indicators, where the plan pairs them: by a column,
  /// or by words for half of either.
  void check_links() {
    const TaskIndicators found = task_indicators(plan_);
    std::set<std::string_view> served;
    std::set<std::string_view> serving;
    for (const auto& [task, indicators] : found.links) {
      serving.insert(task);
      served.insert(indicators.begin(), indicators.end());
    }
    const bool pairs_indicators = found.is_told || 2 * served.size() >= plan_.indicators.size();
    const bool pairs_tasks = found.is_told || 2 * serving.size() >= plan_.tasks.size();
    spread(served, plan_.indicators);
    spread(serving, plan_.tasks);
    for (const Indicator& one : plan_.indicators) {
      if (pairs_indicators && !served.contains(one.id)) {
        out_.add("indicator.no_task", one.span, {one.name});
      }
    }
    for (const Task& one : plan_.tasks) {
      if (pairs_tasks && !serving.contains(one.id)) out_.add("task.no_indicator", one);
    }
  }

  /// What has a link has one for its whole and for its parts.
  template <class Things>
  static void spread(std::set<std::string_view>& linked, const Things& things) {
    for (std::size_t i = things.size(); i-- > 0;) {  // wholes stand before their parts
      if (linked.contains(things[i].id) && !things[i].parent.empty())
        linked.insert(things[i].parent);
    }
    for (const auto& one : things) {
      if (linked.contains(one.parent)) linked.insert(one.id);
    }
  }

  void check(const Indicator& one) {
    const auto parts = parts_.find(one.id);
    const bool is_heading = parts != parts_.end() && one.targets.empty();
    if (is_heading) return;
    if (one.targets.empty()) out_.add("indicator.no_target", one.span, {one.name});
    if (some_have_owners_ && one.owner.empty()) {
      out_.add("indicator.no_owner", one.span, {one.name});
    }
    const IndicatorMeaning meaning = meaning_of(one);
    for (const IndicatorTarget& by : one.targets) {
      check_words(one, by);
      const Target* target = number_of(by);
      if (target == nullptr) continue;
      check_unit(one, *target, meaning);
      const bool is_amount = meaning.measure == MeasureKind::flow;  // each period begins at nothing
      if (meaning.baseline && !is_amount && is_reached(meaning, *target)) {
        out_.add_said("indicator.reached", one.span,
                      {said(one.name), said(by.text), figure(*meaning.baseline)});
      }
      if (parts != parts_.end()) check_parts(one, by.horizon, *target, parts->second);
    }
  }

  /// What has no number, and a change of which nothing says what it starts from.
  void check_words(const Indicator& one, const IndicatorTarget& by) {
    for (const Target& target : by.targets) {
      const bool is_change = target.kind == TargetKind::change && target.value;
      const bool has_start =
          !target.baseline.empty() || !one.baseline.empty() || one.baseline_value.has_value();
      if (is_change && !has_start) {
        out_.add("indicator.no_baseline", one.span, {one.name, target.text});
      }
    }
  }

  void check_unit(const Indicator& one, const Target& target, const IndicatorMeaning& meaning) {
    const bool needs_one = meaning.measure == MeasureKind::level ||
                           meaning.measure == MeasureKind::flow ||
                           meaning.measure == MeasureKind::ratio;
    if (needs_one && unit_of(one, target).empty()) {
      out_.add("indicator.no_unit", one.span, {one.name, target.text});
    }
  }

  /// Parts that ask for more together than the whole may have. Parts of a percent don't add.
  void check_parts(const Indicator& whole, std::string_view horizon, const Target& target,
                   const std::vector<const Indicator*>& parts) {
    const std::string& unit = unit_of(whole, target);
    const bool has_end = target.comparison == Comparison::equal ||
                         target.comparison == Comparison::at_most ||
                         target.comparison == Comparison::below;
    if (!has_end || !adds_up(whole.name, unit)) return;
    double sum = 0;
    Bilingual names;
    for (const Indicator* part : parts) {
      const auto by = std::find_if(part->targets.begin(), part->targets.end(),
                                   [&](const auto& one) { return one.horizon == horizon; });
      const Target* own = by == part->targets.end() ? nullptr : number_of(*by);
      if (own == nullptr) continue;
      const auto amount = try_convert_unit(*own->value, unit_of(*part, *own), unit);
      const bool is_least =
          own->comparison != Comparison::at_most && own->comparison != Comparison::below;
      if (!amount || !is_least || is_in_others(*part)) continue;
      sum += *amount;
      names = joined(names, " + ", figure(*own->value));
    }
    if (whole.parts != PartsKind::some && sum > *target.value * (1 + 1e-9)) {
      out_.add_said("indicator.parts", whole.span,
                    {said(whole.name), names, figure(sum), figure(*target.value)});
    }
  }

  const Plan& plan_;
  Collector& out_;
  bool some_have_owners_ = false;
  std::map<std::string_view, std::vector<const Indicator*>> parts_;
};

}  // namespace

void check_indicators(const Plan& plan, Collector& out) { IndicatorRules(plan, out).run(); }

}  // namespace sauro::inline v0_1::detail
