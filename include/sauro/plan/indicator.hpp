#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sauro/plan/span.hpp"
#include "sauro/plan/task.hpp"

namespace sauro {

/// One row of a table of targets.
struct Indicator {
  std::string id;  ///< "1.I.4": annex, area, number
  int annex = 0;
  std::string area;
  std::string number;
  std::string parent;  ///< id of the indicator that this one is a part of; may be empty
  std::string name;
  std::string unit;
  std::vector<std::pair<std::string, std::string>>
      targets;                      ///< horizon ("2030") and text as written
  std::string owner;                ///< who follows it, the cell as written
  std::vector<std::string> owners;  ///< agency ids
  std::vector<ExtraCell> extra;
  Span span;

  friend bool operator==(const Indicator&, const Indicator&) = default;
};

}  // namespace sauro
