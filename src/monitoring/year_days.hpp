#pragma once

#include <array>
#include <cstdint>
#include <limits>

namespace sauro::inline v0_1::detail {

/// The same day a year earlier; of the end of a month the end of that month.
std::int32_t year_earlier(std::int32_t day);

/// The days that belong to one day of a year; worked out once for all that is asked of it.
struct YearDays {
  static constexpr int years = 3;  ///< before it

  std::int32_t day = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = 0;                             ///< of its year
  std::int32_t last_of_quarter = 0;                  ///< the first one
  std::array<std::int32_t, years + 1> before = {};   ///< last days of the years before each
  std::array<std::int32_t, years + 1> earlier = {};  ///< the same day so many years earlier
};

/// Those of the day that was asked for last.
class DayMemo {
 public:
  const YearDays& of(std::int32_t day) {
    if (day != days_.day) work_out(day);
    return days_;
  }

 private:
  void work_out(std::int32_t day);

  YearDays days_;
};

}  // namespace sauro::inline v0_1::detail
