#include "values.hpp"

#include <memory>

namespace sauro::python {
namespace {

using Owned = std::unique_ptr<void, void (*)(void*)>;

const AnyField* find(const AnyClass& facts, std::string_view name) {
  for (const AnyField& field : facts.fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

void take(const AnyClass& facts, const AnyField& field, void* value, const py::handle& state) {
  try {
    field.take(const_cast<void*>(field.place_in(value)), state);  // of a new object
  } catch (const py::cast_error&) {
    throw py::type_error(std::string(facts.name) + "." + field.name + " can't be " + shown(state));
  }
}

/// A value of named members; names that the type doesn't have are refused.
Owned from_members(const AnyClass& facts, const py::dict& members) {
  Owned value(facts.make(), facts.destroy);
  std::string unknown;
  for (const auto& [key, state] : members) {
    const auto name = py::cast<std::string>(key);
    if (const AnyField* field = find(facts, name)) {
      take(facts, *field, value.get(), state);
    } else {
      unknown += (unknown.empty() ? "" : ", ") + name;
    }
  }
  if (unknown.empty()) return value;
  throw py::type_error(std::string(facts.name) + " has no field " + unknown);
}

/// Values in the order of the fields, and by names.
py::dict members_in_order(const AnyClass& facts, const py::args& values, const py::kwargs& named) {
  const std::string type = facts.name;
  py::dict members(named);
  std::size_t place = 0;
  std::string missing;
  for (const AnyField& field : facts.fields) {
    if (place < values.size()) {
      if (members.contains(field.name))
        throw py::type_error(type + " got " + field.name + " twice");
      members[field.name] = values[place++];
    } else if ((field.traits & traits::required) != 0 && !members.contains(field.name)) {
      missing += (missing.empty() ? "" : ", ") + std::string(field.name);
    }
  }
  if (place < values.size()) {
    throw py::type_error(type + " has only " + std::to_string(place) + " fields");
  }
  if (!missing.empty()) throw py::type_error(type + " needs " + missing);
  return members;
}

py::dict members_of(const AnyClass& facts, const void* value) {
  py::dict members;
  for (const AnyField& field : facts.fields)
    members[field.name] = field.state(field.place_in(value));
  return members;
}

/// The shown fields; those that may say nothing by their names, where they say something.
std::string shown_fields(const AnyClass& facts, const void* value) {
  std::string text;
  for (const AnyField& field : facts.fields) {
    const bool is_named = (field.traits & traits::omitted) != 0;
    const bool is_shown = (field.traits & traits::shown) != 0;
    if (!is_shown ||
        (is_named && field.are_equal(field.place_in(value), field.place_in(facts.as_made()))))
      continue;
    const py::object state = field.state(field.place_in(value));
    text += text.empty() ? "" : ", ";
    if (is_named) text += std::string(field.name) + "=";
    text += py::isinstance<py::str>(state) ? quoted(state.cast<std::string>())
                                           : py::str(state).cast<std::string>();
  }
  return text;
}

void define_properties(const py::object& type, const AnyClass& facts, const std::string& self) {
  py::list names;
  for (const AnyField& field : facts.fields) {
    names.append(field.name);
    if (field.type == nullptr) continue;
    def_plain_property(type, field.name, self + " -> " + field.type(), field.doc,
                       [&field, &facts](const py::object& owner) {
                         return field.view(field.place_in(pointer_of(owner, *facts.type)), owner);
                       });
  }
  type.attr("_fields") = py::tuple(names);
}

void define_constructor(const py::object& type, const AnyClass& facts, const std::string& name) {
  if (facts.is_positional) {
    def_plain(
        type, "__init__", "(self: " + name + ", *args, **kwargs) -> None",
        [&facts](py::detail::value_and_holder& made, const py::args& values,
                 const py::kwargs& named) {
          made.value_ptr() = from_members(facts, members_in_order(facts, values, named)).release();
        },
        py::detail::is_new_style_constructor());
  } else {
    def_plain(
        type, "__init__", "(self: " + name + ", **kwargs) -> None",
        [&facts](py::detail::value_and_holder& made, const py::kwargs& members) {
          made.value_ptr() = from_members(facts, members).release();
        },
        py::detail::is_new_style_constructor());
  }
}

void define_copies(const py::object& type, const AnyClass& facts, const std::string& self) {
  const std::string name = qualified_name(type);
  const auto copy = [&facts](const py::object& owner) {
    return facts.copy(pointer_of(owner, *facts.type));
  };
  def_plain(type, "__copy__", self + " -> " + name, copy);
  def_plain(type, "__deepcopy__", "(self: " + name + ", memo: dict) -> " + name,
            [copy](const py::object& owner, const py::dict& /*memo*/) { return copy(owner); });
  def_plain(type, "__getstate__", self + " -> tuple[int, dict]", [&facts](const py::object& owner) {
    return py::make_tuple(pickle_version, members_of(facts, pointer_of(owner, *facts.type)));
  });
  def_plain(
      type, "__setstate__", "(self: " + name + ", state: tuple) -> None",
      [&facts](py::detail::value_and_holder& made, const py::tuple& state) {
        if (state.size() != 2 || state[0].cast<int>() != pickle_version) {
          refuse_pickle(facts.name);
        }
        made.value_ptr() = from_members(facts, state[1].cast<py::dict>()).release();
      },
      py::detail::is_new_style_constructor());
}

}  // namespace

py::object shortened(const py::str& text, py::ssize_t most) {
  if (static_cast<py::ssize_t>(py::len(text)) <= most) return text;
  const py::object start = text[py::slice(0, most, 1)];
  return start + py::str("…");
}

std::string quoted(const std::string& text, py::ssize_t most) {
  return py::repr(shortened(py::str(text), most)).cast<std::string>();
}

std::string shown(const py::handle& value, py::ssize_t most) {
  return shortened(py::repr(value), most).cast<std::string>();
}

std::string qualified_name(const py::handle& type) {
  return py::str("{}.{}")
      .format(type.attr("__module__"), type.attr("__qualname__"))
      .cast<std::string>();
}

void* pointer_of(const py::handle& self, const std::type_info& type) {
  py::detail::type_caster_generic caster(type);
  if (!caster.load(self, false)) {
    throw py::type_error("no object of this class: " + shown(self));
  }
  return caster.value;
}

void refuse_pickle(const char* name) {
  throw ParseError(ErrorCode::json_schema, name,
                   {"tệp pickle do một phiên bản khác của sauro ghi; hãy giữ dữ liệu bằng JSON",
                    "pickled by another version of sauro; keep data as JSON"});
}

void define_class(const py::object& type, const AnyClass& facts) {
  const std::string name = qualified_name(type);
  const std::string self = "(self: " + name + ")";
  define_properties(type, facts, self);
  define_constructor(type, facts, name);
  def_equality(type, [&facts](const py::object& a, const py::object& b) {
    return facts.equal(pointer_of(a, *facts.type), pointer_of(b, *facts.type));
  });
  def_plain(type, "__repr__", self + " -> str", [&facts](const py::object& owner) {
    return std::string(facts.name) + "(" + shown_fields(facts, pointer_of(owner, *facts.type)) +
           ")";
  });
  define_copies(type, facts, self);
}

}  // namespace sauro::python
