#pragma once

#include <cstddef>
#include <vector>

#include "sauro/core/problem.hpp"
#include "sauro/scoring/score.hpp"

namespace sauro::inline v0_1::detail {

/// Whether a condition surely holds, and whether it may, by row.
struct ConditionTruth {
  std::vector<double> surely;
  std::vector<double> maybe;
};

/// Places of the best and the worst grades of each row; as many as there are grades for none.
struct Grades {
  std::vector<ConditionTruth> conditions;  ///< in the order of conditions_of()
  std::vector<double> low;                 ///< the total as it is judged
  std::vector<double> high;
  std::vector<std::size_t> best;
  std::vector<std::size_t> worst;
};

/// Made once for a scorecard.
const Grades& grades_of(const Scorecard::State& state);

/// The label of a row's grade, and why it is none better.
void explain_grade(const Scorecard::State& state, std::size_t row, Explanation& out);

}  // namespace sauro::inline v0_1::detail
