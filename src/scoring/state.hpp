#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "sauro/scoring/score.hpp"
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
  mutable std::once_flag bounds_made;
  mutable std::vector<detail::LeafPlan> bounds;  ///< by leaf; made when a range is first asked for

  [[nodiscard]] std::size_t rows() const { return inputs.rows(); }
  [[nodiscard]] const double* column(std::size_t place) const {
    return points.get() + place * rows();
  }
};

namespace detail {

/// Throws NotFoundError where a scorecard has no such row.
void require_row(const Scorecard& card, std::size_t row);

}  // namespace detail

}  // namespace sauro::inline v0_1
