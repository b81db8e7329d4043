#pragma once

#include <gumbo.h>

/// Tables by which pages are laid out.
namespace sauro::inline v0_1::detail {

/// Whether a table only places a document: each row is one of its lines, or one cell holds the
/// paragraphs of it. Takes time in proportion to the table.
[[nodiscard]] bool is_layout_table(const GumboNode* table);

}  // namespace sauro::inline v0_1::detail
