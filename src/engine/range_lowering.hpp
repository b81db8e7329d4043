#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "engine/lower.hpp"

namespace sauro::inline v0_1::detail {

/// Adds, to operations that a builder has, those that give what each can still be where inputs are
/// missing: a missing variable is anywhere in its own range, a statistic over units in that which
/// the units without a value leave it.
///
/// Each operation takes the ends of its operands (interval arithmetic, Moore 1966), so that the
/// truth always lies between, and operands that are known give one number.
class RangeLowering {
 public:
  using Value = Builder::Value;

  /// Whether a condition holds whatever missing inputs are, and whether it may.
  struct Truth {
    Value surely = -1;
    Value maybe = -1;
  };

  RangeLowering(Builder& builder, const Framework& framework) : b_(builder), f_(framework) {}

  /// The least and the most that a value can be; neither is ever missing.
  Bounds of(Value value);
  Truth truth_of(Value condition) { return truth(of(condition)); }
  Truth both(const Truth& a, const Truth& b);
  /// `yes` or `no`; all from the least to the most of them where it isn't known which.
  Bounds either(const Truth& holds, const Bounds& yes, const Bounds& no);
  Bounds product(const Bounds& a, const Bounds& b);
  Bounds joined(Op op, const Bounds& a, const Bounds& b) {
    return {b_.apply(op, a.low, b.low), b_.apply(op, a.high, b.high)};
  }
  Bounds fixed(double low, double high) { return {b_.constant(low), b_.constant(high)}; }

 private:
  using Node = Builder::Node;

  Bounds made(const Node& node, Value value);
  Bounds one_operand(const Node& node);
  Bounds arithmetic(const Node& node);
  Bounds logic(const Node& node);
  Bounds column(const Node& node, Value value);
  Bounds required(const Node& node);
  Bounds proportion(const Node& node);
  Bounds quotient(const Bounds& a, const Bounds& b);
  Bounds power(const Node& node);
  Bounds along_knots(const Node& node);
  /// The value where all operands are known, else anything.
  Bounds where_known(const Node& node);
  Truth within(const Instruction& interval, const Bounds& x);
  Truth truth(const Bounds& value);
  Bounds hull(const Bounds& a, const Bounds& b);
  Bounds same(const Instruction& instruction, const Bounds& a);
  Bounds all() { return fixed(-not_applicable, not_applicable); }
  Value is_point(const Bounds& x) { return b_.apply(Op::equal, x.low, x.high); }
  Value or_else(Value value, double missing) {
    return b_.apply(Op::otherwise, value, b_.constant(missing));
  }
  /// What its operand is, when that has been worked out.
  const Bounds& in(const Node& node, std::size_t k) { return known_.at(node.in[k]); }

  Builder& b_;
  const Framework& f_;
  std::unordered_map<Value, Bounds> known_;
};

}  // namespace sauro::inline v0_1::detail
