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
    cells.emplace_back(target.horizon, target.text);
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

void register_span(py::module_& module) {
  value_class<Span>(module, "Span", "Place in the source where a piece begins.")
      .def_readonly("part", &Span::part, "Part of a docx; empty for other formats.")
      .def_readonly("paragraph", &Span::paragraph, "Paragraph of the part, from 1; 0 elsewhere.")
      .def_readonly("line", &Span::line, "Line, from 1; 0 in a docx.")
      .def_readonly("column", &Span::column, "Column in characters, from 1; 0 in a docx.")
      .def("__repr__", [](const Span& self) {
        std::ostringstream out;
        if (self.part.empty()) {
          out << "Span(line=" << self.line << ", column=" << self.column << ")";
        } else {
          out << "Span(part='" << self.part << "', paragraph=" << self.paragraph << ")";
        }
        return out.str();
      });
}

void register_document(py::module_& module) {
  value_class<LegalBasis>(module, "LegalBasis", "A document that the plan rests on.")
      .def_readonly("text", &LegalBasis::text, "As written.")
      .def_property_readonly(
          "number", [](const LegalBasis& self) { return none_if_empty(self.number); },
          "Number and symbol of the first document named, or None.")
      .def_readonly("date", &LegalBasis::date, "Date of that document, or None.")
      .def_readonly("span", &LegalBasis::span, "Where it stands.")
      .def("__repr__", [](const LegalBasis& self) {
        return "LegalBasis(" + quoted(self.number.empty() ? self.text : self.number) + ")";
      });
  value_class<Document>(module, "Document", "The plan as an official document.")
      .def_readonly("kind", &Document::kind, "Abbreviation, 'KH'.")
      .def_readonly("number", &Document::number, "In one spelling, '78/KH-UBND'.")
      .def_readonly("date", &Document::date, "datetime.date, or None in a draft.")
      .def_readonly("place", &Document::place, "Place of issue.")
      .def_readonly("issuer", &Document::issuer, "The body that issued it.")
      .def_readonly("title", &Document::title, "Title, on one line.")
      .def_readonly("legal_bases", &Document::legal_bases, "List of LegalBasis.")
      .def_readonly("recipients", &Document::recipients, "Lines of the list 'Nơi nhận'.")
      .def_readonly("signer", &Document::signer, "Name of who signed.")
      .def_readonly("heading", &Document::heading, "Lines of the letterhead, as written.")
      .def_readonly("closing", &Document::closing, "Lines of the signature block, as written.")
      .def("__repr__", [](const Document& self) {
        return "Document(" + quoted(self.number) + ", " + quoted(self.title) + ")";
      });
}

void register_narrative(py::module_& module) {
  value_class<Section>(module, "Section", "A part of the plan's text under one heading.")
      .def_readonly("id", &Section::id, "Path of the numbers, 'II.1'; '' before the first.")
      .def_readonly("number", &Section::number, "As written, without its dot.")
      .def_readonly("title", &Section::title, "Heading.")
      .def_readonly("level", &Section::level, "1 is the outermost.")
      .def_readonly("paragraphs", &Section::paragraphs, "Text, but what became duties.")
      .def_readonly("span", &Section::span, "Where it begins.")
      .def("__repr__", [](const Section& self) {
        return "Section(" + quoted(self.id) + ", " + quoted(self.title) + ")";
      });
  value_class<Duty>(module, "Duty", "What the text of the plan gives an agency to do.")
      .def_readonly("agency", &Duty::agency, "Agency id.")
      .def_readonly("shared_with", &Duty::shared_with, "Ids of the others in the same heading.")
      .def_readonly("text", &Duty::text, "As written, without its bullet.")
      .def_readonly("section", &Duty::section, "Id of the section.")
      .def_readonly("span", &Duty::span, "Where it begins.")
      .def("__repr__", [](const Duty& self) {
        return "Duty(" + quoted(self.agency) + ", " + quoted(self.text) + ")";
      });
  value_class<Reporting>(module, "Reporting", "Who reports to whom and how often.")
      .def_property_readonly(
          "reporter", [](const Reporting& self) { return none_if_empty(self.reporter); },
          "Agency id, or None.")
      .def_property_readonly(
          "recipient", [](const Reporting& self) { return none_if_empty(self.recipient); },
          "Agency id, or None.")
      .def_property_readonly(
          "through", [](const Reporting& self) { return none_if_empty(self.through); },
          "Agency id, or None.")
      .def_readonly("frequency", &Reporting::frequency, "As written: 'hàng quý, 6 tháng'.")
      .def_readonly("text", &Reporting::text, "The sentence.")
      .def_readonly("span", &Reporting::span, "Where its paragraph begins.")
      .def("__repr__", [](const Reporting& self) {
        return "Reporting(" + quoted(self.reporter) + " -> " + quoted(self.recipient) + ", " +
               quoted(self.frequency) + ")";
      });
}

