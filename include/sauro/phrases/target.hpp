#pragma once

#include <string_view>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/plan/target.hpp"

namespace sauro::inline v0_1 {

/// The targets of a cell that holds nothing else; at least one, not measurable where none is found.
///
///     parse_target("đạt từ 80% trở lên, phấn đấu đạt 100%")  // >= 80 %, and = 100 % as a stretch
///
/// Expects normal form C; takes linear time.
[[nodiscard]] SAURO_API std::vector<Target> parse_target(std::string_view text);

/// The targets inside a running text, where numbers of documents, dates and lists are none.
[[nodiscard]] SAURO_API std::vector<Target> find_targets(std::string_view text);

}  // namespace sauro::inline v0_1
