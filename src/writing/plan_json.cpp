#include "sauro/writing/plan_json.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sauro/error.hpp"

namespace sauro {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* schema_name = "sauro/plan/1";
constexpr std::size_t max_depth = 64;

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
          {"timeframe", {{"text", task.timeframe.text}}},
          {"extra", write(task.extra)},
          {"span", write(task.span)}};
}

Json write(const Indicator& indicator) {
  Json targets = Json::array();
  bool unique = true;
  Json by_horizon = Json::object();
  for (const auto& [horizon, text] : indicator.targets) {
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

Json write(const Coverage& coverage) {
  return {{"characters", coverage.characters},
          {"in_fields", coverage.in_fields},
          {"in_unread", coverage.in_unread},
          {"repeated_headers", coverage.repeated_headers},
          {"marks", coverage.marks}};
}

template <class Item>
Json write_all(const std::vector<Item>& items) {
  Json json = Json::array();
  for (const Item& item : items) json.push_back(write(item));
  return json;
}

// JSON -> Plan

/// One value of the input, its JSON pointer, and where problems are gathered.
class In {
 public:
  In(const Json& json, std::string pointer, std::vector<std::string>& problems)
      : json_(json), pointer_(std::move(pointer)), problems_(problems) {}

  void read(std::string& value) const {
    if (json_.is_string()) {
      value = json_.get<std::string>();
    } else if (!json_.is_null()) {
      fail("expected a text");
    }
  }
  void read(bool& value) const {
    json_.is_boolean() ? void(value = json_.get<bool>()) : fail("expected true or false");
  }
  template <class Int>
    requires std::is_integral_v<Int>
  void read(Int& value) const {
    constexpr std::int64_t most = std::is_same_v<Int, std::size_t> ? INT64_MAX : INT32_MAX;
    const bool fits = json_.is_number_integer() && json_.get<std::int64_t>() >= 0 &&
                      json_.get<std::int64_t>() <= most;
    fits ? void(value = static_cast<Int>(json_.get<std::int64_t>()))
         : fail("expected a whole number from 0 to " + std::to_string(most));
  }
  void read(std::optional<Date>& value) const {
    if (json_.is_null()) return;
    std::string text;
    read(text);
    try {
      value = Date::from_iso(text);
    } catch (const Error&) {
      fail("expected a real day as YYYY-MM-DD or null, found \"" + text + "\"");
    }
  }
  template <class Item>
  void read(std::vector<Item>& items) const {
    if (!json_.is_array()) {
      fail("expected a list");
      return;
    }
    items.resize(json_.size());
    for (std::size_t i = 0; i < items.size(); ++i) at(i).read(items[i]);
  }

  void read(Span& span) const {
    member("part", span.part);
    member("paragraph", span.paragraph);
    member("line", span.line);
    member("column", span.column);
  }
  void read(LegalBasis& basis) const {
    member("text", basis.text);
    member("number", basis.number);
    member("date", basis.date);
    member("span", basis.span);
  }
  void read(Document& document) const {
    member("kind", document.kind);
    member("number", document.number);
    member("date", document.date);
    member("place", document.place);
    member("issuer", document.issuer);
    member("title", document.title);
    member("legal_bases", document.legal_bases);
    member("recipients", document.recipients);
    member("signer", document.signer);
    member("heading", document.heading);
    member("closing", document.closing);
  }
  void read(Section& section) const {
    member("id", section.id);
    member("number", section.number);
    member("title", section.title);
    member("level", section.level);
    member("paragraphs", section.paragraphs);
    member("span", section.span);
  }
  void read(Duty& duty) const {
    member("agency", duty.agency);
    member("shared_with", duty.shared_with);
    member("text", duty.text);
    member("section", duty.section);
    member("span", duty.span);
  }
  void read(Reporting& reporting) const {
    member("reporter", reporting.reporter);
    member("recipient", reporting.recipient);
    member("through", reporting.through);
    member("frequency", reporting.frequency);
    member("text", reporting.text);
    member("span", reporting.span);
  }
  void read(Area& area) const {
    member("number", area.number);
    member("title", area.title);
    member("span", area.span);
  }
  void read(Annex& annex) const {
    member("number", annex.number);
    member("label", annex.label);
    member("title", annex.title);
    member("note", annex.note);
    if (json_.is_object() && json_.contains("cites")) {
      const In cites(json_["cites"], pointer_ + "/cites", problems_);
      cites.member("number", annex.cited_number);
      cites.member("date", annex.cited_date);
    }
    member("header", annex.header);
    member("areas", annex.areas);
    member("paragraphs", annex.paragraphs);
    member("span", annex.span);
  }
  void read(Agency& agency) const {
    member("id", agency.id);
    member("name", agency.name);
    member("names", agency.names);
    member("generic", agency.generic);
  }
  void read(Task& task) const {
    require("id");
    member("id", task.id);
    member("annex", task.annex);
    member("area", task.area);
    member("number", task.number);
    member("parent", task.parent);
    member("title", task.title);
    member("points", task.points);
    member("product", task.product);
    member("products", task.products);
    member("lead", task.lead);
    member("leads", task.leads);
    member("coordinator", task.coordinator);
    member("coordinators", task.coordinators);
    member("timeframe", task.timeframe);
    member("extra", task.extra);
    member("span", task.span);
  }
  void read(Timeframe& timeframe) const { member("text", timeframe.text); }
  void read(ExtraCell& cell) const {
    member("column", cell.first);
    member("text", cell.second);
  }
  void read(Indicator& indicator) const {
    require("id");
    member("id", indicator.id);
    member("annex", indicator.annex);
    member("area", indicator.area);
    member("number", indicator.number);
    member("parent", indicator.parent);
    member("name", indicator.name);
    member("unit", indicator.unit);
    read_targets(indicator);
    member("owner", indicator.owner);
    member("owners", indicator.owners);
    member("extra", indicator.extra);
    member("span", indicator.span);
  }
  void read(SourceTable& table) const {
    member("annex", table.annex);
    member("rows", table.rows);
    member("span", table.span);
  }
  void read(Slip& slip) const {
    member("text", slip.text);
    member("suggestion", slip.suggestion);
    member("span", slip.span);
  }
  void read(Unread& unread) const {
    member("text", unread.text);
    member("reason", unread.reason);
    member("span", unread.span);
  }
  void read(Coverage& coverage) const {
    member("characters", coverage.characters);
    member("in_fields", coverage.in_fields);
    member("in_unread", coverage.in_unread);
    member("repeated_headers", coverage.repeated_headers);
    member("marks", coverage.marks);
  }
  void read(AgencyRegister::Entry& entry) const {
    require("name");
    member("id", entry.id);
    member("name", entry.name);
    member("aliases", entry.aliases);
  }
  void read(Plan& plan) const {
    require("schema");
    member("document", plan.document);
    member("sections", plan.sections);
    member("duties", plan.duties);
    member("reporting", plan.reporting);
    member("annexes", plan.annexes);
    member("agencies", plan.agencies);
    member("tasks", plan.tasks);
    member("indicators", plan.indicators);
    member("tables", plan.tables);
    member("slips", plan.slips);
    member("unread", plan.unread);
    member("coverage", plan.coverage);
  }

  /// Reads the member where it is there; a plan written by hand may leave out what it doesn't have.
  template <class Value>
  void member(const char* name, Value& value) const {
    if (!json_.is_object()) {
      if (!failed_) fail("expected an object");
      failed_ = true;
      return;
    }
    if (const auto found = json_.find(name); found != json_.end()) {
      In(*found, pointer_ + "/" + name, problems_).read(value);
    }
  }

  void require(const char* name) const {
    if (json_.is_object() && !json_.contains(name)) {
      fail(std::string("the member \"") + name + "\" is missing");
    }
  }

 private:
  [[nodiscard]] In at(std::size_t index) const {
    return {json_[index], pointer_ + "/" + std::to_string(index), problems_};
  }

  void read_targets(Indicator& indicator) const {
    if (!json_.is_object() || !json_.contains("targets")) return;
    const Json& targets = json_["targets"];
    const std::string where = pointer_ + "/targets";
    if (targets.is_object()) {
      for (const auto& [horizon, text] : targets.items()) {
        auto& target = indicator.targets.emplace_back(horizon, "");
        In(text, where + "/" + horizon, problems_).read(target.second);
      }
      return;
    }
    const In list(targets, where, problems_);
    for (std::size_t i = 0; targets.is_array() && i < targets.size(); ++i) {
      auto& target = indicator.targets.emplace_back();
      list.at(i).member("horizon", target.first);
      list.at(i).member("text", target.second);
    }
    if (!targets.is_array()) list.fail("expected an object or a list");
  }

  void fail(const std::string& what) const {
    problems_.push_back((pointer_.empty() ? "(root)" : pointer_) + ": " + what);
  }

  const Json& json_;
  std::string pointer_;
  std::vector<std::string>& problems_;
  mutable bool failed_ = false;
};

Json parse(std::string_view text) {
  const auto limit = [](int depth, Json::parse_event_t /*event*/, Json& /*parsed*/) {
    if (static_cast<std::size_t>(depth) > max_depth) {
      throw ParseError(ErrorCode::too_deep, "",
                       "the JSON nests deeper than " + std::to_string(max_depth) + " levels");
    }
    return true;
  };
  try {
    return Json::parse(text, limit);
  } catch (const nlohmann::json::parse_error& error) {
    std::string what = error.what();
    if (const auto start = what.find("] "); start != std::string::npos) what.erase(0, start + 2);
    throw ParseError(ErrorCode::json_malformed, "byte " + std::to_string(error.byte),
                     "not well-formed JSON: " + what);
  }
}

void refuse(const std::vector<std::string>& problems) {
  if (problems.empty()) return;
  std::string all;
  for (const std::string& problem : problems) all += (all.empty() ? "" : "\n") + problem;
  const std::string& first = problems.front();
  throw ValidationError(ErrorCode::json_schema, first.substr(0, first.find(": ")), all);
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

Plan plan_from_json(std::string_view json) {
  const Json root = parse(json);
  std::vector<std::string> problems;
  Plan plan;
  const In in(root, "", problems);
  in.read(plan);
  if (root.is_object() && root.contains("schema") && root["schema"] != schema_name) {
    problems.insert(problems.begin(), std::string("/schema: expected \"") + schema_name + "\"");
  }
  refuse(problems);
  return plan;
}

AgencyRegister agency_register_from_json(std::string_view json) {
  const Json root = parse(json);
  std::vector<std::string> problems;
  std::vector<AgencyRegister::Entry> entries;
  const In in(root, "", problems);
  in.require("agencies");
  in.member("agencies", entries);
  refuse(problems);
  return AgencyRegister(entries);
}

}  // namespace sauro
