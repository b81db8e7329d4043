#include "engine/range_lowering.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr double endless = not_applicable;

/// What an operation does before it rounds in the same pass.
std::optional<Op> without_snap(Op op) {
  switch (op) {
    case Op::add_snap:
      return Op::add;
    case Op::multiply_snap:
      return Op::multiply;
    case Op::minimum_snap:
      return Op::minimum;
    case Op::maximum_snap:
      return Op::maximum;
    default:
      return std::nullopt;
  }
}

}  // namespace

Bounds RangeLowering::of(Value value) {
  std::vector<Value> open = {value};  // formulas may be thousands of operations deep
  while (!open.empty()) {
    const Value at = open.back();
    if (known_.contains(at)) {
      open.pop_back();
      continue;
    }
    const Node node = b_.nodes_[static_cast<std::size_t>(at)];  // the list grows
    bool waits = false;
    for (const Value operand : node.in) {
      if (operand < 0 || known_.contains(operand)) continue;
      open.push_back(operand);
      waits = true;
    }
    if (!waits) known_.emplace(at, made(node, at));
  }
  return known_.at(value);
}

Bounds RangeLowering::made(const Node& node, Value value) {
  if (node.place == Builder::Place::column) return column(node, value);
  if (node.place == Builder::Place::constant) {
    return std::isnan(b_.number(value)) ? all() : Bounds{value, value};
  }
  const Op op = node.instruction.op;
  if (op <= Op::knots) return one_operand(node);
  if (op >= Op::less && op <= Op::logical_or) return logic(node);
  if (op <= Op::maximum_snap) return arithmetic(node);
  switch (op) {
    case Op::within: {
      const Truth holds = within(node.instruction, in(node, 0));
      return {holds.surely, holds.maybe};
    }
    case Op::band:
      return either(within(node.instruction, in(node, 1)),
                    fixed(node.instruction.p[2], node.instruction.p[2]), in(node, 0));
    case Op::band_value:
      return either(within(node.instruction, in(node, 1)), in(node, 2), in(node, 0));
    case Op::ratio:
      return proportion(node);
    case Op::add_three:
      return joined(Op::add, joined(Op::add, in(node, 0), in(node, 1)), in(node, 2));
    case Op::select:
    case Op::pick:
      return either(truth(in(node, 0)), in(node, 1), in(node, 2));
    case Op::refuse:
      return either(truth(in(node, 1)), all(), in(node, 0));
    case Op::require:
      return required(node);
    default:
      return where_known(node);
  }
}

/// A variable's range; that of "previous(x)" is x's, and sheets have the ends of what is worked
/// out.
Bounds RangeLowering::column(const Node& node, Value value) {
  const std::string name = b_.columns()[node.index];
  const ValueRange range = range_of(f_, name);
  Bounds ends = fixed(range.low, range.high);
  if (has_ends(f_, name)) {
    ends = {b_.apply(Op::otherwise, b_.column(least_column(name)), ends.low),
            b_.apply(Op::otherwise, b_.column(most_column(name)), ends.high)};
  }
  return {b_.apply(Op::otherwise, value, ends.low), b_.apply(Op::otherwise, value, ends.high)};
}

Bounds RangeLowering::same(const Instruction& instruction, const Bounds& a) {
  return {b_.add(instruction, {a.low, -1, -1}), b_.add(instruction, {a.high, -1, -1})};
}

Bounds RangeLowering::one_operand(const Node& node) {
  const Bounds& a = in(node, 0);
  switch (node.instruction.op) {
    case Op::negate:
      return {b_.apply(Op::negate, a.high), b_.apply(Op::negate, a.low)};
    case Op::absolute: {
      const Value below = b_.apply(Op::negate, a.low);
      const Value nearest = b_.apply(Op::maximum, a.low, b_.apply(Op::negate, a.high));
      return {b_.apply(Op::maximum, nearest, b_.constant(0)), b_.apply(Op::maximum, a.high, below)};
    }
    case Op::logical_not: {
      const Truth holds = truth(a);
      return {b_.apply(Op::logical_not, holds.maybe), b_.apply(Op::logical_not, holds.surely)};
    }
    case Op::is_missing:
      return {b_.constant(0), b_.apply(Op::logical_not, is_point(a))};
    case Op::is_not_applicable:
      return where_known(node);
    case Op::knots:
      return along_knots(node);
    default:  // they all rise
      return same(node.instruction, a);
  }
}

Bounds RangeLowering::along_knots(const Node& node) {
  std::vector<double> points;
  for (const auto& knot : b_.knots_[static_cast<std::size_t>(node.instruction.code)]) {
    points.push_back(knot.second);
  }
  const Bounds ends = same(node.instruction, in(node, 0));
  if (std::is_sorted(points.begin(), points.end())) return ends;
  if (std::is_sorted(points.rbegin(), points.rend())) return {ends.high, ends.low};
  const auto [least, most] = std::minmax_element(points.begin(), points.end());
  const Value known = is_point(in(node, 0));
  return {b_.apply(Op::select, known, ends.low, b_.constant(*least)),
          b_.apply(Op::select, known, ends.high, b_.constant(*most))};
}

