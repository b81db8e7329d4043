#include "casters.hpp"

PYBIND11_MODULE(_scoring, module, pybind11::mod_gil_not_used()) {
  module.doc() = "Strict core of indices and scoring; use the package sauro.";
  pybind11::module_::import("sauro._core");  // tables, columns and plans
  sauro::python::register_errors(module);
  sauro::python::register_framework(module);
  sauro::python::register_scoring(module);
  sauro::python::register_surveys(module);
  sauro::python::register_links(module);
}
