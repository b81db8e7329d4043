#pragma once

// Before a loop whose rows don't depend on each other, whatever its pointers may look like.
#if defined(__clang__)
#define SAURO_LOOP _Pragma("clang loop vectorize(assume_safety)")
#elif defined(__GNUC__)
#define SAURO_LOOP _Pragma("GCC ivdep")
#else
#define SAURO_LOOP
#endif
