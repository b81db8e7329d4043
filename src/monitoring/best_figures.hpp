#pragma once

#include <string>
#include <vector>

#include "sauro/monitoring/monitor.hpp"
#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"

namespace sauro::inline v0_1::detail {

/// Leaves one figure a period: the latest known, a real one before an estimate, a revised one
/// before another of the same day. Two that differ and are as good are a clash, and neither holds.
void keep_best(std::vector<Figure>& figures, std::vector<Clash>& clashes);

/// Figures of a level for one day: what there is then is the same whether it is called cumulated or
/// not; others are a clash.
void compare_bases(const std::vector<Figure>& figures, std::vector<Clash>& clashes);

/// What of an indicator at a place can't all be right, as contradictions.
void name_clashes(const Aims& aims, const std::string& place, const std::vector<Clash>& clashes,
                  const MonitorOptions& options, std::vector<Contradiction>& contradictions);

}  // namespace sauro::inline v0_1::detail
