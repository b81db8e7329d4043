#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "reading/header_rows.hpp"
#include "reading/source.hpp"

namespace sauro::inline v0_1::detail {

struct Layout;

/// Notes what the cells from rows[from] on show of columns whose headers don't say what they hold:
/// times, bodies, numbers of rows, or marks below the names of bodies. Returns whether any does.
bool note_contents(const std::vector<Row>& rows, std::size_t from, const Layout& layout,
                   std::vector<HeaderCell>& cells);

/// Whether a cell is a time and nothing else; a bare number may count anything.
[[nodiscard]] bool is_whole_time(std::string_view cell);

}  // namespace sauro::inline v0_1::detail
