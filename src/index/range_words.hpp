#pragma once

#include "sauro/index/interval.hpp"
#include "text/number_words.hpp"

namespace sauro::inline v0_1::detail {

/// A closed range inside a text: "[0, 10]".
inline Bilingual range_words(double low, double high) {
  Interval range;
  range.low = low;
  range.high = high;
  return {range.to_vietnamese(), "[" + plain_number(low) + ", " + plain_number(high) + "]"};
}

}  // namespace sauro::inline v0_1::detail
