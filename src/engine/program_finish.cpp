// From values to a program: what is needed, in which order, and where its operands are.
#include <algorithm>

#include "engine/program.hpp"

namespace sauro::inline v0_1::detail {

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
    const std::size_t free_before = free.size();
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
      const auto own = free.begin() + static_cast<std::ptrdiff_t>(free_before);
      auto chosen = std::find(own, free.end(), instruction.in[0]);
      if (chosen == free.end()) --chosen;
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
