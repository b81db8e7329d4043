#pragma once

#include <cstddef>
#include <utility>

#include "reading/source.hpp"
#include "reading/told.hpp"

/// Tables that stand beside one another and come as one.
namespace sauro::inline v0_1::detail {

/// The column at which a second table begins, by its header in rows[at]: the names of the first
/// columns come again, or an empty column parts the two. 0 where there is one table.
[[nodiscard]] std::size_t second_table(const Block& block, std::size_t at, const Told& told);

/// What stands before a column and from it on; a cell over both belongs to the first.
[[nodiscard]] std::pair<Block, Block> cut_at(const Block& block, std::size_t column);

}  // namespace sauro::inline v0_1::detail
