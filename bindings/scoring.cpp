#include "columns.hpp"
#include "values.hpp"

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
  return py::dict(py::arg("kind") = finding.kind, py::arg("criterion") = finding.criterion,
                  py::arg("variable") = finding.variable, py::arg("unit") = finding.unit,
                  py::arg("period") = finding.period, py::arg("value") = finding.value,
                  py::arg("code") = static_cast<int>(finding.code),
                  py::arg("where") = finding.where, py::arg("message") = finding.message,
                  py::arg("message_en") = finding.message_en);
}

/// The fields of an explanation and its text; inputs as tuples of theirs, parts as it is itself.
py::dict dict_of(const Explanation& explanation) {
  const auto object_of = [](const auto& value) -> py::object {
    using Value = std::decay_t<decltype(value)>;
    py::list list;
    if constexpr (std::is_same_v<Value, std::vector<UsedInput>>) {
      for (const UsedInput& input : value) {
        py::list row;
        for_each_field<UsedInput>(
            [&](const auto& field) { row.append(to_state(field.of(input))); });
        list.append(py::tuple(row));
      }
    } else if constexpr (std::is_same_v<Value, std::vector<Explanation>>) {
      for (const Explanation& part : value) list.append(dict_of(part));
    } else {
      return py::cast(value);
    }
    return list;
  };
  py::dict members;
  for_each_field<Explanation>(
      [&](const auto& field) { members[field.name.data()] = object_of(field.of(explanation)); });
  members["text"] = explanation.to_text();
  return members;
}

/// Fills a field of what Python has as sauro.Explanation or sauro.UsedInput.
template <class T>
void take(const py::handle& from, T& value) {
  if constexpr (HasFields<T>) {
    for_each_field<T>(
        [&](const auto& field) { take(from.attr(field.name.data()), value.*field.member); });
  } else if constexpr (std::is_same_v<T, std::vector<UsedInput>> ||
                       std::is_same_v<T, std::vector<Explanation>>) {
    for (const py::handle one : from) take(one, value.emplace_back());
  } else if constexpr (std::is_same_v<T, std::optional<Stage>>) {
    value = from_state<T>(from);
  } else {
    value = from.cast<T>();
  }
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
      [](const py::object& explanation) {
        Explanation made;
        take(explanation, made);
        return to_json(made);
      },
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
