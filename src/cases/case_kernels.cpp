#include "cases/case_kernels.hpp"

#include "core/processor.hpp"

namespace sauro::inline v0_1::detail {

std::vector<const CaseKernels*> usable_case_kernels() {
#ifdef SAURO_HAS_X86_KERNELS
  return usable_loops(&plain::case_kernels, &avx2::case_kernels, &avx512::case_kernels);
#else
  return {&plain::case_kernels};
#endif
}

const CaseKernels& fastest_case_kernels() {
  static const CaseKernels& fastest = *usable_case_kernels().back();
  return fastest;
}

}  // namespace sauro::inline v0_1::detail
