#pragma once

/// Columns of numbers between NumPy and spans, without copies.

#include <pybind11/numpy.h>

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

}  // namespace sauro::python
