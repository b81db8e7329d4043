#pragma once

#include <string>
#include <vector>

#include "sauro/monitoring/monitor.hpp"
#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"
#include "monitoring/place_sums.hpp"

namespace sauro::inline v0_1::detail {

/// Where an indicator stands in several places together, and what each is of it.
Standing standing_of_places(const Aims& aims, const std::string& place,
                            const std::vector<PlaceFigures>& parts, const MonitorOptions& options,
                            std::vector<PlaceContribution>& contributions);

/// Where an indicator stands at a place by its best figures there, and what these contradict.
Standing standing_of(const Aims& aims, const PlaceFigures& place, std::vector<Clash> clashes,
                     const MonitorOptions& options, std::vector<Contradiction>& contradictions);

}  // namespace sauro::inline v0_1::detail
