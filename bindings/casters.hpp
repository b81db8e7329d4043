#pragma once

/// The only include of pybind11, with the converters of the library's own types.

#include <pybind11/operators.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <sauro/sauro.hpp>

namespace sauro::python {

/// The day of a datetime.date, or nothing for other objects.
std::optional<Date> date_of(pybind11::handle source);

/// A new datetime.date.
pybind11::handle to_python(const Date& date);

/// A new sauro.Problem, and what it says.
pybind11::object to_python(const Problem& problem);
pybind11::list problems_of(const std::vector<Problem>& problems);
Problem problem_of(const pybind11::handle& source);

}  // namespace sauro::python

namespace pybind11::detail {

/// Date <-> datetime.date; a datetime is refused, since its time would be lost.
template <>
struct type_caster<sauro::Date> {
 public:
  static constexpr auto name = const_name("datetime.date");

  bool load(handle source, bool /*convert*/) {
    value_ = sauro::python::date_of(source);
    return value_.has_value();
  }

  static handle cast(const sauro::Date& date, return_value_policy /*policy*/, handle /*parent*/) {
    return sauro::python::to_python(date);
  }

  template <class T>
  using cast_op_type = sauro::Date;
  explicit operator sauro::Date() { return *value_; }

 private:
  std::optional<sauro::Date> value_;
};

/// A path whatever is in it: pybind11's own takes one with a NUL for no path at all.
template <>
struct type_caster<std::filesystem::path> {
  PYBIND11_TYPE_CASTER(std::filesystem::path, const_name("os.PathLike | str | bytes"));

  bool load(handle source, bool /*convert*/) {
    auto given = reinterpret_steal<object>(PyOS_FSPath(source.ptr()));
    if (given && PyUnicode_Check(given.ptr()) != 0) {
      given = reinterpret_steal<object>(PyUnicode_EncodeFSDefault(given.ptr()));
    }
    if (!given) {
      PyErr_Clear();
      return false;
    }
    value = std::string(reinterpret_borrow<bytes>(given));
    return true;
  }
};

/// ErrorCode <-> its stable number.
template <>
struct type_caster<sauro::ErrorCode> {
  PYBIND11_TYPE_CASTER(sauro::ErrorCode, const_name("int"));

  bool load(handle source, bool convert) {
    make_caster<int> number;
    if (!number.load(source, convert)) return false;
    value = static_cast<sauro::ErrorCode>(cast_op<int>(number));
    return true;
  }

  static handle cast(sauro::ErrorCode code, return_value_policy /*policy*/, handle /*parent*/) {
    return PyLong_FromLong(static_cast<long>(code));
  }
};

}  // namespace pybind11::detail

namespace sauro::python {

namespace py = pybind11;

/// Lets other Python threads run while it lives. Ctrl-C, which only the main thread gets, stops the
/// call with whatever Python raises for it.
class Unlocked {
 public:
  Unlocked();

 private:
  bool is_main_;
  py::gil_scoped_release release_;
  std::optional<Interruption> signals_;
};

/// What a function gives that touches no Python object.
template <class Function>
auto without_gil(const Function& function) {
  const Unlocked unlocked;
  return function();
}

/// For functions whose arguments and result are no Python objects.
using CallUnlocked = py::call_guard<Unlocked>;

/// The value of an enumeration by its name; ValidationError that lists the names that there are.
template <NamedEnum E>
E named(const std::string& name, ErrorCode code = ErrorCode::invalid_option) {
  if (const std::optional<E> value = try_parse<E>(name)) return *value;
  throw ValidationError(code, name, detail::unknown_name<E>(name));
}

/// Sets the error as Python's, unless Ctrl-C came meanwhile, which may be why there is one.
void raise(const Error& error);

/// Makes functions of the module say in a sentence that an argument has the wrong type.
void guard_calls(const py::module_& module);

void register_cases(py::module_& module);
void register_checking(py::module_& module);
void register_calendar(py::module_& module);
void register_errors(py::module_& module);
void register_files(py::module_& module);
void register_grids(py::module_& module);
void register_framework(py::module_& module);
void register_drafts(py::module_& module);
void register_plan(py::module_& module);
void register_indicators(py::module_& module);
void register_reading(py::module_& module);
void register_limits(py::module_& module);
void register_links(py::module_& module);
void register_schedules(py::module_& module);
void register_scoring(py::module_& module);
void register_surveys(py::module_& module);
void register_table(py::module_& module);
void register_text(py::module_& module);
void register_tracking(py::module_& module);
void register_times(py::module_& module);

}  // namespace sauro::python
