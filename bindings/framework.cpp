#include <pybind11/typing.h>

#include "columns.hpp"
#include "values.hpp"

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
      py::array_t<double> view(static_cast<py::ssize_t>(column.size()), column.data(), unowned);
      view.attr("flags").attr("writeable") = false;
      arguments.append(view);
    }
    const Array<double> result = (*held)(*arguments).cast<Array<double>>();
    std::copy_n(result.data(), points.size(), points.data());
  };
}

py::object json_value(const std::string& json) {
  return py::module_::import("json").attr("loads")(json);
}

/// Items of a list of a framework without copies; each keeps the framework alive.
template <class Item>
py::typing::List<Item> list_of(const py::object& framework, std::span<const Item> items) {
  py::typing::List<Item> out;
  for (const Item& item : items) {
    out.append(py::cast(item, py::return_value_policy::reference_internal, framework));
  }
  return out;
}

/// Names of the grades or groups, from the best down.
std::vector<std::string> grade_labels(const Framework& framework) {
  std::vector<std::string> labels;
  for (const Grade& grade : framework.grades().grades) labels.push_back(grade.label);
  return labels.empty() ? framework.grades().groups : labels;
}

/// A row a difference; what isn't there is an empty text.
Table table_of_changes(const std::vector<FrameworkChange>& changes) {
  std::vector<Column> columns;
  for_each_field<FrameworkChange>([&](const auto& field) {
    std::vector<std::string> texts;
    for (const FrameworkChange& change : changes) texts.push_back(field.of(change));
    columns.push_back(Column::of(std::string(field.name), texts));
  });
  return Table(std::move(columns));
}

template <class T>
void def_title(py::class_<T>& type) {
  type.def_property_readonly(
      "title", [](const T& self) { return self.title.vi; }, doc_of<T>("title"));
  type.def_property_readonly(
      "title_en", [](const T& self) { return self.title.en; },
      "In English; empty where it has none.");
}

}  // namespace

// fields that Python sees otherwise than values.hpp shows them

template <class Owner>
inline constexpr bool is_shown_otherwise<Owner, Title> = true;
template <>
inline constexpr bool is_shown_otherwise<Variable, std::vector<std::string>> = true;
template <>
inline constexpr bool is_shown_otherwise<Variable, Expression> = true;
template <>
inline constexpr bool is_shown_otherwise<Criterion, Rule> = true;

template <>
py::object to_state(const Title& title) {
  return py::make_tuple(title.vi, title.en);
}

template <>
Title from_state<Title>(const py::handle& state) {
  if (py::isinstance<py::str>(state)) return {from_state<std::string>(state), {}};
  const auto [vi, en] = py::cast<std::pair<std::string, std::string>>(state);
  return {to_nfc(vi), to_nfc(en)};
}

/// A formula is its words.
template <>
py::object to_state(const Expression& formula) {
  return py::str(formula.text());
}

template <>
Expression from_state<Expression>(const py::handle& state) {
  const auto text = from_state<std::string>(state);
  return text.empty() ? Expression() : Expression::parse(text);
}

/// A rule is a dict in Python, as its JSON has it.
template <>
py::object to_state(const Rule& rule) {
  return json_value(to_json(rule));
}

template <>
Rule from_state<Rule>(const py::handle& state) {
  return rule_from_json(py::module_::import("json").attr("dumps")(state).cast<std::string>());
}

