#include "engine/rule_lowering.hpp"

#include <algorithm>
#include <limits>

#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Value = Builder::Value;

}  // namespace

Lowered RuleLowering::run(const Rule& rule) {
  Lowered lowered = std::visit(*this, rule);
  if (care_ == Care::careful && may_fail(rule)) lowered.points = defined(lowered.points, rule);
  return lowered;
}

Lowered RuleLowering::operator()(const std::monostate& /*none*/) {
  return {b_.constant(missing_number), zero()};
}

Lowered RuleLowering::operator()(const ValueRule& rule) {
  return {in_range(emit(rule.of)), zero()};
}

Lowered RuleLowering::operator()(const FormulaRule& rule) {
  return {in_range(emit(rule.points)), zero()};
}

Lowered RuleLowering::operator()(const ChecklistRule& rule) {
  Value all = -1;
  Value sum = zero();
  double total = 0;
  for (const ChecklistRule::Item& item : rule.items) {
    const Value is_met = condition(item.of);
    all = both(all, is_met);
    sum = b_.apply(Op::add, sum, b_.apply(Op::select, is_met, b_.constant(item.points), zero()));
    total += item.points;
  }
  if (c_.capped) sum = cut(sum);
  if (!rule.all_or_nothing) return {sum, when_asked([&] { return met(rule); }), false};
  if (c_.capped) total = std::min(total, *c_.max);
  return {b_.apply(Op::select, all, b_.constant(total), zero()), all, true};
}

Value RuleLowering::met(const ChecklistRule& rule) {
  Value count = zero();
  for (const ChecklistRule::Item& item : rule.items) {
    const Value one = b_.apply(Op::select, condition(item.of), b_.constant(1), zero());
    count = b_.apply(Op::add, count, one);
  }
  return count;
}

Lowered RuleLowering::operator()(const LinearRule& rule) {
  const Value x = emit(rule.of);
  const auto segment = [&] {
    Value number = zero();
    for (const auto& knot : rule.knots) {
      number = b_.apply(Op::add, number, b_.apply(Op::greater, x, b_.constant(knot.first)));
    }
    return number;
  };
  return {b_.knots(x, rule.knots), when_asked(segment)};
}

Lowered RuleLowering::operator()(const TallyRule& rule) {
  Value sum = zero();
  for (const TallyRule::Term& term : rule.terms) {
    const Value count = not_negative(term.of);
    sum = b_.apply(Op::add, sum, b_.apply(Op::multiply, count, b_.constant(term.each)));
  }
  const Value bound = b_.constant(rule.deduct ? c_.min : *c_.max);
  const Value raw = rule.deduct ? b_.apply(Op::subtract, b_.constant(*c_.max), sum) : sum;
  Value points = b_.apply(rule.deduct ? Op::maximum : Op::minimum, raw, bound);
  const Value floor = b_.constant(c_.min);
  if (takes_away(rule)) points = b_.apply(Op::maximum, points, floor);
  const Op reaches_bound = rule.deduct ? Op::less_equal : Op::greater_equal;
  return {points, when_asked([&] {
            const Value exact = b_.apply(Op::snap, raw);
            const Value at_bound = b_.apply(reaches_bound, exact, bound);
            if (!takes_away(rule)) return at_bound;
            const Value at_floor = b_.apply(Op::less_equal, exact, floor);
            return b_.apply(Op::select, at_floor, b_.constant(2), at_bound);
          })};
}

Lowered RuleLowering::operator()(const ComparisonRule& rule) {
  const bool whole = is_whole(rule.of.text()) && is_whole(rule.with.text());
  const Value a = whole ? emit(rule.of) : b_.apply(Op::nano, emit(rule.of));
  const Value b = whole ? emit(rule.with) : b_.apply(Op::nano, emit(rule.with));
  const bool lower = rule.lower_is_better || prefers_lower(framework_, rule.of);
  const Value better = b_.apply(lower ? Op::less : Op::greater, a, b);
  const Value equal = b_.apply(Op::equal, a, b);
  const auto pick = [&](double yes, double same, double no) {
    return b_.apply(Op::select, better, b_.constant(yes),
                    b_.apply(Op::select, equal, b_.constant(same), b_.constant(no)));
  };
  return {pick(rule.better, rule.equal, rule.worse), when_asked([&] { return pick(2, 1, 0); }),
          true};
}

