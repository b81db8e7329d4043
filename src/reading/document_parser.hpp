#pragma once

#include <cstddef>
#include <vector>

#include "reading/context.hpp"
#include "reading/units.hpp"

namespace sauro::inline v0_1::detail {

/// Reads letterhead, title and legal bases from units[0] on; returns the first unit of the body.
[[nodiscard]] std::size_t parse_head(Context& context, const std::vector<Unit>& units);

/// Reads recipients and signature of the units [from, to).
void parse_closing(Context& context, const std::vector<Unit>& units, std::size_t from,
                   std::size_t to);

/// Reads a document that comes with the plan, from units[from] on, as the annex with this number:
/// its sections, duties and tables; returns the first unit after it.
std::size_t parse_attached(Context& context, const std::vector<Unit>& units, std::size_t from,
                           int number);

/// Fills what the note of an annex cites.
void cite(Annex& annex);

}  // namespace sauro::inline v0_1::detail
