#pragma once

#include "sauro/core/problem.hpp"
#include "sauro/text/numbers.hpp"

namespace sauro::inline v0_1::detail {

/// A number inside a text: with a comma in Vietnamese.
inline Bilingual number_words(double value) {
  return {official_number(value), plain_number(value)};
}

}  // namespace sauro::inline v0_1::detail
