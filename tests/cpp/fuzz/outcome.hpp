#pragma once

#include <cstdlib>

#include "sauro/core/error.hpp"

// What a fuzz target may meet: what has to hold, and what may be refused.

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// Does what may be refused, by the library's errors alone.
template <class Work>
void attempt(Work work) {
  try {
    work();
  } catch (const sauro::Error&) {
  }
}
