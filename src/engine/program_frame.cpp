// Running a program: memory, operands, refusals.
#include <algorithm>
#include <bit>
#include <new>

#include "core/processor.hpp"
#include "engine/kernels.hpp"
#include "engine/program.hpp"

namespace sauro::inline v0_1::detail {

std::vector<const Kernels*> usable_kernels() {
#ifdef SAURO_HAS_X86_KERNELS
  return usable_loops(&plain::kernels, &avx2::kernels, &avx512::kernels);
#else
  return {&plain::kernels};
#endif
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
  Block& block = constants_[std::bit_cast<std::uint64_t>(number)];
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

}  // namespace sauro::inline v0_1::detail
