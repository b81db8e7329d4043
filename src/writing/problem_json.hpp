#pragma once

#include "sauro/core/problem.hpp"
#include "writing/json_out.hpp"

namespace sauro::inline v0_1 {

/// A problem is written as the text that people read.
inline void write_json(detail::JsonOut& out, const Problem& problem) {
  out.value(to_text(problem));
}

}  // namespace sauro::inline v0_1
