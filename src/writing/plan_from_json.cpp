#include <optional>
#include <string>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/writing/plan_json.hpp"
#include "phrases/meanings.hpp"
#include "writing/json_in.hpp"

// found by JsonIn::read, which looks in this namespace
namespace sauro::detail {

void read_json(const JsonIn& in, Span& span) {
  in.member("part", span.part);
  in.member("paragraph", span.paragraph);
  in.member("line", span.line);
  in.member("column", span.column);
}

void read_json(const JsonIn& in, LegalBasis& basis) {
  in.member("text", basis.text);
  in.member("number", basis.number);
  in.member("date", basis.date);
  in.member("span", basis.span);
}

void read_json(const JsonIn& in, Document& document) {
  in.member("kind", document.kind);
  in.member("number", document.number);
  in.member("date", document.date);
  in.member("place", document.place);
  in.member("issuer", document.issuer);
  in.member("title", document.title);
  in.member("legal_bases", document.legal_bases);
  in.member("recipients", document.recipients);
  in.member("signer", document.signer);
  in.member("heading", document.heading);
  in.member("closing", document.closing);
}

void read_json(const JsonIn& in, Section& section) {
  in.member("id", section.id);
  in.member("number", section.number);
  in.member("title", section.title);
  in.member("level", section.level);
  in.member("paragraphs", section.paragraphs);
  in.member("span", section.span);
}

void read_json(const JsonIn& in, Duty& duty) {
  in.member("agency", duty.agency);
  in.member("shared_with", duty.shared_with);
  in.member("text", duty.text);
  in.member("section", duty.section);
  in.member("span", duty.span);
}

void read_json(const JsonIn& in, Reporting& reporting) {
  in.member("reporter", reporting.reporter);
  in.member("recipient", reporting.recipient);
  in.member("through", reporting.through);
  in.member("frequency", reporting.frequency);
  in.member("text", reporting.text);
  in.member("span", reporting.span);
}

void read_json(const JsonIn& in, Area& area) {
  in.member("number", area.number);
  in.member("title", area.title);
  in.member("span", area.span);
}

void read_json(const JsonIn& in, Annex& annex) {
  in.member("number", annex.number);
  in.member("label", annex.label);
  in.member("title", annex.title);
  in.member("note", annex.note);
  if (in.json().is_object() && in.json().contains("cites")) {
    const JsonIn cites = in.at("cites");
    cites.member("number", annex.cited_number);
    cites.member("date", annex.cited_date);
  }
  in.member("header", annex.header);
  in.member("areas", annex.areas);
  in.member("paragraphs", annex.paragraphs);
  in.member("span", annex.span);
}

void read_json(const JsonIn& in, Agency& agency) {
  in.member("id", agency.id);
  in.member("name", agency.name);
  in.member("names", agency.names);
  in.member("generic", agency.generic);
}

void read_json(const JsonIn& in, Task& task) {
  in.require("id");
  in.member("id", task.id);
  in.member("annex", task.annex);
  in.member("area", task.area);
  in.member("number", task.number);
  in.member("parent", task.parent);
  in.member("title", task.title);
  in.member("points", task.points);
  in.member("product", task.product);
  in.member("products", task.products);
  in.member("lead", task.lead);
  in.member("leads", task.leads);
  in.member("coordinator", task.coordinator);
  in.member("coordinators", task.coordinators);
  in.member("timeframe", task.timeframe);
  in.member("targets", task.targets);
  in.member("extra", task.extra);
  in.member("span", task.span);
}

/// The value of an enumeration by its name.
template <class Enum>
void read_name(const JsonIn& in, const char* member, Enum& value, Enum last) {
  if (!in.json().is_object() || !in.json().contains(member)) return;
  std::string name;
  in.member(member, name);
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (to_string(static_cast<Enum>(i)) == name) {
      value = static_cast<Enum>(i);
      return;
    }
  }
  in.at(member).fail("unknown " + std::string(member) + " \"" + name + "\"");
}

void read_json(const JsonIn& in, Occurrence& occurrence) {
  std::optional<Date> due;
  in.require("due");
  in.member("label", occurrence.label);
  in.member("start", occurrence.start);
  in.member("due", due);
  if (due) occurrence.due = *due;
}

std::optional<TimeLimit> read_limit(const JsonIn& in) {
  double amount = 0;
  TimeUnit unit = TimeUnit::days;
  in.member("amount", amount);
  read_name(in, "unit", unit, TimeUnit::years);
  try {
    return TimeLimit(amount, unit);
  } catch (const Error& error) {
    in.fail(error.message());
    return std::nullopt;
  }
}

void read_json(const JsonIn& in, Timeframe& timeframe) {
  in.member("text", timeframe.text);
  read_name(in, "kind", timeframe.kind, TimeframeKind::unparsed);
  in.member("start", timeframe.start);
  in.member("due", timeframe.due);
  in.member("due_minute", timeframe.due_minute);
  in.member("rule", timeframe.rule);
  in.member("occurrences", timeframe.occurrences);
  in.member("event", timeframe.event);
  if (in.json().is_object() && in.json().contains("limit"))
    timeframe.limit = read_limit(in.at("limit"));
  in.member("before_event", timeframe.before_event);
  in.member("reading", timeframe.reading);
}

