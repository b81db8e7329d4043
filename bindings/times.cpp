#include "values.hpp"

namespace sauro::python {
namespace {

py::object limit_of(const Timeframe& timeframe) {
  if (!timeframe.limit) return py::none();
  return py::module_::import("sauro.calendar")
      .attr("TimeLimit")(timeframe.limit->amount(),
                         std::string(to_string(timeframe.limit->unit())));
}

py::object time_of(const Timeframe& timeframe) {
  if (!timeframe.due_minute) return py::none();
  const int minute = std::min(*timeframe.due_minute, 24 * 60 - 1);  // Python has no 24:00
  return py::module_::import("datetime").attr("time")(minute / 60, minute % 60);
}

void register_timeframe(py::module_& module) {
  value_class<Occurrence>(module, "Occurrence", "One time that a task falls due.")
      .def_readonly("label", &Occurrence::label, "'Quý I/2026'.")
      .def_readonly("start", &Occurrence::start, "First day, or None.")
      .def_readonly("due", &Occurrence::due, "Last day.")
      .def("__repr__", [](const Occurrence& self) {
        return "Occurrence(" + quoted(self.label) + ", " + self.due.to_iso() + ")";
      });
  value_class<Timeframe>(module, "Timeframe", "When a task is to be done: words and meaning.")
      .def_readonly("text", &Timeframe::text, "The cell as written; '' where there is none.")
      .def_property_readonly(
          "kind", [](const Timeframe& self) { return std::string(to_string(self.kind)); },
          "unstated, continuous, window, periodic, occasions, roadmap, open_ended, event or "
          "unparsed.")
      .def_readonly("start", &Timeframe::start, "First day, or None.")
      .def_readonly("due", &Timeframe::due, "Last day, or None where nothing ends.")
      .def_property_readonly("due_time", &time_of, "Time of the last day, or None.")
      .def_readonly("occurrences", &Timeframe::occurrences,
                    "List of Occurrence in the plan's year.")
      .def_readonly("rule", &Timeframe::rule, "Rhythm, 'quarter' or 'month+quarter'; or ''.")
      .def_readonly("event", &Timeframe::event, "What it waits for, as written; or ''.")
      .def_property_readonly("limit", &limit_of, "TimeLimit from the event, or None.")
      .def_readonly("before_event", &Timeframe::before_event, "The limit runs up to the event.")
      .def_readonly("reading", &Timeframe::reading, "Which reading was taken of two; or ''.")
      .def("__repr__",
           [](const Timeframe& self) {
             std::string due = self.due ? ", due " + self.due->to_iso() : "";
             return "Timeframe(" + quoted(self.text) + ", " + std::string(to_string(self.kind)) +
                    due + ")";
           })
      .def("__str__", [](const Timeframe& self) { return self.text; });
  module.def(
      "parse_timeframe",
      [](const std::string& text, std::optional<int> year, std::optional<Date> issued,
         bool before_excludes_day) {
        return parse_timeframe(to_nfc(text), {year, issued, before_excludes_day});
      },
      py::arg("text"), py::kw_only(), py::arg("year") = py::none(), py::arg("issued") = py::none(),
      py::arg("before_excludes_day") = false,
      "Reads the words of a timeframe; what it doesn't know is 'unparsed', never guessed.");
}

void register_target(py::module_& module) {
  value_class<Target>(module, "Target", "One thing that a plan promises to reach.")
      .def_readonly("text", &Target::text, "The words that it was read from.")
      .def_property_readonly(
          "kind", [](const Target& self) { return std::string(to_string(self.kind)); },
          "quantity, change, rank, grade or not_measurable.")
      .def_property_readonly(
          "comparison",
          [](const Target& self) { return none_if_empty(std::string(to_string(self.comparison))); },
          "'>=', '>', '<=', '<', '=', 'range', or None.")
      .def_readonly("value", &Target::value, "Number, lower end of a range, or None.")
      .def_readonly("upper", &Target::upper, "Upper end of a range, or None.")
      .def_readonly("upper_excluded", &Target::upper_excluded, "The upper end is left out.")
      .def_readonly("approximate", &Target::approximate, "'khoảng'.")
      .def_readonly("stretch", &Target::stretch, "'phấn đấu': the higher of two levels.")
      .def_readonly("unit", &Target::unit, "'%', 'cuộc'; '' where none is named.")
      .def_readonly("of", &Target::of, "What a share is of; or ''.")
      .def_readonly("direction", &Target::direction, "'increase', 'decrease' or ''.")
      .def_property_readonly(
          "baseline", [](const Target& self) { return none_if_empty(self.baseline); },
          "What it is compared with, 'năm 2025'; or None.")
      .def_readonly("period", &Target::period, "'year', 'quarter', 'month', '2026' or ''.")
      .def_readonly("scope", &Target::scope, "Whom a rank is among; or ''.")
      .def_readonly("grade", &Target::grade, "'tốt'; or ''.")
      .def("__repr__", [](const Target& self) { return "Target(" + quoted(self.text) + ")"; });
  module.def(
      "parse_target", [](const std::string& text) { return parse_target(to_nfc(text)); },
      py::arg("text"), py::pos_only(),
      "Targets of a text that holds nothing else; one that is not measurable where none is found.");
  module.def(
      "find_targets", [](const std::string& text) { return find_targets(to_nfc(text)); },
      py::arg("text"), py::pos_only(),
      "Targets inside a running text, where numbers of documents and dates are none.");
}

}  // namespace

void register_times(py::module_& module) {
  register_timeframe(module);
  register_target(module);
}

}  // namespace sauro::python
