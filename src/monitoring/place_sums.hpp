#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"

namespace sauro::inline v0_1::detail {

using Parents = std::map<std::string, std::string, std::less<>>;

/// The places below each place that is somebody's parent, at any depth, without those in between;
/// by name. Throws ValidationError(invalid_option) for places that are below themselves.
std::map<std::string, std::vector<std::string>> places_below(const Parents& parents);

/// The figures of a place.
struct PlaceFigures {
  std::string place;
  std::vector<Figure> figures;  ///< of each period one
};

/// What an indicator that is no flow has in all of some places together: amounts add, a ratio is
/// that of its numerators and denominators. A period that one of them lacks has no figure.
std::vector<Figure> joint_figures(const Aims& aims, const std::vector<PlaceFigures>& places);

/// The amounts of a flow in several places together: a range where one of them has a hole.
class FlowSum {
 public:
  explicit FlowSum(std::vector<FlowLine> lines) : lines_(std::move(lines)) {}

  [[nodiscard]] AmountRange between(std::int32_t from, std::int32_t to) const;
  [[nodiscard]] std::optional<std::int32_t> last_day(std::int32_t to) const;
  [[nodiscard]] std::optional<std::int32_t> day_before(std::int32_t last) const;
  [[nodiscard]] bool is_estimated(std::int32_t from, std::int32_t to) const;

 private:
  std::vector<FlowLine> lines_;
};

}  // namespace sauro::inline v0_1::detail
