#pragma once

#include <string>

#include "sauro/calendar/date.hpp"

namespace sauro::inline v0_1::detail {

/// "20/03/2026", as officials write a day.
inline std::string official_day(const Date& date) {
  std::string text = "00/00/0000";
  const auto put = [&](std::size_t last, int number) {
    for (; number > 0; number /= 10) text[last--] = static_cast<char>('0' + number % 10);
  };
  put(1, date.day());
  put(4, date.month());
  put(9, date.year());
  return text;
}

}  // namespace sauro::inline v0_1::detail
