#define SAURO_KERNELS plain
#include "cases/case_kernels.inl"
