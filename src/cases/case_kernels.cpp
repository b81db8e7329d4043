#include "cases/case_kernels.hpp"

#include "core/processor.hpp"

namespace sauro::inline v0_1::detail {

std::vector<const CaseKernels*> usable_case_kernels() {
  std::vector<const CaseKernels*> usable;
  for (const Vectors vectors : usable_vectors()) {
#ifdef SAURO_HAS_X86_KERNELS
    if (vectors == Vectors::avx512) usable.push_back(&avx512::case_kernels);
    if (vectors == Vectors::avx2) usable.push_back(&avx2::case_kernels);
#endif
    if (vectors == Vectors::plain) usable.push_back(&plain::case_kernels);
  }
  return usable;
}

const CaseKernels& fastest_case_kernels() {
  static const CaseKernels& fastest = *usable_case_kernels().back();
  return fastest;
}

}  // namespace sauro::inline v0_1::detail
