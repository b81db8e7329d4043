#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/phrases/indicator.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/numbers.hpp"
#include "sauro/text/units.hpp"
#include "checking/findings.hpp"
#include "checking/target_matters.hpp"
#include "core/poll.hpp"
#include "phrases/mean_words.hpp"

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
  }

 private:
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
        out_.add("indicator.reached", one.span,
                 {one.name, by.text, plain_number(*meaning.baseline)});
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
    std::string names;
    for (const Indicator* part : parts) {
      const auto by = std::find_if(part->targets.begin(), part->targets.end(),
                                   [&](const auto& one) { return one.horizon == horizon; });
      const Target* own = by == part->targets.end() ? nullptr : number_of(*by);
      if (own == nullptr) continue;
      const auto amount = try_convert_unit(*own->value, unit_of(*part, *own), unit);
      const bool is_least =
          own->comparison != Comparison::at_most && own->comparison != Comparison::below;
      const bool overlaps = fold(part->name).starts_with("trong do");  // is in the others, too
      if (!amount || !is_least || overlaps) continue;
      sum += *amount;
      names += (names.empty() ? "" : " + ") + plain_number(*own->value);
    }
    if (sum > *target.value * (1 + 1e-9)) {
      out_.add("indicator.parts", whole.span,
               {whole.name, names, plain_number(sum), plain_number(*target.value)});
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