void register_annex(py::module_& module) {
  value_class<Area>(module, "Area", "A field of work that groups tasks.")
      .def_readonly("number", &Area::number, "'I'; 'A.I' inside a lettered part.")
      .def_readonly("title", &Area::title, "Title.")
      .def_readonly("span", &Area::span, "Where it stands.")
      .def("__repr__", [](const Area& self) {
        return "Area(" + quoted(self.number) + ", " + quoted(self.title) + ")";
      });
  value_class<Annex>(module, "Annex", "An annex; number 0 stands for tables in the body.")
      .def_readonly("number", &Annex::number, "From 1; 0 for the body.")
      .def_readonly("label", &Annex::label, "'Phụ lục 1', as written.")
      .def_readonly("title", &Annex::title, "Title.")
      .def_readonly("note", &Annex::note, "'(Kèm theo Kế hoạch số ...)', as written.")
      .def_property_readonly(
          "cited_number", [](const Annex& self) { return none_if_empty(self.cited_number); },
          "Number of the document that the note names, or None.")
      .def_readonly("cited_date", &Annex::cited_date, "Its date, or None.")
      .def_readonly("header", &Annex::header, "Rows of column headers, as written.")
      .def_readonly("areas", &Annex::areas, "List of Area.")
      .def_readonly("paragraphs", &Annex::paragraphs, "Text outside the tables.")
      .def_readonly("span", &Annex::span, "Where it begins.")
      .def("__repr__", [](const Annex& self) {
        return "Annex(" + std::to_string(self.number) + ", " + quoted(self.title) + ")";
      });
  value_class<SourceTable>(module, "SourceTable", "A table that is neither, kept whole.")
      .def_readonly("annex", &SourceTable::annex, "Number of the annex; 0 for the body.")
      .def_readonly("rows", &SourceTable::rows, "List of lists of cell texts.")
      .def_readonly("span", &SourceTable::span, "Where it begins.")
      .def("__repr__", [](const SourceTable& self) {
        return "SourceTable(" + std::to_string(self.rows.size()) + " rows)";
      });
}

void register_items(py::module_& module) {
  value_class<Agency>(module, "Agency", "A body; one identity for all its spellings.")
      .def_readonly("id", &Agency::id, "'phong-kinh-te'.")
      .def_readonly("name", &Agency::name, "The register's name, else the first spelling.")
      .def_readonly("names", &Agency::names, "Every spelling met.")
      .def_readonly("generic", &Agency::generic, "Names no single body.")
      .def("__repr__", [](const Agency& self) {
        return "Agency(" + quoted(self.id) + ", " + quoted(self.name) + ")";
      });
  value_class<Task>(module, "Task", "One task of a plan's annex.")
      .def_readonly("id", &Task::id, "'1.I.3.1': annex, area, number.")
      .def_readonly("annex", &Task::annex, "Number of the annex.")
      .def_readonly("area", &Task::area, "Number of the area.")
      .def_readonly("number", &Task::number, "'3.1'; '' where the plan gives none.")
      .def_property_readonly(
          "parent", [](const Task& self) { return none_if_empty(self.parent); },
          "Id of the task that this one is a part of, or None.")
      .def_readonly("title", &Task::title, "What is to be done.")
      .def_readonly("points", &Task::points, "Its bullets.")
      .def_readonly("product", &Task::product, "The cell as written.")
      .def_readonly("products", &Task::products, "The products that the cell names.")
      .def_readonly("lead", &Task::lead, "The cell as written.")
      .def_readonly("leads", &Task::leads, "Agency ids.")
      .def_readonly("coordinator", &Task::coordinator, "The cell as written.")
      .def_readonly("coordinators", &Task::coordinators, "Agency ids.")
      .def_readonly("timeframe", &Task::timeframe, "Timeframe.")
      .def_readonly("targets", &Task::targets, "List of Target that its words name.")
      .def_property_readonly(
          "extra", [](const Task& self) { return as_dict(self.extra); },
          "Cells of other columns, by header.")
      .def_readonly("span", &Task::span, "Where its row begins.")
      .def("_repr_html_",
           [](const Task& self) {
             return py::str(py::module_::import("sauro.plan._html").attr("task_html")(self));
           })
      .def("__repr__", [](const Task& self) {
        return "Task(" + quoted(self.id) + ", " + quoted(self.title) + ")";
      });
  value_class<Indicator>(module, "Indicator", "One row of a table of targets.")
      .def_readonly("id", &Indicator::id, "'1.I.4': annex, area, number.")
      .def_readonly("annex", &Indicator::annex, "Number of the annex.")
      .def_readonly("area", &Indicator::area, "Number of the area.")
      .def_readonly("number", &Indicator::number, "'11.10'; '' where the plan gives none.")
      .def_property_readonly(
          "parent", [](const Indicator& self) { return none_if_empty(self.parent); },
          "Id of the indicator that this one is a part of, or None.")
      .def_readonly("name", &Indicator::name, "Name.")
      .def_readonly("unit", &Indicator::unit, "Unit, as written.")
      .def_property_readonly(
          "targets", [](const Indicator& self) { return texts_by_horizon(self); },
          "Target texts by horizon: {'2030': '≥ 30'}.")
      .def_property_readonly(
          "parsed_targets", [](const Indicator& self) { return targets_by_horizon(self); },
          "Lists of Target by horizon.")
      .def_readonly("owner", &Indicator::owner, "The cell as written.")
      .def_readonly("owners", &Indicator::owners, "Agency ids.")
      .def_property_readonly(
          "extra", [](const Indicator& self) { return as_dict(self.extra); },
          "Cells of other columns, by header.")
      .def_readonly("span", &Indicator::span, "Where its row begins.")
      .def("__repr__", [](const Indicator& self) {
        return "Indicator(" + quoted(self.id) + ", " + quoted(self.name) + ")";
      });
}

