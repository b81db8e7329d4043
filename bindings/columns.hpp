#pragma once

/// Columns of numbers between NumPy and spans, without copies.

#include <pybind11/numpy.h>

#include <memory>
#include <span>

#include "casters.hpp"

namespace sauro::python {

/// A contiguous array of exactly this type.
template <class T>
using Array = py::array_t<T, py::array::c_style>;

template <class T>
std::span<const T> span_of(const Array<T>& array) {
  return {array.data(), static_cast<std::size_t>(array.size())};
}

template <class T>
std::span<T> span_of(Array<T>& array) {
  return {array.mutable_data(), static_cast<std::size_t>(array.size())};
}

using Days = Array<std::int64_t>;  ///< day numbers since 1970

/// A new column, filled without the GIL.
template <class Fill>
Days filled(py::ssize_t size, Fill fill) {
  Days out(size);
  const std::span<std::int64_t> span = span_of(out);
  const Unlocked unlocked;
  fill(span);
  return out;
}

/// Whether values lie one behind the other, aligned and in this machine's order of bytes.
inline bool is_plain(const py::array& values) {
  const py::object flags = values.attr("flags");
  return flags.attr("c_contiguous").cast<bool>() && flags.attr("aligned").cast<bool>() &&
         values.dtype().attr("isnative").cast<bool>();
}

/// Keeps a Python object alive for a buffer that any thread may let go.
inline std::shared_ptr<const void> keep(const py::object& object) {
  return {object.ptr(), [held = object.inc_ref().ptr()](const void*) {
            if (Py_IsInitialized() == 0) return;
            const py::gil_scoped_acquire gil;
            Py_DECREF(held);
          }};
}

}  // namespace sauro::python
