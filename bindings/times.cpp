#include "values.hpp"

namespace sauro::python {
namespace {

template <class Timed>
py::object limit_of(const Timed& timed) {
  return to_python(timed.limit);
}

py::object time_of(const Timeframe& timeframe) {
  if (!timeframe.due_minute) return py::none();
  const int minute = std::min(*timeframe.due_minute, 24 * 60 - 1);  // Python has no 24:00
  return py::module_::import("datetime").attr("time")(minute / 60, minute % 60);
}

void register_timeframe(py::module_& module) {
  fields_class<Occurrence>(module, "Occurrence", "One time that a task falls due.");
  fields_class<OtherReading>(module, "OtherReading", "What the words of a timeframe may mean too.")
      .def_property_readonly("limit", &limit_of<OtherReading>, "TimeLimit, or None.");
  auto timeframe =
      fields_class<Timeframe>(module, "Timeframe", "When a task is to be done: words and meaning.");
  timeframe.def_property_readonly("due_time", &time_of, "Time of the last day, or None.")
      .def_property_readonly("limit", &limit_of<Timeframe>, "TimeLimit from the event, or None.")
      .def(
          "to_text",
          [](const Timeframe& self, std::optional<int> year, std::optional<Date> issued,
             bool before_excludes_day) {
            return to_text(self, {year, issued, before_excludes_day});
          },
          py::kw_only(), py::arg("year") = py::none(), py::arg("issued") = py::none(),
          py::arg("before_excludes_day") = false,
          "A phrase that parse_timeframe() reads, with the same options, as the same meaning.")
      .def("__str__", [](const Timeframe& self) { return self.text; });
  replace_repr(timeframe, [](const Timeframe& self) {
    const std::string due = self.due ? ", due " + self.due->to_iso() : "";
    const std::size_t others = self.alternatives.size();
    const std::string open =
        others == 0 ? "" : ", " + std::to_string(others) + " alternative" + (others > 1 ? "s" : "");
    return "Timeframe(" + quoted(self.text) + ", " + std::string(to_string(self.kind)) + due +
           open + ")";
  });
  module.def(
      "parse_timeframe",
      [](const std::string& text, std::optional<int> year, std::optional<Date> issued,
         bool before_excludes_day) {
        return parse_timeframe(to_nfc(text), {year, issued, before_excludes_day});
      },
      py::arg("text"), py::kw_only(), py::arg("year") = py::none(), py::arg("issued") = py::none(),
      py::arg("before_excludes_day") = false,
      "Reads the words of a timeframe; what it doesn't know is 'unparsed', never guessed.");
  module.def(
      "find_timeframes",
      [](const std::string& text, std::optional<int> year, std::optional<Date> issued,
         bool before_excludes_day) {
        return find_timeframes(to_nfc(text), {year, issued, before_excludes_day});
      },
      py::arg("text"), py::kw_only(), py::arg("year") = py::none(), py::arg("issued") = py::none(),
      py::arg("before_excludes_day") = false,
      "Times inside a running text, each with the words that name it.");
}

void register_explanation(py::module_& module) {
  fields_class<ExplainedToken>(module, "ExplainedToken", "A token of a time's words.");
  fields_class<ExplainedPart>(module, "ExplainedPart", "A construction and the words it took.");
  fields_class<TimeConstruction>(module, "TimeConstruction", "A construction with an example.");
  fields_class<TimeframeExplanation>(module, "TimeframeExplanation",
                                     "How the words of a timeframe are read.")
      .def_property_readonly(
          "table",
          [](const TimeframeExplanation& self) {
            return py::module_::import("sauro.table")
                .attr("Table")(table_of(self.tokens, Cells::plain));
          },
          "A row a token.")
      .def("__str__", &TimeframeExplanation::to_text);
  module.def("time_constructions", &time_constructions,
             "Constructions of the grammar of times, each with a phrase.");
  module.def(
      "explain_timeframe",
      [](const std::string& text, std::optional<int> year, std::optional<Date> issued,
         bool before_excludes_day) {
        return explain_timeframe(to_nfc(text), {year, issued, before_excludes_day});
      },
      py::arg("text"), py::kw_only(), py::arg("year") = py::none(), py::arg("issued") = py::none(),
      py::arg("before_excludes_day") = false,
      "Tokens of a timeframe's words, constructions that take them, words that stop it.");
}

void register_target(py::module_& module) {
  fields_class<Target>(module, "Target", "One thing that a plan promises to reach.");
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
  register_explanation(module);
  register_target(module);
}

}  // namespace sauro::python