Bounds RangeLowering::arithmetic(const Node& node) {
  const Bounds a = in(node, 0);
  const Bounds b = in(node, 1);
  const std::optional<Op> plain = without_snap(node.instruction.op);
  const auto snapped = [&](const Bounds& x) {
    return plain ? Bounds{b_.apply(Op::snap, x.low), b_.apply(Op::snap, x.high)} : x;
  };
  switch (plain.value_or(node.instruction.op)) {
    case Op::add:
      return snapped({or_else(b_.apply(Op::add, a.low, b.low), -endless),
                      or_else(b_.apply(Op::add, a.high, b.high), endless)});
    case Op::subtract:
      return {or_else(b_.apply(Op::subtract, a.low, b.high), -endless),
              or_else(b_.apply(Op::subtract, a.high, b.low), endless)};
    case Op::multiply:
      return snapped(product(a, b));
    case Op::divide:
      return quotient(a, b);
    case Op::power:
      return power(node);
    case Op::minimum:
    case Op::maximum:
      return snapped(joined(plain.value_or(node.instruction.op), a, b));
    default:  // otherwise: what isn't known may still be given
      return either({is_point(a), is_point(a)}, a, hull(a, b));
  }
}

Bounds RangeLowering::hull(const Bounds& a, const Bounds& b) {
  return {b_.apply(Op::minimum, a.low, b.low), b_.apply(Op::maximum, a.high, b.high)};
}

Bounds RangeLowering::product(const Bounds& a, const Bounds& b) {
  const auto times = [this](Value x, Value y) {  // no end is at infinity itself: 0 of it is 0
    return or_else(b_.apply(Op::multiply, x, y), 0);
  };
  if (b.low == b.high && b_.is_constant(b.low)) {
    const Bounds scaled = {times(a.low, b.low), times(a.high, b.low)};
    return b_.number(b.low) >= 0 ? scaled : Bounds{scaled.high, scaled.low};
  }
  const Bounds one = {times(a.low, b.low), times(a.low, b.high)};
  const Bounds other = {times(a.high, b.low), times(a.high, b.high)};
  return hull(hull({one.low, one.low}, {one.high, one.high}),
              hull({other.low, other.low}, {other.high, other.high}));
}

Bounds RangeLowering::quotient(const Bounds& a, const Bounds& b) {
  const auto by = [this](Value x, Value y) { return or_else(b_.apply(Op::divide, x, y), 0); };
  const Value passes_zero =
      b_.apply(Op::logical_and, b_.apply(Op::less_equal, b.low, b_.constant(0)),
               b_.apply(Op::greater_equal, b.high, b_.constant(0)));
  const Bounds one = {by(a.low, b.low), by(a.low, b.high)};
  const Bounds other = {by(a.high, b.low), by(a.high, b.high)};
  const Bounds ends = hull(hull({one.low, one.low}, {one.high, one.high}),
                           hull({other.low, other.low}, {other.high, other.high}));
  return either({passes_zero, passes_zero}, all(), ends);
}

Bounds RangeLowering::power(const Node& node) {
  const Bounds& base = in(node, 0);
  const bool rises = b_.is_constant(node.in[1]) && b_.number(node.in[1]) > 0;
  if (!rises) return where_known(node);
  const Value not_negative = b_.apply(Op::greater_equal, base.low, b_.constant(0));
  const Bounds ends = {b_.apply(Op::power, base.low, node.in[1]),
                       b_.apply(Op::power, base.high, node.in[1])};
  return either({not_negative, not_negative}, ends, where_known(node));
}

Bounds RangeLowering::proportion(const Node& node) {
  const auto& [scale, from, at_zero] = node.instruction.p;
  const Bounds& b = in(node, 1);
  const Bounds share = quotient(in(node, 0), b);
  const auto points = [&, least = from, factor = scale](Value x) {
    const Value below = b_.apply(Op::less, b_.apply(Op::nano, x), b_.constant(least));
    const Value worth = or_else(b_.apply(Op::multiply, x, b_.constant(factor)), 0);
    return b_.apply(Op::select, below, b_.constant(0), worth);
  };
  const Bounds ends = {points(share.low), points(share.high)};
  const Truth is_zero = {
      b_.apply(Op::logical_and, is_point(b), b_.apply(Op::equal, b.low, b_.constant(0))),
      b_.constant(0)};
  const Bounds nothing = std::isnan(at_zero) ? all() : fixed(at_zero, at_zero);
  return either({is_zero.surely, is_zero.surely}, nothing, ends);
}

/// Values outside are refused: the right ones lie inside.
Bounds RangeLowering::required(const Node& node) {
  const Bounds& a = in(node, 0);
  if (node.instruction.scalar) return a;  // asked of some rows only
  const Value low = b_.constant(node.instruction.p[0]);
  const Value high = b_.constant(node.instruction.p[1]);
  const Value meets = b_.apply(Op::logical_and, b_.apply(Op::less_equal, a.low, high),
                               b_.apply(Op::greater_equal, a.high, low));
  return either({meets, meets},
                {b_.apply(Op::maximum, a.low, low), b_.apply(Op::minimum, a.high, high)}, all());
}

Bounds RangeLowering::where_known(const Node& node) {
  Value known = b_.constant(1);
  std::array<Value, 3> ends = {-1, -1, -1};
  for (std::size_t k = 0; k < ends.size(); ++k) {
    if (node.in[k] < 0) continue;
    known = b_.apply(Op::logical_and, known, is_point(in(node, k)));
    ends[k] = in(node, k).low;
  }
  const Value exact = b_.add(node.instruction, ends);
  return {b_.apply(Op::select, known, or_else(exact, -endless), b_.constant(-endless)),
          b_.apply(Op::select, known, or_else(exact, endless), b_.constant(endless))};
}

}  // namespace sauro::inline v0_1::detail
