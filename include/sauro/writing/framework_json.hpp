#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/index/framework.hpp"
#include "sauro/writing/from_json.hpp"

namespace sauro::inline v0_1 {

/// A framework as JSON of the schema `sauro/framework/1`; members with their default are left out.
[[nodiscard]] SAURO_API std::string to_json(const Framework& framework, int indent = 1);

/// The framework that a JSON text describes; it may still have problems, see validate().
///
/// Throws ParseError(json_malformed), ParseError(too_deep) and, with the JSON pointers of all that
/// is not as the schema says, unknown members and formulas that can't be read included,
/// ValidationError(json_schema).
[[nodiscard]] SAURO_API Framework framework_from_json(std::string_view json);

template <>
[[nodiscard]] inline Framework from_json<Framework>(std::string_view json) {
  return framework_from_json(json);
}

/// How a criterion gets its points, as its JSON has it; "null" where its parts give them.
[[nodiscard]] SAURO_API std::string to_json(const Rule& rule, int indent = -1);

/// The rule of such JSON; throws as `framework_from_json` does.
[[nodiscard]] SAURO_API Rule rule_from_json(std::string_view json);

/// Grades or groups of a framework, as its JSON has them.
[[nodiscard]] SAURO_API std::string to_json(const GradeScale& grades, int indent = -1);

/// Ids of the frameworks that the library brings along.
[[nodiscard]] SAURO_API std::vector<std::string> framework_names();

/// One of them; throws NotFoundError that lists them.
[[nodiscard]] SAURO_API Framework load_framework(std::string_view name);

/// What changed from one year's set to another's: criteria and variables added, removed, and each
/// field of those that stayed.
[[nodiscard]] SAURO_API std::vector<FrameworkChange> diff(const Framework& before,
                                                          const Framework& after);

}  // namespace sauro::inline v0_1
