#include "values.hpp"

namespace sauro::python {
namespace {

std::vector<std::string> order_of_ids(const Schedule& self) {
  std::vector<std::string> ids;
  for (const std::size_t place : self.order) ids.push_back(self.tasks[place].id);
  return ids;
}

Schedule scheduled(const Plan& plan, const WorkingCalendar& calendar, std::optional<int> year,
                   bool undated_at_year_end, const std::string& roll,
                   const std::optional<std::string>& review,
                   const std::vector<std::pair<std::string, std::string>>& predecessors,
                   bool duties, const std::optional<std::pair<int, int>>& report_day) {
  ScheduleOptions options;
  options.year = year;
  options.undated_at_year_end = undated_at_year_end;
  options.roll = named<Roll>(roll);
  if (review) options.review = named<ReportKind>(*review);
  options.predecessors = predecessors;
  options.duties = duties;
  if (report_day) options.report_day = ReportDay{report_day->first, report_day->second};
  const Unlocked unlocked;
  return schedule(plan, calendar, options);
}

}  // namespace

void register_schedules(py::module_& module) {
  positional_class<ScheduledTask>(
      module, "ScheduledTask",
      "What a schedule keeps of a task; agencies and areas as ids, with their names beside.")
      .def_property_readonly("area_label", &ScheduledTask::area_label,
                             "Number and title of the area: \"I. Công tác chỉ đạo\".");
  positional_class<ScheduledOccurrence>(module, "ScheduledOccurrence",
                                        "One time that a task of a schedule is due.");
  positional_class<Dependency>(module, "Dependency", "One task that has to come before another.");
  py::class_<Schedule, std::shared_ptr<Schedule>>(module, "Schedule")
      .def_readonly("title", &Schedule::title)
      .def_readonly("year", &Schedule::year)
      .def_readonly("tasks", &Schedule::tasks)
      .def_readonly("occurrences", &Schedule::occurrences)
      .def_readonly("dependencies", &Schedule::dependencies)
      .def_readonly("projected", &Schedule::projected)
      .def_property_readonly("order", &order_of_ids)
      .def("table", &occurrences_table, CallUnlocked())
      .def(
          "to_json", [](const Schedule& self) { return to_json(self); }, CallUnlocked())
      .def_static("from_json", &schedule_from_json, py::arg("text"), CallUnlocked())
      .def(
          "to_icalendar",
          [](const Schedule& self, int alarm_days, const WorkingCalendar& calendar,
             std::vector<std::pair<int, int>> sessions, std::optional<Date> as_of,
             const std::string& previous) {
            return to_icalendar(self, {.alarm_days = alarm_days,
                                       .calendar = calendar,
                                       .hours = {std::move(sessions)},
                                       .as_of = as_of,
                                       .previous = previous});
          },
          py::arg("alarm_days"), py::arg("calendar"), py::arg("sessions"), py::arg("as_of"),
          py::arg("previous"), CallUnlocked())
      .def("to_project_xml", &to_project_xml, py::arg("calendar"), CallUnlocked())
      .def("moved_by_icalendar", &moved_by_icalendar, py::arg("text"), CallUnlocked())
      .def("moved_by_project_xml", &moved_by_project_xml, py::arg("text"), CallUnlocked())
      .def("moved_by_rows", &moved_by_rows, py::arg("grid"), CallUnlocked())
      .def("slack", &slack_table, py::arg("calendar"), py::arg("as_of"), CallUnlocked())
      .def("workload", &workload_table, CallUnlocked())
      .def("crowded", &crowded_table, py::arg("most"), CallUnlocked())
      .def(
          "__eq__", [](const Schedule& a, const Schedule& b) { return a == b; }, py::is_operator());
  module.def("schedule", &scheduled, py::arg("plan"), py::arg("calendar"), py::arg("year"),
             py::arg("undated_at_year_end"), py::arg("roll"), py::arg("review"),
             py::arg("predecessors"), py::arg("duties"), py::arg("report_day"));
}

}  // namespace sauro::python
