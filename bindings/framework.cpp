#include "columns.hpp"

namespace sauro::python {
namespace {

/// A Python function as a rule: called with read-only arrays and the GIL held.
RuleFunction function_of(const py::function& function) {
  const std::shared_ptr<py::function> held(new py::function(function), [](py::function* gone) {
    if (Py_IsInitialized() == 0) return;
    const py::gil_scoped_acquire gil;
    delete gone;
  });
  return [held](std::span<const std::span<const double>> columns, std::span<double> points) {
    const py::gil_scoped_acquire gil;
    py::list arguments;
    for (const std::span<const double> column : columns) {
      const py::capsule unowned(column.data(), [](void*) {});
      py::array_t<double> view({static_cast<py::ssize_t>(column.size())}, column.data(), unowned);
      view.attr("flags").attr("writeable") = false;
      arguments.append(view);
    }
    const Array<double> result = (*held)(*arguments).cast<Array<double>>();
    std::copy_n(result.data(), points.size(), points.data());
  };
}

py::list problems_of(const Framework& framework) {
  py::list out;
  for (const FrameworkProblem& problem : framework.validate()) {
    out.append(py::make_tuple(problem.kind, static_cast<int>(problem.code), problem.where,
                              problem.message, problem.message_en));
  }
  return out;
}

}  // namespace

void register_framework(py::module_& module) {
  py::class_<Expression>(module, "Expression", "See sauro.Expression.")
      .def(py::init([](const std::string& text) { return Expression::parse(to_nfc(text)); }),
           py::arg("text"))
      .def_property_readonly("text", &Expression::text)
      .def_property_readonly("names", &Expression::names)
      .def(
          "evaluate",
          [](const Expression& self, const std::vector<Array<double>>& columns, std::size_t rows,
             unsigned threads) {
            std::vector<std::span<const double>> spans;
            for (const Array<double>& column : columns) spans.push_back(span_of(column));
            py::array_t<double> out(static_cast<py::ssize_t>(rows));
            const std::span<double> target(out.mutable_data(), rows);
            {
              const py::gil_scoped_release release;
              self.evaluate(spans, target, threads);
            }
            return out;
          },
          py::arg("columns"), py::arg("rows"), py::arg("threads"));

  py::class_<Framework>(module, "Framework", "See sauro.Framework.")
      .def_static(
          "from_json", [](const std::string& text) { return framework_from_json(to_nfc(text)); },
          py::arg("text"))
      .def_static(
          "load", [](const std::string& name) { return load_framework(name); }, py::arg("name"))
      .def_static("names", &framework_names)
      .def("to_json", [](const Framework& self) { return to_json(self); })
      .def("problems", &problems_of)
      .def_property_readonly("leaves",
                             [](const Framework& self) {
                               std::vector<std::string> codes;
                               for (const std::size_t place : self.leaves()) {
                                 codes.push_back(self.criteria()[place].code);
                               }
                               return codes;
                             })
      .def(
          "find", [](const Framework& self, const std::string& code) { return self.find(code); },
          py::arg("code"))
      .def(
          "names_of",
          [](const Framework& self, const std::string& code) {
            return names_of(self.criterion(code).rule);
          },
          py::arg("code"))
      .def(
          "with_script",
          [](const Framework& self, const std::string& code, const std::string& name,
             const std::vector<std::string>& variables, const py::function& function) {
            return self.with_rule(code, ScriptRule{name, variables, function_of(function)});
          },
          py::arg("code"), py::arg("name"), py::arg("variables"), py::arg("function"))
      .def(
          "with_formula",
          [](const Framework& self, const std::string& code, const std::string& text) {
            return self.with_rule(code, FormulaRule{Expression::parse(to_nfc(text))});
          },
          py::arg("code"), py::arg("text"))
      .def(
          "__eq__", [](const Framework& a, const Framework& b) { return a == b; },
          py::is_operator());

  module.def(
      "diff",
      [](const Framework& before, const Framework& after) {
        py::list out;
        for (const FrameworkChange& change : diff(before, after)) {
          out.append(py::make_tuple(change.code, change.field, change.before, change.after));
        }
        return out;
      },
      py::arg("before"), py::arg("after"));
}

}  // namespace sauro::python
