#pragma once

#include <string>

#include "sauro/export.hpp"
#include "sauro/plan/board.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// A board as JSON (`sauro/board/2`): counts, rows, alerts, measured targets (of `targets_table`)
/// and what was left out.
[[nodiscard]] SAURO_API std::string to_json(const Board& board, const Table& targets = Table(),
                                            int indent = 1);

}  // namespace sauro::inline v0_1
