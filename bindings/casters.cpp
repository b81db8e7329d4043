#include "casters.hpp"

#include <datetime.h>  // its API pointer is static: only this file may use it

namespace sauro::python {
namespace {

void load_api() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
}

}  // namespace

std::optional<Date> date_of(pybind11::handle source) {
  load_api();
  if (!PyDate_Check(source.ptr()) || PyDateTime_Check(source.ptr())) return std::nullopt;
  return Date(source.attr("year").cast<int>(), source.attr("month").cast<int>(),
              source.attr("day").cast<int>());
}

pybind11::handle to_python(const Date& date) {
  load_api();
  const auto [year, month, day] = date.year_month_day();
  return PyDate_FromDate(year, month, day);
}

}  // namespace sauro::python
