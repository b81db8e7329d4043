#pragma once

#include <string_view>

namespace sauro::inline v0_1 {

/// The value that `to_json` wrote: `from_json<Plan>(text)`.
///
/// For Plan, Schedule, Progress and Framework; the header of each has it, and it throws as
/// `plan_from_json`, `schedule_from_json`, `progress_from_json` and `framework_from_json` do.
/// Boards, findings, scorecards and explanations are made again from what they came from.
template <class T>
[[nodiscard]] T from_json(std::string_view json) = delete;

}  // namespace sauro::inline v0_1
