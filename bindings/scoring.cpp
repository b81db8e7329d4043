#include "columns.hpp"
#include "values.hpp"

namespace sauro::python {
namespace {

/// Inputs that a program fills while another of its threads may score them: what is being scored
/// stays as it was. All members are called with the GIL.
class SharedInputs {
 public:
  explicit SharedInputs(Inputs inputs) : held_(std::make_shared<Inputs>(std::move(inputs))) {}

  /// What they are now, whatever is added later.
  [[nodiscard]] std::shared_ptr<const Inputs> get() const { return held_; }

  /// To add to; a copy where somebody scores them.
  Inputs& own() {
    if (held_.use_count() > 1) held_ = std::make_shared<Inputs>(*held_);
    return *held_;
  }

 private:
  std::shared_ptr<Inputs> held_;
};

/// A column over NumPy's memory.
void add_column(SharedInputs& self, const std::string& variable, const std::string& stage,
                const Array<double>& values, const std::vector<std::string>& evidence) {
  Column::Parts parts;
  parts.type = ColumnType::float64;
  parts.length = values.size();
  parts.values = {values.data(), keep(values), static_cast<std::size_t>(values.nbytes())};
  self.own().columns.push_back(
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
  py::array_t<double> view(static_cast<py::ssize_t>(column.size()), owner->values<double>().data(),
                           base);
  view.attr("flags").attr("writeable") = false;
  return view;
}

py::array_t<bool> bools_of(const std::vector<bool>& values) {
  py::array_t<bool> out(static_cast<py::ssize_t>(values.size()));
  std::copy(values.begin(), values.end(), out.mutable_data());
  return out;
}

/// Values of a column of inputs as an array of its own.
py::array_t<double> values_of(const InputColumn& column) {
  const auto values = column.values.values<double>();
  return py::array_t<double>(static_cast<py::ssize_t>(values.size()), values.data());
}

py::tuple state_of(const SharedInputs& self) {
  const Inputs& inputs = *self.get();
  py::list columns;
  for (const InputColumn& one : inputs.columns) {
    columns.append(
        py::dict(py::arg("variable") = one.variable, py::arg("stage") = to_state(one.stage),
                 py::arg("values") = values_of(one), py::arg("evidence") = one.evidence));
  }
  py::list exemptions;
  for (const Exemption& one : inputs.exemptions) {
    exemptions.append(py::dict(py::arg("code") = one.code, py::arg("rows") = bools_of(one.rows)));
  }
  return py::make_tuple(pickle_version, inputs.units, inputs.periods, columns, exemptions);
}

void add_exemption(SharedInputs& self, const std::string& code, const Array<bool>& rows) {
  self.own().exemptions.push_back(
      {code, std::vector<bool>(rows.data(), rows.data() + rows.size())});
}

SharedInputs from_tuple(const py::tuple& state) {
  if (state.size() != 5 || state[0].cast<int>() != pickle_version) refuse_pickle("Inputs");
  SharedInputs inputs(Inputs{.units = state[1].cast<std::vector<std::string>>(),
                             .periods = state[2].cast<std::vector<std::string>>()});
  for (const py::handle one : state[3]) {
    add_column(inputs, one["variable"].cast<std::string>(), one["stage"].cast<std::string>(),
               one["values"].cast<Array<double>>(),
               one["evidence"].cast<std::vector<std::string>>());
  }
  for (const py::handle one : state[4]) {
    add_exemption(inputs, one["code"].cast<std::string>(), one["rows"].cast<Array<bool>>());
  }
  return inputs;
}

using Renamed = std::vector<std::pair<std::string, std::string>>;

InputOptions options_of(const py::dict& given) {
  InputOptions options;
  options.units = given["units"].cast<std::vector<std::string>>();
  options.periods = given["periods"].cast<std::vector<std::string>>();
  options.unit_column = given["unit_column"].cast<std::string>();
  options.rename = given["rename"].cast<Renamed>();
  options.ignore = given["ignore"].cast<std::vector<std::string>>();
  return options;
}

SharedInputs read_rows(const Grid& grid, const Framework& framework, const py::kwargs& given) {
  const InputOptions options = options_of(given);
  const Unlocked unlocked;
  return SharedInputs(read_inputs(grid, framework, options));
}

SharedInputs read_rows_of_file(const std::filesystem::path& path, const Framework& framework,
                               std::vector<std::string> sheets, std::size_t most_cells,
                               const py::kwargs& given) {
  InputOptions options = options_of(given);
  options.sheets = std::move(sheets);
  options.csv.limits.cells = most_cells;
  const Unlocked unlocked;
  return SharedInputs(read_inputs(path, framework, options));
}

void register_inputs(py::module_& module) {
  py::class_<SharedInputs>(module, "Inputs", "See sauro.Inputs.")
      .def(py::init([](std::vector<std::string> units, std::vector<std::string> periods) {
             return SharedInputs(Inputs{.units = std::move(units), .periods = std::move(periods)});
           }),
           py::arg("units"), py::arg("periods"))
      .def_property_readonly("units", [](const SharedInputs& self) { return self.get()->units; })
      .def_property_readonly("periods",
                             [](const SharedInputs& self) { return self.get()->periods; })
      .def("add", &add_column, py::arg("variable"), py::arg("stage"), py::arg("values"),
           py::arg("evidence"))
      .def("exempt", &add_exemption, py::arg("code"), py::arg("rows"))
      .def(
          "__eq__",
          [](const SharedInputs& a, const SharedInputs& b) { return *a.get() == *b.get(); },
          py::is_operator())
      .def(py::pickle(&state_of, &from_tuple));
  module.def(
      "periods_in_time",
      [](const std::vector<std::string>& periods) { return order_of_periods(periods).in_time; },
      py::arg("periods"), "Places of periods, the earliest first.");
  module.def("variable_named", &variable_named, py::arg("name"), py::arg("framework"));
  module.def("read_inputs", &read_rows, py::arg("grid"), py::arg("framework"));
  module.def("read_input_file", &read_rows_of_file, py::arg("path"), py::arg("framework"),
             py::arg("sheets"), py::arg("most_cells"));
}

void register_explanations(py::module_& module) {
  fields_class<RefusedValue>(module, "RefusedValue",
                             "A value that was refused; its points are missing.")
      .def(
          "to_text",
          [](const RefusedValue& self, const std::string& language) {
            return to_text(self, language == "en");
          },
          py::arg("language") = "vi", "Place and message in Vietnamese ('vi') or English ('en').");
  fields_class<UsedInput>(module, "UsedInput", "An input of one criterion for one unit.");
  fields_class<Explanation>(module, "Explanation", "Why a criterion has its points.")
      .def_property_readonly("text", &Explanation::to_text, "All of it in Vietnamese.")
      .def(
          "to_json", [](const Explanation& self) { return to_json(self); },
          "As JSON (sauro/explanation/1), its parts inside of it.")
      .def("__str__", &Explanation::to_text)
      .def("_repr_html_", [](const Explanation& self) {
        return py::str(py::module_::import("sauro.scoring._html").attr("explanation_html")(self));
      });
}

/// What each criterion adds to the difference between two rows.
Table difference(const Scorecard& self, std::size_t row, const Scorecard& other,
                 std::size_t other_row) {
  std::vector<std::string> codes;
  std::vector<std::string> titles;
  std::vector<double> before;
  std::vector<double> after;
  std::vector<double> added;
  for (const Contribution& one : contributions(self, row, other, other_row)) {
    codes.push_back(one.code);
    titles.push_back(one.code.empty() ? "Tổng" : self.framework().criterion(one.code).title.vi);
    before.push_back(one.from);
    after.push_back(one.to);
    added.push_back(one.contribution);
  }
  return Table({Column::of("code", codes), Column::of("title", titles),
                Column::of("before", std::move(before)), Column::of("after", std::move(after)),
                Column::of("contribution", std::move(added))});
}

void register_scorecard(py::module_& module) {
  py::class_<Scorecard>(module, "Scorecard", "See sauro.Scorecard.")
      .def("points", &points_of, py::arg("code"))
      .def(
          "low",
          [](const Scorecard& s, const std::string& code) {
            return array_of(without_gil([&] { return s.low(code); }));
          },
          py::arg("code"))
      .def(
          "high",
          [](const Scorecard& s, const std::string& code) {
            return array_of(without_gil([&] { return s.high(code); }));
          },
          py::arg("code"))
      .def(
          "percent",
          [](const Scorecard& s, const std::string& code) {
            return array_of(without_gil([&] { return s.percent(code); }));
          },
          py::arg("code"))
      .def(
          "applies",
          [](const Scorecard& s, const std::string& code) { return bools_of(s.applies(code)); },
          py::arg("code"))
      .def("grade", &Scorecard::grade, py::arg("code"), CallUnlocked())
      .def("grade_low", &Scorecard::grade_low, CallUnlocked())
      .def("grade_high", &Scorecard::grade_high, CallUnlocked())
      .def("findings", &Scorecard::findings)
      .def("explain", &Scorecard::explain, py::arg("code"), py::arg("row"), CallUnlocked())
      .def(
          "to_json", [](const Scorecard& self) { return to_json(self); }, CallUnlocked())
      .def("tidy", &Scorecard::tidy, CallUnlocked())
      .def("reasons", py::overload_cast<>(&Scorecard::reasons, py::const_), CallUnlocked())
      .def(
          "reasons_of",
          [](const Scorecard& self, const std::string& code) { return self.reasons(code); },
          py::arg("code"), CallUnlocked())
      .def("difference", &difference, py::arg("row"), py::arg("other"), py::arg("other_row"),
           CallUnlocked());
}

}  // namespace

void register_scoring(py::module_& module) {
  register_inputs(module);
  register_explanations(module);
  register_scorecard(module);
  module.def(
      "score",
      [](const Framework& framework, const SharedInputs& given,
         const std::optional<std::string>& stage, const std::string& on_problem, unsigned threads) {
        const std::shared_ptr<const Inputs> inputs = given.get();
        ScoreOptions options;
        if (stage) options.stage = named<Stage>(*stage);
        options.on_problem = named<OnProblem>(on_problem);
        options.threads = threads;
        const Unlocked unlocked;
        return score(framework, *inputs, options);
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
