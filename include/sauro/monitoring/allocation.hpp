#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "sauro/core/fields.hpp"

namespace sauro::inline v0_1 {

/// What the targets that were given to the parts of a place make together.
struct Allocation {
  std::string indicator = {};
  std::string name = {};
  std::string place = {};
  std::string horizon = {};
  std::string unit = {};
  std::optional<double> target = {};
  double allocated = 0;
  std::optional<double> difference = {};
  std::vector<std::string> missing = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("indicator", &Allocation::indicator, "Id of the indicator.", traits::shown),
        Field("name", &Allocation::name, "Its name."),
        Field("place", &Allocation::place, "The whole; '' where no parents were given.",
              traits::shown),
        Field("horizon", &Allocation::horizon, "Of the targets.", traits::shown),
        Field("unit", &Allocation::unit, "Of all numbers."),
        Field("target", &Allocation::target, "Of the whole.", traits::shown),
        Field("allocated", &Allocation::allocated, "Of the parts that have one, together.",
              traits::shown),
        Field("difference", &Allocation::difference,
              "`allocated` less `target`: below 0 the parts don't reach it.", traits::shown),
        Field("missing", &Allocation::missing, "Parts without a target.")};
  }

  friend bool operator==(const Allocation&, const Allocation&) = default;
};

}  // namespace sauro::inline v0_1
