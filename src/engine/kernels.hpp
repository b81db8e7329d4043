#pragma once

#include <cstddef>
#include <vector>

#include "engine/program.hpp"

namespace sauro::inline v0_1::detail {

/// Loops for one kind of processor.
struct Kernels {
  /// Runs one instruction on blocks; those that refuse rows are the frame's.
  void (*run)(const Instruction& instruction, double* const* slots, std::size_t rows);
  bool (*any_true)(const double* values, std::size_t rows);
  bool (*any_missing)(const double* values, std::size_t rows);
  bool (*any_fraction)(const double* values, std::size_t rows);  ///< of those that aren't missing
  bool (*any_outside)(const double* values, double low, double high, std::size_t rows);
};

namespace plain {
extern const Kernels kernels;
}
#ifdef SAURO_HAS_X86_KERNELS
namespace avx2 {
extern const Kernels kernels;
}
namespace avx512 {
extern const Kernels kernels;
}
#endif

/// The loops that this processor runs, the slowest first; all give the same bits.
std::vector<const Kernels*> usable_kernels();
const Kernels& fastest_kernels();

}  // namespace sauro::inline v0_1::detail
