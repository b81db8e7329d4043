#include <sauro/calendar/limit_course.hpp>
#include <sauro/calendar/limit_preset.hpp>
#include <sauro/phrases/time_limit.hpp>
#include <sauro/text/unicode.hpp>

#include "columns.hpp"
#include "values.hpp"

namespace sauro::python {
namespace {

using Sessions = std::vector<std::pair<int, int>>;
using Stamp = std::pair<Date, int>;  ///< a day and its minute
using GivenSuspension = std::pair<Stamp, std::optional<Stamp>>;
using GivenExtension = std::tuple<Stamp, std::optional<TimeLimit>, std::optional<Stamp>>;

Moment moment_of(const Stamp& stamp) { return {stamp.first, stamp.second}; }

std::optional<Moment> moment_of(const std::optional<Stamp>& stamp) {
  return stamp ? std::optional(moment_of(*stamp)) : std::nullopt;
}

Stamp stamp_of(const Moment& moment) { return {moment.date, moment.minute}; }

std::optional<Stamp> stamp_of(const std::optional<Moment>& moment) {
  return moment ? std::optional(stamp_of(*moment)) : std::nullopt;
}

LimitCourse course_of(const TimeLimit& limit, const Stamp& start, const WorkingCalendar& calendar,
                      const std::vector<GivenSuspension>& suspensions,
                      const std::vector<GivenExtension>& extensions, Sessions sessions) {
  std::vector<Suspension> waits;
  for (const auto& [from, to] : suspensions) waits.push_back({moment_of(from), moment_of(to)});
  std::vector<Extension> longer;
  for (const auto& [decided, by, until] : extensions) {
    longer.push_back({moment_of(decided), by, moment_of(until)});
  }
  return {limit, moment_of(start), calendar, waits, longer, {std::move(sessions)}};
}

void register_time_limit(py::module_& module) {
  py::class_<TimeLimit>(module, "TimeLimit", "See sauro.TimeLimit.")
      .def(py::init([](double amount, const std::string& unit, bool roll, bool contiguous) {
             return TimeLimit(amount, named<TimeUnit>(unit, ErrorCode::invalid_time_limit),
                              {roll, contiguous});
           }),
           py::arg("amount"), py::arg("unit"), py::arg("roll"), py::arg("contiguous"))
      .def_property_readonly("amount", &TimeLimit::amount)
      .def("due",
           py::overload_cast<const Date&, const WorkingCalendar&>(&TimeLimit::due, py::const_),
           py::arg("start"), py::arg("calendar"))
      .def(
          "due_moment",
          [](const TimeLimit& self, const Date& date, int minute, const WorkingCalendar& calendar,
             Sessions sessions) {
            const Moment due = self.due(Moment{date, minute}, calendar, {std::move(sessions)});
            return std::pair(due.date, due.minute);
          },
          py::arg("date"), py::arg("minute"), py::arg("calendar"), py::arg("sessions"))
      .def(
          "due_column",
          [](const TimeLimit& self, const Days& start, const WorkingCalendar& calendar,
             const std::string& on_problem) {
            return filled(start.size(), [&](auto out) {
              self.due(span_of(start), calendar, out, named<OnProblem>(on_problem));
            });
          },
          py::arg("start").noconvert(), py::arg("calendar"), py::arg("on_problem"))
      .def("before", &TimeLimit::before, py::arg("event"), py::arg("calendar"))
      .def(
          "cut",
          [](const TimeLimit& self, double percent, const std::string& rounding) {
            return self.cut(percent, named<Rounding>(rounding)).amount();
          },
          py::arg("percent"), py::arg("rounding"));
}

void register_course(py::module_& module) {
  py::class_<LimitCourse>(module, "LimitCourse", "See sauro.LimitCourse.")
      .def(py::init(&course_of), py::arg("limit"), py::arg("start"), py::arg("calendar"),
           py::arg("suspensions"), py::arg("extensions"), py::arg("sessions"))
      .def_property_readonly("first_due",
                             [](const LimitCourse& self) { return stamp_of(self.first_due()); })
      .def_property_readonly("regular_due",
                             [](const LimitCourse& self) { return stamp_of(self.regular_due()); })
      .def_property_readonly("due", [](const LimitCourse& self) { return stamp_of(self.due()); })
      .def_property_readonly("void_suspensions", &LimitCourse::void_suspensions)
      .def_property_readonly("void_extensions", &LimitCourse::void_extensions)
      .def(
          "standing",
          [](const LimitCourse& self, const std::optional<Stamp>& finished, const Date& as_of) {
            const LimitStanding standing = self.standing(moment_of(finished), as_of);
            return std::tuple(std::string(to_string(standing.status)), standing.by_extension,
                              standing.late_days);
          },
          py::arg("finished"), py::arg("as_of"));
}

}  // namespace

py::object to_python(const std::optional<TimeLimit>& limit) {
  if (!limit) return py::none();
  return py::module_::import("sauro.calendar")
      .attr("TimeLimit")(limit->amount(), std::string(to_string(limit->unit())));
}

void register_limits(py::module_& module) {
  register_time_limit(module);
  register_course(module);
  positional_class<LimitPreset>(module, "LimitPreset",
                                "A limit that a decree sets for every dossier.")
      .def_property_readonly(
          "limit", [](const LimitPreset& self) { return to_python(self.limit); },
          "TimeLimit, or None where a decree governs it whose words were not found.");
  module.def("limit_presets", &limit_presets);
  module.def("limit_preset", &limit_preset, py::arg("id"), py::arg("on"));
  module.def(
      "parse_time_limit",
      [](const std::string& text) {
        const TimeLimit limit = parse_time_limit(to_nfc(text));
        return std::pair(limit.amount(), std::string(to_string(limit.unit())));
      },
      py::arg("text"), "Amount and unit of a limit in words.");
  module.def(
      "working_hours", [](const std::string& kind) { return WorkingHours::load(kind).sessions; },
      py::arg("kind"), "Sessions of a kind of office in minutes from midnight.");
}

}  // namespace sauro::python
