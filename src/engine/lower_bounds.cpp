#include <limits>
#include <variant>

#include "engine/expression_parser.hpp"
#include "engine/lower.hpp"
#include "engine/range_lowering.hpp"
#include "engine/rule_lowering.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Value = Builder::Value;

/// Lowers one rule to what its points can still be. What is known counts: two of three items met
/// leave no less than their points, a row whose condition fails can't be the one that holds.
class BoundsLowering {
 public:
  using Truth = RangeLowering::Truth;

  BoundsLowering(Builder& builder, const Framework& framework, const Criterion& criterion)
      : b_(builder), framework_(framework), c_(criterion), ranges_(builder, framework) {}

  Bounds of(const Rule& rule) {
    if (const auto* list = std::get_if<ChecklistRule>(&rule)) return of_list(*list);
    if (const auto* tally = std::get_if<TallyRule>(&rule)) return of_tally(*tally);
    if (const auto* table = std::get_if<TableRule>(&rule)) return of_table(*table);
    if (const auto* choice = std::get_if<ChoiceRule>(&rule)) return of_choice(*choice);
    return ranges_.of(lower_rule(b_, framework_, c_, rule));
  }

  /// Rounded as points are, and inside the criterion's own range.
  Bounds finished(Bounds bounds) {
    const Bounds whole = fixed(c_.min, *c_.max);
    bounds.low = b_.apply(Op::maximum, rounded_points(b_, c_, bounds.low), whole.low);
    bounds.high = b_.apply(Op::minimum, rounded_points(b_, c_, bounds.high), whole.high);
    // nothing is possible where values were refused: then the right ones may give anything
    const Value crossed = b_.apply(Op::greater, bounds.low, bounds.high);
    return {b_.apply(Op::select, crossed, whole.low, bounds.low),
            b_.apply(Op::select, crossed, whole.high, bounds.high)};
  }

 private:
  Value emit(const Expression& expression) { return emit_expression(expression.text(), b_); }
  Bounds fixed(double low, double high) { return ranges_.fixed(low, high); }
  Truth certain() { return {b_.constant(1), b_.constant(1)}; }

  Bounds of_list(const ChecklistRule& rule) {
    Truth all = certain();
    Bounds sum = fixed(0, 0);
    double total = 0;
    for (const ChecklistRule::Item& item : rule.items) {
      const Truth is_met = ranges_.truth_of(as_truth(b_, emit(item.of)));
      all = ranges_.both(all, is_met);
      const Bounds gained = ranges_.either(is_met, fixed(item.points, item.points), fixed(0, 0));
      sum = ranges_.joined(Op::add, sum, gained);
      total += item.points;
    }
    return rule.all_or_nothing ? ranges_.either(all, fixed(total, total), fixed(0, 0)) : sum;
  }

  Bounds of_tally(const TallyRule& rule) {
    constexpr double most = std::numeric_limits<double>::max();
    Bounds sum = fixed(0, 0);
    for (const TallyRule::Term& term : rule.terms) {
      const Bounds count = ranges_.of(b_.require(emit(term.of), 0, most, 0, 0, -1));
      const Value nothing = b_.constant(0);  // a count that was refused may be any
      const Bounds counted = {b_.apply(Op::maximum, count.low, nothing),
                              b_.apply(Op::maximum, count.high, nothing)};
      sum = ranges_.joined(Op::add, sum, ranges_.product(counted, fixed(term.each, term.each)));
    }
    const Value full = b_.constant(*c_.max);
    const Value bottom = b_.constant(c_.min);
    if (!rule.deduct) {
      sum = ranges_.joined(Op::minimum, sum, {full, full});
      return takes_away(rule) ? ranges_.joined(Op::maximum, sum, {bottom, bottom}) : sum;
    }
    const Bounds left = {b_.apply(Op::subtract, full, sum.high),
                         b_.apply(Op::subtract, full, sum.low)};
    return ranges_.joined(Op::maximum, left, {bottom, bottom});
  }

