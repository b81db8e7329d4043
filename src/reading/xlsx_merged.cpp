#include "reading/xlsx_merged.hpp"

#include <iterator>

namespace sauro::inline v0_1::detail {

void MergedRows::move_to(std::uint32_t row) {
  row_ = row;
  for (; next_ < ranges_.size() && ranges_[next_].first_row <= row; ++next_) {
    const SheetRange& range = ranges_[next_];
    if (range.last_row >= row && make_room(range)) open_.emplace(range.first_column, &range);
  }
}

/// Drops what has ended in its columns; false where something there goes on.
bool MergedRows::make_room(const SheetRange& range) {
  auto after = open_.upper_bound(range.last_column);
  while (after != open_.begin()) {
    const auto before = std::prev(after);
    if (before->second->last_column < range.first_column) break;
    if (before->second->last_row >= row_) return false;
    after = open_.erase(before);
  }
  return true;
}

const SheetRange* MergedRows::at(std::uint32_t column) const noexcept {
  const auto after = open_.upper_bound(column);
  if (after == open_.begin()) return nullptr;
  const SheetRange* range = std::prev(after)->second;
  return range->last_column >= column && range->last_row >= row_ ? range : nullptr;
}

}  // namespace sauro::inline v0_1::detail
