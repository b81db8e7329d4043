#pragma once

#include <optional>
#include <string_view>

#include "sauro/calendar/date.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// The day that a text says: "31/12/2026", "31-12-2026", "31.12.2026", "2026-12-31" (perhaps with
/// the time of a spreadsheet behind it) or "ngày 15 tháng 3 năm 2026"; nothing where it is none.
///
/// The day comes before the month, as in Vietnamese; a year has four digits.
[[nodiscard]] SAURO_API std::optional<Date> try_parse_day(std::string_view text);

/// The same; throws Error(invalid_date) that says what was expected.
[[nodiscard]] SAURO_API Date parse_day(std::string_view text);

}  // namespace sauro::inline v0_1
