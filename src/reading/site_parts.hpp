#pragma once

#include <cstddef>
#include <vector>

#include "reading/units.hpp"

/// What a site puts around a document.
namespace sauro::inline v0_1::detail {

/// The unit with which the letterhead of the document begins, where only what a site says of it
/// stands above: menus, attributes, a summary. 0 where the text itself may have begun before.
[[nodiscard]] std::size_t start_of_letterhead(const std::vector<Unit>& units);

/// Whether text after a signature can be a part of the document that has no heading of its own: it
/// has a title in capitals, the number of a part or a table.
[[nodiscard]] bool may_belong(const Unit& unit);

}  // namespace sauro::inline v0_1::detail
