#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/plan/span.hpp"
#include "sauro/plan/target.hpp"
#include "sauro/plan/task.hpp"

namespace sauro::inline v0_1 {

/// What an indicator measures, and so how its values go together.
enum class MeasureKind : std::uint8_t {
  unknown,  ///< not settled; its words tell
  level,    ///< what there is on a day: people, a fund's balance
  flow,     ///< what comes in a period; periods add up: revenue, visitors
  ratio,    ///< a numerator over a denominator, an index or a rate of growth; never added
  rank,     ///< a place among others
  grade,    ///< "tốt", "khá"
  yes_no,   ///< done or not
};

constexpr std::array<std::string_view, 7> enum_names(MeasureKind /*value*/) noexcept {
  return {"", "level", "flow", "ratio", "rank", "grade", "yes_no"};
}

/// Which way of an indicator is the better one.
enum class Better : std::uint8_t { unknown, higher, lower, within };

constexpr std::array<std::string_view, 4> enum_names(Better /*value*/) noexcept {
  return {"", "higher", "lower", "within"};
}

/// How the parts of an indicator make it.
enum class PartsKind : std::uint8_t {
  unknown,  ///< not settled; words tell
  all,      ///< "chia ra": together they are the whole
  some,     ///< "trong đó": each is in it; they may overlap
};

constexpr std::array<std::string_view, 3> enum_names(PartsKind /*value*/) noexcept {
  return {"", "all", "some"};
}

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
  PartsKind parts = PartsKind::unknown;
  std::string name = {};
  std::string unit = {};
  std::string baseline = {};
  MeasureKind measure = MeasureKind::unknown;
  Better direction = Better::unknown;
  std::optional<double> baseline_value = {};
  std::string baseline_period = {};
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
        Field("parts", &Indicator::parts,
              "'all' where its parts together are the whole (chia ra), 'some' where each is only "
              "in it (trong đó), where somebody has settled it; else their words tell.",
              traits::omitted | traits::nullable),
        Field("name", &Indicator::name, "Name.", traits::shown),
        Field("unit", &Indicator::unit, "Unit, as written."),
        Field("baseline", &Indicator::baseline, "What was reached before, as written.",
              traits::omitted),
        Field(
            "measure", &Indicator::measure,
            "'level', 'flow', 'ratio', 'rank', 'grade' or 'yes_no' where somebody has settled it; "
            "else its words tell.",
            traits::omitted | traits::nullable),
        Field("direction", &Indicator::direction, "'higher', 'lower' or 'within', the same.",
              traits::omitted | traits::nullable),
        Field("baseline_value", &Indicator::baseline_value,
              "The number of the baseline where somebody has settled it.", traits::omitted),
        Field("baseline_period", &Indicator::baseline_period,
              "What the baseline is of: '2025'; header of its column where that names no year.",
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
