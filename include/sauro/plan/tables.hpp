#pragma once

#include <span>
#include <string>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/plan/agency.hpp"
#include "sauro/plan/indicator.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/plan/task.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// A row a task: id, annex, area, number, parent, title, points, product, lead, leads, coordinator,
/// coordinators, timeframe, kind, start, due, reading, targets; several agencies, points and
/// targets of one task are joined.
[[nodiscard]] SAURO_API Table table_of(const std::vector<Task>& tasks);

/// The tasks of several plans: `plan`, the name given to the plan, and `document`, its number,
/// before the columns of `table_of(tasks)`. Throws ValidationError(invalid_column) where there are
/// more names than plans, or fewer.
[[nodiscard]] SAURO_API Table table_of(std::span<const Plan* const> plans,
                                       std::span<const std::string> names);

/// A row an agency: id, name, names (every spelling met, joined), generic.
[[nodiscard]] SAURO_API Table table_of(const std::vector<Agency>& agencies);

/// A row an indicator: id, annex, area, number, parent, name, unit, owner, owners, and a column a
/// horizon with the target as written.
[[nodiscard]] SAURO_API Table table_of(const std::vector<Indicator>& indicators);

}  // namespace sauro::inline v0_1
