#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sauro/core/problem.hpp"
#include "sauro/index/criterion.hpp"
#include "reading/criterion_rows.hpp"

namespace sauro::inline v0_1::detail {

/// A criterion and the words that say how it gets its points.
struct CriterionNode {
  Criterion criterion = {};
  std::string words = {};
  CriterionRow row = {};
  bool has_parts = false;
  bool is_mixed = false;  ///< rows below it have rules of their own, and no number
  bool is_penalty = false;
};

struct CriterionTree {
  std::vector<CriterionNode> nodes = {};
  std::optional<double> total = {};  ///< as the document says it
  std::vector<Problem> problems = {};
};

/// The criteria that rows make, by their numbers: a row without one is a case of the criterion
/// above it.
[[nodiscard]] CriterionTree criterion_tree(const Source& source, std::vector<CriterionRow> rows);

}  // namespace sauro::inline v0_1::detail
