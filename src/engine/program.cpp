#include "engine/program.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

#include "engine/kernels.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The operation that rounds what another gives, in the same pass.
std::optional<Op> snapping(Op op) {
  switch (op) {
    case Op::add:
      return Op::add_snap;
    case Op::multiply:
      return Op::multiply_snap;
    case Op::minimum:
      return Op::minimum_snap;
    case Op::maximum:
      return Op::maximum_snap;
    default:
      return std::nullopt;
  }
}

std::uint64_t bits(double number) { return std::bit_cast<std::uint64_t>(number); }

double in_nano(double x) {
  const double scaled = x * 1e9;
  return std::fabs(scaled) < 2e15 ? std::nearbyint(scaled) : scaled;
}

}  // namespace

Builder::Value Builder::add(Instruction instruction, std::array<Value, 3> in) {
  const Key key{static_cast<int>(instruction.op) * 4 + instruction.flags,
                in[0],
                in[1],
                in[2],
                bits(instruction.p[0]),
                bits(instruction.p[1]),
                bits(instruction.p[2]),
                instruction.code};
  const auto [found, is_new] = known_.try_emplace(key, static_cast<Value>(nodes_.size()));
  if (!is_new) return found->second;
  nodes_.push_back({Place::computed, 0, instruction, in});
  return found->second;
}

Builder::Value Builder::column(const std::string& name) {
  const auto [found, is_new] = column_of_.try_emplace(name, columns_.size());
  const std::size_t index = found->second;
  if (is_new) columns_.push_back(name);
  Instruction instruction;
  instruction.code = static_cast<int>(index);
  const Value value = add(instruction, {-2, -1, -1});
  nodes_[static_cast<std::size_t>(value)].place = Place::column;
  nodes_[static_cast<std::size_t>(value)].index = index;
  return value;
}

Builder::Value Builder::constant(double number) {
  Instruction instruction;
  instruction.p[0] = number;
  const Value value = add(instruction, {-3, -1, -1});
  Node& node = nodes_[static_cast<std::size_t>(value)];
  if (node.place != Place::constant) {
    node.place = Place::constant;
    node.index = constants_.size();
    constants_.push_back(number);
  }
  return value;
}

bool Builder::is_constant(Value a) const {
  return nodes_[static_cast<std::size_t>(a)].place == Place::constant;
}

double Builder::number(Value a) const {
  return constants_[nodes_[static_cast<std::size_t>(a)].index];
}

Builder::Value Builder::apply(Op op, Value a) { return apply(op, a, -1, -1); }

Builder::Value Builder::apply(Op op, Value a, Value b) {
  const bool commutes = op == Op::add || op == Op::multiply || op == Op::logical_and ||
                        op == Op::logical_or || op == Op::equal || op == Op::not_equal ||
                        op == Op::minimum || op == Op::maximum;
  if (commutes && is_constant(a)) std::swap(a, b);
  if (is_constant(b) && !is_constant(a)) {
    const bool adds_nothing = (op == Op::add || op == Op::subtract) && number(b) == 0;
    const bool scales_nothing = (op == Op::multiply || op == Op::divide) && number(b) == 1;
    if (adds_nothing || scales_nothing) return a;
  }
  return apply(op, a, b, -1);
}

Builder::Value Builder::apply(Op op, Value a, Value b, Value c) {
  Instruction instruction;
  instruction.op = op;
  bool folds = is_constant(a);
  for (const Value v : {b, c}) folds = folds && (v < 0 || is_constant(v));
  if (folds) {  // what is constant is worked out once, by the same loops
    double operands[4] = {number(a), b < 0 ? 0 : number(b), c < 0 ? 0 : number(c), 0};
    double* slots[4] = {operands, operands + 1, operands + 2, operands + 3};
    instruction.in = {0, 1, 2};
    instruction.out = 3;
    plain::kernels.run(instruction, slots, 1);
    return constant(operands[3]);
  }
  if (const std::optional<Value> both = fused(op, a, b)) return *both;
  if (takes_scalar(op) && is_constant(b)) {
    instruction.scalar = true;
    instruction.p[0] = number(b);
  }
  return add(instruction, {a, b, c});
}