  Bounds of_table(const TableRule& rule) {
    std::vector<Value> inputs;
    for (std::size_t k = 0; k < rule.of.size(); ++k) inputs.push_back(table_input(rule, k));
    const bool picks_one = rule.hit == HitPolicy::unique || rule.hit == HitPolicy::first;
    const Bounds zero = fixed(0, 0);
    const Bounds otherwise = rule.otherwise.is_empty() ? (picks_one ? nothing() : zero)
                                                       : ranges_.of(emit(rule.otherwise));
    if (rule.hit == HitPolicy::max || rule.hit == HitPolicy::min) {
      return end_of(rule, inputs, otherwise);
    }
    Bounds points = picks_one ? otherwise : zero;
    Truth any = {b_.constant(0), b_.constant(0)};
    for (std::size_t r = rule.rows.size(); r-- > 0;) {
      const Bounds worth = ranges_.of(emit(rule.rows[r].points));
      const Truth holds = holding(rule, r, inputs);
      any = {b_.apply(Op::logical_or, any.surely, holds.surely),
             b_.apply(Op::logical_or, any.maybe, holds.maybe)};
      points = picks_one ? ranges_.either(holds, worth, points)
                         : ranges_.joined(Op::add, points, ranges_.either(holds, worth, zero));
    }
    const bool has_default = !rule.otherwise.is_empty();
    return picks_one || !has_default ? points : ranges_.either(any, points, otherwise);
  }

  /// The most (or least) points of rows that hold: what surely holds is the least of it, the
  /// default counts where no row need hold.
  Bounds end_of(const TableRule& rule, const std::vector<Value>& inputs, const Bounds& otherwise) {
    const bool takes_most = rule.hit == HitPolicy::max;
    const Value none = b_.constant(takes_most ? -not_applicable : not_applicable);
    const Op best = takes_most ? Op::maximum : Op::minimum;
    const Op worst = takes_most ? Op::minimum : Op::maximum;
    const auto near = [&](const Bounds& x) { return takes_most ? x.low : x.high; };
    const auto far = [&](const Bounds& x) { return takes_most ? x.high : x.low; };
    Value sure = none;               // of rows that surely hold ...
    Value reach = none;              // ... and of all that may
    Value single = near(otherwise);  // where only one of those that may holds, or none
    for (std::size_t r = 0; r < rule.rows.size(); ++r) {
      const Bounds worth = ranges_.of(emit(rule.rows[r].points));
      const Truth holds = holding(rule, r, inputs);
      sure = b_.apply(best, sure, b_.apply(Op::select, holds.surely, near(worth), none));
      reach = b_.apply(best, reach, b_.apply(Op::select, holds.maybe, far(worth), none));
      single =
          b_.apply(worst, single, b_.apply(Op::select, holds.maybe, near(worth), near(otherwise)));
    }
    const Value some_holds = b_.apply(Op::not_equal, sure, none);
    const Value first = b_.apply(Op::select, some_holds, sure, single);
    const Value last =
        b_.apply(Op::select, some_holds, reach, b_.apply(best, reach, far(otherwise)));
    return takes_most ? Bounds{first, last} : Bounds{last, first};
  }

  /// Whether a row holds, as far as its inputs tell.
  Truth holding(const TableRule& rule, std::size_t row, const std::vector<Value>& inputs) {
    Truth holds = certain();
    for (std::size_t k = 0; k < inputs.size(); ++k) {
      if (rule.rows[row].when[k].is_all()) continue;  // whatever a missing one is
      const Value inside = within_any(b_, inputs[k], intervals_of(framework_, rule, row, k));
      holds = ranges_.both(holds, ranges_.truth_of(inside));
    }
    return holds;
  }

  /// In units of 1e-9; what is outside of its domain is refused, the right value may be anything.
  Value table_input(const TableRule& rule, std::size_t k) {
    Value x = emit(rule.of[k]);
    if (k < rule.domain.size() && !rule.domain[k].is_all()) {
      x = b_.require(x, rule.domain[k].low - half, rule.domain[k].high + half, 0, 0, -1);
    }
    return b_.apply(Op::nano, x);
  }

  Bounds of_choice(const ChoiceRule& rule) {
    const Value by = b_.column(rule.by);
    Bounds points = nothing();
    for (std::size_t k = rule.among.size(); k-- > 0;) {
      const Value chosen = b_.apply(Op::equal, by, b_.constant(static_cast<double>(k)));
      points = ranges_.either(ranges_.truth_of(chosen), of(rule.among[k].rule), points);
    }
    return points;
  }

  /// The bounds of no points at all: any others are wider.
  Bounds nothing() { return fixed(*c_.max, c_.min); }

  static constexpr double half = 5e-10;  // values are compared to nine decimals

  Builder& b_;
  const Framework& framework_;
  const Criterion& c_;
  RangeLowering ranges_;
};

}  // namespace

Bounds lower_bounds(Builder& builder, const Framework& framework, std::size_t place) {
  const Criterion& criterion = framework.criteria()[place];
  BoundsLowering lowering(builder, framework, criterion);
  return lowering.finished(lowering.of(criterion.rule));
}

}  // namespace sauro::inline v0_1::detail
