// Compiled for processors with AVX-512 and chosen where the program runs on one.
#define SAURO_KERNELS avx512
#include "cases/case_kernels.inl"
