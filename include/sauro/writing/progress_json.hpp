#pragma once

#include <string>
#include <string_view>

#include "sauro/export.hpp"
#include "sauro/plan/progress.hpp"
#include "sauro/reading/read_progress.hpp"
#include "sauro/writing/from_json.hpp"

namespace sauro::inline v0_1 {

/// A log as JSON (`sauro/progress/1`); fields that say nothing are left out.
[[nodiscard]] SAURO_API std::string to_json(const Progress& progress, int indent = -1);

/// The log that `to_json` wrote, or a plain list of objects whose members are named as the columns
/// of a table of progress are.
///
/// Throws ParseError(json_malformed) for what is no JSON, else as `read_progress` does for rows.
[[nodiscard]] SAURO_API Progress progress_from_json(std::string_view json,
                                                    const ProgressOptions& options = {});

template <>
[[nodiscard]] inline Progress from_json<Progress>(std::string_view json) {
  return progress_from_json(json);
}

}  // namespace sauro::inline v0_1
