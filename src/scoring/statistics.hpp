#pragma once

#include <cstddef>
#include <vector>

#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {

/// What a statistic of units can be; one number where all are known.
struct Ends {
  double low = 0;
  double high = 0;
};

/// The values of one period that a statistic is of.
struct UnitValues {
  const double* values = nullptr;
  const double* exempt = nullptr;  ///< true for units that don't count; null where all do
  std::size_t count = 0;
  bool counts_missing = true;  ///< units without a value may still be anything in the range
  ValueRange range = {};
  bool lower = false;  ///< less is better
};

/// A statistic that all units share; NaN where no unit counts.
Ends statistic(Statistic kind, const UnitValues& units);

/// The rank of each unit, 1 for the best; equal values share one. NaN for units that don't count.
std::vector<Ends> ranks_of(const UnitValues& units);

}  // namespace sauro::inline v0_1::detail
