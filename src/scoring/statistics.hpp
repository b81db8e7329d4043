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
  const double* low = nullptr;  ///< the least of those without a value, where it isn't the range's
  const double* high = nullptr;
  bool counts_missing = true;  ///< units without a value may still be anything in the range
  ValueRange range = {};
  bool lower = false;  ///< less is better
};

/// A statistic that all units share; NaN where no unit counts.
Ends statistic(Statistic kind, const UnitValues& units);

/// The rank of each unit, 1 for the best; equal values share one. NaN for units that don't count.
std::vector<Ends> ranks_of(const UnitValues& units);

/// A statistic for each unit, of all units or of those that are equal in `by`. Where the group of a
/// unit that counts isn't known, any unit may be in any group.
std::vector<Ends> statistics_of(Statistic kind, const UnitValues& units, const double* by);

}  // namespace sauro::inline v0_1::detail
