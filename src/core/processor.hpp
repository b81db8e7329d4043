#pragma once

#include <vector>

namespace sauro::inline v0_1::detail {

/// Instruction sets that loops are compiled for.
enum class Vectors : unsigned char { plain, avx2, avx512 };

/// Those that this processor has, the slowest first.
inline std::vector<Vectors> usable_vectors() {
  std::vector<Vectors> usable = {Vectors::plain};
#ifdef SAURO_HAS_X86_KERNELS
  const bool has_avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  if (has_avx2) usable.push_back(Vectors::avx2);
  const bool has_avx512 =
      __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
      __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512bw") != 0;
  if (has_avx2 && has_avx512) usable.push_back(Vectors::avx512);
#endif
  return usable;
}

/// Of the loops for each instruction set those that this processor runs, the slowest first.
template <class Loops>
std::vector<const Loops*> usable_loops(const Loops* plain, const Loops* avx2, const Loops* avx512) {
  std::vector<const Loops*> usable;
  for (const Vectors vectors : usable_vectors()) {
    usable.push_back(vectors == Vectors::plain ? plain : vectors == Vectors::avx2 ? avx2 : avx512);
  }
  return usable;
}

}  // namespace sauro::inline v0_1::detail
