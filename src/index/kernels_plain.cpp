#define SAURO_KERNELS plain
#include "index/kernels.inl"