void read_json(const JsonIn& in, Target& target) {
  in.member("text", target.text);
  read_name(in, "kind", target.kind, TargetKind::not_measurable);
  read_name(in, "comparison", target.comparison, Comparison::range);
  in.member("value", target.value);
  in.member("upper", target.upper);
  in.member("upper_excluded", target.upper_excluded);
  in.member("approximate", target.approximate);
  in.member("stretch", target.stretch);
  in.member("unit", target.unit);
  in.member("of", target.of);
  in.member("direction", target.direction);
  in.member("baseline", target.baseline);
  in.member("period", target.period);
  in.member("scope", target.scope);
  in.member("grade", target.grade);
}

void read_json(const JsonIn& in, ExtraCell& cell) {
  in.member("column", cell.first);
  in.member("text", cell.second);
}

void read_targets(const JsonIn& in, Indicator& indicator) {
  if (!in.json().is_object() || !in.json().contains("targets")) return;
  const JsonIn list = in.at("targets");
  if (list.json().is_object()) {
    for (const auto& [horizon, text] : list.json().items()) {
      auto& target = indicator.targets.emplace_back();
      target.horizon = horizon;
      list.at(horizon).read(target.text);
    }
    return;
  }
  for (std::size_t i = 0; list.json().is_array() && i < list.json().size(); ++i) {
    auto& target = indicator.targets.emplace_back();
    list.at(i).member("horizon", target.horizon);
    list.at(i).member("text", target.text);
  }
  if (!list.json().is_array()) list.fail("expected an object or a list");
}

void read_json(const JsonIn& in, Indicator& indicator) {
  in.require("id");
  in.member("id", indicator.id);
  in.member("annex", indicator.annex);
  in.member("area", indicator.area);
  in.member("number", indicator.number);
  in.member("parent", indicator.parent);
  in.member("name", indicator.name);
  in.member("unit", indicator.unit);
  read_targets(in, indicator);
  in.member("owner", indicator.owner);
  in.member("owners", indicator.owners);
  in.member("extra", indicator.extra);
  in.member("span", indicator.span);
}

void read_json(const JsonIn& in, SourceTable& table) {
  in.member("annex", table.annex);
  in.member("rows", table.rows);
  in.member("span", table.span);
}

void read_json(const JsonIn& in, Slip& slip) {
  in.member("text", slip.text);
  in.member("suggestion", slip.suggestion);
  in.member("span", slip.span);
}

void read_json(const JsonIn& in, Unread& unread) {
  in.member("text", unread.text);
  in.member("reason", unread.reason);
  in.member("span", unread.span);
}

void read_json(const JsonIn& in, Coverage& coverage) {
  in.member("characters", coverage.characters);
  in.member("in_fields", coverage.in_fields);
  in.member("in_unread", coverage.in_unread);
  in.member("repeated_headers", coverage.repeated_headers);
  in.member("marks", coverage.marks);
}

void read_json(const JsonIn& in, AgencyRegister::Entry& entry) {
  in.require("name");
  in.member("id", entry.id);
  in.member("name", entry.name);
  in.member("aliases", entry.aliases);
}

void read_json(const JsonIn& in, Plan& plan) {
  in.require("schema");
  in.member("document", plan.document);
  in.member("sections", plan.sections);
  in.member("duties", plan.duties);
  in.member("reporting", plan.reporting);
  in.member("annexes", plan.annexes);
  in.member("agencies", plan.agencies);
  in.member("tasks", plan.tasks);
  in.member("indicators", plan.indicators);
  in.member("tables", plan.tables);
  in.member("slips", plan.slips);
  in.member("unread", plan.unread);
  in.member("coverage", plan.coverage);
}

}  // namespace sauro::detail

namespace sauro {

using detail::JsonIn;

Plan plan_from_json(std::string_view json) {
  const detail::Json root = detail::parse_json(json);
  std::vector<std::string> problems;
  Plan plan;
  const JsonIn in(root, problems);
  in.read(plan);
  if (root.is_object() && root.contains("schema") && root["schema"] != "sauro/plan/1") {
    problems.insert(problems.begin(), "/schema: expected \"sauro/plan/1\"");
  }
  detail::refuse(problems);
  const TimeframeContext context = detail::times_of(plan.document);
  for (Task& task : plan.tasks) {
    const bool read = task.timeframe.kind != TimeframeKind::unstated;
    if (!read) task.timeframe = parse_timeframe(task.timeframe.text, context);  // written by hand
  }
  for (Indicator& indicator : plan.indicators) {
    for (IndicatorTarget& target : indicator.targets) {
      target.targets = detail::targets_of(indicator, target.text);
    }
  }
  return plan;
}

AgencyRegister agency_register_from_json(std::string_view json) {
  const detail::Json root = detail::parse_json(json);
  std::vector<std::string> problems;
  std::vector<AgencyRegister::Entry> entries;
  const JsonIn in(root, problems);
  in.require("agencies");
  in.member("agencies", entries);
  detail::refuse(problems);
  return AgencyRegister(entries);
}

}  // namespace sauro
