#include <algorithm>
#include <variant>

#include "engine/expression_parser.hpp"
#include "engine/lower.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Value = Builder::Value;

/// Lowers one rule to what its points can still be. What is known counts: two of three items met
/// leave no less than their points, a row whose condition fails can't be the one that holds.
class BoundsLowering {
 public:
  BoundsLowering(Builder& builder, const Framework& framework, const Criterion& criterion)
      : b_(builder), framework_(framework), c_(criterion) {}

  Bounds of(const Rule& rule) {
    if (const auto* list = std::get_if<ChecklistRule>(&rule)) return of_list(*list);
    if (const auto* tally = std::get_if<TallyRule>(&rule)) return of_tally(*tally);
    if (const auto* table = std::get_if<TableRule>(&rule)) return of_table(*table);
    if (const auto* choice = std::get_if<ChoiceRule>(&rule)) return of_choice(*choice);
    return at_ends(lower_rule(b_, framework_, c_, rule));
  }

  /// Rounded as points are, and inside the criterion's own range.
  Bounds finished(Bounds bounds) {
    const Bounds whole = fixed(c_.min, *c_.max);
    const auto rounded = [this](Value x) {
      return c_.decimals ? b_.round(x, *c_.decimals) : b_.apply(Op::snap, x);
    };
    bounds.low = b_.apply(Op::otherwise, rounded(bounds.low), whole.low);
    bounds.high = b_.apply(Op::otherwise, rounded(bounds.high), whole.high);
    bounds.low = b_.apply(Op::maximum, bounds.low, whole.low);
    bounds.high = b_.apply(Op::minimum, bounds.high, whole.high);
    // nothing is possible where values were refused: then the right ones may give anything
    const Value crossed = b_.apply(Op::greater, bounds.low, bounds.high);
    return {b_.apply(Op::select, crossed, whole.low, bounds.low),
            b_.apply(Op::select, crossed, whole.high, bounds.high)};
  }

 private:
  Value emit(const Expression& expression) { return emit_expression(expression.text(), b_); }
  Bounds fixed(double low, double high) { return {b_.constant(low), b_.constant(high)}; }

  /// `points` where they are known, else all that the criterion allows.
  Bounds at_ends(Value points) {
    return {b_.apply(Op::otherwise, points, b_.constant(c_.min)),
            b_.apply(Op::otherwise, points, b_.constant(*c_.max))};
  }

  /// `yes` or `no`; both where it isn't known which.
  Bounds either(Value holds, const Bounds& yes, const Bounds& no) {
    const auto one = [&](Op widest, Value a, Value b) {
      return b_.apply(Op::otherwise, b_.apply(Op::select, holds, a, b), b_.apply(widest, a, b));
    };
    return {one(Op::minimum, yes.low, no.low), one(Op::maximum, yes.high, no.high)};
  }

  Bounds joined(Op op, const Bounds& a, const Bounds& b) {
    return {b_.apply(op, a.low, b.low), b_.apply(op, a.high, b.high)};
  }

  Bounds of_list(const ChecklistRule& rule) {
    Value all = b_.constant(1);
    Bounds sum = fixed(0, 0);
    double total = 0;
    for (const ChecklistRule::Item& item : rule.items) {
      const Value is_met = emit(item.of);
      all = b_.apply(Op::logical_and, all, is_met);
      sum = joined(Op::add, sum, either(is_met, fixed(item.points, item.points), fixed(0, 0)));
      total += item.points;
    }
    return rule.all_or_nothing ? either(all, fixed(total, total), fixed(0, 0)) : sum;
  }

