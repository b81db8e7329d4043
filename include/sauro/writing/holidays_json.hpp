#pragma once

#include <string_view>
#include <vector>

#include "sauro/calendar/holidays.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Holiday decisions from a user's file:
///
///     {"decisions": [{"number": "1/TB", "issuer": "...", "date": "2026-10-01", "year": 2027,
///       "settles": ["tet"], "days": [{"date": "2027-02-05", "kind": "holiday", "name": "Tết"}]}]}
///
/// `issuer`, `date`, `settles`, `source` and `note` may be missing. Throws ParseError
/// (json_malformed) or ValidationError(json_schema) with the JSON pointers of all problems.
[[nodiscard]] SAURO_API std::vector<HolidayDecision> holiday_decisions_from_json(
    std::string_view json);

}  // namespace sauro::inline v0_1
