#pragma once

#include <string>
#include <vector>

#include "sauro/monitoring/monitor.hpp"
#include "monitoring/log_groups.hpp"

namespace sauro::inline v0_1::detail {

/// Holds the figures of indicators against those of their parts.
class IndicatorParts {
 public:
  /// All of them have to live as long.
  IndicatorParts(const std::vector<Indicator>& indicators, const std::vector<Aims>& aims,
                 const LogGroups& values, const Date& as_of);

  /// Whether an indicator has some that are held against it.
  [[nodiscard]] bool has_parts(std::size_t indicator) const {
    return !below_[indicator].empty() && adds(indicator);
  }
  /// Names figures of an indicator that its parts contradict, at each place.
  void hold_against(std::size_t indicator, const std::vector<PlaceFigures>& known,
                    std::vector<Contradiction>& contradictions) const;

 private:
  struct Part {
    const Indicator* indicator = nullptr;
    double factor = 1;                  ///< into the unit of the whole
    std::vector<PlaceFigures> figures;  ///< by place
  };

  [[nodiscard]] std::vector<Part> parts_of(std::size_t whole) const;
  [[nodiscard]] bool adds(std::size_t indicator) const;

  const std::vector<Indicator>& indicators_;
  const std::vector<Aims>& aims_;
  const LogGroups& values_;
  std::int32_t as_of_;
  std::vector<std::vector<std::size_t>> below_;
};

}  // namespace sauro::inline v0_1::detail
