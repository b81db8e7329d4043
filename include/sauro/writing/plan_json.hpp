#pragma once

#include <string>
#include <string_view>

#include "sauro/export.hpp"
#include "sauro/plan/agency.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/writing/from_json.hpp"

namespace sauro::inline v0_1 {

/// The plan as JSON, schema `sauro/plan/1` (share/sauro/plan-1.schema.json), UTF-8.
///
/// `indent` spaces a level; -1 for one line.
[[nodiscard]] SAURO_API std::string to_json(const Plan& plan, int indent = 2);

/// The plan that to_json wrote; unknown members are ignored.
///
/// Throws ParseError(json_malformed) or ValidationError(json_schema) with the JSON pointers of all
/// problems.
[[nodiscard]] SAURO_API Plan plan_from_json(std::string_view json);

template <>
[[nodiscard]] inline Plan from_json<Plan>(std::string_view json) {
  return plan_from_json(json);
}

/// A register of agencies from `{"agencies": [{"id": ..., "name": ..., "aliases": [...]}]}`.
///
/// Throws as plan_from_json does.
[[nodiscard]] SAURO_API AgencyRegister agency_register_from_json(std::string_view json);

}  // namespace sauro::inline v0_1
