#pragma once

#include <optional>
#include <vector>

#include "phrases/time_items.hpp"

namespace sauro::inline v0_1::detail {

/// A year that stands once at the end of a list.
struct SharedYear {
  std::optional<int> year;
  std::optional<TimeItem> tail;  ///< it, where it may be a time of the list too
};

/// Gives times without a year that of the times beside them; a year that only closes the list is
/// taken out of it.
SharedYear share_years(std::vector<TimeItem>& items);

}  // namespace sauro::inline v0_1::detail
