#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"
#include "sauro/index/rule.hpp"

namespace sauro::inline v0_1 {

/// A text for people.
using Title = Bilingual;

/// How the points of children make those of their parent.
///
/// All but `sum` and `count` are over shares of the children's maxima; the parent gets that share
/// of its own maximum.
enum class Combine { sum, weighted_mean, geometric_mean, harmonic_mean, minimum, count };

constexpr std::array<std::string_view, 6> enum_names(Combine /*value*/) noexcept {
  return {"sum", "weighted_mean", "geometric_mean", "harmonic_mean", "minimum", "count"};
}

/// What becomes of a criterion that doesn't apply to a unit.
enum class IfNotApplicable { full_points, leave_out };

constexpr std::array<std::string_view, 2> enum_names(IfNotApplicable /*value*/) noexcept {
  return {"full_points", "leave_out"};
}

/// What becomes of a criterion whose inputs are missing.
///
/// `worst_case` is the least that the known inputs allow, `previous` the points of the period
/// before, `mean` that of the units that have points.
enum class IfMissing { unknown, lowest, leave_out, zero, worst_case, previous, mean };

constexpr std::array<std::string_view, 7> enum_names(IfMissing /*value*/) noexcept {
  return {"unknown", "lowest", "leave_out", "zero", "worst_case", "previous", "mean"};
}

/// Where the points of a criterion come from.
enum class Source { self_assessment, appraisal, survey, statistics };

constexpr std::array<std::string_view, 4> enum_names(Source /*value*/) noexcept {
  return {"self_assessment", "appraisal", "survey", "statistics"};
}

/// What a variable holds.
enum class VariableKind { number, percent, count, yes_no, date, choice };

constexpr std::array<std::string_view, 6> enum_names(VariableKind /*value*/) noexcept {
  return {"number", "percent", "count", "yes_no", "date", "choice"};
}

/// Whether more is better.
enum class Direction { higher, lower };

constexpr std::array<std::string_view, 2> enum_names(Direction /*value*/) noexcept {
  return {"higher", "lower"};
}

/// One input that rules ask for.
struct Variable {
  std::string name = {};
  Title title = {};
  VariableKind kind = VariableKind::number;
  std::string unit = {};
  Direction direction = Direction::higher;
  std::optional<double> low = {};
  std::optional<double> high = {};
  std::vector<std::string> values = {};
  std::optional<int> decimals = {};
  Expression formula = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("name", &Variable::name, "As rules call it.", traits::required | traits::shown),
        Field("title", &Variable::title, "For people.", traits::omitted),
        Field("kind", &Variable::kind,
              "'number', 'percent', 'count', 'yes_no', 'date' or 'choice'.", traits::shown),
        Field("unit", &Variable::unit, "Unit.", traits::omitted),
        Field("direction", &Variable::direction,
              "'higher' or 'lower': decides which unit is the best one.", traits::omitted),
        Field("low", &Variable::low, "Values below are refused."),
        Field("values", &Variable::values, "Of a choice, in the order of their codes.",
              traits::omitted),
        Field("high", &Variable::high, "Values above are refused."),
        Field("decimals", &Variable::decimals,
              "Values with more are refused, computed ones rounded.", traits::omitted),
        Field("formula", &Variable::formula, "What it is computed from; empty for an input.",
              traits::omitted)};
  }

  /// The values of a choice say what its highest code is.
  [[nodiscard]] bool leaves_out(std::string_view field) const noexcept {
    return field == "high" && !values.empty();
  }

  friend bool operator==(const Variable&, const Variable&) = default;
};

/// A node of the tree.
struct Criterion {
  std::string code = {};
  std::string parent = {};
  Title title = {};
  double min = 0;
  std::optional<double> max = {};
  std::string unit = "điểm";
  Direction direction = Direction::higher;
  Source source = Source::appraisal;
  std::string legal_reference = {};
  std::string note = {};
  std::optional<Date> valid_from = {};
  std::optional<Date> valid_to = {};
  Combine combine = Combine::sum;
  double weight = 1;
  IfNotApplicable if_not_applicable = IfNotApplicable::full_points;
  IfMissing if_missing = IfMissing::unknown;
  std::string if_missing_within = {};
  std::optional<int> decimals = {};
  bool outside = false;
  bool capped = false;
  Rule rule = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("code", &Criterion::code, "'3.4.1'; empty for the total.",
              traits::required | traits::omitted | traits::shown),
        Field("parent", &Criterion::parent, "Code; empty at the top.", traits::omitted),
        Field("title", &Criterion::title, "For people.", traits::omitted),
        Field("min", &Criterion::min, "Least points.", traits::omitted),
        Field("max", &Criterion::max, "Most points.", traits::omitted | traits::shown),
        Field("unit", &Criterion::unit, "Of the points.", traits::omitted),
        Field("combine", &Criterion::combine, "How its parts make its points.", traits::omitted),
        Field("decimals", &Criterion::decimals, "Points are rounded to, half away from zero.",
              traits::omitted),
        Field("capped", &Criterion::capped,
              "Points beyond [min, max] are cut: a ceiling and floor of a group or a rule.",
              traits::omitted),
        Field("direction", &Criterion::direction, "'higher' or 'lower'.", traits::omitted),
        Field("source", &Criterion::source,
              "Who says so: 'self_assessment', 'appraisal', 'survey' or 'statistics'.",
              traits::omitted),
        Field("legal_reference", &Criterion::legal_reference, "Decision, article.",
              traits::omitted),
        Field("note", &Criterion::note, "How sure the numbers are, and of what.", traits::omitted),
        Field("valid_from", &Criterion::valid_from, "First day, or None.", traits::omitted),
        Field("valid_to", &Criterion::valid_to, "Last day, or None.", traits::omitted),
        Field("weight", &Criterion::weight, "In a weighted mean.", traits::omitted),
        Field("if_not_applicable", &Criterion::if_not_applicable, "'full_points' or 'leave_out'.",
              traits::omitted),
        Field("if_missing", &Criterion::if_missing,
              "'unknown', 'lowest', 'leave_out', 'zero', 'worst_case', 'previous' or 'mean'.",
              traits::omitted),
        Field("if_missing_within", &Criterion::if_missing_within,
              "Variable whose equal values make the group of units that a mean is of.",
              traits::omitted),
        Field("outside", &Criterion::outside, "Bonus or penalty: not part of the parent's maximum.",
              traits::omitted),
        Field("rule", &Criterion::rule, "How it gets its points; None where its parts give them.",
              traits::omitted)};
  }

  friend bool operator==(const Criterion&, const Criterion&) = default;
};

}  // namespace sauro::inline v0_1
