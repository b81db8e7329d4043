#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// How periods follow one another in time, whatever order they are given in.
struct PeriodOrder {
  /// By period, the place of the one that ends where it begins; nothing where that isn't given.
  std::vector<std::optional<std::size_t>> before = {};
  std::vector<std::size_t> in_time = {};  ///< places, the earliest first
  bool follow_one_another = true;         ///< each of them is given after the one before it
};

/// Reads periods as plans name them ("2024", "Quý I/2025", "6 tháng đầu năm 2026", "2026-03").
///
/// Names that aren't read leave the order in which they are given; so do days, except for that.
[[nodiscard]] SAURO_API PeriodOrder order_of_periods(const std::vector<std::string>& periods);

}  // namespace sauro::inline v0_1