Lowered RuleLowering::operator()(const SlopesRule& rule) {
  const Value x = emit(rule.of);
  const Value target = not_negative(rule.target);
  const Value best = emit(rule.best);
  const double at_target = rule.share_at_target * *c_.max;
  const Value below =
      b_.apply(Op::multiply, b_.apply(Op::divide, x, target), b_.constant(at_target));
  const Value way =
      b_.apply(Op::divide, b_.apply(Op::subtract, x, target), b_.apply(Op::subtract, best, target));
  const Value gained = b_.apply(Op::multiply, way, b_.constant(*c_.max - at_target));
  const bool in_full = rule.leader_at_target == LeaderAtTarget::full;
  const Value passed = b_.apply(Op::greater, b_.apply(Op::nano, best), b_.apply(Op::nano, target));
  const Value above =
      b_.apply(Op::select, passed, b_.apply(Op::add, gained, b_.constant(at_target)),
               b_.constant(in_full ? *c_.max : at_target));
  const Value reached =
      b_.apply(Op::greater_equal, b_.apply(Op::nano, x), b_.apply(Op::nano, target));
  Value points = b_.apply(Op::select, reached, above, below);
  points = b_.apply(Op::minimum, b_.apply(Op::maximum, points, b_.constant(c_.min)),
                    b_.constant(*c_.max));
  return {points, reached};
}

Lowered RuleLowering::operator()(const BallotsRule& rule) {
  Value all = zero();
  Value worth = zero();
  for (const BallotsRule::Answer& answer : rule.answers) {
    const Value count = not_negative(answer.count);
    all = b_.apply(Op::add, all, count);
    worth = b_.apply(Op::add, worth, b_.apply(Op::multiply, count, b_.constant(answer.share)));
  }
  const Value mean = b_.apply(Op::divide, worth, all);
  return {b_.apply(Op::multiply, mean, b_.constant(*c_.max)), zero()};
}

Lowered RuleLowering::operator()(const IndexRule& rule) {
  Value x = emit(rule.of);
  if (!is_within(rule.of, 0, rule.out_of)) {
    x = require(x, -tolerance_, rule.out_of + tolerance_, Refusal::negative_value,
                Refusal::outside_domain);
  }
  return {b_.apply(Op::multiply, x, b_.constant(*c_.max / rule.out_of)), zero()};
}

Lowered RuleLowering::operator()(const ScriptRule& rule) {
  return {in_range(b_.column(script_column(c_.code, rule.name))), zero()};
}

Value RuleLowering::scaled(const RatioRule& rule, Value share, Value is_zero) {
  Value points = b_.apply(Op::multiply, share, b_.constant(*c_.max / rule.full_at));
  points = b_.apply(Op::minimum, points, b_.constant(*c_.max));
  if (rule.from > 0) points = b_.apply(Op::select, reaches(share, rule.from), points, zero());
  if (rule.to.is_empty() || rule.at_zero == AtZero::refuse) return points;
  const Value at_zero = b_.constant(points_at_zero(rule));
  const Value of_nothing =
      b_.apply(Op::pick, passes_zero(rule), b_.constant(missing_number), at_zero);
  return b_.apply(Op::select, is_zero, of_nothing, points);
}

/// Whether the numerator is something, which is no share of nothing.
Value RuleLowering::passes_zero(const RatioRule& rule) {
  return b_.apply(Op::not_equal, emit(rule.of), zero());
}

Lowered RuleLowering::operator()(const RatioRule& rule) {
  constexpr double half = 5e-10;  // shares are compared to nine decimals
  const bool has_base = !rule.to.is_empty();
  const Value of = emit(rule.of);
  const Value to = has_base ? not_negative(rule.to) : b_.constant(1);
  const Value is_zero = b_.apply(Op::equal, to, zero());
  const double most = rule.may_exceed ? std::numeric_limits<double>::max() : 1 + half;
  const Refusal above = rule.may_exceed ? Refusal::not_finite : Refusal::share_above_one;
  Value points = -1;
  if (has_base && rule.full_at == 1 && !rule.may_exceed &&
      rule.at_zero != AtZero::not_applicable) {  // the usual ones in one pass
    points = b_.ratio(of, to, *c_.max, rule.from, points_at_zero(rule));
    points = require(points, -half * *c_.max, most * *c_.max, Refusal::negative_value, above);
  } else {
    const Value share = has_base ? b_.apply(Op::divide, of, to) : of;
    points = scaled(rule, require(share, -half, most, Refusal::negative_value, above), is_zero);
  }
  if (has_base && !is_within(rule.of, 0, std::numeric_limits<double>::max())) {
    points = refuse(points, b_.apply(Op::less, of, zero()), Refusal::negative_value);
  }
  if (has_base && care_ == Care::careful) {
    if (rule.at_zero == AtZero::refuse) {
      points = refuse(points, is_zero, Refusal::division_by_zero);
    } else {
      const Value passes = b_.apply(Op::logical_and, is_zero, passes_zero(rule));
      points = refuse(points, passes, Refusal::share_above_one);
    }
  }
  return {points, when_asked([&] {
            const Value share = has_base ? b_.apply(Op::divide, of, to) : of;
            const Value two = b_.constant(2);
            const Value full = b_.apply(Op::select, reaches(share, rule.full_at), two, zero());
            const Value held =
                b_.apply(Op::select, reaches(share, rule.from), full, b_.constant(1));
            return has_base ? b_.apply(Op::select, is_zero, b_.constant(3), held) : held;
          })};
}