void register_remarks(py::module_& module) {
  value_class<Slip>(module, "Slip", "A word that looks like a slip of scanning or typing.")
      .def_readonly("text", &Slip::text, "As written.")
      .def_readonly("suggestion", &Slip::suggestion, "What was probably meant; '' if unknown.")
      .def_readonly("span", &Slip::span, "Where its paragraph or cell begins.")
      .def("__repr__", [](const Slip& self) {
        return "Slip(" + quoted(self.text) + " -> " + quoted(self.suggestion) + ")";
      });
  value_class<Unread>(module, "Unread", "A piece of the source that found no field, or a remark.")
      .def_readonly("text", &Unread::text, "As written; '' in a remark.")
      .def_readonly("reason", &Unread::reason, "Why, in Vietnamese.")
      .def_readonly("span", &Unread::span, "Where it stands.")
      .def("__repr__", [](const Unread& self) {
        return "Unread(" + quoted(self.text) + ", " + quoted(self.reason) + ")";
      });
  value_class<Coverage>(module, "Coverage", "Where the visible characters of the source went.")
      .def_readonly("characters", &Coverage::characters,
                    "Of the source, without markup and spaces.")
      .def_readonly("in_fields", &Coverage::in_fields, "Counted in the plan's fields.")
      .def_readonly("in_unread", &Coverage::in_unread, "Counted in `unread`.")
      .def_readonly("repeated_headers", &Coverage::repeated_headers, "Headers met again.")
      .def_readonly("marks", &Coverage::marks, "Bullets, numbers and separators of lists.")
      .def_property_readonly("lost", &Coverage::lost, "Characters that went nowhere; has to be 0.")
      .def_property_readonly("percent", &Coverage::percent, "Share accounted for, 0 to 100.")
      .def("__repr__", [](const Coverage& self) {
        std::ostringstream out;
        out << "Coverage(" << self.percent() << " % of " << self.characters
            << " characters, unread " << self.in_unread << ")";
        return out.str();
      });
}

}  // namespace

void register_plan(py::module_& module) {
  register_span(module);
  register_document(module);
  register_narrative(module);
  register_annex(module);
  register_items(module);
  register_remarks(module);
  register_sequence<Section>(module, "Sections");
  register_sequence<Duty>(module, "Duties");
  register_sequence<Reporting>(module, "Reportings");
  register_sequence<Annex>(module, "Annexes");
  register_sequence<Agency>(module, "Agencies");
  register_sequence<Task>(module, "Tasks");
  register_sequence<Indicator>(module, "Indicators");
  register_sequence<SourceTable>(module, "SourceTables");
  register_sequence<Slip>(module, "Slips");
  register_sequence<Unread>(module, "Unreads");
  auto plan = value_class<Plan>(module, "Plan", "An administrative-reform plan, as read.");
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
  def_sequence(plan, "unread", &Plan::unread, "What found no field, and remarks.");
  plan.def(
      "to_json",
      [](const Plan& self, const std::optional<int>& indent) {
        return to_json(self, indent.value_or(-1));
      },
      py::kw_only(), py::arg("indent") = 2, "The plan as JSON, schema sauro/plan/1.");
  plan.def_static(
      "from_json", [](const std::string& text) { return plan_from_json(text); }, py::arg("text"),
      py::pos_only(), "The plan that to_json wrote.");
  plan.def(py::pickle([](const Plan& self) { return py::make_tuple(1, to_json(self, -1)); },
                      [](const py::tuple& state) {
                        if (state.size() != 2 || state[0].cast<int>() != 1) {
                          throw ParseError(
                              ErrorCode::json_schema, "pickle",
                              "written by another version of sauro; use to_json to keep plans");
                        }
                        return plan_from_json(state[1].cast<std::string>());
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
