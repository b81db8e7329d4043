#pragma once

#include <map>
#include <string>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/index/framework.hpp"
#include "sauro/plan/plan.hpp"

namespace sauro::inline v0_1 {

/// A task that serves a criterion.
struct Link {
  std::string task = {};       ///< id
  std::string criterion = {};  ///< code
  double score = 0;            ///< share of the criterion's words that the task has, 0 to 1
  std::string how = {};        ///< "title", "target", "area" or "correction"
  friend bool operator==(const Link&, const Link&) = default;
};

/// Criteria of each task, as a person settled them; an empty list: it serves none.
using LinkCorrections = std::map<std::string, std::vector<std::string>>;

struct LinkOptions {
  LinkCorrections corrections = {};  ///< replace what was found
  double least = 0.5;                ///< score that a link needs
};

/// Which tasks serve which criteria.
struct Links {
  std::vector<Link> links = {};  ///< in the order of the tasks
  /// Leaves that no task serves, nor a criterion above them.
  std::vector<std::string> unserved = {};
  std::vector<std::string> idle = {};  ///< tasks that serve no criterion
  friend bool operator==(const Links&, const Links&) = default;
};

/// Ties a plan's areas and tasks to a framework's criteria by their names and targets.
///
/// Words and pairs of words count by how rare they are among the criteria; abbreviations are
/// written out (src/data/abbreviations.json). An area that is named like a criterion keeps its
/// tasks below it; a task that only its area ties is linked to the area's criterion. A target that
/// is a threshold of the criterion's rule counts for it. A parent serves what its children serve.
/// Throws ValidationError(invalid_inputs) with all unknown tasks and codes of the corrections.
[[nodiscard]] SAURO_API Links link(const Plan& plan, const Framework& framework,
                                   const LinkOptions& options = {});

}  // namespace sauro::inline v0_1
