#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/schedule.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1 {

/// The schedule with other due days, one an occurrence; `note` ends the reading of those that
/// differ. Throws ValidationError(invalid_option) for another number of days.
[[nodiscard]] SAURO_API Schedule with_dues(const Schedule& schedule,
                                           const std::vector<std::optional<Date>>& dues,
                                           std::string_view note);

/// The schedule with the due days of rows that `occurrences_table` gave, perhaps edited.
///
/// Needs the columns task, occurrence and due (empty for no date); rows that are gone keep their
/// days. Throws ValidationError(invalid_option) that names the columns that aren't there, else all
/// rows that belong to no occurrence or come twice, and what is no day.
[[nodiscard]] SAURO_API Schedule moved_by_rows(const Schedule& schedule, const Grid& grid);

}  // namespace sauro::inline v0_1
