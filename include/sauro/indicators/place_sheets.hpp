#pragma once

#include <string>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1 {

/// A sheet of one place, out of one that has a column for each.
struct PlaceSheet {
  std::string place = {};  ///< empty for all of them together ("Toàn tỉnh")
  Grid grid = {};          ///< its figures in a column "Giá trị", behind what names their rows

  friend bool operator==(const PlaceSheet&, const PlaceSheet&) = default;
};

/// One sheet a place, out of one whose rows are indicators and whose columns are places: headers
/// that begin with what a place is ("Xã An Lộc", "Phường 1"), or names below one for several ("Các
/// xã, phường"). None where a column holds figures of something else.
///
/// `read_indicators` reads each of them with its place; problems name the cells of the sheet that
/// they came from. Takes the cells once, and those that name rows once a place.
[[nodiscard]] SAURO_API std::vector<PlaceSheet> sheets_by_place(const Grid& grid);

}  // namespace sauro::inline v0_1
