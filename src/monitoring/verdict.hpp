#pragma once

#include <optional>
#include <vector>

#include "sauro/monitoring/monitor.hpp"
#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"

namespace sauro::inline v0_1::detail {

/// What a verdict rests on.
struct Evidence {
  AmountRange amount;                   ///< what is held against the aim
  std::optional<double> expected = {};  ///< by now
  std::optional<double> baseline = {};  ///< where a level began
  bool is_flow = false;
  bool is_over = false;     ///< the values reach to the end of the aim's period
  bool is_between = false;  ///< the aim is of a later year
};

/// Where a value stands against an aim; nothing can be said of a range whose ends differ in it.
StandingStatus verdict(const Aim& aim, const Evidence& evidence,
                       const std::vector<StandingBand>& bands);

}  // namespace sauro::inline v0_1::detail
