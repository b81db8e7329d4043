#pragma once

/// What the bindings of value classes share.

#include <string>

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

inline py::object none_if_empty(const std::string& text) {
  return text.empty() ? py::object(py::none()) : py::object(py::str(text));
}

}  // namespace sauro::python
