#pragma once

#include <cstddef>
#include <vector>

#include "reading/context.hpp"
#include "reading/units.hpp"

namespace sauro::inline v0_1::detail {

/// Where the head of a document ends, and the text in it that is none of its fields.
struct Head {
  std::size_t end = 0;
  std::vector<Unit> preamble;
};

/// Reads letterhead, title, addressees and legal bases from units[0] on.
[[nodiscard]] Head parse_head(Context& context, const std::vector<Unit>& units);

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
