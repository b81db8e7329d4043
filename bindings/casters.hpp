#pragma once

/// The only include of pybind11, with the converters of the library's own types.

#include <pybind11/operators.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <datetime.h>

#include <sauro/sauro.hpp>

namespace pybind11::detail {

/// Date <-> datetime.date; a datetime is refused, since its time would be lost.
template <>
struct type_caster<sauro::Date> {
 public:
  static constexpr auto name = const_name("datetime.date");

  bool load(handle source, bool /*convert*/) {
    api();
    if (!PyDate_Check(source.ptr()) || PyDateTime_Check(source.ptr())) return false;
    value_ = sauro::Date(PyDateTime_GET_YEAR(source.ptr()), PyDateTime_GET_MONTH(source.ptr()),
                         PyDateTime_GET_DAY(source.ptr()));
    return true;
  }

  static handle cast(const sauro::Date& date, return_value_policy /*policy*/, handle /*parent*/) {
    api();
    return PyDate_FromDate(date.year(), date.month(), date.day());
  }

  template <class T>
  using cast_op_type = sauro::Date;
  explicit operator sauro::Date() { return *value_; }

 private:
  static void api() {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  }

  std::optional<sauro::Date> value_;
};

}  // namespace pybind11::detail

namespace sauro::python {

namespace py = pybind11;

void register_calendar(py::module_& module);
void register_errors(py::module_& module);
void register_plan(py::module_& module);
void register_reading(py::module_& module);
void register_table(py::module_& module);
void register_text(py::module_& module);

}  // namespace sauro::python
