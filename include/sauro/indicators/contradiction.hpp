#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "sauro/calendar/date.hpp"
#include "sauro/core/fields.hpp"

namespace sauro::inline v0_1 {

/// Figures that can't all be right.
struct Contradiction {
  std::string indicator = {};
  std::string place = {};
  Date first{1970, 1, 1};
  Date last{1970, 1, 1};
  std::optional<double> given = {};
  std::optional<double> other = {};
  std::string parts = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("indicator", &Contradiction::indicator, "Id of the indicator.", traits::shown),
        Field("place", &Contradiction::place, "Whose values; may be empty.", traits::shown),
        Field("first", &Contradiction::first, "First day that the figures are of.", traits::shown),
        Field("last", &Contradiction::last, "Last day.", traits::shown),
        Field("given", &Contradiction::given, "A figure that is given.", traits::shown),
        Field("other", &Contradiction::other,
              "What it should be by the others; of two figures for one period the other one.",
              traits::shown),
        Field("parts", &Contradiction::parts,
              "The figures that decide; empty where both stand for "
              "one period and neither holds.",
              traits::shown)};
  }

  friend bool operator==(const Contradiction&, const Contradiction&) = default;
};

}  // namespace sauro::inline v0_1
