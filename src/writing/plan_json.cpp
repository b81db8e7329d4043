#include "sauro/writing/plan_json.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"

namespace sauro {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* schema_name = "sauro/plan/1";

// Plan -> JSON

Json write(const std::optional<Date>& date) { return date ? Json(date->to_iso()) : Json(nullptr); }

Json write(const Span& span) {
  Json json = Json::object();
  if (!span.part.empty()) json["part"] = span.part;
  if (span.paragraph != 0) json["paragraph"] = span.paragraph;
  if (span.line != 0) json["line"] = span.line;
  if (span.column != 0) json["column"] = span.column;
  return json;
}

Json write_id(const std::string& id) { return id.empty() ? Json(nullptr) : Json(id); }

Json write(const std::vector<ExtraCell>& cells) {
  Json json = Json::array();
  for (const auto& [name, text] : cells) json.push_back({{"column", name}, {"text", text}});
  return json;
}

Json write(const Document& document) {
  Json bases = Json::array();
  for (const LegalBasis& basis : document.legal_bases) {
    bases.push_back({{"text", basis.text},
                     {"number", write_id(basis.number)},
                     {"date", write(basis.date)},
                     {"span", write(basis.span)}});
  }
  return {{"kind", document.kind},        {"number", document.number},
          {"date", write(document.date)}, {"place", document.place},
          {"issuer", document.issuer},    {"title", document.title},
          {"legal_bases", bases},         {"recipients", document.recipients},
          {"signer", document.signer},    {"heading", document.heading},
          {"closing", document.closing}};
}

Json write(const Section& section) {
  return {
      {"id", section.id},       {"number", section.number},         {"title", section.title},
      {"level", section.level}, {"paragraphs", section.paragraphs}, {"span", write(section.span)}};
}

Json write(const Duty& duty) {
  return {{"agency", duty.agency},
          {"shared_with", duty.shared_with},
          {"text", duty.text},
          {"section", duty.section},
          {"span", write(duty.span)}};
}

Json write(const Reporting& reporting) {
  return {{"reporter", write_id(reporting.reporter)},
          {"recipient", write_id(reporting.recipient)},
          {"through", write_id(reporting.through)},
          {"frequency", reporting.frequency},
          {"text", reporting.text},
          {"span", write(reporting.span)}};
}

Json write(const Annex& annex) {
  Json areas = Json::array();
  for (const Area& area : annex.areas) {
    areas.push_back({{"number", area.number}, {"title", area.title}, {"span", write(area.span)}});
  }
  return {{"number", annex.number},
          {"label", annex.label},
          {"title", annex.title},
          {"note", annex.note},
          {"cites", {{"number", write_id(annex.cited_number)}, {"date", write(annex.cited_date)}}},
          {"header", annex.header},
          {"areas", areas},
          {"paragraphs", annex.paragraphs},
          {"span", write(annex.span)}};
}

Json write(const Agency& agency) {
  return {{"id", agency.id},
          {"name", agency.name},
          {"names", agency.names},
          {"generic", agency.generic}};
}

template <class Item>
Json write_all(const std::vector<Item>& items);

/// Members that say nothing are left out of timeframes and targets.
void put(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void put(Json& json, const char* name, bool value) {
  if (value) json[name] = true;
}

template <class Value>
void put(Json& json, const char* name, const std::optional<Value>& value) {
  if (value) json[name] = *value;
}

void put(Json& json, const char* name, const std::optional<Date>& value) {
  if (value) json[name] = value->to_iso();
}

Json write(const Occurrence& occurrence) {
  Json json = {{"label", occurrence.label}};
  put(json, "start", occurrence.start);
  json["due"] = occurrence.due.to_iso();
  return json;
}

Json write(const Timeframe& timeframe) {
  Json json = {{"text", timeframe.text}, {"kind", to_string(timeframe.kind)}};
  put(json, "start", timeframe.start);
  put(json, "due", timeframe.due);
  put(json, "due_minute", timeframe.due_minute);
  put(json, "rule", timeframe.rule);
  if (!timeframe.occurrences.empty()) json["occurrences"] = write_all(timeframe.occurrences);
  put(json, "event", timeframe.event);
  if (timeframe.limit) {
    json["limit"] = {{"amount", timeframe.limit->amount()},
                     {"unit", to_string(timeframe.limit->unit())}};
  }
  put(json, "before_event", timeframe.before_event);
  put(json, "reading", timeframe.reading);
  return json;
}

Json write(const Target& target) {
  Json json = {{"text", target.text}, {"kind", to_string(target.kind)}};
  put(json, "comparison", std::string(to_string(target.comparison)));
  put(json, "value", target.value);
  put(json, "upper", target.upper);
  put(json, "upper_excluded", target.upper_excluded);
  put(json, "approximate", target.approximate);
  put(json, "stretch", target.stretch);
  put(json, "unit", target.unit);
  put(json, "of", target.of);
  put(json, "direction", target.direction);
  put(json, "baseline", target.baseline);
  put(json, "period", target.period);
  put(json, "scope", target.scope);
  put(json, "grade", target.grade);
  return json;
}

Json write(const Task& task) {
  return {{"id", task.id},
          {"annex", task.annex},
          {"area", task.area},
          {"number", task.number},
          {"parent", write_id(task.parent)},
          {"title", task.title},
          {"points", task.points},
          {"product", task.product},
          {"products", task.products},
          {"lead", task.lead},
          {"leads", task.leads},
          {"coordinator", task.coordinator},
          {"coordinators", task.coordinators},
          {"timeframe", write(task.timeframe)},
          {"targets", write_all(task.targets)},
          {"extra", write(task.extra)},
          {"span", write(task.span)}};
}

Json write(const Indicator& indicator) {
  Json targets = Json::array();
  bool unique = true;
  Json by_horizon = Json::object();
  for (const auto& [horizon, text, meaning] : indicator.targets) {
    unique = unique && !by_horizon.contains(horizon);
    if (!by_horizon.contains(horizon)) by_horizon[horizon] = text;
    targets.push_back({{"horizon", horizon}, {"text", text}});
  }
  return {{"id", indicator.id},
          {"annex", indicator.annex},
          {"area", indicator.area},
          {"number", indicator.number},
          {"parent", write_id(indicator.parent)},
          {"name", indicator.name},
          {"unit", indicator.unit},
          {"targets", unique ? by_horizon : targets},
          {"owner", indicator.owner},
          {"owners", indicator.owners},
          {"extra", write(indicator.extra)},
          {"span", write(indicator.span)}};
}

Json write(const SourceTable& table) {
  return {{"annex", table.annex}, {"rows", table.rows}, {"span", write(table.span)}};
}

Json write(const Slip& slip) {
  return {{"text", slip.text}, {"suggestion", slip.suggestion}, {"span", write(slip.span)}};
}

Json write(const Unread& unread) {
  return {{"text", unread.text}, {"reason", unread.reason}, {"span", write(unread.span)}};
}

template <class Item>
Json write_all(const std::vector<Item>& items) {
  Json json = Json::array();
  for (const Item& item : items) json.push_back(write(item));
  return json;
}

Json write(const Coverage& coverage) {
  return {{"characters", coverage.characters},
          {"in_fields", coverage.in_fields},
          {"in_unread", coverage.in_unread},
          {"repeated_headers", coverage.repeated_headers},
          {"marks", coverage.marks}};
}

}  // namespace

std::string to_json(const Plan& plan, int indent) {
  const Json json = {{"schema", schema_name},
                     {"document", write(plan.document)},
                     {"sections", write_all(plan.sections)},
                     {"duties", write_all(plan.duties)},
                     {"reporting", write_all(plan.reporting)},
                     {"annexes", write_all(plan.annexes)},
                     {"agencies", write_all(plan.agencies)},
                     {"tasks", write_all(plan.tasks)},
                     {"indicators", write_all(plan.indicators)},
                     {"tables", write_all(plan.tables)},
                     {"slips", write_all(plan.slips)},
                     {"unread", write_all(plan.unread)},
                     {"coverage", write(plan.coverage)}};
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sauro
