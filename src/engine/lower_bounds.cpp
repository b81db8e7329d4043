#include <limits>
#include <variant>

#include "engine/expression_parser.hpp"
#include "engine/lower.hpp"
#include "engine/range_lowering.hpp"

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
      return rule.takes_away() ? ranges_.joined(Op::maximum, sum, {bottom, bottom}) : sum;
    }
    const Bounds left = {b_.apply(Op::subtract, full, sum.high),
                         b_.apply(Op::subtract, full, sum.low)};
    return ranges_.joined(Op::maximum, left, {bottom, bottom});
  }

  Bounds of_table(const TableRule& rule) {
    std::vector<Value> inputs;
    for (std::size_t k = 0; k < rule.of.size(); ++k) inputs.push_back(table_input(rule, k));
    if (rule.hit == HitPolicy::max) return greatest(rule, inputs);
    const bool picks_one = rule.hit != HitPolicy::sum;
    Bounds points = picks_one ? nothing() : fixed(0, 0);
    for (std::size_t r = rule.rows.size(); r-- > 0;) {
      const Bounds worth = ranges_.of(emit(rule.rows[r].points));
      const Truth holds = holding(rule.rows[r], inputs);
      points = picks_one
                   ? ranges_.either(holds, worth, points)
                   : ranges_.joined(Op::add, points, ranges_.either(holds, worth, fixed(0, 0)));
    }
    return points;
  }

  /// The most points of rows that hold: what surely holds is the least, 0 where no row need hold.
  Bounds greatest(const TableRule& rule, const std::vector<Value>& inputs) {
    const Value none = b_.constant(-not_applicable);
    Bounds sure = {none, none};     // of rows that surely hold, and of all that may
    Value lowest = b_.constant(0);  // where only one of those that may holds, or none
    for (const TableRule::Row& row : rule.rows) {
      const Bounds worth = ranges_.of(emit(row.points));
      const Truth holds = holding(row, inputs);
      const auto where = [&](Value is, Value points, Value other) {
        return b_.apply(Op::select, is, points, other);
      };
      sure.low = b_.apply(Op::maximum, sure.low, where(holds.surely, worth.low, none));
      sure.high = b_.apply(Op::maximum, sure.high, where(holds.maybe, worth.high, none));
      lowest = b_.apply(Op::minimum, lowest, where(holds.maybe, worth.low, b_.constant(0)));
    }
    const Value some_holds = b_.apply(Op::greater, sure.low, none);
    return {b_.apply(Op::select, some_holds, sure.low, lowest),
            b_.apply(Op::select, some_holds, sure.high,
                     b_.apply(Op::maximum, sure.high, b_.constant(0)))};
  }

  /// Whether a row holds, as far as its inputs tell.
  Truth holding(const TableRule::Row& row, const std::vector<Value>& inputs) {
    Truth holds = certain();
    for (std::size_t k = 0; k < inputs.size(); ++k) {
      if (row.when[k].is_all()) continue;  // whatever a missing one is
      holds = ranges_.both(holds, ranges_.truth_of(b_.within(inputs[k], row.when[k])));
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
