#pragma once

#include "sauro/core/problem.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1::detail {

/// Why `key_of` gives nothing for a cell.
Bilingual no_key(const GridCell& cell);

/// Whether rows and columns that are hidden are read like any other.
enum class Hidden { refused, taken };

/// Why a row can't be taken as it looks: what its reader says, or controls in a cell; empty for
/// most.
Bilingual flaw_of(const Grid& grid, std::size_t row, Hidden hidden = Hidden::refused);

/// Why a cell can't be taken as it looks; empty for most.
Bilingual flaw_of(const Grid& grid, std::size_t row, std::size_t column,
                  Hidden hidden = Hidden::refused);

}  // namespace sauro::inline v0_1::detail
