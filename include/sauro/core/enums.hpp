#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "sauro/core/problem.hpp"

namespace sauro::inline v0_1 {

/// An enumeration whose values count from 0 and have names: `enum_names(E)`, declared beside it,
/// gives them in order.
template <class E>
concept NamedEnum = std::is_enum_v<E> && requires(E value) { enum_names(value).size(); };

namespace detail {

template <NamedEnum E>
inline constexpr auto names_by_value = enum_names(E{});

}  // namespace detail

/// The name of a value: "working_days".
template <NamedEnum E>
[[nodiscard]] constexpr std::string_view to_string(E value) noexcept {
  return detail::names_by_value<E>[static_cast<std::size_t>(value)];
}

/// The value of that name, or nothing.
template <NamedEnum E>
[[nodiscard]] constexpr std::optional<E> try_parse(std::string_view name) noexcept {
  for (std::size_t i = 0; i < detail::names_by_value<E>.size(); ++i) {
    if (detail::names_by_value<E>[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

/// All values, in order.
template <NamedEnum E>
[[nodiscard]] constexpr auto values() noexcept {
  std::array<E, detail::names_by_value<E>.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<E>(i);
  return all;
}

/// All names, in order, for messages: "hours, days or working_days".
template <NamedEnum E>
[[nodiscard]] std::string listed_names(std::string_view or_word = " or ") {
  const auto& names = detail::names_by_value<E>;
  std::string text(names[0]);
  for (std::size_t i = 1; i < names.size(); ++i) {
    text += i + 1 < names.size() ? ", " : or_word;
    text += names[i];
  }
  return text;
}

namespace detail {

/// What is said of a name that no value has: "expected hours, days or working_days".
template <NamedEnum E>
[[nodiscard]] Bilingual expected_name() {
  return {"cần " + listed_names<E>(" hoặc "), "expected " + listed_names<E>()};
}

/// The same with the name: "unknown "weeks"; expected hours, days or working_days".
template <NamedEnum E>
[[nodiscard]] Bilingual unknown_name(std::string_view name) {
  const Bilingual expected = expected_name<E>();
  const std::string quoted = "\"" + std::string(name) + "\"; ";
  return {"không có " + quoted + expected.vi, "unknown " + quoted + expected.en};
}

}  // namespace detail
}  // namespace sauro::inline v0_1
