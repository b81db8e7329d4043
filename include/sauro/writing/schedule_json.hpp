#pragma once

#include <string>
#include <string_view>

#include "sauro/export.hpp"
#include "sauro/plan/schedule.hpp"
#include "sauro/writing/from_json.hpp"

namespace sauro::inline v0_1 {

/// A schedule as JSON (`sauro/schedule/2`), in which tasks go by their ids.
[[nodiscard]] SAURO_API std::string to_json(const Schedule& schedule, int indent = 1);

/// The schedule that `to_json` wrote; other schemas are refused by name.
///
/// Throws ParseError(json_malformed) for what is no JSON, ValidationError(json_schema) that names
/// what isn't a schedule by its JSON pointer, ValidationError(cycle) for tasks that wait for each
/// other.
[[nodiscard]] SAURO_API Schedule schedule_from_json(std::string_view json);

template <>
[[nodiscard]] inline Schedule from_json<Schedule>(std::string_view json) {
  return schedule_from_json(json);
}

}  // namespace sauro::inline v0_1
