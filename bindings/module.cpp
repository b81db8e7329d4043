#include "values.hpp"

namespace sauro::python {
namespace {

/// What pickle asks for, whatever its protocol: the old ones make an object of pybind11's own base,
/// which ends the process.
py::object reduced(const py::object& self) {
  const py::object type = py::type::of(self);
  const py::object plain = py::module_::import("builtins").attr("object");
  if (type.attr("__getstate__").is(plain.attr("__getstate__"))) {
    throw py::type_error("objects of " + py::str(type).cast<std::string>() + " can't be pickled");
  }
  return py::make_tuple(py::module_::import("copyreg").attr("__newobj__"), py::make_tuple(type),
                        self.attr("__getstate__")());
}

/// Ways by which Python reaches objects without a value. One that was made by __new__ alone would
/// get memory that nobody has written when it is used first; here that is an error.
void guard_objects(const py::module_& module) {
  for (const auto& [name, value] : py::dict(module.attr("__dict__"))) {
    if (PyType_Check(value.ptr()) == 0) continue;
    auto* info = py::detail::get_type_info(reinterpret_cast<PyTypeObject*>(value.ptr()));
    if (info == nullptr) continue;
    info->operator_new = [](std::size_t /*size*/) -> void* {
      throw py::type_error("an object without a value: its __init__() was never called");
    };
    const auto type = py::reinterpret_borrow<py::object>(value);
    def_plain(type, "__reduce__", "(self: object) -> tuple", reduced);
    def_plain(type, "__reduce_ex__", "(self: object, protocol: int) -> tuple",
              [](const py::object& self, int /*protocol*/) { return reduced(self); });
  }
}

}  // namespace
}  // namespace sauro::python

#define PyInit__core make_core  // what Python calls is below
PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
  module.doc() = "Strict core of sauro; use the package sauro.";
  module.attr("__version__") = SAURO_VERSION;
  module.attr("_public") = pybind11::list();
  sauro::python::register_errors(module);
  sauro::python::register_files(module);
  sauro::python::register_text(module);
  sauro::python::register_table(module);
  sauro::python::register_framework(module);
  sauro::python::register_grids(module);
  sauro::python::register_calendar(module);
  sauro::python::register_limits(module);
  sauro::python::register_cases(module);
  sauro::python::register_times(module);
  sauro::python::register_plan(module);
  sauro::python::register_indicators(module);
  sauro::python::register_reading(module);
  sauro::python::register_checking(module);
  sauro::python::register_schedules(module);
  sauro::python::register_tracking(module);
  sauro::python::register_scoring(module);
  sauro::python::register_surveys(module);
  sauro::python::register_links(module);
  sauro::python::register_drafts(module);
  for (const pybind11::handle type : module.attr("_public")) type.attr("__module__") = "sauro";
  pybind11::delattr(module, "_public");
  sauro::python::guard_objects(module);
  sauro::python::guard_calls(module);
}
#undef PyInit__core

/// pybind11 would wait here for ever where another interpreter holds the lock.
extern "C" PYBIND11_EXPORT PyObject* PyInit__core() {
  if (PyInterpreterState_Get() != PyInterpreterState_Main()) {
    PyErr_SetString(PyExc_ImportError,
                    "sauro works in the main interpreter alone; use threads or processes");
    return nullptr;
  }
  return make_core();
}
