#pragma once

#include <string>
#include <vector>

#include "sauro/plan/span.hpp"
#include "sauro/plan/target.hpp"
#include "sauro/plan/task.hpp"

namespace sauro {

/// What an indicator is to reach by a horizon.
struct IndicatorTarget {
  std::string horizon;  ///< "2030"; header of its column where that names no year
  std::string text;     ///< as written
  std::vector<Target>
      targets;  ///< what the text says; its unit is the indicator's where it has none

  friend bool operator==(const IndicatorTarget&, const IndicatorTarget&) = default;
};

/// One row of a table of targets.
struct Indicator {
  std::string id;  ///< "1.I.4": annex, area, number
  int annex = 0;
  std::string area;
  std::string number;
  std::string parent;  ///< id of the indicator that this one is a part of; may be empty
  std::string name;
  std::string unit;
  std::vector<IndicatorTarget> targets;
  std::string owner;                ///< who follows it, the cell as written
  std::vector<std::string> owners;  ///< agency ids
  std::vector<ExtraCell> extra;
  Span span;

  friend bool operator==(const Indicator&, const Indicator&) = default;
};

}  // namespace sauro
