#pragma once

/// What the bindings of value classes share.

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <sauro/core/fields.hpp>

#include "casters.hpp"

namespace sauro::python {

inline std::string quoted(const std::string& text, py::ssize_t most = 60) {
  py::object shown = py::str(text);
  if (static_cast<py::ssize_t>(py::len(shown)) > most) {
    const py::object start = shown[py::slice(0, most, 1)];
    shown = start + py::str("…");
  }
  return py::repr(shown).cast<std::string>();
}

/// A class of the public package: equality by value, copies by value, no hash. Its home is named
/// when the module is done, so that signatures name the module that they are in.
template <class Value>
py::class_<Value> value_class(py::module_& module, const char* name, const char* doc) {
  py::class_<Value> type(module, name, doc);
  module.attr("_public").attr("append")(type);
  type.def("__eq__", [](const Value& a, const Value& b) { return a == b; }, py::is_operator());
  type.attr("__hash__") = py::none();
  type.def("__copy__", [](const Value& self) { return Value(self); });
  type.def("__deepcopy__", [](const Value& self, const py::dict&) { return Value(self); });
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

/// What Python sees of a field: names of enumerations as texts, None for what is nullable and
/// empty.
template <class T, class Value>
void def_field(py::class_<T>& type, const Field<T, Value>& field) {
  const bool is_nullable = field.is(traits::nullable);
  const auto member = field.member;
  const char* name = field.name.data();  // made from a literal
  const char* doc = field.doc.data();
  using Held = typename detail::OptionalOf<Value>::type;
  if constexpr (NamedEnum<Held> || std::is_same_v<Value, std::string>) {
    if constexpr (std::is_same_v<Value, std::string>) {
      if (!is_nullable) {
        type.def_readonly(name, member, doc);
        return;
      }
    }
    type.def_property_readonly(
        name, [member, is_nullable](const T& self) { return text_of(self.*member, is_nullable); },
        doc);
  } else if constexpr (!std::is_same_v<Held, TimeLimit>) {
    type.def_readonly(name, member, doc);
  }
}

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
  } else {
    return py::cast<Value>(state);
  }
}

/// A value of named members; names that the type doesn't have are refused.
template <HasFields T>
T from_members(const char* type, const py::dict& members) {
  T value{};
  std::string unknown;
  for (const auto& [key, state] : members) {
    const auto name = py::cast<std::string>(key);
    bool known = false;
    for_each_field<T>([&](const auto& field) {
      if (field.name != name) return;
      known = true;
      try {
        auto& member = value.*field.member;
        member = from_state<std::decay_t<decltype(member)>>(state);
      } catch (const py::cast_error&) {
        throw py::type_error(std::string(type) + "." + name + " can't be " +
                             py::cast<std::string>(py::repr(state)));
      }
    });
    if (!known) unknown += (unknown.empty() ? "" : ", ") + name;
  }
  if (!unknown.empty()) {
    throw py::type_error(std::string(type) + " has no field " + unknown);
  }
  return value;
}

/// The shown fields for a repr; those that may say nothing by their names, where they say
/// something.
template <HasFields T>
std::string shown_fields(const T& value) {
  std::string text;
  for_each_field<T>([&](const auto& field) {
    static const T made{};
    const bool is_named = field.is(traits::omitted);
    if (!field.is(traits::shown) || (is_named && field.of(value) == field.of(made))) return;
    const py::object state = to_state(field.of(value));
    text += text.empty() ? "" : ", ";
    if (is_named) text += std::string(field.name) + "=";
    text += py::isinstance<py::str>(state) ? quoted(state.cast<std::string>())
                                           : py::str(state).cast<std::string>();
  });
  return text;
}

/// Another repr than that of the shown fields.
template <class T, class Repr>
void replace_repr(py::class_<T>& type, Repr repr) {
  type.attr("__repr__") = py::cpp_function(repr, py::is_method(type), py::name("__repr__"));
}

constexpr int pickle_version = 2;

[[noreturn]] inline void refuse_pickle(const char* name) {
  throw ParseError(ErrorCode::json_schema, name,
                   {"tệp pickle do một phiên bản khác của sauro ghi; hãy giữ dữ liệu bằng JSON",
                    "pickled by another version of sauro; keep data as JSON"});
}

/// The class of a type that lists its fields: a property for each, equality, copies, repr, pickle
/// and a constructor by names.
template <HasFields T>
py::class_<T> fields_class(py::module_& module, const char* name, const char* doc) {
  auto type = value_class<T>(module, name, doc);
  for_each_field<T>([&](const auto& field) { def_field(type, field); });
  py::list names;
  for_each_field<T>([&](const auto& field) { names.append(std::string(field.name)); });
  type.attr("_fields") = py::tuple(names);
  type.def(py::init([name](const py::kwargs& members) { return from_members<T>(name, members); }));
  type.def("__repr__",
           [name](const T& self) { return std::string(name) + "(" + shown_fields(self) + ")"; });
  type.def(py::pickle(
      [](const T& self) {
        py::dict members;
        for_each_field<T>([&](const auto& field) {
          members[py::str(std::string(field.name))] = to_state(field.of(self));
        });
        return py::make_tuple(pickle_version, members);
      },
      [name](const py::tuple& state) {
        if (state.size() != 2 || state[0].cast<int>() != pickle_version) {
          refuse_pickle(name);
        }
        return from_members<T>(name, state[1].cast<py::dict>());
      }));
  return type;
}

}  // namespace sauro::python
