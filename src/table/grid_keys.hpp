#pragma once

#include <string>
#include <vector>

#include "sauro/core/problem.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1::detail {

/// Why a row has another number of cells than the columns; empty where it has as many, or only
/// empty ones besides. A row of one filled cell is a title or a note, and may be short.
Bilingual flaw_of_width(const std::vector<GridCell>& cells,
                        const std::vector<std::string>& columns);

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
