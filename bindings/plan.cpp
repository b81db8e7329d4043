#include <map>
#include <sstream>

#include "sequence.hpp"
#include "values.hpp"

namespace sauro::python {
namespace {

py::dict as_dict(const std::vector<ExtraCell>& cells) {
  std::map<std::string, std::string> joined;  // two columns of one name are one entry
  for (const auto& [name, text] : cells) {
    std::string& cell = joined[name];
    cell += cell.empty() ? text : "\n" + text;
  }
  py::dict dict;
  for (const auto& [name, text] : cells) dict[py::str(name)] = py::str(joined[name]);
  return dict;
}

py::dict texts_by_horizon(const Indicator& indicator) {
  std::vector<ExtraCell> cells;
  for (const IndicatorTarget& target : indicator.targets) {
    cells.push_back({target.horizon, target.text});
  }
  return as_dict(cells);
}

py::dict targets_by_horizon(const Indicator& indicator) {
  py::dict dict;
  for (const IndicatorTarget& target : indicator.targets) {
    const py::str horizon(target.horizon);
    if (!dict.contains(horizon)) dict[horizon] = py::list();
    for (const Target& one : target.targets) dict[horizon].attr("append")(one);
  }
  return dict;
}

void register_nouns(py::module_& module) {
  fields_class<Span>(module, "Span", "Place in the source where a piece begins.");
  fields_class<LegalBasis>(module, "LegalBasis", "A document that the plan rests on.");
  fields_class<Document>(module, "Document", "The plan as an official document.");
  fields_class<Section>(module, "Section", "A part of the plan's text under one heading.");
  fields_class<Person>(module, "Person", "Somebody whom a duty is given to.");
  fields_class<Duty>(module, "Duty", "What the text of the plan gives a body or a person to do.");
  fields_class<Reporting>(module, "Reporting", "Who reports to whom and how often.");
  fields_class<Citation>(module, "Citation", "A document that a text names.");
  fields_class<Area>(module, "Area", "A field of work that groups tasks.");
  fields_class<Annex>(module, "Annex", "An annex; number 0 stands for tables in the body.");
  fields_class<SourceTable>(module, "SourceTable", "A table that lists neither tasks nor targets.");
  fields_class<Agency>(module, "Agency", "A body that leads, helps or reports.");
  fields_class<ExtraCell>(module, "ExtraCell", "A cell of a column that has no field of its own.");
  fields_class<Slip>(module, "Slip", "A word that looks like a slip of scanning or typing.");
  fields_class<Remark>(module, "Remark", "A choice that the reader made where it is open.")
      .def_property_readonly(
          "message", [](const Remark& self) { return describe(self).vi; },
          "The remark as a sentence, without its place.")
      .def_property_readonly(
          "message_en", [](const Remark& self) { return describe(self).en; },
          "The sentence in English.");
  fields_class<Unread>(module, "Unread", "A piece of the source that found no field, or a remark.");
}

void register_items(py::module_& module) {
  fields_class<Task>(module, "Task", "One task of an annex.")
      .def("_repr_html_",
           [](const Task& self) {
             return py::str(py::module_::import("sauro.plan._html").attr("task_html")(self));
           })
      .def_property_readonly(
          "extra", [](const Task& self) { return as_dict(self.extra); },
          "Cells of other columns, by header.");
  fields_class<IndicatorTarget>(module, "IndicatorTarget",
                                "What an indicator is to reach by a horizon.");
  fields_class<Indicator>(module, "Indicator", "One row of a table of targets.")
      .def_property_readonly(
          "targets", [](const Indicator& self) { return texts_by_horizon(self); },
          "Target texts by horizon: {'2030': '≥ 30'}.")
      .def_property_readonly(
          "parsed_targets", [](const Indicator& self) { return targets_by_horizon(self); },
          "Lists of Target by horizon.")
      .def_property_readonly(
          "extra", [](const Indicator& self) { return as_dict(self.extra); },
          "Cells of other columns, by header.");
  auto coverage = fields_class<Coverage>(module, "Coverage",
                                         "Where the visible characters of the source went.");
  coverage.def_property_readonly("lost", &Coverage::lost,
                                 "Characters that went nowhere; has to be 0.");
  coverage.def_property_readonly("percent", &Coverage::percent, "Share accounted for, 0 to 100.");
  replace_repr(coverage, [](const Coverage& self) {
    std::ostringstream out;
    out << "Coverage(" << self.percent() << " % of " << self.characters << " characters, unread "
        << self.in_unread << ")";
    return out.str();
  });
}

}  // namespace

void register_plan(py::module_& module) {
  register_nouns(module);
  register_items(module);
  register_sequence<Section>(module, "Sections");
  register_sequence<Duty>(module, "Duties");
  register_sequence<Reporting>(module, "Reportings");
  register_sequence<Annex>(module, "Annexes");
  register_sequence<Agency>(module, "Agencies");
  register_sequence<Task>(module, "Tasks");
  register_sequence<Indicator>(module, "Indicators");
  register_sequence<SourceTable>(module, "SourceTables");
  register_sequence<Slip>(module, "Slips");
  register_sequence<Remark>(module, "Remarks");
  register_sequence<Unread>(module, "Unreads");
  auto plan = public_class<Plan>(module, "Plan", "An administrative-reform plan, as read.");
  def_equality(plan, [](const py::object& a, const py::object& b) {
    return a.cast<const Plan&>() == b.cast<const Plan&>();
  });
  plan.def("__copy__", [](const Plan& self) { return Plan(self); });
  plan.def("__deepcopy__", [](const Plan& self, const py::dict&) { return Plan(self); });
  plan.def_readonly("document", &Plan::document, "Document.");
  plan.def_readonly("coverage", &Plan::coverage, "Coverage.");
  def_sequence(plan, "sections", &Plan::sections, "The text of the plan, by headings.");
  def_sequence(plan, "duties", &Plan::duties, "What the text gives each agency to do.");
  def_sequence(plan, "reporting", &Plan::reporting, "Who reports to whom and how often.");
  def_sequence(plan, "annexes", &Plan::annexes, "Annexes.");
  def_sequence(plan, "agencies", &Plan::agencies, "Agencies; also by id.");
  def_sequence(plan, "tasks", &Plan::tasks, "Tasks in order; also by id.");
  def_sequence(plan, "indicators", &Plan::indicators, "Indicators in order; also by id.");
  def_sequence(plan, "tables", &Plan::tables, "Tables that list neither.");
  def_sequence(plan, "slips", &Plan::slips, "Suspected slips of scanning or typing.");
  def_sequence(plan, "remarks", &Plan::remarks, "What the reader had to guess.");
  def_sequence(plan, "unread", &Plan::unread, "What found no field, and remarks.");
  plan.def_property_readonly("is_empty", &Plan::is_empty,
                             "Whether nothing of a plan was found: no task, indicator, duty, "
                             "numbered section or number of the document.");
  plan.def(
      "to_corrections", [](const Plan& self, int indent) { return to_json(doubts(self), indent); },
      CallUnlocked(), py::kw_only(), py::arg("indent") = 2,
      "What the reader wasn't sure of as JSON, schema sauro/corrections/1: fill in each value and "
      "give it to read_plan(corrections=...).");
  plan.def(
      "with_task", &Plan::with_task, py::arg("task"), CallUnlocked(),
      "This plan with a task more, or with this one in place of the task of its id; its annex, "
      "area and agencies come along.");
  plan.def("for_agency", &for_agency, py::arg("agency"), CallUnlocked(),
           "What one body has to do: this plan with the tasks, duties, reports and indicators that "
           "name it or a group that it belongs to ('các sở, ban, ngành'; 'các đơn vị' are those "
           "whom the document speaks to). A partner 'liên quan' doesn't count.");
  plan.def(
      "to_json",
      [](const Plan& self, const std::optional<int>& indent) {
        return to_json(self, indent.value_or(-1));
      },
      CallUnlocked(), py::kw_only(), py::arg("indent") = 2,
      "The plan as JSON, schema sauro/plan/1.");
  plan.def_static(
      "from_json", [](const std::string& text) { return plan_from_json(text); }, py::arg("text"),
      py::pos_only(), CallUnlocked(), "The plan that to_json wrote.");
  plan.def(py::pickle(
      [](const Plan& self) {
        return py::make_tuple(1, without_gil([&] { return to_json(self, -1); }));
      },
      [](const py::tuple& state) {
        if (state.size() != 2 || state[0].cast<int>() != 1) {
          refuse_pickle("Plan");
        }
        const auto json = state[1].cast<std::string>();
        return without_gil([&] { return plan_from_json(json); });
      }));
  plan.def("_repr_html_", [](const Plan& self) {
    return py::str(py::module_::import("sauro.plan._html").attr("plan_html")(self));
  });
  plan.def("__repr__", [](const Plan& self) {
    std::ostringstream out;
    out << "Plan(" << quoted(self.document.number) << ", " << self.tasks.size() << " tasks, "
        << self.indicators.size() << " indicators, " << self.annexes.size() << " annexes)";
    return out.str();
  });
}

}  // namespace sauro::python
