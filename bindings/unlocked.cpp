#include "casters.hpp"

namespace sauro::python {
namespace {

/// After a fork another thread may be the main one.
bool is_main_thread() {
  const py::object main = py::module_::import("threading").attr("main_thread")();
  return main.attr("ident").cast<unsigned long>() == PyThread_get_thread_ident();
}

void take_signals() {
  const py::gil_scoped_acquire gil;
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
}

}  // namespace

Unlocked::Unlocked() : is_main_(is_main_thread()) {
  if (is_main_) signals_.emplace(take_signals);
}

}  // namespace sauro::python
