#pragma once

/// What the bindings of value classes share.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#include <sauro/core/fields.hpp>

#include "casters.hpp"

namespace sauro::python {

/// The beginning of a text, and "…" where there is more of it.
py::object shortened(const py::str& text, py::ssize_t most);

std::string quoted(const std::string& text, py::ssize_t most = 60);

/// What repr() says of a value, shortened.
std::string shown(const py::handle& value, py::ssize_t most = 60);

/// "sauro._core.Task"
std::string qualified_name(const py::handle& type);

/// The object of a registered type that is behind `self`; TypeError where it is none.
void* pointer_of(const py::handle& self, const std::type_info& type);

/// Adds a method whose signature is told, not worked out from C++ types: functions of one type for
/// all classes, so that they are compiled once.
template <class Function, class... Extra>
void def_plain(const py::object& type, const char* name, const std::string& signature,
               Function function, const Extra&... extra) {
  py::options options;
  options.disable_function_signatures();
  const std::string doc = name + signature;
  type.attr(name) = py::cpp_function(std::move(function), py::name(name), py::is_method(type),
                                     doc.c_str(), extra...);
}

/// The same for a property.
template <class Function>
void def_plain_property(const py::object& type, const char* name, const std::string& signature,
                        const char* doc, Function function) {
  py::options options;
  options.disable_function_signatures();
  const py::cpp_function getter(std::move(function), py::is_method(type), signature.c_str());
  const py::object property = py::module_::import("builtins").attr("property");
  type.attr(name) = property(getter, py::none(), py::none(), doc);
}

/// Equality of objects of one class by what `equal` says of two of them; such objects have no hash.
template <class Equal>
void def_equality(const py::object& type, Equal equal) {
  def_plain(type, "__eq__", "(self: " + qualified_name(type) + ", other: object) -> bool",
            [equal, kind = py::handle(type)](const py::object& a, const py::object& b) {
              if (!py::isinstance(b, kind)) {
                return py::reinterpret_borrow<py::object>(Py_NotImplemented);
              }
              return py::object(py::bool_(equal(a, b)));
            });
  type.attr("__hash__") = py::none();
}

/// A class of the public package. Its home is named when the module is done, so that signatures
/// name the module that they are in.
template <class T>
py::class_<T> public_class(py::module_& module, const char* name, const char* doc) {
  py::class_<T> type(module, name, doc);
  module.attr("_public").attr("append")(type);
  return type;
}

// Classes from lists of fields

template <class T>
inline constexpr bool is_optional = detail::OptionalOf<T>::is_optional;

/// A text, the name of an enumeration or of one that may be absent; nothing where it is empty and
/// may be.
template <class Value>
std::optional<std::string> text_of(const Value& value, bool is_nullable) {
  if constexpr (is_optional<Value>) {
    if (!value) return std::nullopt;
    return text_of(*value, is_nullable);
  } else if constexpr (NamedEnum<Value>) {
    return text_of(std::string(to_string(value)), is_nullable);
  } else {
    if (is_nullable && value.empty()) return std::nullopt;
    return value;
  }
}

/// Python's own class of limits, or None.
py::object to_python(const std::optional<TimeLimit>& limit);

/// A field's value as it is pickled and given to the class, where Python's view differs.
template <class Value>
py::object to_state(const Value& value) {
  if constexpr (NamedEnum<Value>) {
    return py::str(std::string(to_string(value)));
  } else if constexpr (std::is_same_v<Value, TimeLimit>) {
    return py::make_tuple(value.amount(), std::string(to_string(value.unit())));
  } else if constexpr (is_optional<Value>) {
    return value ? to_state(*value) : py::object(py::none());
  } else {
    return py::cast(value);
  }
}

template <class Value>
Value from_state(const py::handle& state) {
  if constexpr (is_optional<Value>) {
    if (state.is_none()) return std::nullopt;
    return from_state<typename Value::value_type>(state);
  } else if constexpr (NamedEnum<Value>) {
    return state.is_none() ? Value{} : named<Value>(py::cast<std::string>(state));
  } else if constexpr (std::is_same_v<Value, TimeLimit>) {
    const auto limit = py::cast<std::pair<double, std::string>>(state);
    return TimeLimit(limit.first, named<TimeUnit>(limit.second));
  } else if constexpr (std::is_same_v<Value, std::string>) {
    return state.is_none() ? std::string() : to_nfc(py::cast<std::string>(state));
  } else if constexpr (std::is_same_v<Value, Span>) {
    return state.is_none() ? Span{} : py::cast<Span>(state);  // what has no place
  } else {
    return py::cast<Value>(state);
  }
}

/// Another repr than that of the shown fields.
template <class T, class Repr>
void replace_repr(py::class_<T>& type, Repr repr) {
  type.attr("__repr__") = py::cpp_function(repr, py::is_method(type), py::name("__repr__"));
}

constexpr int pickle_version = 2;

[[noreturn]] void refuse_pickle(const char* name);

/// What Python's type checkers are told of a value.
template <class Value>
std::string type_text() {
  if constexpr (is_optional<Value>) {
    return type_text<typename Value::value_type>() + " | None";
  } else if constexpr (NamedEnum<Value> || std::is_same_v<Value, std::string>) {
    return "str";
  } else if constexpr (std::is_same_v<Value, bool>) {
    return "bool";
  } else if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
    return "int";
  } else if constexpr (std::is_floating_point_v<Value>) {
    return "float";
  } else if constexpr (std::is_same_v<Value, Date>) {
    return "datetime.date";
  } else if constexpr (requires { typename Value::value_type; }) {
    return "list[" + type_text<typename Value::value_type>() + "]";
  } else {
    return qualified_name(py::type::of<Value>());
  }
}

