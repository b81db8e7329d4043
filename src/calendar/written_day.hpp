#pragma once

#include <optional>
#include <string_view>

#include "sauro/calendar/date.hpp"

namespace sauro::inline v0_1::detail {

/// Year, month and day that a text says, also of years before those of `Date`; nothing where no
/// calendar has such a day.
std::optional<YearMonthDay> written_day(std::string_view text);

}  // namespace sauro::inline v0_1::detail