std::optional<Builder::Value> Builder::fused(Op op, Value a, Value b) {
  const Node& before = nodes_[static_cast<std::size_t>(a)];
  if (before.place != Place::computed) return std::nullopt;
  Instruction instruction = before.instruction;
  if (op == Op::snap) {
    const std::optional<Op> both = snapping(instruction.op);
    if (!both) return std::nullopt;
    instruction.op = *both;
    return add(instruction, before.in);
  }
  const bool adds_three =
      op == Op::add && instruction.op == Op::add && !instruction.scalar && !is_constant(b);
  if (!adds_three) return std::nullopt;
  instruction.op = Op::add_three;
  return add(instruction, {before.in[0], before.in[1], b});
}

Builder::Value Builder::round(Value a, int decimals) {
  Instruction instruction;
  instruction.op = Op::round_half_up;
  instruction.p[0] = std::pow(10.0, 9 - decimals);
  instruction.p[1] = std::pow(10.0, decimals);
  return add(instruction, {a, -1, -1});
}

Builder::Value Builder::knots(Value a, std::vector<std::pair<double, double>> points) {
  Instruction instruction;
  instruction.op = Op::knots;
  instruction.code = static_cast<int>(knots_.size());
  knots_.push_back(std::move(points));
  return add(instruction, {a, -1, -1});
}

bool Builder::is_truth(Value a) const {
  const Node& node = nodes_[static_cast<std::size_t>(a)];
  const Op op = node.instruction.op;
  return node.place == Place::computed &&
         (op == Op::logical_not || (op >= Op::less && op <= Op::logical_or));
}

bool Builder::is_scaled(Value a) const {
  const Node& node = nodes_[static_cast<std::size_t>(a)];
  return node.place == Place::constant ||
         (node.place == Place::computed && node.instruction.op == Op::nano);
}

namespace {

Instruction interval_instruction(Op op, const Interval& interval, bool scaled, double value) {
  Instruction instruction;
  instruction.op = op;
  instruction.flags =
      static_cast<std::uint8_t>((interval.low_open ? 1 : 0) | (interval.high_open ? 2 : 0));
  instruction.p = {scaled ? in_nano(interval.low) : interval.low,
                   scaled ? in_nano(interval.high) : interval.high, value};
  return instruction;
}

}  // namespace

Builder::Value Builder::within(Value a, const Interval& interval) {
  return add(interval_instruction(Op::within, interval, is_scaled(a), 0), {a, -1, -1});
}

Builder::Value Builder::band(Value before, Value a, const Interval& interval, Value value) {
  const bool fixed = is_constant(value);
  const Op op = fixed ? Op::band : Op::band_value;
  return add(interval_instruction(op, interval, is_scaled(a), fixed ? number(value) : 0),
             {before, a, fixed ? -1 : value});
}

Builder::Value Builder::ratio(Value a, Value b, double scale, double from, double at_zero) {
  Instruction instruction;
  instruction.op = Op::ratio;
  instruction.p = {scale, in_nano(from), at_zero};
  return add(instruction, {a, b, -1});
}

Builder::Value Builder::refuse(Value a, Value condition, int code) {
  if (is_constant(condition) && !(number(condition) > 0)) return a;
  Instruction instruction;
  instruction.op = Op::refuse;
  instruction.code = code;
  return add(instruction, {a, condition, -1});
}

Builder::Value Builder::require(Value a, double low, double high, int code_below, int code_above,
                                Value guard) {
  Instruction instruction;
  instruction.op = Op::require;
  instruction.scalar = guard >= 0;  // has a condition
  instruction.p = {low, high, 0};
  instruction.code = code_above;
  instruction.code_below = code_below;
  return add(instruction, {a, guard, -1});
}

}  // namespace sauro::inline v0_1::detail
