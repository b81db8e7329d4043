// Compiled for processors with AVX2 and chosen where the program runs on one.
#define SAURO_KERNELS avx2
#include "cases/case_kernels.inl"
