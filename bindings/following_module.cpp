#include "casters.hpp"

PYBIND11_MODULE(_following, module, pybind11::mod_gil_not_used()) {
  module.doc() = "Strict core of checking, scheduling and tracking; use the package sauro.";
  pybind11::module_::import("sauro._core");  // tables, calendars and plans
  sauro::python::register_errors(module);
  sauro::python::register_checking(module);
  sauro::python::register_schedules(module);
  sauro::python::register_tracking(module);
}
