#pragma once

#include <string>
#include <vector>

#include "sauro/monitoring/monitor.hpp"
#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"

namespace sauro::inline v0_1::detail {

/// Leaves one figure a period: the latest known, a real one before an estimate, a revised one
/// before another of the same day. Two that differ and are as good are a clash, and neither holds.
std::vector<Figure> best_figures(std::vector<Figure> figures, std::vector<Clash>& clashes);

/// Where an indicator stands at a place by its figures there.
Standing standing_of(const Aims& aims, const std::string& place, std::vector<Figure> figures,
                     const MonitorOptions& options, std::vector<Contradiction>& contradictions);

}  // namespace sauro::inline v0_1::detail
