#include "engine/lower.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/expression_parser.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Value = Builder::Value;

/// Lowers one rule; alternatives of a choice refuse only where they are chosen.
class RuleLowering {
 public:
  RuleLowering(Builder& builder, const Framework& framework, const Criterion& criterion, Care care,
               bool asks, Value guard)
      : b_(builder),
        framework_(framework),
        c_(criterion),
        tolerance_(framework.head().tolerance),
        care_(care),
        asks_(asks || care == Care::careful),
        guard_(guard) {}

  Lowered operator()(const std::monostate& /*none*/) {
    return {b_.constant(missing_number), zero()};
  }

  Lowered operator()(const ValueRule& rule) { return {in_range(emit(rule.of)), zero()}; }

  Lowered operator()(const FormulaRule& rule) {
    const Value points = emit(rule.points);
    return {in_range(defined(points, rule.points.text(), rule.points.names())), zero()};
  }

  Lowered operator()(const ChecklistRule& rule) {
    Value all = -1;
    Value sum = zero();
    double total = 0;
    for (const ChecklistRule::Item& item : rule.items) {
      const Value is_met = emit(item.of);
      all = both(all, is_met);
      sum = b_.apply(Op::add, sum, b_.apply(Op::select, is_met, b_.constant(item.points), zero()));
      total += item.points;
    }
    if (!rule.all_or_nothing) return {sum, when_asked([&] { return met(rule); }), false};
    return {b_.apply(Op::select, all, b_.constant(total), zero()), all, true};
  }

  /// Number of items that are met.
  Value met(const ChecklistRule& rule) {
    Value count = zero();
    for (const ChecklistRule::Item& item : rule.items) {
      const Value one = b_.apply(Op::select, emit(item.of), b_.constant(1), zero());
      count = b_.apply(Op::add, count, one);
    }
    return count;
  }