/// Whether a class shows a field in a way of its own: there is no property from the list then.
template <class Owner, class Value>
inline constexpr bool is_shown_otherwise =
    std::is_same_v<typename detail::OptionalOf<Value>::type, TimeLimit>;

/// What the list says of a field.
template <HasFields T>
const char* doc_of(std::string_view name) {
  const char* doc = "";
  for_each_field<T>([&](const auto& field) {
    if (field.name == name) doc = field.doc.data();  // made from a literal
  });
  return doc;
}

/// A field without the types of its owner and its value, so that what is done with the fields of a
/// class is compiled once and not for each of them.
struct AnyField {
  const char* name;
  const char* doc;
  unsigned traits;
  const void* (*place_in)(const void* owner);
  std::string (*type)();  ///< of the property; null where a class gives it in another way
  py::object (*view)(const void* value, py::handle owner);
  py::object (*state)(const void* value);
  void (*take)(void* value, py::handle state);
  bool (*are_equal)(const void* a, const void* b);
};

/// The same of a class.
struct AnyClass {
  const char* name;
  const std::type_info* type;
  std::span<const AnyField> fields;
  const void* (*as_made)();
  void* (*make)();
  void (*destroy)(void* value);
  py::object (*copy)(const void* value);
  bool (*equal)(const void* a, const void* b);
  bool is_positional;  ///< made from values in the order of the fields too
};

/// A property for each field, equality, copies, repr, pickle and a constructor by names.
void define_class(const py::object& type, const AnyClass& facts);

/// What an AnyField does with values of one type.
template <class Value>
struct AnyValue {
  using Held = typename detail::OptionalOf<Value>::type;
  static constexpr bool is_text = NamedEnum<Held> || std::is_same_v<Value, std::string>;

  template <bool is_nullable>
  static py::object view(const void* value, py::handle owner) {
    if constexpr (is_text) {
      return py::cast(text_of(*static_cast<const Value*>(value), is_nullable));
    } else {
      return py::cast(*static_cast<const Value*>(value),
                      py::return_value_policy::reference_internal, owner);
    }
  }

  template <bool is_nullable>
  static std::string type() {
    return type_text<Value>() + (is_text && is_nullable && !is_optional<Value> ? " | None" : "");
  }

  static py::object state(const void* value) { return to_state(*static_cast<const Value*>(value)); }

  static void take(void* value, py::handle state) {
    *static_cast<Value*>(value) = from_state<Value>(state);
  }
};

template <HasFields T, std::size_t number>
constexpr AnyField any_field() {
  using Value = detail::ValueOf<T, number>;
  using Any = AnyValue<Value>;
  constexpr auto field = std::get<number>(fields_of<T>);
  constexpr bool is_nullable = field.is(traits::nullable);
  AnyField any{
      field.name.data(), field.doc.data(), field.traits, detail::place_in<T, number>, nullptr,
      nullptr,           Any::state,       Any::take,    detail::are_equal<Value>};
  if constexpr (!is_shown_otherwise<T, Value>) {
    any.type = Any::template type<is_nullable>;
    any.view = Any::template view<is_nullable>;
  }
  return any;
}

/// The class of a type that lists its fields.
template <HasFields T>
py::class_<T> fields_class(py::module_& module, const char* name, const char* doc,
                           bool is_positional = false) {
  auto type = public_class<T>(module, name, doc);
  static constexpr auto fields = []<std::size_t... numbers>(std::index_sequence<numbers...>) {
    return std::array{any_field<T, numbers>()...};
  }(detail::field_numbers<T>());
  static const AnyClass facts{
      name,
      &typeid(T),
      fields,
      detail::as_made<T>,
      []() -> void* { return new T{}; },
      [](void* value) { delete static_cast<T*>(value); },
      [](const void* value) { return py::cast(T(*static_cast<const T*>(value))); },
      [](const void* a, const void* b) {
        return *static_cast<const T*>(a) == *static_cast<const T*>(b);
      },
      is_positional};
  define_class(type, facts);
  return type;
}

/// One whose constructor takes the fields by their order too; those that are required have to be
/// there.
template <HasFields T>
py::class_<T> positional_class(py::module_& module, const char* name, const char* doc) {
  return fields_class<T>(module, name, doc, true);
}

}  // namespace sauro::python
