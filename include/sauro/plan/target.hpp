#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"

namespace sauro {

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
  std::string text;  ///< the words that it was read from
  TargetKind kind = TargetKind::not_measurable;
  Comparison comparison = Comparison::none;
  std::optional<double> value;  ///< percents as numbers up to 100; the lower end of a range
  std::optional<double> upper;  ///< of a range
  bool upper_excluded = false;  ///< "đến dưới 100%"
  bool approximate = false;     ///< "khoảng 70%"
  bool stretch = false;         ///< "phấn đấu": the second, higher level
  std::string unit;             ///< "%", "cuộc", "bậc"; empty where none is named
  std::string of;               ///< what a share is of: "tổng số cử tri"
  std::string direction;        ///< "increase" or "decrease" of a change
  std::string baseline;         ///< what a change is measured against: "năm 2025"
  std::string period;           ///< "year", "quarter", "month", or a year: "2026"
  std::string scope;            ///< of a rank: "Đông Nam Á"
  std::string grade;            ///< "tốt"

  friend bool operator==(const Target&, const Target&) = default;
};

}  // namespace sauro