  Lowered operator()(const TableRule& rule);
  Lowered operator()(const LinearRule& rule) {
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

  Lowered operator()(const RatioRule& rule);
  Lowered operator()(const TallyRule& rule) {
    Value sum = zero();
    for (const TallyRule::Term& term : rule.terms) {
      const Value count = not_negative(term.of);
      sum = b_.apply(Op::add, sum, b_.apply(Op::multiply, count, b_.constant(term.each)));
    }
    const Value bound = b_.constant(rule.deduct ? c_.min : *c_.max);
    const Value raw = rule.deduct ? b_.apply(Op::subtract, b_.constant(*c_.max), sum) : sum;
    const Value points = b_.apply(rule.deduct ? Op::maximum : Op::minimum, raw, bound);
    const Op reaches_bound = rule.deduct ? Op::less_equal : Op::greater_equal;
    return {points,
            when_asked([&] { return b_.apply(reaches_bound, b_.apply(Op::snap, raw), bound); })};
  }

  Lowered operator()(const ComparisonRule& rule) {
    const bool whole = is_whole(rule.of.text()) && is_whole(rule.with.text());
    const Value a = whole ? emit(rule.of) : b_.apply(Op::nano, emit(rule.of));
    const Value b = whole ? emit(rule.with) : b_.apply(Op::nano, emit(rule.with));
    const Value better = b_.apply(rule.lower_is_better ? Op::less : Op::greater, a, b);
    const Value equal = b_.apply(Op::equal, a, b);
    const auto pick = [&](double yes, double same, double no) {
      return b_.apply(Op::select, better, b_.constant(yes),
                      b_.apply(Op::select, equal, b_.constant(same), b_.constant(no)));
    };
    return {pick(rule.better, rule.equal, rule.worse), when_asked([&] { return pick(2, 1, 0); }),
            true};
  }

  Lowered operator()(const SlopesRule& rule) {
    const Value x = emit(rule.of);
    const Value target = emit(rule.target);
    const Value best = emit(rule.best);
    const double at_target = rule.share_at_target * *c_.max;
    const Value below =
        b_.apply(Op::multiply, b_.apply(Op::divide, x, target), b_.constant(at_target));
    const Value way = b_.apply(Op::divide, b_.apply(Op::subtract, x, target),
                               b_.apply(Op::subtract, best, target));
    const Value gained = b_.apply(Op::multiply, way, b_.constant(*c_.max - at_target));
    const Value above =
        b_.apply(Op::select, b_.apply(Op::greater, best, target),
                 b_.apply(Op::add, gained, b_.constant(at_target)), b_.constant(*c_.max));
    const Value reached =
        b_.apply(Op::greater_equal, b_.apply(Op::nano, x), b_.apply(Op::nano, target));
    Value points = b_.apply(Op::select, reached, above, below);
    std::vector<std::string> names = rule.of.names();
    names.insert(names.end(), rule.target.names().begin(), rule.target.names().end());
    names.insert(names.end(), rule.best.names().begin(), rule.best.names().end());
    points = defined(points, "/", names);
    points = b_.apply(Op::minimum, b_.apply(Op::maximum, points, b_.constant(c_.min)),
                      b_.constant(*c_.max));
    return {points, reached};
  }

  Lowered operator()(const BallotsRule& rule) {
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

  Lowered operator()(const IndexRule& rule) {
    Value x = emit(rule.of);
    if (!is_within(rule.of, 0, rule.out_of)) {
      x = require(x, -tolerance_, rule.out_of + tolerance_, Refusal::negative_value,
                  Refusal::outside_domain);
    }
    return {b_.apply(Op::multiply, x, b_.constant(*c_.max / rule.out_of)), zero()};
  }

  Lowered operator()(const ChoiceRule& rule);

  Lowered operator()(const ScriptRule& rule) {
    return {in_range(b_.column(script_column(rule.name))), zero()};
  }

 private:
  struct Hits {
    std::vector<Value> inputs;  ///< in units of 1e-9
    std::vector<Value> rows;
  };

  Value zero() { return b_.constant(0); }
  /// The case that held, worked out only where somebody asks for it.
  template <class Case>
  Value when_asked(Case held) {
    return asks_ ? held() : zero();
  }
  Value emit(const Expression& expression) { return emit_expression(expression.text(), b_); }
  /// Of conditions, the first of which there may be none yet (-1).
  Value both(Value a, Value b) { return a < 0 ? b : b_.apply(Op::logical_and, a, b); }

  Value refuse(Value value, Value condition, Refusal code) {
    if (guard_ >= 0) condition = b_.apply(Op::logical_and, guard_, condition);
    return b_.refuse(value, condition, static_cast<int>(code));
  }

  Value require(Value value, double low, double high, Refusal below, Refusal above) {
    return b_.require(value, low, high, static_cast<int>(below), static_cast<int>(above), guard_);
  }

  /// Whether a name stands for whole numbers, which need no rounding to be compared.
  [[nodiscard]] bool is_whole(const std::string& name) const {
    const std::size_t open = name.find('(');
    const Variable* variable = framework_.variable(
        open == std::string::npos ? name : name.substr(open + 1, name.size() - open - 2));
    return variable != nullptr && variable->kind != VariableKind::number &&
           variable->kind != VariableKind::percent;
  }

  /// A value as conditions compare it: to nine decimals, unless it is whole anyway.
  Value compared(const Expression& expression, Value x) {
    return is_whole(expression.text()) || b_.is_truth(x) ? x : b_.apply(Op::nano, x);
  }

  /// Whether a plain variable's own range, which is checked once, lies inside [low, high].
  bool is_within(const Expression& expression, double low, double high) const {
    const Variable* variable = framework_.variable(expression.text());
    if (variable == nullptr || !variable->low || *variable->low < low) return false;
    return high == std::numeric_limits<double>::max() ||
           (variable->high && *variable->high <= high);
  }

  Value not_negative(const Expression& expression) {
    const Value x = emit(expression);
    if (is_within(expression, 0, std::numeric_limits<double>::max())) return x;
    return require(x, 0, std::numeric_limits<double>::max(), Refusal::negative_value,
                   Refusal::not_finite);
  }

  Value in_range(Value points) {
    return require(points, c_.min - tolerance_, *c_.max + tolerance_, Refusal::points_out_of_range,
                   Refusal::points_out_of_range);
  }

  /// Refuses what is missing though no input is.
  Value defined(Value points, std::string_view text, const std::vector<std::string>& names) {
    if (care_ == Care::fast || !may_fail(text)) return points;
    Value missing = zero();
    for (const std::string& name : names) {
      missing = b_.apply(Op::logical_or, missing, b_.apply(Op::is_missing, b_.column(name)));
    }
    const Value lost = b_.apply(Op::is_missing, points);
    const Value wrong = b_.apply(Op::logical_and, lost, b_.apply(Op::logical_not, missing));
    return refuse(points, wrong, Refusal::division_by_zero);
  }

  static bool may_fail(std::string_view text) {
    return text.find_first_of("/%*") != std::string_view::npos;
  }
  static std::vector<std::string> table_names(const TableRule& rule) {
    return names_of(Rule(rule));
  }
  Value reaches(Value share, double low) {
    Interval interval;
    interval.low = low;
    return b_.within(b_.apply(Op::nano, share), interval);
  }
  [[nodiscard]] double points_at_zero(const RatioRule& rule) const {
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
  Value scaled(const RatioRule& rule, Value share, Value is_zero);
  Value table_input(const TableRule& rule, std::size_t k);
  Value covered(const TableRule& rule, const Hits& hits, Value points, Value any_hit);
  Lowered bands(const TableRule& rule, const Hits& hits);

  Builder& b_;
  const Framework& framework_;
  const Criterion& c_;
  double tolerance_;
  Care care_;
  bool asks_;  ///< for the case that held
  Value guard_;
};

Value RuleLowering::table_input(const TableRule& rule, std::size_t k) {
  Value x = emit(rule.of[k]);
  if (k < rule.domain.size() && !rule.domain[k].is_all()) {
    constexpr double half = 5e-10;  // values are compared to nine decimals
    const Interval& domain = rule.domain[k];
    const bool closed = !domain.low_open && !domain.high_open;
    const double high = std::isinf(domain.high) ? std::numeric_limits<double>::max() : domain.high;
    if (closed && is_within(rule.of[k], domain.low, high)) return compared(rule.of[k], x);
    x = require(x, domain.low + (domain.low_open ? half : -half),
                high + (domain.high_open ? -half : half), Refusal::outside_domain,
                Refusal::outside_domain);
  }
  return compared(rule.of[k], x);
}

/// Refuses rows that no row of the table holds for, though no input is missing.
Value RuleLowering::covered(const TableRule& rule, const Hits& hits, Value points, Value any_hit) {
  Value missing = zero();
  for (const std::string& name : table_names(rule)) {
    missing = b_.apply(Op::logical_or, missing, b_.apply(Op::is_missing, b_.column(name)));
  }
  Value undefined = zero();  // an input that is computed, and can't be
  for (const Value input : hits.inputs) {
    undefined = b_.apply(Op::logical_or, undefined, b_.apply(Op::is_missing, input));
  }
  const Value lost = b_.apply(Op::is_missing, points);
  const Value known = b_.apply(Op::logical_and, lost, b_.apply(Op::logical_not, missing));
  undefined = b_.apply(Op::logical_or, undefined, any_hit);  // ... or its points can't
  const Value no_number = b_.apply(Op::logical_and, known, undefined);
  const Value none_holds = b_.apply(Op::logical_and, known, b_.apply(Op::logical_not, undefined));
  return refuse(refuse(points, none_holds, Refusal::no_row_holds), no_number,
                Refusal::division_by_zero);
}

/// One input, of whose rows one counts: a pass for each row.
Lowered RuleLowering::bands(const TableRule& rule, const Hits& hits) {
  Value points = b_.constant(missing_number);
  Value band = points;
  for (std::size_t r = rule.rows.size(); r-- > 0;) {
    const Interval& when = rule.rows[r].when[0];
    const Value worth = emit(rule.rows[r].points);
    // a row for all values holds for none that is missing: no comparison with NaN is true
    points = b_.band(points, hits.inputs[0], when, worth);
    if (!asks_) continue;
    band = b_.band(band, hits.inputs[0], when, b_.constant(static_cast<double>(r)));
  }
  return {points, band};
}

Lowered RuleLowering::operator()(const TableRule& rule) {
  Hits hits;
  for (std::size_t k = 0; k < rule.of.size(); ++k) hits.inputs.push_back(table_input(rule, k));
  bool fixed = true;
  for (const TableRule::Row& row : rule.rows) fixed = fixed && b_.is_constant(emit(row.points));
  const bool picks_one = rule.hit == HitPolicy::unique || rule.hit == HitPolicy::first;
  if (picks_one && rule.of.size() == 1) {
    const Lowered lowered = bands(rule, hits);
    Value points = lowered.points;
    if (care_ == Care::careful) {
      const Value hit = b_.apply(Op::logical_not, b_.apply(Op::is_missing, lowered.band));
      points = covered(rule, hits, points, hit);
    }
    return {fixed ? points : in_range(points), lowered.band, fixed};
  }
  for (const TableRule::Row& row : rule.rows) {
    Value holds = -1;
    for (std::size_t k = 0; k < rule.of.size(); ++k) {
      const bool is_only = rule.of.size() == 1;  // a row for all values of it, but no missing one
      if (row.when[k].is_all() && !is_only) continue;
      holds = both(holds, b_.within(hits.inputs[k], row.when[k]));
    }
    hits.rows.push_back(holds < 0 ? b_.constant(1) : holds);
  }
  Value points = picks_one ? b_.constant(missing_number) : zero();
  Value band = picks_one ? points : zero();
  for (std::size_t r = rule.rows.size(); r-- > 0;) {
    const Value worth = emit(rule.rows[r].points);
    if (picks_one) {
      const Op op = rule.hit == HitPolicy::first ? Op::select : Op::pick;
      points = b_.apply(op, hits.rows[r], worth, points);
      if (asks_) band = b_.apply(op, hits.rows[r], b_.constant(static_cast<double>(r)), band);
      continue;
    }
    const Value gained = b_.apply(Op::select, hits.rows[r], worth, zero());
    points = b_.apply(rule.hit == HitPolicy::sum ? Op::add : Op::maximum, points, gained);
    if (!asks_) continue;
    const Value one = b_.apply(Op::select, hits.rows[r], b_.constant(1), zero());
    band = b_.apply(Op::add, band, one);
  }
  if (care_ == Care::careful) {
    Value any_hit = zero();
    for (const Value row : hits.rows) any_hit = b_.apply(Op::logical_or, any_hit, row);
    points = covered(rule, hits, points, any_hit);
  }
  return {fixed && picks_one ? points : in_range(points), band, fixed && picks_one};
}

/// Points for a share, step by step; where nothing fused holds.
Value RuleLowering::scaled(const RatioRule& rule, Value share, Value is_zero) {
  Value points = b_.apply(Op::multiply, share, b_.constant(*c_.max / rule.full_at));
  points = b_.apply(Op::minimum, points, b_.constant(*c_.max));
  if (rule.from > 0) points = b_.apply(Op::select, reaches(share, rule.from), points, zero());
  if (rule.to.is_empty() || rule.at_zero == AtZero::refuse) return points;
  return b_.apply(Op::select, is_zero, b_.constant(points_at_zero(rule)), points);
}

Lowered RuleLowering::operator()(const RatioRule& rule) {
  constexpr double half = 5e-10;  // shares are compared to nine decimals
  const Value of = emit(rule.of);
  const bool has_base = !rule.to.is_empty();
  const Value to = has_base ? emit(rule.to) : b_.constant(1);
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
  if (has_base && rule.at_zero == AtZero::refuse && care_ == Care::careful) {
    points = refuse(points, is_zero, Refusal::division_by_zero);
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
    const Lowered lowered = std::visit(inner, rule.among[k].rule);
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
  if (std::holds_alternative<TallyRule>(rule) || std::holds_alternative<SlopesRule>(rule)) return 2;
  if (std::holds_alternative<ComparisonRule>(rule)) return 3;
  int cases = 0;
  if (const auto* choice = std::get_if<ChoiceRule>(&rule)) {
    for (const Alternative& one : choice->among) cases += case_count(one.rule);
  }
  return std::max(cases, 1);
}

bool needs_care(const Rule& rule) {
  if (const auto* ratio = std::get_if<RatioRule>(&rule)) {
    return !ratio->to.is_empty() && ratio->at_zero == AtZero::refuse;
  }
  return std::holds_alternative<FormulaRule>(rule) || std::holds_alternative<TableRule>(rule) ||
         std::holds_alternative<SlopesRule>(rule) || std::holds_alternative<ChoiceRule>(rule);
}

std::string script_column(const std::string& name) { return "script(" + name + ")"; }
std::string exempt_column(const std::string& code) { return "not applicable(" + code + ")"; }

bool may_be_left_out(const Criterion& criterion, bool exempt) {
  const bool leaves_out = criterion.if_not_applicable == IfNotApplicable::leave_out;
  return criterion.if_missing == IfMissing::leave_out ||
         (leaves_out && (exempt || has_open_ratio(criterion.rule)));
}

Value lower_rule(Builder& builder, const Framework& framework, const Criterion& criterion,
                 const Rule& rule) {
  return std::visit(RuleLowering(builder, framework, criterion, Care::fast, false, -1), rule)
      .points;
}

Lowered lower_leaf(Builder& builder, const Framework& framework, std::size_t place, bool exempt,
                   Care care, bool with_case) {
  const Criterion& criterion = framework.criteria()[place];
  RuleLowering lowering(builder, framework, criterion, care, with_case, -1);
  Lowered lowered = std::visit(lowering, criterion.rule);
  Value points = lowered.points;
  Value band = lowered.band;
  if (with_case) {  // a leaf without points has none
    const Value lost = builder.apply(Op::is_missing, points);
    band = builder.apply(Op::pick, lost, builder.constant(missing_number), band);
  }
  if (criterion.decimals) {
    points = builder.round(points, *criterion.decimals);
  } else if (!lowered.exact) {
    points = builder.apply(Op::snap, points);
  }
  const Value exempted =
      exempt ? builder.column(exempt_column(criterion.code)) : builder.constant(0);
  const Value left_out = builder.constant(not_applicable);
  const Value full = builder.constant(*criterion.max);
  const bool leaves_out = criterion.if_not_applicable == IfNotApplicable::leave_out;
  if (!leaves_out && has_open_ratio(criterion.rule)) {
    points = builder.apply(Op::pick, builder.apply(Op::is_not_applicable, points), full, points);
  }
  if (exempt) points = builder.apply(Op::pick, exempted, leaves_out ? left_out : full, points);
  if (criterion.if_missing == IfMissing::lowest) {
    points = builder.apply(Op::otherwise, points, builder.constant(criterion.min));
  } else if (criterion.if_missing == IfMissing::leave_out) {
    points = builder.apply(Op::otherwise, points, left_out);
  }
  return {points, band, lowered.exact};
}

}  // namespace sauro::inline v0_1::detail
