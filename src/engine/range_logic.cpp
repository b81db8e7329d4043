// What conditions can still be.
#include "engine/range_lowering.hpp"

namespace sauro::inline v0_1::detail {

Bounds RangeLowering::logic(const Node& node) {
  const Bounds a = in(node, 0);
  const Bounds b = in(node, 1);
  const Op op = node.instruction.op;
  switch (op) {
    case Op::less:
    case Op::less_equal:
      return {b_.apply(op, a.high, b.low), b_.apply(op, a.low, b.high)};
    case Op::greater:
    case Op::greater_equal:
      return {b_.apply(op, a.low, b.high), b_.apply(op, a.high, b.low)};
    case Op::equal:
    case Op::not_equal: {
      const Value surely = b_.apply(Op::logical_and, b_.apply(Op::equal, a.low, b.high),
                                    b_.apply(Op::equal, a.high, b.low));
      const Value maybe = b_.apply(Op::logical_and, b_.apply(Op::less_equal, a.low, b.high),
                                   b_.apply(Op::less_equal, b.low, a.high));
      if (op == Op::equal) return {surely, maybe};
      return {b_.apply(Op::logical_not, maybe), b_.apply(Op::logical_not, surely)};
    }
    default: {  // and, or
      const Truth x = truth(a);
      const Truth y = truth(b);
      return {b_.apply(op, x.surely, y.surely), b_.apply(op, x.maybe, y.maybe)};
    }
  }
}

RangeLowering::Truth RangeLowering::truth(const Bounds& value) {
  const Value zero = b_.constant(0);
  return {b_.apply(Op::logical_or, b_.apply(Op::greater, value.low, zero),
                   b_.apply(Op::less, value.high, zero)),
          b_.apply(Op::logical_or, b_.apply(Op::not_equal, value.low, zero),
                   b_.apply(Op::not_equal, value.high, zero))};
}

RangeLowering::Truth RangeLowering::both(const Truth& a, const Truth& b) {
  return {b_.apply(Op::logical_and, a.surely, b.surely),
          b_.apply(Op::logical_and, a.maybe, b.maybe)};
}

Bounds RangeLowering::either(const Truth& holds, const Bounds& yes, const Bounds& no) {
  const auto one = [&](Op widest, Value a, Value b) {
    const Value unsure = b_.apply(Op::select, holds.maybe, b_.apply(widest, a, b), b);
    return b_.apply(Op::select, holds.surely, a, unsure);
  };
  return {one(Op::minimum, yes.low, no.low), one(Op::maximum, yes.high, no.high)};
}

RangeLowering::Truth RangeLowering::within(const Instruction& interval, const Bounds& x) {
  const auto holds = [&](const Instruction& one, Value end) {
    Instruction test = one;
    test.op = Op::within;
    test.p[2] = 0;
    return b_.add(test, {end, -1, -1});
  };
  Instruction from = interval;  // what reaches its low end ...
  from.p[1] = not_applicable;
  from.flags = interval.flags & 1U;
  Instruction to = interval;  // ... and doesn't pass its high one
  to.p[0] = -not_applicable;
  to.flags = interval.flags & 2U;
  return {b_.apply(Op::logical_and, holds(interval, x.low), holds(interval, x.high)),
          b_.apply(Op::logical_and, holds(from, x.high), holds(to, x.low))};
}

}  // namespace sauro::inline v0_1::detail