  Bounds of_tally(const TallyRule& rule) {
    Bounds sum = fixed(0, 0);
    for (const TallyRule::Term& term : rule.terms) {
      const auto [least, most] = count_range(term.of);
      Value count = emit(term.of);
      const Value is_count = b_.apply(Op::greater_equal, count, b_.constant(0));
      count = b_.apply(Op::pick, is_count, count, b_.constant(missing_number));
      const auto at = [&](double missing) {
        const Value number = b_.apply(Op::otherwise, count, b_.constant(missing));
        return b_.apply(Op::multiply, number, b_.constant(term.each));
      };
      const bool rises = term.each >= 0;
      sum = joined(Op::add, sum, {at(rises ? least : most), at(rises ? most : least)});
    }
    const Value full = b_.constant(*c_.max);
    if (!rule.deduct) return joined(Op::minimum, sum, {full, full});
    const Value bottom = b_.constant(c_.min);
    const Bounds left = {b_.apply(Op::subtract, full, sum.high),
                         b_.apply(Op::subtract, full, sum.low)};
    return joined(Op::maximum, left, {bottom, bottom});
  }

  /// What a count can be where nobody gave it.
  [[nodiscard]] std::pair<double, double> count_range(const Expression& expression) const {
    constexpr double many = 1e12;  // times any points of one, more than all points of a criterion
    const Variable* variable = framework_.variable(expression.text());
    if (variable == nullptr) return {0, many};
    return {std::max(variable->low.value_or(0), 0.0), variable->high.value_or(many)};
  }

  Bounds of_table(const TableRule& rule) {
    const bool picks_one = rule.hit == HitPolicy::unique || rule.hit == HitPolicy::first;
    std::vector<Value> inputs;
    for (std::size_t k = 0; k < rule.of.size(); ++k) inputs.push_back(table_input(rule, k));
    Bounds points = picks_one ? nothing() : fixed(0, 0);
    for (std::size_t r = rule.rows.size(); r-- > 0;) {
      const Bounds worth = at_ends(emit(rule.rows[r].points));
      const Value holds = holding(rule.rows[r], inputs);
      if (picks_one) {
        points = either(holds, worth, points);
      } else {
        const Op op = rule.hit == HitPolicy::sum ? Op::add : Op::maximum;
        points = joined(op, points, either(holds, worth, fixed(0, 0)));
      }
    }
    return points;
  }

  /// Whether a row holds, as far as its inputs tell.
  Value holding(const TableRule::Row& row, const std::vector<Value>& inputs) {
    Value holds = b_.constant(1);
    for (std::size_t k = 0; k < inputs.size(); ++k) {
      if (row.when[k].is_all()) continue;  // whatever a missing one is
      holds = b_.apply(Op::logical_and, holds, b_.within(inputs[k], row.when[k]));
    }
    return holds;
  }

  /// In units of 1e-9; missing where it is outside of its domain: refused values may be anything.
  Value table_input(const TableRule& rule, std::size_t k) {
    Value x = emit(rule.of[k]);
    if (k < rule.domain.size() && !rule.domain[k].is_all()) {
      const Value is_valid = b_.within(b_.apply(Op::nano, x), rule.domain[k]);
      x = b_.apply(Op::pick, is_valid, x, b_.constant(missing_number));
    }
    return b_.apply(Op::nano, x);
  }

  Bounds of_choice(const ChoiceRule& rule) {
    const Value by = b_.column(rule.by);
    Bounds points = nothing();
    for (std::size_t k = rule.among.size(); k-- > 0;) {
      const Value chosen = b_.apply(Op::equal, by, b_.constant(static_cast<double>(k)));
      points = either(chosen, of(rule.among[k].rule), points);
    }
    return points;
  }

  /// The bounds of no points at all: any others are wider.
  Bounds nothing() { return fixed(*c_.max, c_.min); }

  Builder& b_;
  const Framework& framework_;
  const Criterion& c_;
};

}  // namespace

Bounds lower_bounds(Builder& builder, const Framework& framework, std::size_t place) {
  const Criterion& criterion = framework.criteria()[place];
  BoundsLowering lowering(builder, framework, criterion);
  return lowering.finished(lowering.of(criterion.rule));
}

}  // namespace sauro::inline v0_1::detail
