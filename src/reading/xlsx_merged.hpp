#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "reading/xlsx_sheet.hpp"

namespace sauro::inline v0_1::detail {

/// Merged ranges as they cover the rows of a sheet, which are asked for one after the other.
///
/// Of ranges that overlap, which no program writes, the one counts that begins first.
class MergedRows {
 public:
  explicit MergedRows(const std::vector<SheetRange>& ranges) : ranges_(ranges) {}

  /// Goes on to a row, which may not lie above the one before.
  void move_to(std::uint32_t row);

  /// The range that covers a column of the row; null where none does.
  [[nodiscard]] const SheetRange* at(std::uint32_t column) const noexcept;

 private:
  [[nodiscard]] bool make_room(const SheetRange& range);

  const std::vector<SheetRange>& ranges_;
  std::size_t next_ = 0;
  std::uint32_t row_ = 0;
  std::map<std::uint32_t, const SheetRange*> open_;  ///< by first column; they don't overlap
};

}  // namespace sauro::inline v0_1::detail
