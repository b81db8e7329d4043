#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "sauro/index/framework.hpp"

namespace sauro::detail {

/// Names of enumerators, in their order.
template <class Enum>
struct EnumNames;

template <>
struct EnumNames<Combine> {
  static constexpr std::array<std::string_view, 6> names = {
      "sum", "weighted_mean", "geometric_mean", "harmonic_mean", "minimum", "count"};
};
template <>
struct EnumNames<IfNotApplicable> {
  static constexpr std::array<std::string_view, 2> names = {"full_points", "leave_out"};
};
template <>
struct EnumNames<IfMissing> {
  static constexpr std::array<std::string_view, 3> names = {"unknown", "lowest", "leave_out"};
};
template <>
struct EnumNames<Source> {
  static constexpr std::array<std::string_view, 4> names = {"self_assessment", "appraisal",
                                                            "survey", "statistics"};
};
template <>
struct EnumNames<VariableKind> {
  static constexpr std::array<std::string_view, 6> names = {"number", "percent", "count",
                                                            "yes_no", "date",    "choice"};
};
template <>
struct EnumNames<Direction> {
  static constexpr std::array<std::string_view, 2> names = {"higher", "lower"};
};
template <>
struct EnumNames<QuantileMethod> {
  static constexpr std::array<std::string_view, 2> names = {"inclusive", "exclusive"};
};
template <>
struct EnumNames<HitPolicy> {
  static constexpr std::array<std::string_view, 4> names = {"unique", "first", "sum", "max"};
};
template <>
struct EnumNames<AtZero> {
  static constexpr std::array<std::string_view, 4> names = {"refuse", "full", "zero",
                                                            "not_applicable"};
};

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return EnumNames<Enum>::names[static_cast<std::size_t>(value)];
}

template <class Enum>
std::optional<Enum> find_enum(std::string_view name) {
  for (std::size_t i = 0; i < EnumNames<Enum>::names.size(); ++i) {
    if (EnumNames<Enum>::names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

/// "sum, weighted_mean, ..." for messages.
template <class Enum>
std::string known_names() {
  std::string text;
  for (const std::string_view name : EnumNames<Enum>::names) {
    text += (text.empty() ? "" : ", ") + std::string(name);
  }
  return text;
}

}  // namespace sauro::detail
