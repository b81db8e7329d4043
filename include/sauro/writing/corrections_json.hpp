#pragma once

#include <string>
#include <string_view>

#include "sauro/export.hpp"
#include "sauro/plan/corrections.hpp"
#include "sauro/writing/from_json.hpp"

namespace sauro::inline v0_1 {

/// Corrections as JSON, schema `sauro/corrections/1`: a file for a person to fill in.
[[nodiscard]] SAURO_API std::string to_json(const Corrections& corrections, int indent = 2);

/// The corrections of such a file; throws as plan_from_json does.
[[nodiscard]] SAURO_API Corrections corrections_from_json(std::string_view json);

template <>
[[nodiscard]] inline Corrections from_json<Corrections>(std::string_view json) {
  return corrections_from_json(json);
}

}  // namespace sauro::inline v0_1
