#include "casters.hpp"

namespace sauro::python {
namespace {

py::tuple tuple_of(const Finding& finding) {
  return py::make_tuple(finding.rule, std::string(to_string(finding.severity)), finding.task,
                        finding.message, finding.message_en, finding.correction, finding.span);
}

Findings checked(const Plan& plan, const std::map<std::string, std::string>& severities,
                 const std::vector<std::pair<std::string, std::optional<Date>>>& expired,
                 int least_working_days, double least_alike,
                 const std::optional<WorkingCalendar>& calendar) {
  CheckOptions options;
  for (const auto& [rule, name] : severities) options.severities[rule] = named<Severity>(name);
  for (const auto& [number, since] : expired) options.expired.push_back({number, since});
  options.least_working_days = least_working_days;
  options.least_alike = least_alike;
  options.calendar = calendar;
  const py::gil_scoped_release release;
  return check(plan, options);
}

using FindingRow = std::tuple<std::string, std::string, std::string, std::string, std::string,
                              std::string, std::optional<Span>>;

/// Findings as JSON, those of the user's own rules among them.
std::string json_of(const std::vector<FindingRow>& rows, const Table& clarity,
                    const std::array<std::optional<double>, 6>& clears,
                    const std::optional<double>& points) {
  Findings findings;
  findings.clarity = clarity;
  findings.clears = clears;
  findings.points = points;
  for (const auto& [rule, severity, task, message, message_en, correction, span] : rows) {
    findings.findings.push_back({rule, named<Severity>(severity), task, message, message_en,
                                 correction, span.value_or(Span())});
  }
  return to_json(findings);
}

py::list rows_of(const Findings& findings) {
  py::list rows;
  for (const Finding& finding : findings.findings) rows.append(tuple_of(finding));
  return rows;
}

}  // namespace

void register_checking(py::module_& module) {
  py::class_<Findings>(module, "Findings")
      .def("__len__", [](const Findings& self) { return self.findings.size(); })
      .def("rows", &rows_of)
      .def_readonly("clarity", &Findings::clarity)
      .def_readonly("clears", &Findings::clears)
      .def_readonly("points", &Findings::points);
  module.def("check", &checked, py::arg("plan"), py::arg("severities"), py::arg("expired"),
             py::arg("least_working_days"), py::arg("least_alike"), py::arg("calendar"));
  module.def("findings_json", &json_of, py::arg("rows"), py::arg("clarity"), py::arg("clears"),
             py::arg("points"));
  module.def("check_rules", [] {
    py::list rows;
    for (const CheckRuleInfo& rule : check_rules()) {
      rows.append(py::make_tuple(rule.rule, std::string(to_string(rule.severity)), rule.message,
                                 rule.message_en));
    }
    return rows;
  });
}

}  // namespace sauro::python
