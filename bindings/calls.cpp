#include <algorithm>
#include <atomic>

#include "casters.hpp"

/// What Python is told where a call's arguments have the wrong types: pybind11 lists every
/// signature and the whole of each argument.
namespace sauro::python {
namespace {

/// As pybind11 declares its own, whose count is unsigned.
using Dispatcher = PyObject* (*)(PyObject*, PyObject* const*, std::size_t, PyObject*);

/// pybind11's own, which is the same for all functions; written once, before any call.
std::atomic<Dispatcher> dispatcher = nullptr;

constexpr std::string_view mark = "(): incompatible ";
constexpr std::size_t most_shown = 240;

/// The text of an error that isn't ours, whatever stands in it.
std::string text_of(const py::error_already_set& error) {
  const py::str text(error.value());
  const py::bytes bytes =
      py::reinterpret_steal<py::bytes>(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "replace"));
  return bytes;
}

/// "(day: datetime.date, n: int)" of "    1. (self: ..., day: datetime.date, n: int) -> ...".
std::string expected_in(const std::string& text) {
  std::size_t begin = text.find("1. ");
  if (begin == std::string::npos) return "";
  const std::size_t line = text.find('\n', begin);
  begin = text.find('(', begin);
  std::string signature = text.substr(begin, std::min(text.rfind(" -> ", line), line) - begin);
  if (signature.size() > most_shown) signature = signature.substr(0, most_shown) + "...";
  return signature;
}

/// Whether a whole number doesn't fit into what the core counts with.
bool is_huge(PyObject* value) {
  if (PyLong_Check(value) == 0) return false;
  int overflow = 0;
  const long number = PyLong_AsLongAndOverflow(value, &overflow);
  return overflow != 0 || number > INT32_MAX || number < INT32_MIN;
}

/// Says in a sentence what pybind11 has said in a page.
void say_plainly(PyObject* const* arguments, Py_ssize_t count) {
  py::error_already_set error;
  const std::string text = text_of(error);
  const std::size_t end = text.find(mark);
  if (end == std::string::npos) {
    error.restore();
    return;
  }
  if (std::any_of(arguments, arguments + count, is_huge)) {
    throw ValidationError(ErrorCode::invalid_option, text.substr(0, end),
                          {"một số nguyên quá lớn", "a whole number that is too large"});
  }
  std::string types;
  for (Py_ssize_t i = 0; i < count; ++i) {
    types += (i > 0 ? ", " : "") + std::string(Py_TYPE(arguments[i])->tp_name);
  }
  if (types.size() > most_shown) types = types.substr(0, most_shown) + "...";
  const std::string said =
      text.substr(0, end) + "() doesn't take (" + types + "); expected " + expected_in(text);
  PyErr_SetString(PyExc_TypeError, said.c_str());
}

PyObject* call_plainly(PyObject* self, PyObject* const* arguments, Py_ssize_t count,
                       PyObject* names) {
  PyObject* result = dispatcher.load(std::memory_order_relaxed)(
      self, arguments, static_cast<std::size_t>(count), names);
  if (result != nullptr || PyErr_ExceptionMatches(PyExc_TypeError) == 0) return result;
  try {
    say_plainly(arguments, count + (names == nullptr ? 0 : PyTuple_GET_SIZE(names)));
  } catch (const Error& error) {
    raise(error);
  } catch (py::error_already_set& error) {
    error.restore();
  }
  return nullptr;
}

void guard_call(py::handle function) {
  if (!function) return;
  function = py::detail::get_function(function);
  if (PyCFunction_Check(function.ptr()) == 0) return;
  PyMethodDef& method = *reinterpret_cast<PyCFunctionObject*>(function.ptr())->m_ml;
  if (method.ml_flags != (METH_FASTCALL | METH_KEYWORDS)) return;  // an older pybind11
  const auto to_plain = [](auto other) {
    return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(other));
  };
  if (method.ml_meth == to_plain(&call_plainly)) return;
  dispatcher = reinterpret_cast<Dispatcher>(reinterpret_cast<void (*)()>(method.ml_meth));
  method.ml_meth = to_plain(&call_plainly);
}

}  // namespace

void guard_calls(const py::module_& module) {
  for (const auto& [name, value] : py::dict(module.attr("__dict__"))) {
    guard_call(value);
    if (PyType_Check(value.ptr()) == 0) continue;
    for (const auto& [member, function] : py::dict(value.attr("__dict__"))) {
      guard_call(function);
      if (py::hasattr(function, "__func__")) guard_call(function.attr("__func__"));
      for (const char* accessor : {"fget", "fset"}) {
        if (py::hasattr(function, accessor)) guard_call(function.attr(accessor));
      }
    }
  }
}

}  // namespace sauro::python
