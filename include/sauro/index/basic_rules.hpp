#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/index/condition.hpp"
#include "sauro/index/expression.hpp"
#include "sauro/index/interval.hpp"

namespace sauro::inline v0_1 {

/// Points as given, checked against the criterion's range.
struct ValueRule {
  Expression of = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("of", &ValueRule::of, "Formula that gives the points.", traits::required)};
  }

  friend bool operator==(const ValueRule&, const ValueRule&) = default;
};

/// Points by a formula.
struct FormulaRule {
  Expression points = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("points", &FormulaRule::points, "Formula that gives the points.", traits::required)};
  }

  friend bool operator==(const FormulaRule&, const FormulaRule&) = default;
};

/// What has to be there; each item is true or false.
struct ChecklistRule {
  struct Item {
    Expression of = {};
    double points = 0;

    template <class = void>
    static constexpr auto fields() {
      return std::tuple{Field("of", &Item::of, "What has to be met.", traits::required),
                        Field("points", &Item::points, "For it.", traits::required)};
    }

    friend bool operator==(const Item&, const Item&) = default;
  };
  std::vector<Item> items = {};
  bool all_or_nothing = false;  ///< one that is not met takes all points

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("all_or_nothing", &ChecklistRule::all_or_nothing,
              "One that is not met takes all points.", traits::omitted),
        Field("items", &ChecklistRule::items, "What is asked for.", traits::required)};
  }

  friend bool operator==(const ChecklistRule&, const ChecklistRule&) = default;
};

/// Which rows of a decision table count where several hold (DMN 1.5, section 8.2.11).
enum class HitPolicy : std::uint8_t { unique, first, sum, max, min };

constexpr std::array<std::string_view, 5> enum_names(HitPolicy /*value*/) noexcept {
  return {"unique", "first", "sum", "max", "min"};
}

/// Rows of conditions, each with points.
struct TableRule {
  struct Row {
    std::vector<Condition> when = {};
    Expression points = {};

    template <class = void>
    static constexpr auto fields() {
      return std::tuple{
          Field("when", &Row::when, "A condition for each of the inputs.", traits::required),
          Field("points", &Row::points, "A number or a formula.", traits::required)};
    }

    friend bool operator==(const Row&, const Row&) = default;
  };
  std::vector<Expression> of = {};
  std::vector<Interval> domain = {};  ///< values that can be; empty, or one for each of `of`
  HitPolicy hit = HitPolicy::unique;
  std::vector<Row> rows = {};
  Expression otherwise = {};  ///< points where no row holds; empty: that is refused

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("of", &TableRule::of, "Inputs.", traits::required),
        Field("domain", &TableRule::domain, "Values that can be; empty, or one for each input.",
              traits::omitted),
        Field("hit", &TableRule::hit, "'unique', 'first', 'sum', 'max' or 'min'.", traits::omitted),
        Field("rows", &TableRule::rows, "Conditions and points.", traits::required),
        Field("default", &TableRule::otherwise, "Points where no row holds; else that is refused.",
              traits::omitted)};
  }

  friend bool operator==(const TableRule&, const TableRule&) = default;
};

/// Points along straight lines between knots; flat beyond the outer ones.
struct LinearRule {
  Expression of = {};
  std::vector<std::pair<double, double>> knots = {};  ///< (value, points), values rising

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("of", &LinearRule::of, "Input.", traits::required),
        Field("knots", &LinearRule::knots, "(value, points), values rising.", traits::required)};
  }

  friend bool operator==(const LinearRule&, const LinearRule&) = default;
};

}  // namespace sauro::inline v0_1
