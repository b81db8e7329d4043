#pragma once

#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

#include "sauro/scoring/score.hpp"
#include "scoring/grades.hpp"
#include "scoring/runners.hpp"
#include "scoring/sheet.hpp"

namespace sauro::inline v0_1 {

/// What a scorecard shares among its copies.
struct Scorecard::State {
  Framework framework;
  Inputs inputs;
  std::unique_ptr<const detail::Sheet> sheet;
  std::vector<bool> left_out;              ///< by place: points may be infinite, "not applicable"
  std::shared_ptr<const double[]> points;  ///< by place and row
  std::vector<RefusedValue> findings;
  std::unordered_set<std::size_t> refused_points;  ///< as `points`: where a leaf refused
  mutable std::once_flag bounds_made;
  mutable std::vector<detail::LeafPlan> bounds;  ///< by leaf; made when a range is first asked for
  mutable std::once_flag grades_made;
  mutable detail::Grades grades;  ///< made when grades are first asked for

  [[nodiscard]] std::size_t rows() const { return inputs.rows(); }
  [[nodiscard]] bool was_refused(std::size_t place, std::size_t row) const {
    return !refused_points.empty() && refused_points.contains(place * rows() + row);
  }
  [[nodiscard]] const double* column(std::size_t place) const {
    return points.get() + place * rows();
  }
};

namespace detail {

/// Throws NotFoundError where a scorecard has no such row.
void require_row(const Scorecard& card, std::size_t row);

}  // namespace detail

}  // namespace sauro::inline v0_1
