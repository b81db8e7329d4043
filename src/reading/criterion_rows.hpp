#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sauro/plan/span.hpp"
#include "reading/source.hpp"

namespace sauro::inline v0_1::detail {

/// A row of a table of criteria, as it is written.
struct CriterionRow {
  std::string number = {};  ///< "1.1", "I", "a"; empty where the row has none
  std::string title = {};
  std::string max = {};
  std::string rule = {};
  std::string self = {};
  std::string appraised = {};
  std::string evidence = {};
  Place place = {};
};

struct CriterionRows {
  std::vector<CriterionRow> rows = {};
  bool is_assessed = false;  ///< there are columns of points given
};

/// The rows of all tables that name a criterion and its points, or what they are given for; a table
/// without a header of as many columns goes on with the one before.
[[nodiscard]] CriterionRows criterion_rows(const Source& source);

}  // namespace sauro::inline v0_1::detail
