#define SAURO_KERNELS plain
#include "engine/kernels.inl"
