#include "engine/program.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <new>
#include <optional>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "engine/kernels.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_nodes = 20'000;

bool takes_scalar(Op op) { return op >= Op::add && op <= Op::maximum_snap; }

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

std::vector<const Kernels*> usable_kernels() {
  std::vector<const Kernels*> usable = {&plain::kernels};
#ifdef SAURO_HAS_X86_KERNELS
  const bool has_avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  if (has_avx2) usable.push_back(&avx2::kernels);
  const bool has_avx512 =
      __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
      __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512bw") != 0;
  if (has_avx2 && has_avx512) usable.push_back(&avx512::kernels);
#endif
  return usable;
}

const Kernels& fastest_kernels() {
  static const Kernels& fastest = *usable_kernels().back();
  return fastest;
}

Arena::Block Arena::make_block() {
  constexpr std::align_val_t line{64};
  return Block(static_cast<double*>(::operator new(program_rows * sizeof(double), line)));
}

double* Arena::temporary(std::size_t i) {
  while (temporaries_.size() <= i) {
    temporaries_.push_back(make_block());
  }
  return temporaries_[i].get();
}

double* Arena::constant(double number) {
  Block& block = constants_[bits(number)];
  if (!block) {
    block = make_block();
    std::fill_n(block.get(), program_rows, number);
  }
  return block.get();
}

Frame::Frame(const Program& program, Arena& arena)
    : program_(&program), columns_(program.columns.size()), slots_(program.slots()) {
  std::size_t slot = columns_ + program.outputs;
  for (const double constant : program.constants) slots_[slot++] = arena.constant(constant);
  for (std::size_t i = 0; i < program.temporaries; ++i) slots_[slot++] = arena.temporary(i);
}

namespace {

/// Whether a row of a block is refused, and by which code.
int refusal_of(const Instruction& i, double* const* slots, std::size_t row) {
  const double value = slots[i.in[0]][row];
  const bool has_condition = i.op == Op::refuse || i.scalar;
  if (has_condition && !(slots[i.in[1]][row] > 0)) return 0;
  if (i.op == Op::refuse) return i.code;
  return value < i.p[0] ? i.code_below : value > i.p[1] ? i.code : 0;
}

/// Copies the first operand; rows that are refused are recorded and become missing.
void run_refusal(const Instruction& i, double* const* slots, std::size_t rows,
                 const Kernels& kernels, Refusals* refusals) {
  const double* value = slots[i.in[0]];
  double* out = slots[i.out];
  const bool any = i.op == Op::refuse ? kernels.any_true(slots[i.in[1]], rows)
                                      : kernels.any_outside(value, i.p[0], i.p[1], rows);
  if (!any) {
    if (out != value) std::copy_n(value, rows, out);
    return;
  }
  for (std::size_t r = 0; r < rows; ++r) {
    const double given = value[r];
    const int code = refusal_of(i, slots, r);
    if (code != 0 && refusals != nullptr) {
      refusals->entries.push_back({refusals->first_row + r, code, given});
    }
    out[r] = code != 0 ? missing_number : given;
  }
}

}  // namespace

void Frame::run(std::size_t rows, Refusals* refusals) const {
  const Kernels& kernels = fastest_kernels();
  for (const Instruction& instruction : program_->code) {
    if (instruction.op >= Op::refuse) {
      run_refusal(instruction, slots_.data(), rows, kernels, refusals);
    } else {
      kernels.run(instruction, slots_.data(), rows);
    }
  }
}

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
  if (nodes_.size() >= most_nodes) {
    throw ParseError(ErrorCode::invalid_expression, "",
                     say("công thức có hơn {} phép tính", "the formula has more than {} operations",
                         most_nodes));
  }
  nodes_.push_back({Place::computed, 0, instruction, in});
  return found->second;
}

Builder::Value Builder::column(const std::string& name) {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  const auto index = static_cast<std::size_t>(found - columns_.begin());
  if (found == columns_.end()) columns_.push_back(name);
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

/// Number of the instruction after which a value isn't needed any more.
std::vector<std::uint32_t> Builder::last_uses(const std::vector<Value>& outputs,
                                              std::vector<bool>& needed) const {
  std::vector<std::uint32_t> last(nodes_.size(), 0);
  for (const Value value : outputs) needed[static_cast<std::size_t>(value)] = true;
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    if (!needed[i]) continue;
    for (const Value in : nodes_[i].in) {
      if (in < 0) continue;
      const auto at = static_cast<std::size_t>(in);
      if (!needed[at]) last[at] = static_cast<std::uint32_t>(i);
      needed[at] = true;
    }
  }
  return last;
}

