#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/expression_parser.hpp"
#include "engine/lower.hpp"
#include "index/rule_expressions.hpp"

namespace sauro::inline v0_1::detail {

/// What a row of a table asks of one of its inputs, as intervals apart from one another.
std::vector<Interval> intervals_of(const Framework& framework, const TableRule& rule,
                                   std::size_t row, std::size_t k);

/// Whether a value lies in any of some intervals; missing where it is, unless there are none.
Builder::Value within_any(Builder& builder, Builder::Value x, const std::vector<Interval>& among);

/// Lowers one rule; alternatives of a choice refuse only where they are chosen.
class RuleLowering {
 public:
  using Value = Builder::Value;

  RuleLowering(Builder& builder, const Framework& framework, const Criterion& criterion, Care care,
               bool asks, Value guard)
      : b_(builder),
        framework_(framework),
        c_(criterion),
        tolerance_(framework.head().tolerance),
        care_(care),
        asks_(asks || care == Care::careful),
        guard_(guard) {}

  /// One rule, and where care is taken what gives no number though all is known.
  Lowered run(const Rule& rule);
  /// Whether a rule may give no number though no input is missing; tables look for that themselves.
  static bool may_fail(const Rule& rule);

  Lowered operator()(const std::monostate& /*none*/);
  Lowered operator()(const ValueRule& rule);
  Lowered operator()(const FormulaRule& rule);
  Lowered operator()(const ChecklistRule& rule);
  /// Number of items that are met.
  Value met(const ChecklistRule& rule);
  Lowered operator()(const TableRule& rule);
  Lowered operator()(const LinearRule& rule);
  Lowered operator()(const RatioRule& rule);
  Lowered operator()(const TallyRule& rule);
  Lowered operator()(const ComparisonRule& rule);
  Lowered operator()(const SlopesRule& rule);
  Lowered operator()(const BallotsRule& rule);
  Lowered operator()(const IndexRule& rule);
  Lowered operator()(const ChoiceRule& rule);
  Lowered operator()(const ScriptRule& rule);

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
  /// The same as a condition.
  Value condition(const Expression& expression);
  /// Of conditions, the first of which there may be none yet (-1).
  Value both(Value a, Value b) { return a < 0 ? b : b_.apply(Op::logical_and, a, b); }
  Value refuse(Value value, Value condition, Refusal code);
  Value require(Value value, double low, double high, Refusal below, Refusal above);
  /// Whether a name stands for whole numbers, which need no rounding to be compared.
  [[nodiscard]] bool is_whole(const std::string& name) const;
  /// A value as conditions compare it: to nine decimals, unless it is whole anyway.
  Value compared(const Expression& expression, Value x);
  /// Whether a plain variable's own range, which is checked once, lies inside [low, high].
  bool is_within(const Expression& expression, double low, double high) const;
  Value not_negative(const Expression& expression);
  /// Points inside of the criterion's range: cut to it, or refused outside.
  Value in_range(Value points);
  Value cut(Value points);
  /// Refuses what is missing though no input is.
  Value defined(Value points, const Rule& rule);
  static std::vector<std::string> table_names(const TableRule& rule);
  Value reaches(Value share, double low);
  [[nodiscard]] double points_at_zero(const RatioRule& rule) const;
  /// Points for a share, step by step; where nothing fused holds.
  Value scaled(const RatioRule& rule, Value share, Value is_zero);
  Value passes_zero(const RatioRule& rule);
  /// The most or the least points of the rows that hold.
  Value most_of(const TableRule& rule, const Hits& hits, Value otherwise);
  /// Whether a row holds.
  Value holds(const TableRule& rule, const Hits& hits, std::size_t row);
  Value table_input(const TableRule& rule, std::size_t k);
  /// Refuses rows that no row of the table holds for, though no input is missing.
  Value covered(const TableRule& rule, const Hits& hits, Value points, Value any_hit);
  /// One input, of whose rows one counts: a pass for each row.
  Lowered bands(const TableRule& rule, const Hits& hits);

  Builder& b_;
  const Framework& framework_;
  const Criterion& c_;
  double tolerance_;
  Care care_;
  bool asks_;  ///< for the case that held
  Value guard_;
};

}  // namespace sauro::inline v0_1::detail
