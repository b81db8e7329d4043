#pragma once

#include <string>
#include <vector>

#include "reading/context.hpp"

namespace sauro::inline v0_1::detail {

/// A paragraph of the document, or a table.
struct Unit {
  std::string text;  ///< of a paragraph; continued over page breaks
  Place place;
  const Block* table = nullptr;
};

/// Paragraphs and tables in order; tables that only lay out a letterhead or signature block are
/// dissolved into paragraphs, asides go to `unread`.
[[nodiscard]] std::vector<Unit> to_units(Context& context);

/// Whether the document is an annex without its plan: a table comes before anything that a plan's
/// head has.
[[nodiscard]] bool is_annex_alone(const std::vector<Unit>& units);

}  // namespace sauro::inline v0_1::detail
