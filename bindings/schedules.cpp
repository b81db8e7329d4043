#include "casters.hpp"

namespace sauro::python {
namespace {

using Names = std::vector<std::string>;
using TaskRow = std::tuple<std::string, std::string, int, std::string, std::string, std::string,
                           Names, Names, Names, Names, std::string>;
using OccurrenceRow = std::tuple<std::size_t, std::string, std::optional<Date>, std::optional<Date>,
                                 std::string, std::string>;
using DependencyRow = std::tuple<std::size_t, std::size_t, std::string>;

Schedule made_of(std::string title, int year, const std::vector<TaskRow>& tasks,
                 const std::vector<OccurrenceRow>& occurrences,
                 const std::vector<DependencyRow>& dependencies) {
  Schedule made;
  made.title = std::move(title);
  made.year = year;
  for (const auto& [id, name, annex, area, area_name, product, leads, lead_names, coordinators,
                    coordinator_names, timeframe] : tasks) {
    if (leads.size() != lead_names.size() || coordinators.size() != coordinator_names.size()) {
      throw ValidationError(ErrorCode::json_schema, id,
                            {"mỗi cơ quan phải có một tên", "agencies without a name each"});
    }
    made.tasks.push_back({id, name, annex, area, area_name, product, leads, lead_names,
                          coordinators, coordinator_names, timeframe});
  }
  const auto require = [&](std::size_t task, const char* where) {
    if (task < made.tasks.size()) return;
    throw ValidationError(ErrorCode::json_schema, where,
                          {"không có nhiệm vụ thứ " + std::to_string(task),
                           "there is no task number " + std::to_string(task)});
  };
  for (const auto& [task, label, start, due, kind, reading] : occurrences) {
    require(task, "occurrences");
    made.occurrences.push_back({task, label, start, due, named<OccurrenceKind>(kind), reading});
  }
  for (const auto& [before, after, kind] : dependencies) {
    require(before, "dependencies");
    require(after, "dependencies");
    made.dependencies.push_back({before, after, named<DependencyKind>(kind)});
  }
  made.order = order_of(made);
  return made;
}

py::list tasks_of(const Schedule& self) {
  py::list rows;
  for (const ScheduledTask& one : self.tasks) {
    rows.append(py::make_tuple(one.id, one.title, one.annex, one.area, one.area_name, one.product,
                               one.leads, one.lead_names, one.coordinators, one.coordinator_names,
                               one.timeframe));
  }
  return rows;
}

py::list occurrences_of(const Schedule& self) {
  py::list rows;
  for (const ScheduledOccurrence& one : self.occurrences) {
    rows.append(py::make_tuple(one.task_place, one.occurrence, one.start, one.due,
                               std::string(to_string(one.kind)), one.reading));
  }
  return rows;
}

py::list dependencies_of(const Schedule& self) {
  py::list rows;
  for (const Dependency& one : self.dependencies) {
    rows.append(py::make_tuple(one.before, one.after, std::string(to_string(one.kind))));
  }
  return rows;
}

Schedule scheduled(const Plan& plan, const WorkingCalendar& calendar, std::optional<int> year,
                   bool undated_at_year_end, const std::string& roll,
                   const std::optional<std::string>& review,
                   const std::vector<std::pair<std::string, std::string>>& predecessors) {
  ScheduleOptions options;
  options.year = year;
  options.undated_at_year_end = undated_at_year_end;
  options.roll = named<Roll>(roll);
  if (review) options.review = named<ReportKind>(*review);
  options.predecessors = predecessors;
  const py::gil_scoped_release release;
  return schedule(plan, calendar, options);
}

}  // namespace

void register_schedules(py::module_& module) {
  py::class_<Schedule, std::shared_ptr<Schedule>>(module, "Schedule")
      .def(py::init(&made_of), py::arg("title"), py::arg("year"), py::arg("tasks"),
           py::arg("occurrences"), py::arg("dependencies"))
      .def_readonly("title", &Schedule::title)
      .def_readonly("year", &Schedule::year)
      .def_readonly("order", &Schedule::order)
      .def("tasks", &tasks_of)
      .def("occurrences", &occurrences_of)
      .def("dependencies", &dependencies_of)
      .def("table", &occurrences_table)
      .def("to_json", [](const Schedule& self) { return to_json(self); })
      .def_static("from_json", &schedule_from_json, py::arg("text"))
      .def("event_ids", &event_ids)
      .def(
          "to_icalendar",
          [](const Schedule& self, int alarm_days) {
            CalendarFileOptions options;
            options.alarm_days = alarm_days;
            return to_icalendar(self, options);
          },
          py::arg("alarm_days"))
      .def("to_project_xml", &to_project_xml, py::arg("calendar"))
      .def("slack", &slack_table, py::arg("calendar"), py::arg("as_of"))
      .def("workload", &workload_table)
      .def("crowded", &crowded_table, py::arg("most"))
      .def(
          "__eq__", [](const Schedule& a, const Schedule& b) { return a == b; }, py::is_operator());
  module.def("schedule", &scheduled, py::arg("plan"), py::arg("calendar"), py::arg("year"),
             py::arg("undated_at_year_end"), py::arg("roll"), py::arg("review"),
             py::arg("predecessors"));
}

}  // namespace sauro::python
