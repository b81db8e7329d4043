#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1::detail {

/// How many cells of a row are headers of what is read.
using CountHeaders = std::function<std::size_t(const std::vector<GridCell>&)>;

/// The grid below the row with most headers, where titles stand above it; nothing where that is the
/// first row, or none has two.
std::optional<Grid> below_titles(const Grid& grid, const CountHeaders& headers);

/// "so-lieu.xlsx, column C"
std::string place_of_column(const Grid& grid, std::size_t column);

/// Whether any cell of the column is filled.
bool holds_something(const Grid& grid, std::size_t column);

}  // namespace sauro::inline v0_1::detail
