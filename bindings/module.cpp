#include "casters.hpp"

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
  module.doc() = "Strict core of sauro; use the package sauro.";
  module.attr("__version__") = SAURO_VERSION;
  sauro::python::register_errors(module);
  sauro::python::register_text(module);
  sauro::python::register_table(module);
  sauro::python::register_calendar(module);
  sauro::python::register_cases(module);
  sauro::python::register_times(module);
  sauro::python::register_plan(module);
  sauro::python::register_reading(module);
}
