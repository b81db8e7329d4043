#include "columns.hpp"

namespace sauro::python {
namespace {

/// A column over NumPy's memory.
void add_column(Inputs& self, const std::string& variable, const std::string& stage,
                const Array<double>& values, const std::vector<std::string>& evidence) {
  Column::Parts parts;
  parts.type = ColumnType::float64;
  parts.length = values.size();
  parts.values = {values.data(), keep(values), static_cast<std::size_t>(values.nbytes())};
  self.columns.push_back(
      {variable, named<Stage>(stage), Column(variable, std::move(parts)), evidence});
}

/// An array that takes over the memory of a vector.
template <class T>
py::array_t<T> array_of(std::vector<T> values) {
  auto* owner = new std::vector<T>(std::move(values));
  const py::capsule base(owner, [](void* held) { delete static_cast<std::vector<T>*>(held); });
  return py::array_t<T>({static_cast<py::ssize_t>(owner->size())}, owner->data(), base);
}

py::array_t<double> points_of(const Scorecard& card, const std::string& code) {
  const Column column = card.points(code);
  auto* owner = new Column(column);
  const py::capsule base(owner, [](void* held) { delete static_cast<Column*>(held); });
  py::array_t<double> view({static_cast<py::ssize_t>(column.size())},
                           owner->values<double>().data(), base);
  view.attr("flags").attr("writeable") = false;
  return view;
}

py::array_t<bool> bools_of(const std::vector<bool>& values) {
  py::array_t<bool> out(static_cast<py::ssize_t>(values.size()));
  std::copy(values.begin(), values.end(), out.mutable_data());
  return out;
}

py::dict dict_of(const RefusedValue& finding) {
  return py::dict(py::arg("kind") = finding.kind, py::arg("code") = finding.code,
                  py::arg("variable") = finding.variable, py::arg("unit") = finding.unit,
                  py::arg("period") = finding.period, py::arg("value") = finding.value,
                  py::arg("message") = finding.message);
}

py::dict dict_of(const Explanation& e) {
  py::list inputs;
  for (const UsedInput& input : e.inputs) {
    py::object stage = py::none();
    if (input.stage) stage = py::str(std::string(to_string(*input.stage)));
    inputs.append(
        py::make_tuple(input.name, input.title, input.value, input.shown, stage, input.evidence));
  }
  py::list parts;
  for (const Explanation& part : e.parts) parts.append(dict_of(part));
  return py::dict(
      py::arg("code") = e.code, py::arg("title") = e.title, py::arg("unit") = e.unit,
      py::arg("period") = e.period, py::arg("points") = e.points, py::arg("low") = e.low,
      py::arg("high") = e.high, py::arg("max") = e.max, py::arg("lost") = e.lost,
      py::arg("applies") = e.applies, py::arg("rule_type") = e.rule_type, py::arg("rule") = e.rule,
      py::arg("rule_en") = e.rule_en, py::arg("reason") = e.reason,
      py::arg("reason_en") = e.reason_en, py::arg("legal_reference") = e.legal_reference,
      py::arg("inputs") = inputs, py::arg("parts") = parts, py::arg("text") = e.to_text());
}

/// The value of a field of sauro.Explanation or sauro.UsedInput.
template <class T>
void take(const py::handle& from, const char* name, T& value) {
  value = from.attr(name).cast<T>();
}

UsedInput input_of(const py::handle& from) {
  UsedInput input;
  take(from, "name", input.name);
  take(from, "title", input.title);
  take(from, "value", input.value);
  take(from, "shown", input.shown);
  const auto stage = from.attr("stage").cast<std::optional<std::string>>();
  if (stage) input.stage = named<Stage>(*stage);
  take(from, "evidence", input.evidence);
  return input;
}

Explanation explanation_of(const py::handle& from) {
  Explanation made;
  take(from, "code", made.code);
  take(from, "title", made.title);
  take(from, "unit", made.unit);
  take(from, "period", made.period);
  take(from, "points", made.points);
  take(from, "low", made.low);
  take(from, "high", made.high);
  take(from, "max", made.max);
  take(from, "lost", made.lost);
  take(from, "applies", made.applies);
  take(from, "rule_type", made.rule_type);
  take(from, "rule", made.rule);
  take(from, "rule_en", made.rule_en);
  take(from, "reason", made.reason);
  take(from, "reason_en", made.reason_en);
  take(from, "legal_reference", made.legal_reference);
  for (const py::handle one : from.attr("inputs")) made.inputs.push_back(input_of(one));
  for (const py::handle one : from.attr("parts")) made.parts.push_back(explanation_of(one));
  return made;
}

void register_inputs(py::module_& module) {
  py::class_<Inputs>(module, "Inputs", "See sauro.Inputs.")
      .def(py::init([](std::vector<std::string> units, std::vector<std::string> periods) {
             return Inputs{.units = std::move(units), .periods = std::move(periods)};
           }),
           py::arg("units"), py::arg("periods"))
      .def("add", &add_column, py::arg("variable"), py::arg("stage"), py::arg("values"),
           py::arg("evidence"))
      .def(
          "exempt",
          [](Inputs& self, const std::string& code, const Array<bool>& rows) {
            self.exemptions.push_back(
                {code, std::vector<bool>(rows.data(), rows.data() + rows.size())});
          },
          py::arg("code"), py::arg("rows"));
}

void register_scorecard(py::module_& module) {
  py::class_<Scorecard>(module, "Scorecard", "See sauro.Scorecard.")
      .def("points", &points_of, py::arg("code"))
      .def(
          "low", [](const Scorecard& s, const std::string& code) { return array_of(s.low(code)); },
          py::arg("code"))
      .def(
          "high",
          [](const Scorecard& s, const std::string& code) { return array_of(s.high(code)); },
          py::arg("code"))
      .def(
          "percent",
          [](const Scorecard& s, const std::string& code) { return array_of(s.percent(code)); },
          py::arg("code"))
      .def(
          "applies",
          [](const Scorecard& s, const std::string& code) { return bools_of(s.applies(code)); },
          py::arg("code"))
      .def("grade", &Scorecard::grade, py::arg("code"))
      .def("findings",
           [](const Scorecard& self) {
             py::list out;
             for (const RefusedValue& finding : self.findings()) out.append(dict_of(finding));
             return out;
           })
      .def(
          "explain",
          [](const Scorecard& self, const std::string& code, std::size_t row) {
            return dict_of(self.explain(code, row));
          },
          py::arg("code"), py::arg("row"))
      .def(
          "to_json", [](const Scorecard& self) { return to_json(self); },
          py::call_guard<py::gil_scoped_release>())
      .def("reasons", py::overload_cast<>(&Scorecard::reasons, py::const_),
           py::call_guard<py::gil_scoped_release>())
      .def(
          "reasons_of",
          [](const Scorecard& self, const std::string& code) { return self.reasons(code); },
          py::arg("code"))
      .def(
          "contributions",
          [](const Scorecard& self, std::size_t row, const Scorecard& other,
             std::size_t other_row) {
            py::list out;
            for (const Contribution& c : contributions(self, row, other, other_row)) {
              out.append(py::make_tuple(c.code, c.from, c.to, c.contribution));
            }
            return out;
          },
          py::arg("row"), py::arg("other"), py::arg("other_row"));
}

}  // namespace

void register_scoring(py::module_& module) {
  register_inputs(module);
  register_scorecard(module);
  module.def(
      "explanation_json",
      [](const py::object& explanation) { return to_json(explanation_of(explanation)); },
      py::arg("explanation"));
  module.def(
      "score",
      [](const Framework& framework, const Inputs& inputs, const std::optional<std::string>& stage,
         const std::string& on_problem, unsigned threads) {
        ScoreOptions options;
        if (stage) options.stage = named<Stage>(*stage);
        options.on_problem = named<OnProblem>(on_problem);
        options.threads = threads;
        const py::gil_scoped_release release;
        return score(framework, inputs, options);
      },
      py::arg("framework"), py::arg("inputs"), py::arg("stage"), py::arg("on_problem"),
      py::arg("threads"));
  module.def(
      "rank",
      [](const Array<double>& values, const std::string& method) {
        return array_of(rank(span_of(values), named<RankMethod>(method)));
      },
      py::arg("values"), py::arg("method"));
  module.def(
      "quantile",
      [](const Array<double>& values, double p, const std::string& method) {
        return quantile(span_of(values), p, named<QuantileMethod>(method));
      },
      py::arg("values"), py::arg("p"), py::arg("method"));
}

}  // namespace sauro::python
