/// A noun that has one field more than it had: `room`. The name stands at the member and in the
/// list, nowhere else; tests/python/test_fields.py finds the field wherever fields are.

#include <sauro/table/rows.hpp>

#include "casters.cpp"
#include "errors.cpp"
#include "values.cpp"
#include "writing/json_fields.hpp"

namespace {

using namespace sauro;

struct Meeting {
  std::string id = {};
  int people = 0;
  std::optional<Date> day = {};
  std::string room = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("id", &Meeting::id, "Id.", traits::required | traits::shown),
                      Field("people", &Meeting::people, "How many come."),
                      Field("day", &Meeting::day, "When, or None."),
                      Field("room", &Meeting::room, "Where.", traits::omitted | traits::shown)};
  }

  friend bool operator==(const Meeting& a, const Meeting& b) { return equal_fields(a, b); }
};

Meeting meeting_of(const std::string& text) {
  detail::JsonDocument document(text);
  Meeting meeting;
  detail::read(document.root(), meeting);
  document.refuse_problems();
  return meeting;
}

}  // namespace

PYBIND11_MODULE(one_more_field, module) {
  namespace py = pybind11;
  module.attr("_public") = py::list();
  sauro::python::register_errors(module);
  sauro::python::fields_class<Meeting>(module, "Meeting", "People who meet.")
      .def("to_json", [](const Meeting& self) { return detail::json_of(self, -1); })
      .def_static("from_json", &meeting_of)
      .def_static("table", [](const std::vector<Meeting>& meetings) { return table_of(meetings); });
}
