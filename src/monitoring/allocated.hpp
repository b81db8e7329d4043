#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sauro/monitoring/monitor.hpp"
#include "monitoring/horizons.hpp"
#include "monitoring/place_sums.hpp"

namespace sauro::inline v0_1::detail {

/// The targets that places were given, in place of the plan's.
class AllocatedTargets {
 public:
  /// What of the options isn't right becomes problems; units of indicators are settled first.
  AllocatedTargets(const std::vector<Indicator>& indicators, std::vector<Aims>& aims,
                   const MonitorOptions& options, std::vector<Problem>& problems);

  /// Reads the rows; what they contradict among themselves beside.
  void read(std::vector<Contradiction>& contradictions);

  /// The aims of an indicator at a place; `own` holds them where they aren't the plan's.
  [[nodiscard]] const Aims& aims_at(std::size_t indicator, const std::string& place,
                                    Aims& own) const;
  /// The places that were given a target of an indicator.
  [[nodiscard]] std::set<std::string> places_of(std::size_t indicator) const;
  /// What the parts have together, of each whole of an indicator that adds.
  void add_sums(std::size_t indicator, std::vector<Allocation>& sums) const;

 private:
  using Amounts = std::map<std::string, double, std::less<>>;  ///< by place

  [[nodiscard]] bool adds(std::size_t indicator) const;
  [[nodiscard]] bool keeps_plan(const std::string& place) const;
  [[nodiscard]] std::optional<double> target_of(std::size_t indicator, const Amounts& amounts,
                                                const std::string& place) const;
  void add_sum(std::size_t indicator, const Period& period, const Amounts& amounts,
               const std::string& whole, const std::vector<std::string>& parts,
               std::vector<Allocation>& sums) const;

  const std::vector<Indicator>& indicators_;
  std::vector<Aims>& aims_;
  MonitorOptions options_;  ///< targets are known whenever values are
  std::vector<Problem>& problems_;
  std::map<std::string, std::vector<std::string>, std::less<>> children_;
  std::vector<std::map<Period, Amounts>> given_;  ///< by indicator
};

}  // namespace sauro::inline v0_1::detail
