#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/index/expression.hpp"

namespace sauro::inline v0_1 {

/// One grade and the least value that it needs.
struct Grade {
  std::string label = {};
  double from = 0;
  std::vector<Expression> needs = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("label", &Grade::label, "Of the grade.", traits::required | traits::shown),
        Field("from", &Grade::from, "Least percent or points.", traits::required | traits::shown),
        Field("needs", &Grade::needs, "Formulas all of which have to hold.", traits::omitted)};
  }

  friend bool operator==(const Grade&, const Grade&) = default;
};

/// What lowers a grade: by some steps, or to no better than another one.
struct GradeLimit {
  Expression condition = {};
  int by = 0;
  std::string at_most = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("if", &GradeLimit::condition, "Formula that has to hold.", traits::required),
        Field("by", &GradeLimit::by, "Steps down.", traits::omitted),
        Field("at_most", &GradeLimit::at_most, "Label of the best grade that is left.",
              traits::omitted)};
  }

  friend bool operator==(const GradeLimit&, const GradeLimit&) = default;
};

/// How quantiles are interpolated; the numbers are Hyndman and Fan's (1996).
enum class QuantileMethod { inclusive, exclusive };  // types 7 and 6

constexpr std::array<std::string_view, 2> enum_names(QuantileMethod /*value*/) noexcept {
  return {"inclusive", "exclusive"};
}

/// Grades by thresholds, or groups by quantiles of the ranked units.
struct GradeScale {
  std::string on = "percent";
  std::vector<Grade> grades = {};
  std::vector<GradeLimit> lower = {};
  std::vector<std::string> groups = {};
  QuantileMethod method = QuantileMethod::inclusive;
  std::string note = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("on", &GradeScale::on, "'percent' or 'points' of the total."),
        Field("grades", &GradeScale::grades, "From the best down.", traits::omitted),
        Field("lower", &GradeScale::lower, "What lowers a grade.", traits::omitted),
        Field("groups", &GradeScale::groups, "Equal parts by quantiles, from the best down.",
              traits::omitted),
        Field("method", &GradeScale::method, "Of the quantiles: 'inclusive' or 'exclusive'."),
        Field("note", &GradeScale::note, "How sure it is.", traits::omitted)};
  }

  /// The method is of groups alone.
  [[nodiscard]] bool leaves_out(std::string_view field) const noexcept {
    return field == "method" && groups.empty();
  }
  /// Whether a grade depends on more than the total.
  [[nodiscard]] bool has_conditions() const noexcept {
    return !lower.empty() || std::any_of(grades.begin(), grades.end(),
                                         [](const Grade& grade) { return !grade.needs.empty(); });
  }

  friend bool operator==(const GradeScale&, const GradeScale&) = default;
};

}  // namespace sauro::inline v0_1
