#pragma once

#include <optional>
#include <vector>

#include "sauro/reading/read_inputs.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1::detail {

/// A grid of variables and values for each stage that has a column of its own ("Tự chấm", "Thẩm
/// định lần 1") beside a column of variables; nothing for other grids.
///
/// What is said of a value that stays as it was ("Ý kiến thẩm định" beside an empty cell) stands
/// beside the value of the stage before. Columns of titles and points are left out.
std::vector<Grid> grids_by_stage(const Grid& grid, const InputOptions& options);

/// What such a grid holds, all stages together; nothing for other grids.
std::optional<Inputs> read_by_stage(const Grid& grid, const Framework& framework,
                                    const InputOptions& options);

/// Whether a header row names units, and variables as well.
bool is_table_of_inputs(const Grid& grid, const Framework& framework, const InputOptions& options);

}  // namespace sauro::inline v0_1::detail