Program Builder::finish(const std::vector<Value>& outputs) {
  std::vector<bool> needed(nodes_.size(), false);
  const std::vector<std::uint32_t> last = last_uses(outputs, needed);
  Program program;
  program.columns = columns_;
  program.outputs = outputs.size();
  program.knots = std::move(knots_);
  const std::vector<Slot> constants = place_constants(outputs, needed, program);
  const std::size_t first_output = columns_.size();
  const std::size_t first_temporary = first_output + outputs.size() + program.constants.size();

  std::vector<Slot> slot(nodes_.size(), 0);
  std::vector<Slot> free;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    if (node.place == Place::column) slot[i] = static_cast<Slot>(node.index);
    if (node.place == Place::constant) slot[i] = constants[node.index];
    if (node.place != Place::computed || !needed[i]) continue;
    Instruction instruction = node.instruction;
    for (std::size_t k = 0; k < 3; ++k) {
      if (node.in[k] < 0) continue;
      const auto at = static_cast<std::size_t>(node.in[k]);
      instruction.in[k] = slot[at];
      const bool is_first = std::find(node.in.begin(), node.in.begin() + k, node.in[k]) ==
                            node.in.begin() + static_cast<std::ptrdiff_t>(k);
      if (last[at] == i && is_first && nodes_[at].place == Place::computed &&
          slot[at] >= first_temporary) {
        free.push_back(slot[at]);
      }
    }
    if (instruction.op == Op::knots) {
      instruction.knots = &program.knots[static_cast<std::size_t>(instruction.code)];
    }
    const auto output = std::find(outputs.begin(), outputs.end(), static_cast<Value>(i));
    if (output != outputs.end()) {
      slot[i] =
          static_cast<Slot>(first_output + static_cast<std::size_t>(output - outputs.begin()));
    } else if (!free.empty()) {  // in place of the first operand, where that isn't needed any more
      auto chosen = std::find(free.begin(), free.end(), instruction.in[0]);
      if (chosen == free.end()) chosen = free.end() - 1;
      slot[i] = *chosen;
      free.erase(chosen);
    } else {
      slot[i] = static_cast<Slot>(first_temporary + program.temporaries++);
    }
    instruction.out = slot[i];
    program.code.push_back(instruction);
  }
  for (std::size_t k = 0; k < outputs.size(); ++k) {  // columns, constants, values given twice
    const auto at = static_cast<std::size_t>(outputs[k]);
    const auto target = static_cast<Slot>(first_output + k);
    if (slot[at] == target) continue;
    Instruction copy;
    copy.in[0] = slot[at];
    copy.out = target;
    program.code.push_back(copy);
  }
  if (program.slots() > std::numeric_limits<Slot>::max()) {
    throw ParseError(ErrorCode::invalid_expression, "",
                     say("công thức cần quá nhiều giá trị", "the formula needs too many values"));
  }
  return program;
}

/// Slots of the constants that are operands of their own, not parts of an instruction.
std::vector<Slot> Builder::place_constants(const std::vector<Value>& outputs,
                                           const std::vector<bool>& needed,
                                           Program& program) const {
  std::vector<bool> used(constants_.size(), false);
  const auto use = [&](Value value) {
    if (value >= 0 && is_constant(value))
      used[nodes_[static_cast<std::size_t>(value)].index] = true;
  };
  for (const Value value : outputs) use(value);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (!needed[i] || nodes_[i].place != Place::computed) continue;
    for (std::size_t k = 0; k < 3; ++k) {
      const Instruction& instruction = nodes_[i].instruction;
      const bool is_part = k == 1 && instruction.scalar && takes_scalar(instruction.op);
      if (!is_part) use(nodes_[i].in[k]);
    }
  }
  std::vector<Slot> slots(constants_.size(), 0);
  const std::size_t first = columns_.size() + outputs.size();
  for (std::size_t i = 0; i < constants_.size(); ++i) {
    if (!used[i]) continue;
    slots[i] = static_cast<Slot>(first + program.constants.size());
    program.constants.push_back(constants_[i]);
  }
  return slots;
}

}  // namespace sauro::inline v0_1::detail
