#pragma once

#include "sauro/core/problem.hpp"
#include "sauro/index/interval.hpp"

namespace sauro::inline v0_1::detail {

/// A number inside a text: with a comma in Vietnamese.
inline Bilingual number_words(double value) { return {number_text_vi(value), number_text(value)}; }

/// A closed range inside a text: "[0, 10]".
inline Bilingual range_words(double low, double high) {
  Interval range;
  range.low = low;
  range.high = high;
  return {range.to_vietnamese(), "[" + number_text(low) + ", " + number_text(high) + "]"};
}

}  // namespace sauro::inline v0_1::detail
