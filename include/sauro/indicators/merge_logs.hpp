#pragma once

#include <string>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/indicators/contradiction.hpp"
#include "sauro/indicators/indicator_log.hpp"

namespace sauro::inline v0_1 {

/// Logs that were brought together.
struct MergedLogs {
  IndicatorLog log = {};
  std::vector<Contradiction> contradictions = {};  ///< in the order of the second ones
};

/// Brings the logs of several offices together, one after the other.
///
/// Values of one indicator, place, period, basis, state and day that differ by no more than half of
/// the last digit of each are one: that with more digits stays. Others are a contradiction that
/// names both and their sources, and both stay, so that neither holds in `monitor`. Names are
/// compared as written. `names` says whose each log is, and stands before its sources; none or as
/// many as logs. n log n in the rows.
[[nodiscard]] SAURO_API MergedLogs merge_indicator_logs(const std::vector<IndicatorLog>& logs,
                                                        const std::vector<std::string>& names = {});

}  // namespace sauro::inline v0_1