Lowered RuleLowering::operator()(const ChoiceRule& rule) {
  const Value by = b_.column(rule.by);
  Value points = b_.constant(missing_number);
  Value band = points;
  Value known = zero();
  int first_case = case_count(Rule(rule));
  for (std::size_t k = rule.among.size(); k-- > 0;) {
    first_case -= case_count(rule.among[k].rule);
    const Value chosen = b_.apply(Op::equal, by, b_.constant(static_cast<double>(k)));
    const Value guard = guard_ < 0 ? chosen : b_.apply(Op::logical_and, guard_, chosen);
    RuleLowering inner(b_, framework_, c_, care_, asks_, guard);
    const Lowered lowered = inner.run(rule.among[k].rule);
    points = b_.apply(Op::pick, chosen, lowered.points, points);
    if (asks_) {
      const Value number = b_.apply(Op::add, lowered.band, b_.constant(first_case));
      band = b_.apply(Op::pick, chosen, number, band);
    }
    known = b_.apply(Op::logical_or, known, chosen);
  }
  if (care_ == Care::careful) {
    points = refuse(points, b_.apply(Op::logical_not, known), Refusal::no_such_choice);
  }
  return {points, band};
}

Value RuleLowering::refuse(Value value, Value condition, Refusal code) {
  if (guard_ >= 0) condition = b_.apply(Op::logical_and, guard_, condition);
  return b_.refuse(value, condition, static_cast<int>(code));
}

Value RuleLowering::require(Value value, double low, double high, Refusal below, Refusal above) {
  return b_.require(value, low, high, static_cast<int>(below), static_cast<int>(above), guard_);
}

bool RuleLowering::is_whole(const std::string& name) const {
  return range_of(framework_, name).whole;
}

Value RuleLowering::condition(const Expression& expression) {
  const Value holds = emit(expression);
  return is_whole(expression.text()) ? holds : as_truth(b_, holds);
}

Value RuleLowering::compared(const Expression& expression, Value x) {
  return is_whole(expression.text()) || b_.is_truth(x) ? x : b_.apply(Op::nano, x);
}

bool RuleLowering::is_within(const Expression& expression, double low, double high) const {
  const Variable* variable = framework_.variable(expression.text());
  if (variable == nullptr || !variable->low || *variable->low < low) return false;
  return high == std::numeric_limits<double>::max() || (variable->high && *variable->high <= high);
}

Value RuleLowering::not_negative(const Expression& expression) {
  const Value x = emit(expression);
  if (is_within(expression, 0, std::numeric_limits<double>::max())) return x;
  return require(x, 0, std::numeric_limits<double>::max(), Refusal::negative_value,
                 Refusal::not_finite);
}

Value RuleLowering::in_range(Value points) {
  if (c_.capped) return cut(points);
  return require(points, c_.min - tolerance_, *c_.max + tolerance_, Refusal::points_out_of_range,
                 Refusal::points_out_of_range);
}

Value RuleLowering::cut(Value points) {
  points = b_.apply(Op::maximum, points, b_.constant(c_.min));
  return b_.apply(Op::minimum, points, b_.constant(*c_.max));
}

Value RuleLowering::defined(Value points, const Rule& rule) {
  Value missing = zero();
  for (const std::string& name : names_of(rule)) {
    missing = b_.apply(Op::logical_or, missing, b_.apply(Op::is_missing, b_.column(name)));
  }
  const Value lost = b_.apply(Op::is_missing, points);
  const Value wrong = b_.apply(Op::logical_and, lost, b_.apply(Op::logical_not, missing));
  return refuse(points, wrong, Refusal::division_by_zero);
}

bool RuleLowering::may_fail(const Rule& rule) {
  if (std::holds_alternative<SlopesRule>(rule) || std::holds_alternative<BallotsRule>(rule)) {
    return true;
  }
  bool computes = false;
  if (std::holds_alternative<TableRule>(rule)) return computes;  // it looks for itself
  for_each_expression(rule, [&computes](const Expression& one) {
    computes = computes || one.text().find_first_of("/%*(") != std::string::npos;
  });
  return computes;
}

std::vector<std::string> RuleLowering::table_names(const TableRule& rule) {
  return names_of(Rule(rule));
}

Value RuleLowering::reaches(Value share, double low) {
  Interval interval;
  interval.low = low;
  return b_.within(b_.apply(Op::nano, share), interval);
}

double RuleLowering::points_at_zero(const RatioRule& rule) const {
  switch (rule.at_zero) {
    case AtZero::full:
      return *c_.max;
    case AtZero::zero:
      return 0;
    case AtZero::not_applicable:
      return not_applicable;
    case AtZero::refuse:
      break;
  }
  return missing_number;
}

}  // namespace sauro::inline v0_1::detail
