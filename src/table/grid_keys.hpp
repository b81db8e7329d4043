#pragma once

#include "sauro/core/problem.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1::detail {

/// Why `key_of` gives nothing for a cell.
Bilingual no_key(const GridCell& cell);

}  // namespace sauro::inline v0_1::detail
