#pragma once

#include <string>

#include "values.hpp"

namespace sauro::python {

/// A value of members in the order of the fields and by names; those that are required have to be
/// there.
template <HasFields T>
T from_arguments(const char* type, const py::args& values, const py::kwargs& named) {
  py::dict members(named);
  std::size_t place = 0;
  std::string missing;
  for_each_field<T>([&](const auto& field) {
    const py::str name{std::string(field.name)};
    if (place < values.size()) {
      if (members.contains(name)) {
        throw py::type_error(std::string(type) + " got " + std::string(field.name) + " twice");
      }
      members[name] = values[place++];
    } else if (field.is(traits::required) && !members.contains(name)) {
      missing += (missing.empty() ? "" : ", ") + std::string(field.name);
    }
  });
  if (place < values.size()) {
    throw py::type_error(std::string(type) + " has only " + std::to_string(place) + " fields");
  }
  if (!missing.empty()) throw py::type_error(std::string(type) + " needs " + missing);
  return from_members<T>(type, members);
}

/// A class of a type that lists its fields, whose constructor takes them by their order too.
template <HasFields T>
py::class_<T> positional_class(py::module_& module, const char* name, const char* doc) {
  auto type = fields_class<T>(module, name, doc);
  type.def(py::init([name](const py::args& values, const py::kwargs& named) {
             return from_arguments<T>(name, values, named);
           }),
           py::prepend());
  return type;
}

}  // namespace sauro::python
