#pragma once

#include <string_view>

#include "sauro/export.hpp"
#include "sauro/scoring/link.hpp"

namespace sauro::inline v0_1 {

/// Corrections from JSON: `{"schema": "sauro/links/1", "links": {"1.I.3.1": ["1.3.1"]}}`.
///
/// Throws ParseError(json_malformed) and ValidationError(json_schema).
[[nodiscard]] SAURO_API LinkCorrections link_corrections_from_json(std::string_view json);

}  // namespace sauro::inline v0_1
