#pragma once

#include <concepts>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace sauro::inline v0_1 {

/// What is special about a field; several are added up.
namespace traits {
inline constexpr unsigned required = 1;    ///< has to be there where JSON is read
inline constexpr unsigned omitted = 2;     ///< not written where it has the value of a new object
inline constexpr unsigned nullable = 4;    ///< an empty text is null in JSON and None in Python
inline constexpr unsigned shown = 8;       ///< part of what Python prints of the object
inline constexpr unsigned unwritten = 16;  ///< neither in JSON nor in tables: of this object alone
}  // namespace traits

/// One field of a type: what it is called in JSON, tables and Python, and what it means.
///
/// A type that has fields lists them once, in a static function `fields()` that gives a tuple. From
/// that list come its JSON both ways, its differences, its table, its repr, its pickle and its
/// class in Python; the JSON schema is tested against it.
///
/// Where it depends on the other fields whether one says something, a member function
/// `leaves_out(name)` of the type says so.
///
///     struct Area {
///       std::string number;
///       std::string title;
///
///       template <class = void>  // so that only those who use the list compile it
///       static constexpr auto fields() {
///         return std::tuple{Field("number", &Area::number, "\"I\"; \"A.I\" in lettered parts."),
///                           Field("title", &Area::title, "As written.")};
///       }
///     };
template <class Owner, class Value>
struct Field {
  std::string_view name;
  Value Owner::* member;
  std::string_view doc;
  unsigned traits = 0;

  constexpr Field(std::string_view field, Value Owner::* place, std::string_view meaning,
                  unsigned special = 0)
      : name(field), member(place), doc(meaning), traits(special) {}

  [[nodiscard]] constexpr bool is(unsigned trait) const noexcept { return (traits & trait) != 0; }
  [[nodiscard]] constexpr const Value& of(const Owner& owner) const { return owner.*member; }
};

/// A type that lists its fields.
template <class T>
concept HasFields = requires { T::fields(); };

/// The list of fields of a type.
template <HasFields T>
inline constexpr auto fields_of = T::fields();

/// Calls `visit` with each field of a type, in their order.
template <HasFields T, class Visit>
constexpr void for_each_field(Visit visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, fields_of<T>);
}

/// Whether two values of a field are equal; a number that is missing (NaN) equals another one.
template <class Value>
constexpr bool equal_values(const Value& a, const Value& b) {
  if constexpr (std::is_floating_point_v<Value>) {
    const bool both_missing = a != a && b != b;
    return both_missing || a == b;
  } else {
    return a == b;
  }
}

/// Whether two objects are equal in each field.
template <HasFields T>
constexpr bool equal_fields(const T& a, const T& b) {
  return std::apply(
      [&](const auto&... field) { return (equal_values(field.of(a), field.of(b)) && ...); },
      fields_of<T>);
}

namespace detail {

// For lists of fields without their types: what is done with them is compiled once.

template <HasFields T, std::size_t number>
using ValueOf = std::decay_t<decltype(std::get<number>(fields_of<T>).of(std::declval<const T&>()))>;

/// The places of the fields in their list.
template <HasFields T>
constexpr auto field_numbers() {
  return std::make_index_sequence<std::tuple_size_v<std::decay_t<decltype(fields_of<T>)>>>();
}

/// Where a field of an object is.
template <HasFields T, std::size_t number>
const void* place_in(const void* owner) {
  return &std::get<number>(fields_of<T>).of(*static_cast<const T*>(owner));
}

template <class Value>
bool are_equal(const void* a, const void* b) {
  return equal_values(*static_cast<const Value*>(a), *static_cast<const Value*>(b));
}

/// An object as it is made, with which others are compared.
template <class T>
const void* as_made() {
  static const T made{};
  return &made;
}

}  // namespace detail

}  // namespace sauro::inline v0_1
