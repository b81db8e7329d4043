#pragma once

#include <vector>

#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/board.hpp"

namespace sauro::inline v0_1 {

/// "quá hạn", "overdue": how a status is called.
[[nodiscard]] SAURO_API Bilingual words_of(BoardStatus status);

/// How each task of the board's schedule stands, in words; its occurrences are grouped by status:
/// "hoàn thành đúng hạn: Quý I/2026; chưa đến hạn: 3 kỳ" with more than three of one.
[[nodiscard]] SAURO_API std::vector<Bilingual> task_states(const Board& board);

}  // namespace sauro::inline v0_1
