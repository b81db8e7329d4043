#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sauro/plan/span.hpp"
#include "sauro/plan/target.hpp"
#include "sauro/plan/timeframe.hpp"

namespace sauro {

/// A cell of a column that has no field of its own: header and text.
using ExtraCell = std::pair<std::string, std::string>;

/// One task of a plan's annex.
///
/// `title` and `points` together hold all of the task's text, without markup.
struct Task {
  std::string id;  ///< "1.I.3.1": annex, area, number; "#2" ends the id of a double number
  int annex = 0;
  std::string area;    ///< number of the area; empty where the annex has none
  std::string number;  ///< "3.1", without a dot at its end; empty where the plan gives none
  std::string parent;  ///< id of the task that this one is a part of; may be empty
  std::string title;
  std::vector<std::string> points;        ///< its bullets; one of a second level keeps its "+"
  std::string product;                    ///< the cell as written
  std::vector<std::string> products;      ///< the products that the cell names
  std::string lead;                       ///< the cell as written
  std::vector<std::string> leads;         ///< agency ids
  std::string coordinator;                ///< the cell as written
  std::vector<std::string> coordinators;  ///< agency ids
  Timeframe timeframe;
  std::vector<Target> targets;   ///< those that its title, points and product name
  std::vector<ExtraCell> extra;  ///< cells of other columns, by header
  Span span;

  friend bool operator==(const Task&, const Task&) = default;
};

}  // namespace sauro
