#pragma once

#include <optional>
#include <string_view>

#include "sauro/table/grid.hpp"
#include "reading/source.hpp"

namespace sauro::inline v0_1::detail {

/// The tables of a document that hold a log, one below the other: those with the headers of the
/// first one, and those that go on without any. Empty where no table has such headers.
Grid log_in_tables(const Source& source);

/// The grid as a log is read, without titles above its headers and with what is merged downwards
/// in each of its rows; nothing where it has neither.
std::optional<Grid> log_grid(const Grid& grid);

/// Whether a text is a page of HTML.
bool is_html_page(std::string_view text);

}  // namespace sauro::inline v0_1::detail
