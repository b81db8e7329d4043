#pragma once

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include "sauro/calendar/date.hpp"
#include "sauro/core/error.hpp"

namespace sauro::inline v0_1 {

/// The same day as a date of Boost.Date_Time.
[[nodiscard]] inline boost::gregorian::date to_boost(const Date& date) {
  const auto [year, month, day] = date.year_month_day();
  return {static_cast<unsigned short>(year), static_cast<unsigned short>(month),
          static_cast<unsigned short>(day)};
}

/// The same day; throws Error(invalid_date) for Boost's special values.
[[nodiscard]] inline Date from_boost(const boost::gregorian::date& date) {
  if (date.is_special()) {
    throw Error(ErrorCode::invalid_date, "",
                Bilingual{"không phải là một ngày (giá trị đặc biệt của Boost.Date_Time); dùng "
                          "std::optional<Date> khi không có ngày",
                          "not a day (a special value of Boost.Date_Time); use "
                          "std::optional<Date> for no date"});
  }
  return {static_cast<int>(date.year()), static_cast<int>(date.month().as_number()),
          static_cast<int>(date.day().as_number())};
}

}  // namespace sauro::inline v0_1
