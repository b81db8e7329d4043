#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "sauro/core/fields.hpp"
#include "sauro/plan/span.hpp"
#include "sauro/plan/target.hpp"
#include "sauro/plan/task.hpp"

namespace sauro::inline v0_1 {

/// What an indicator is to reach by a horizon.
struct IndicatorTarget {
  std::string horizon = {};
  std::string text = {};
  std::vector<Target> targets = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("horizon", &IndicatorTarget::horizon,
              "'2030'; header of its column where that names no year.", traits::shown),
        Field("text", &IndicatorTarget::text, "As written.", traits::shown),
        Field("targets", &IndicatorTarget::targets,
              "What the text says; its unit is the indicator's where it has none.")};
  }

  friend bool operator==(const IndicatorTarget&, const IndicatorTarget&) = default;
};

/// One row of a table of targets.
struct Indicator {
  std::string id = {};
  int annex = 0;
  std::string area = {};
  std::string number = {};
  std::string parent = {};
  std::string name = {};
  std::string unit = {};
  std::string baseline = {};
  std::vector<IndicatorTarget> targets = {};
  std::string owner = {};
  std::vector<std::string> owners = {};
  std::vector<ExtraCell> extra = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("id", &Indicator::id, "'1.I.4': annex, area, number.",
              traits::required | traits::shown),
        Field("annex", &Indicator::annex, "Number of the annex."),
        Field("area", &Indicator::area, "Number of the area."),
        Field("number", &Indicator::number, "'11.10'; '' where the plan gives none."),
        Field("parent", &Indicator::parent,
              "Id of the indicator that this one is a part of; may be empty.", traits::nullable),
        Field("name", &Indicator::name, "Name.", traits::shown),
        Field("unit", &Indicator::unit, "Unit, as written."),
        Field("baseline", &Indicator::baseline, "What was reached before, as written.",
              traits::omitted),
        Field("targets", &Indicator::targets, "Target texts by horizon: {'2030': '≥ 30'}."),
        Field("owner", &Indicator::owner, "Who follows it, the cell as written."),
        Field("owners", &Indicator::owners, "Agency ids."),
        Field("extra", &Indicator::extra, "Cells of other columns, by header."),
        Field("span", &Indicator::span, "Where its row begins.")};
  }

  friend bool operator==(const Indicator&, const Indicator&) = default;
};

}  // namespace sauro::inline v0_1
