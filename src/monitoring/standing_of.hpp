#pragma once

#include <string>
#include <vector>

#include "sauro/monitoring/monitor.hpp"
#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"
#include "monitoring/place_sums.hpp"
#include "monitoring/year_days.hpp"

namespace sauro::inline v0_1::detail {

/// A place with what is known of it: its line of a flow, or its figures of anything else.
struct KnownPlace {
  const std::string* name = nullptr;
  const PlaceLine* line = nullptr;
  const PlaceFigures* figures = nullptr;
};

/// Where an indicator stands in several places together, and what each is of it.
Standing standing_of_places(const Aims& aims, const std::string& place,
                            const std::vector<KnownPlace>& parts, const MonitorOptions& options,
                            DayMemo& memo, std::vector<PlaceContribution>& contributions);

/// Where an indicator stands at a place by its best figures there, and what these contradict.
Standing standing_of(const Aims& aims, const KnownPlace& place, std::vector<Clash> clashes,
                     const MonitorOptions& options, DayMemo& memo,
                     std::vector<Contradiction>& contradictions);

}  // namespace sauro::inline v0_1::detail
