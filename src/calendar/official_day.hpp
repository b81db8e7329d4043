#pragma once

#include <array>
#include <cstdio>
#include <string>

#include "sauro/calendar/date.hpp"

namespace sauro::inline v0_1::detail {

/// "20/03/2026", as officials write a day.
inline std::string official_day(const Date& date) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%02d/%02d/%04d", date.day(), date.month(), date.year());
  return text.data();
}

}  // namespace sauro::inline v0_1::detail
