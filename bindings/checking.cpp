#include "values.hpp"

namespace sauro::python {
namespace {

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
  const Unlocked unlocked;
  return check(plan, options);
}

}  // namespace

void register_checking(py::module_& module) {
  positional_class<CheckRuleInfo>(module, "CheckRule",
                                  "A built-in rule of `check`; `check_rules` lists them.");
  positional_class<Finding>(module, "Finding",
                            "Something that a plan doesn't keep of what it promises.")
      .def(
          "to_text",
          [](const Finding& self, const std::string& language) {
            return to_text(self, language == "en");
          },
          py::arg("language") = "vi",
          "Severity, task, message and correction in Vietnamese (vi) or English (en).")
      .def("__str__", [](const Finding& self) { return to_text(self); });
  py::class_<Findings>(module, "Findings")
      .def(py::init([](std::vector<Finding> findings, const Table& clarity,
                       const ClearShares& clears, const std::optional<double>& points) {
             return Findings{std::move(findings), clarity, clears, points};
           }),
           py::arg("findings"), py::arg("clarity"), py::arg("clears"), py::arg("points"))
      .def(
          "to_json", [](const Findings& self) { return to_json(self); }, CallUnlocked())
      .def_readonly("findings", &Findings::findings)
      .def_readonly("clarity", &Findings::clarity)
      .def_readonly("clears", &Findings::clears)
      .def_readonly("points", &Findings::points);
  module.def("check", &checked, py::arg("plan"), py::arg("severities"), py::arg("expired"),
             py::arg("least_working_days"), py::arg("least_alike"), py::arg("calendar"));
  module.def("check_rules", &check_rules);
}

}  // namespace sauro::python