namespace {

/// Values that never change may be keys: equal ones have one name.
template <class T>
void def_hash(py::class_<T>& type, std::string T::* name) {
  type.def("__hash__", [name](const T& self) { return py::hash(py::str(self.*name)); });
}

void register_parts(py::module_& module) {
  auto problem = fields_class<FrameworkProblem>(module, "FrameworkProblem",
                                                "Something wrong with a framework.");
  problem.def(
      "to_text",
      [](const FrameworkProblem& self, const std::string& language) {
        return to_text(self, language == "en");
      },
      py::arg("language") = "vi", "Place and message in Vietnamese ('vi') or English ('en').");
  def_hash<FrameworkProblem>(problem, &FrameworkProblem::kind);
  auto variable = fields_class<Variable>(
      module, "Variable", "An input that rules ask for; see the guide on indices for its kinds.");
  def_hash(variable, &Variable::name);
  def_title(variable);
  variable.def_property_readonly(
      "values",
      [](const Variable& self) -> py::typing::Tuple<py::str, py::ellipsis> {
        return py::tuple(py::cast(self.values));  // can't be changed in place
      },
      doc_of<Variable>("values"));
  variable.def_property_readonly(
      "formula", [](const Variable& self) { return self.formula.text(); },
      doc_of<Variable>("formula"));
  auto criterion = fields_class<Criterion>(
      module, "Criterion",
      "A node of the tree; `rule` is as its JSON, None where its parts give the points.");
  def_title(criterion);
  criterion.def_property_readonly(
      "rule",
      [](const Criterion& self) -> std::optional<py::dict> {
        const py::object rule = to_state(self.rule);
        if (rule.is_none()) return std::nullopt;
        return rule;
      },
      doc_of<Criterion>("rule"));
  criterion.def_property_readonly(
      "rule_type", [](const Criterion& self) { return type_name(self.rule); },
      "Name of the rule's type; empty without a rule.");
  def_hash(criterion, &Criterion::code);
}

}  // namespace

void register_framework(py::module_& module) {
  register_parts(module);
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
              const Unlocked unlocked;
              self.evaluate(spans, target, threads);
            }
            return out;
          },
          py::arg("columns"), py::arg("rows"), py::arg("threads"));

  py::class_<Framework>(module, "Framework", "See sauro.Framework.")
      .def_static(
          "from_json", [](const std::string& text) { return framework_from_json(to_nfc(text)); },
          py::arg("text"), CallUnlocked())
      .def_static(
          "load", [](const std::string& name) { return load_framework(name); }, py::arg("name"),
          CallUnlocked())
      .def_static("names", &framework_names)
      .def(
          "to_json", [](const Framework& self) { return to_json(self); }, CallUnlocked())
      .def("problems", &Framework::validate)
      .def_property_readonly("id", [](const Framework& self) { return self.head().id; })
      .def_property_readonly("title", [](const Framework& self) { return self.head().title.vi; })
      .def_property_readonly("title_en", [](const Framework& self) { return self.head().title.en; })
      .def_property_readonly("source", [](const Framework& self) { return self.head().source; })
      .def_property_readonly("note", [](const Framework& self) { return self.head().note; })
      .def_property_readonly(
          "max", [](const Framework& self) { return self.criteria().front().max.value_or(0); })
      .def_property_readonly("criteria",
                             [](const py::object& self) {
                               const auto& framework = self.cast<const Framework&>();
                               return list_of<Criterion>(
                                   self, std::span(framework.criteria()).subspan(1));
                             })
      .def_property_readonly("variables",
                             [](const py::object& self) {
                               return list_of<Variable>(self,
                                                        self.cast<const Framework&>().variables());
                             })
      .def_property_readonly("grades",
                             [](const Framework& self) -> py::dict {
                               if (self.grades() == GradeScale{}) return {};
                               return json_value(to_json(self.grades()));
                             })
      .def_property_readonly("grade_labels", &grade_labels)
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
          "rule_type",
          [](const Framework& self, std::size_t place) {
            return std::string(type_name(self.criteria().at(place).rule));
          },
          py::arg("place"))
      .def(
          "is_lower_better",
          [](const Framework& self, const std::string& code) {
            return self.criterion(code).direction == Direction::lower;
          },
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
             const std::vector<std::string>& variables, const py::function& function,
             bool fills_missing) {
            const ScriptRule rule{name, variables, function_of(function), fills_missing};
            const Unlocked unlocked;
            return self.with_rule(code, rule);
          },
          py::arg("code"), py::arg("name"), py::arg("variables"), py::arg("function"),
          py::arg("fills_missing"))
      .def(
          "with_formula",
          [](const Framework& self, const std::string& code, const std::string& text) {
            return self.with_rule(code, FormulaRule{Expression::parse(to_nfc(text))});
          },
          py::arg("code"), py::arg("text"), CallUnlocked())
      .def(
          "__eq__", [](const Framework& a, const Framework& b) { return a == b; },
          py::is_operator());

  module.def(
      "diff",
      [](const Framework& before, const Framework& after) {
        return table_of_changes(diff(before, after));
      },
      py::arg("before"), py::arg("after"), CallUnlocked());
}

}  // namespace sauro::python
