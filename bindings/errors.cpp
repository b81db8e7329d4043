#include "casters.hpp"

namespace sauro::python {
namespace {

/// Classes of the Python package; found again where an error is translated.
struct ErrorClasses {
  py::object problem;
  py::object error;
  py::object parse;
  py::object validation;
  py::object not_found;
};

/// A text that may hold bytes of a document that are no UTF-8.
py::object readable(const std::string& text) {
  return py::reinterpret_steal<py::object>(
      PyUnicode_DecodeUTF8(text.data(), static_cast<py::ssize_t>(text.size()), "replace"));
}

py::object made_of(const ErrorClasses& classes, const Problem& one) {
  return classes.problem(static_cast<int>(one.code), readable(one.where), readable(one.message),
                         readable(one.message_en));
}

PYBIND11_CONSTINIT py::gil_safe_call_once_and_store<ErrorClasses> storage;

const py::object& class_of(const ErrorClasses& classes, const Error& error) {
  if (dynamic_cast<const NotFoundError*>(&error) != nullptr) return classes.not_found;
  if (dynamic_cast<const ValidationError*>(&error) != nullptr) return classes.validation;
  if (dynamic_cast<const ParseError*>(&error) != nullptr) return classes.parse;
  return classes.error;
}

}  // namespace

void raise(const Error& error) {
  if (PyErr_CheckSignals() != 0) return;
  const ErrorClasses& classes = storage.get_stored();
  const py::object& type = class_of(classes, error);
  py::list problems;
  for (const Problem& one : error.problems()) problems.append(made_of(classes, one));
  const py::object instance = type(problems);
  PyErr_SetObject(type.ptr(), instance.ptr());
}

py::object to_python(const Problem& problem) { return made_of(storage.get_stored(), problem); }

py::list problems_of(const std::vector<Problem>& problems) {
  py::list list;
  for (const Problem& one : problems) list.append(to_python(one));
  return list;
}

Problem problem_of(const py::handle& source) {
  const auto text = [&](const char* name) { return source.attr(name).cast<std::string>(); };
  return {static_cast<ErrorCode>(source.attr("code").cast<int>()), text("where"), text("message"),
          text("message_en")};
}

void register_errors(py::module_& module) {
  storage.call_once_and_store_result([] {
    const py::module_ errors = py::module_::import("sauro._base.errors");
    return ErrorClasses{errors.attr("Problem"), errors.attr("Error"), errors.attr("ParseError"),
                        errors.attr("ValidationError"), errors.attr("NotFoundError")};
  });
  py::register_local_exception_translator([](std::exception_ptr pointer) {
    try {
      if (pointer) std::rethrow_exception(pointer);
    } catch (const Error& error) {
      raise(error);
    } catch (const py::cast_error& error) {
      const std::string text = error.what();
      PyErr_SetString(PyExc_TypeError, text.substr(0, text.find(" to C++ type")).c_str());
    }
  });
  module.attr("_errors") = py::module_::import("sauro._base.errors");
}

}  // namespace sauro::python
