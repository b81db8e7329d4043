#pragma once

/// Values of the library to JSON and back, by the lists of fields of their types.
///
/// A type whose JSON is not its fields has overloads of `write_json(JsonOut&, const T&)` and
/// `read_json(const JsonIn&, T&)` in its namespace.

#include <array>
#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/error.hpp"
#include "sauro/core/fields.hpp"
#include "core/say.hpp"
#include "writing/json_in.hpp"
#include "writing/json_out.hpp"

namespace sauro::inline v0_1::detail {

/// A field without the types of its owner and its value.
struct JsonField {
  std::string_view name;
  unsigned traits;
  const void* (*place_in)(const void* owner);
  void (*write)(JsonOut& out, const void* value);
  bool (*are_equal)(const void* a, const void* b);

  [[nodiscard]] bool is(unsigned trait) const noexcept { return (traits & trait) != 0; }
};

/// The fields of a type.
struct JsonFields {
  std::span<const JsonField> list;
  const void* (*as_made)();
  bool (*leaves_out)(const void* owner, std::string_view name);  ///< null where none depends

  /// Whether a field says nothing that a new object doesn't say.
  [[nodiscard]] bool is_left_out(const JsonField& field, const void* owner) const;
  /// "id, title, stt"
  [[nodiscard]] std::string names() const;
};

/// How each of them is read; apart, since some types are only written.
using JsonReads = std::span<void (*const)(const JsonIn& in, void* value)>;

/// What is special where the members of a type are read.
struct ReadFields {
  bool required = true;        ///< members that have to be there are asked for
  std::string_view also = {};  ///< one more name that is known
};

void write_fields(JsonOut& out, const JsonFields& fields, const void* owner);
void write_object(JsonOut& out, const JsonFields& fields, const void* owner,
                  std::string_view schema = {});
void read_fields(const JsonIn& in, const JsonFields& fields, JsonReads reads, void* owner,
                 const ReadFields& how = {});

template <HasFields T>
const JsonFields& json_fields();
template <HasFields T>
JsonReads json_reads();

// writing

template <class T>
void write(JsonOut& out, const T& value);

template <class T>
void write(JsonOut& out, const std::optional<T>& value) {
  value ? write(out, *value) : out.null();
}

template <class T>
void write(JsonOut& out, const std::vector<T>& values) {
  if constexpr (requires { write_json(out, values); }) {
    write_json(out, values);
    return;
  }
  out.begin_list();
  for (const T& value : values) write(out, value);
  out.end_list();
}

inline void write(JsonOut& out, const std::pair<double, double>& pair) {
  out.begin_list();
  out.value(pair.first);
  out.value(pair.second);
  out.end_list();
}

/// One member of an object.
template <class T>
void write_member(JsonOut& out, std::string_view name, const T& value) {
  out.key(name);
  write(out, value);
}

template <class T>
void write(JsonOut& out, const T& value) {
  if constexpr (requires { write_json(out, value); }) {
    write_json(out, value);
  } else if constexpr (std::is_same_v<T, Date>) {
    out.value(value.to_iso());
  } else if constexpr (NamedEnum<T>) {
    out.value(to_string(value));
  } else if constexpr (HasFields<T>) {
    write_object(out, json_fields<T>(), &value);
  } else if constexpr (std::is_same_v<T, bool> || std::is_floating_point_v<T>) {
    out.value(value);
  } else if constexpr (std::is_integral_v<T>) {
    out.value(static_cast<std::int64_t>(value));
  } else {
    out.value(std::string_view(value));
  }
}

// reading

template <class T>
void read(const JsonIn& in, T& value);

template <class T>
void read(const JsonIn& in, std::optional<T>& value) {
  if constexpr (requires { read_json(in, value); }) {
    read_json(in, value);
  } else {
    value.reset();
    if (!in.is_null()) read(in, value.emplace());
  }
}

inline void read(const JsonIn& in, std::optional<Date>& value) {
  value.reset();
  if (in.is_null()) return;
  if (in.is_text()) {
    try {
      value = Date::from_iso(in.text());
      return;
    } catch (const Error&) {  // said below, with its place
    }
  }
  const Bilingual found = in.is_text() ? found_text(in.text()) : Bilingual{};
  in.fail(joined(say("cần một ngày có thật dạng YYYY-MM-DD hoặc null",
                     "expected a real day as YYYY-MM-DD or null"),
                 ", ", found));
}

template <class T>
void read(const JsonIn& in, std::vector<T>& values) {
  if constexpr (requires { read_json(in, values); }) {
    read_json(in, values);
    return;
  }
  if (!in.expect_list()) return;
  values.clear();
  values.reserve(in.size());
  in.each([&](const JsonIn& one) { read(one, values.emplace_back()); });
}

inline void read(const JsonIn& in, std::pair<double, double>& pair) {
  std::vector<double> numbers;
  read(in, numbers);
  if (numbers.size() == 2) {
    pair = {numbers[0], numbers[1]};
  } else if (in.is_list()) {
    in.fail({"cần [giá trị, điểm]", "expected [value, points]"});
  }
}

template <NamedEnum E>
void read_name(const JsonIn& in, E& value) {
  if (const auto known = in.is_text() ? try_parse<E>(in.text()) : std::nullopt) {
    value = *known;
    return;
  }
  in.fail(in.is_text() ? unknown_name<E>(in.text()) : expected_name<E>());
}

template <std::integral Int>
void read_integer(const JsonIn& in, Int& value) {
  constexpr auto most = static_cast<std::int64_t>(std::is_same_v<Int, std::size_t>
                                                      ? std::numeric_limits<std::int64_t>::max()
                                                      : std::numeric_limits<std::int32_t>::max());
  if (in.type() == JsonIn::Type::integer && in.integer() >= 0 && in.integer() <= most) {
    value = static_cast<Int>(in.integer());
    return;
  }
  in.fail(say("cần một số nguyên từ 0 đến {}", "expected a whole number from 0 to {}", most));
}

template <class T>
void read(const JsonIn& in, T& value) {
  if constexpr (requires { read_json(in, value); }) {
    read_json(in, value);
  } else if constexpr (std::is_same_v<T, Date>) {
    std::optional<Date> day;
    read(in, day);
    if (day) value = *day;
    if (in.is_null()) in.fail({"cần một ngày", "expected a day"});
  } else if constexpr (NamedEnum<T>) {
    read_name(in, value);
  } else if constexpr (HasFields<T>) {
    read_fields(in, json_fields<T>(), json_reads<T>(), &value);
  } else if constexpr (std::is_same_v<T, bool>) {
    in.is_boolean() ? void(value = in.truth())
                    : in.fail({"cần true hoặc false", "expected true or false"});
  } else if constexpr (std::is_floating_point_v<T>) {
    in.is_number() ? void(value = in.number()) : in.fail({"cần một số", "expected a number"});
  } else if constexpr (std::is_integral_v<T>) {
    read_integer(in, value);
  } else if (in.is_text()) {
    value = std::string(in.text());
  } else if (!in.is_null()) {
    in.fail({"cần một chuỗi chữ", "expected a text"});
  }
}

// lists of fields

/// An empty text that may be absent is null.
void write_text_or_null(JsonOut& out, const void* text);

template <class Value>
void write_any(JsonOut& out, const void* value) {
  write(out, *static_cast<const Value*>(value));
}

template <class Value>
void read_any(const JsonIn& in, void* value) {
  read(in, *static_cast<Value*>(value));
}

template <HasFields T, std::size_t number>
constexpr JsonField json_field() {
  using Value = ValueOf<T, number>;
  constexpr auto field = std::get<number>(fields_of<T>);
  constexpr bool is_text_or_null = std::is_same_v<Value, std::string> && field.is(traits::nullable);
  return {field.name, field.traits, place_in<T, number>,
          is_text_or_null ? write_text_or_null : write_any<Value>, are_equal<Value>};
}

template <class T>
constexpr auto leaves_out_of() -> bool (*)(const void*, std::string_view) {
  if constexpr (requires(const T& owner) { owner.leaves_out(std::string_view()); }) {
    return [](const void* owner, std::string_view name) {
      return static_cast<const T*>(owner)->leaves_out(name);
    };
  } else {
    return nullptr;
  }
}

template <HasFields T>
const JsonFields& json_fields() {
  static constexpr auto list = []<std::size_t... numbers>(std::index_sequence<numbers...>) {
    return std::array{json_field<T, numbers>()...};
  }(field_numbers<T>());
  static constexpr JsonFields fields{list, as_made<T>, leaves_out_of<T>()};
  return fields;
}

template <HasFields T>
JsonReads json_reads() {
  static constexpr auto list = []<std::size_t... numbers>(std::index_sequence<numbers...>) {
    return std::array{read_any<ValueOf<T, numbers>>...};
  }(field_numbers<T>());
  return list;
}

/// The members of an object, without its brackets.
template <HasFields T>
void write_fields(JsonOut& out, const T& value) {
  write_fields(out, json_fields<T>(), &value);
}

/// Reads the members that are there; one that isn't leaves its field as it is.
template <HasFields T>
void read_fields(const JsonIn& in, T& value, const ReadFields& how = {}) {
  read_fields(in, json_fields<T>(), json_reads<T>(), &value, how);
}

/// One object as JSON; `schema` in front, where it has one.
template <HasFields T>
std::string json_of(const T& value, int indent, std::string_view schema = {}) {
  JsonOut out(indent);
  write_object(out, json_fields<T>(), &value, schema);
  return out.take();
}

}  // namespace sauro::inline v0_1::detail
