#pragma once

#include <cstddef>
#include <vector>

#include "index/variables.hpp"
#include "scoring/sheet.hpp"

namespace sauro::inline v0_1::detail {

/// Points of a criterion and of all below it, children before their parents, by row; `low` and
/// `high` are what missing inputs allow. Infinite where a criterion doesn't apply.
struct TreePoints {
  std::vector<std::size_t> places;
  std::vector<std::vector<double>> known, low, high;
};

/// What points can be; NaN where the criterion doesn't apply.
struct PointRange {
  double low = 0;
  double high = 0;
};

/// A criterion and all below it, children before their parents.
std::vector<std::size_t> places_below(const Framework& framework, std::size_t place);

/// The columns of the sheet that the leaves need have been made.
TreePoints points_below(const Framework& framework, const Sheet& sheet,
                        std::vector<std::size_t> places, std::size_t rows);

/// Known points of one leaf by row; infinite where it doesn't apply.
std::vector<double> leaf_points(const Framework& framework, const Sheet& sheet, std::size_t place,
                                std::size_t rows);

/// What a formula asks of the criterion that a tree of points ends with.
class AskedOfCriterion {
 public:
  AskedOfCriterion(const Framework& framework, const TreePoints& tree, OfCriterion asked);

  [[nodiscard]] PointRange at(std::size_t row) const;

 private:
  /// A column of the tree, and the maximum that its percents are of.
  struct Part {
    std::size_t column = 0;
    double max = 0;
  };

  [[nodiscard]] PointRange points_at(std::size_t column, std::size_t row) const;
  [[nodiscard]] PointRange percent_at(const Part& part, std::size_t row) const;

  const TreePoints& tree_;
  OfCriterion asked_;
  Part own_;
  std::vector<Part> parts_;  ///< of which the weakest is asked
};

}  // namespace sauro::inline v0_1::detail
