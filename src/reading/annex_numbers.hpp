#pragma once

#include <set>
#include <vector>

#include "reading/units.hpp"

namespace sauro::inline v0_1::detail {

/// Gives each annex a number of its own; 0 is the body.
class AnnexNumbers {
 public:
  AnnexNumbers() = default;

  /// The numbers that headings of annexes in `units` bear are kept for them.
  explicit AnnexNumbers(const std::vector<Unit>& units);

  /// `wanted` the first time, a free number afterwards.
  int take(int wanted);

  /// A free number that no heading bears, after the last one given.
  int next();

 private:
  std::set<int> used_{0};
  std::set<int> kept_;
  int last_ = 0;
};

}  // namespace sauro::inline v0_1::detail
