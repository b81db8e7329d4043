#include "casters.hpp"

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
  module.doc() = "Strict core of sauro; use the package sauro.";
  module.attr("__version__") = SAURO_VERSION;
  module.attr("_public") = pybind11::list();
  sauro::python::register_errors(module);
  sauro::python::register_text(module);
  sauro::python::register_table(module);
  sauro::python::register_framework(module);
  sauro::python::register_grids(module);
  sauro::python::register_calendar(module);
  sauro::python::register_cases(module);
  sauro::python::register_times(module);
  sauro::python::register_plan(module);
  sauro::python::register_reading(module);
  sauro::python::register_checking(module);
  sauro::python::register_schedules(module);
  sauro::python::register_tracking(module);
  sauro::python::register_scoring(module);
  sauro::python::register_surveys(module);
  sauro::python::register_links(module);
  for (const pybind11::handle type : module.attr("_public")) type.attr("__module__") = "sauro";
  pybind11::delattr(module, "_public");
}
