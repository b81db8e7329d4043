#include "engine/lower.hpp"

#include <algorithm>
#include <cmath>

#include "engine/rule_lowering.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Value = Builder::Value;

bool has_open_ratio(const Rule& rule) {
  if (const auto* ratio = std::get_if<RatioRule>(&rule)) {
    return ratio->at_zero == AtZero::not_applicable;
  }
  if (const auto* choice = std::get_if<ChoiceRule>(&rule)) {
    return std::any_of(choice->among.begin(), choice->among.end(),
                       [](const Alternative& one) { return has_open_ratio(one.rule); });
  }
  return false;
}

}  // namespace

int case_count(const Rule& rule) {
  if (const auto* list = std::get_if<ChecklistRule>(&rule)) {
    return list->all_or_nothing ? 2 : static_cast<int>(list->items.size()) + 1;
  }
  if (const auto* table = std::get_if<TableRule>(&rule)) {
    return static_cast<int>(table->rows.size()) + 1;
  }
  if (const auto* line = std::get_if<LinearRule>(&rule)) {
    return static_cast<int>(line->knots.size()) + 1;
  }
  if (std::holds_alternative<RatioRule>(rule)) return 4;
  if (const auto* tally = std::get_if<TallyRule>(&rule)) return takes_away(*tally) ? 3 : 2;
  if (std::holds_alternative<SlopesRule>(rule)) return 2;
  if (std::holds_alternative<ComparisonRule>(rule)) return 3;
  int cases = 0;
  if (const auto* choice = std::get_if<ChoiceRule>(&rule)) {
    for (const Alternative& one : choice->among) cases += case_count(one.rule);
  }
  return std::max(cases, 1);
}

bool needs_care(const Rule& rule) {
  if (const auto* ratio = std::get_if<RatioRule>(&rule)) {
    if (!ratio->to.is_empty()) return true;
  }
  return std::holds_alternative<TableRule>(rule) || std::holds_alternative<ChoiceRule>(rule) ||
         RuleLowering::may_fail(rule);
}

Value rounded_points(Builder& builder, const Criterion& criterion, Value points) {
  if (!criterion.decimals) return builder.apply(Op::snap, points);
  Value rounded = builder.round(points, *criterion.decimals);
  const auto keep = [&](Op inside, Op outside, double end) {
    const double scaled = end * std::pow(10.0, *criterion.decimals);
    if (std::fabs(scaled - std::nearbyint(scaled)) < 1e-6) return;  // it is rounded itself
    const Value passed = builder.apply(outside, points, builder.constant(end));
    rounded = builder.apply(inside, rounded, passed);
  };
  keep(Op::minimum, Op::maximum, *criterion.max);
  keep(Op::maximum, Op::minimum, criterion.min);
  return rounded;
}

std::string script_column(const std::string& code, const std::string& name) {
  return "script(" + name + ") of " + code;
}
std::string fallback_column(const std::string& code) { return "instead of missing(" + code + ")"; }
std::string exempt_column(const std::string& code) { return "not applicable(" + code + ")"; }

bool may_be_left_out(const Criterion& criterion, bool exempt) {
  const bool leaves_out = criterion.if_not_applicable == IfNotApplicable::leave_out;
  return criterion.if_missing == IfMissing::leave_out ||
         (leaves_out && (exempt || has_open_ratio(criterion.rule)));
}

Value lower_rule(Builder& builder, const Framework& framework, const Criterion& criterion,
                 const Rule& rule) {
  return RuleLowering(builder, framework, criterion, Care::fast, false, -1).run(rule).points;
}

namespace {

/// What a policy gives for points that are missing.
Value where_missing(Builder& builder, const Framework& framework, std::size_t place) {
  const Criterion& criterion = framework.criteria()[place];
  switch (criterion.if_missing) {
    case IfMissing::lowest:
      return builder.constant(criterion.min);
    case IfMissing::leave_out:
      return builder.constant(not_applicable);
    case IfMissing::zero:
      return builder.constant(0);
    case IfMissing::worst_case:
      return lower_bounds(builder, framework, place).low;
    case IfMissing::previous:
    case IfMissing::mean:
      return rounded_points(builder, criterion, builder.column(fallback_column(criterion.code)));
    case IfMissing::unknown:
      break;
  }
  return builder.constant(missing_number);
}

}  // namespace

Lowered lower_leaf(Builder& builder, const Framework& framework, std::size_t place, bool exempt,
                   Care care, bool with_case) {
  const Criterion& criterion = framework.criteria()[place];
  const Value exempted =
      exempt ? builder.column(exempt_column(criterion.code)) : builder.constant(0);
  const Value asked = exempt ? builder.apply(Op::logical_not, exempted) : -1;
  RuleLowering lowering(builder, framework, criterion, care, with_case, asked);
  const Lowered lowered = lowering.run(criterion.rule);
  Value points = lowered.points;
  Value band = lowered.band;
  if (with_case) {  // a leaf without points has none
    const Value lost = builder.apply(Op::is_missing, points);
    band = builder.apply(Op::pick, lost, builder.constant(missing_number), band);
  }
  if (criterion.decimals || !lowered.exact) points = rounded_points(builder, criterion, points);
  const Value left_out = builder.constant(not_applicable);
  const Value full = builder.constant(*criterion.max);
  const bool leaves_out = criterion.if_not_applicable == IfNotApplicable::leave_out;
  if (!leaves_out && has_open_ratio(criterion.rule)) {
    points = builder.apply(Op::pick, builder.apply(Op::is_not_applicable, points), full, points);
  }
  if (exempt) points = builder.apply(Op::pick, exempted, leaves_out ? left_out : full, points);
  if (criterion.if_missing != IfMissing::unknown) {
    const Value instead = where_missing(builder, framework, place);
    points = builder.apply(Op::otherwise, points, instead);
  }
  return {points, band, lowered.exact};
}

}  // namespace sauro::inline v0_1::detail
