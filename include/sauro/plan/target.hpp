#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// What a target is about.
enum class TargetKind {
  quantity,        ///< a number of things or a share
  change,          ///< a growth or a cut: "tăng 5% so với năm 2025"
  rank,            ///< a place among others; lower is better
  grade,           ///< "từ tốt trở lên"
  not_measurable,  ///< words without a measure
};

constexpr std::array<std::string_view, 5> enum_names(TargetKind /*value*/) noexcept {
  return {"quantity", "change", "rank", "grade", "not_measurable"};
}

/// How a measured value is compared with the target.
enum class Comparison { none, at_least, above, at_most, below, equal, range };

constexpr std::array<std::string_view, 7> enum_names(Comparison /*value*/) noexcept {
  return {"", ">=", ">", "<=", "<", "=", "range"};
}

/// One thing that a plan promises to reach.
struct Target {
  std::string text = {};
  TargetKind kind = TargetKind::not_measurable;
  Comparison comparison = Comparison::none;
  std::optional<double> value = {};
  std::optional<double> upper = {};
  bool upper_excluded = false;
  bool approximate = false;
  bool stretch = false;
  std::string unit = {};
  std::string of = {};
  std::string direction = {};
  std::string baseline = {};
  std::string period = {};
  std::string scope = {};
  std::string grade = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("text", &Target::text, "The words that it was read from.", traits::shown),
        Field("kind", &Target::kind, "'quantity', 'change', 'rank', 'grade' or 'not_measurable'."),
        Field("comparison", &Target::comparison, "'>=', '>', '<=', '<', '=', 'range', or None.",
              traits::omitted | traits::nullable),
        Field("value", &Target::value, "Percents as numbers up to 100; the lower end of a range.",
              traits::omitted),
        Field("upper", &Target::upper, "Upper end of a range, or None.", traits::omitted),
        Field("upper_excluded", &Target::upper_excluded, "The upper end is left out.",
              traits::omitted),
        Field("approximate", &Target::approximate, "'khoảng 70%'.", traits::omitted),
        Field("stretch", &Target::stretch, "'phấn đấu': the higher of two levels.",
              traits::omitted),
        Field("unit", &Target::unit, "'%', 'cuộc', 'bậc'; empty where none is named.",
              traits::omitted),
        Field("of", &Target::of, "What a share is of: 'tổng số cử tri'.", traits::omitted),
        Field("direction", &Target::direction, "'increase' or 'decrease' of a change.",
              traits::omitted),
        Field("baseline", &Target::baseline, "What it is compared with, 'năm 2025'; or None.",
              traits::omitted | traits::nullable),
        Field("period", &Target::period, "'year', 'quarter', 'month', or a year: '2026'.",
              traits::omitted),
        Field("scope", &Target::scope, "Whom a rank is among; or ''.", traits::omitted),
        Field("grade", &Target::grade, "'tốt'; or ''.", traits::omitted)};
  }

  friend bool operator==(const Target&, const Target&) = default;
};

}  // namespace sauro::inline v0_1
