#include "sauro/writing/framework_json.hpp"

#include <utility>

#include "sauro/core/error.hpp"
#include "data/frameworks.hpp"
#include "writing/json_in.hpp"

namespace sauro {
namespace {

using detail::Json;

Json title_json(const Title& title) {
  if (title.en.empty()) return title.vi;
  return Json{{"vi", title.vi}, {"en", title.en}};
}

/// A number where the formula is one.
Json expression_json(const Expression& expression) {
  const std::string& text = expression.text();
  const std::optional<double> number = expression.number();
  if (number && number_text(*number) == text) return *number;
  return text;
}

Json rule_json(const Rule& rule);

/// Writes the members of a rule beside its type.
struct RuleWriter {
  Json& out;

  void operator()(const std::monostate& /*none*/) const {}
  void operator()(const ValueRule& rule) const { out["of"] = rule.of.text(); }
  void operator()(const FormulaRule& rule) const { out["points"] = rule.points.text(); }
  void operator()(const ChecklistRule& rule) const {
    if (rule.all_or_nothing) out["all_or_nothing"] = true;
    out["items"] = Json::array();
    for (const auto& item : rule.items) {
      out["items"].push_back({{"of", item.of.text()}, {"points", item.points}});
    }
  }
  void operator()(const TableRule& rule) const {
    out["of"] = Json::array();
    for (const Expression& of : rule.of) out["of"].push_back(of.text());
    for (const Interval& domain : rule.domain) out["domain"].push_back(domain.to_string());
    if (rule.hit != HitPolicy::unique) out["hit"] = to_string(rule.hit);
    out["rows"] = Json::array();
    for (const auto& row : rule.rows) {
      Json when = Json::array();
      for (const Interval& interval : row.when) when.push_back(interval.to_string());
      out["rows"].push_back({{"when", when}, {"points", expression_json(row.points)}});
    }
  }
  void operator()(const LinearRule& rule) const {
    out["of"] = rule.of.text();
    out["knots"] = Json::array();
    for (const auto& [x, y] : rule.knots) out["knots"].push_back(Json::array({x, y}));
  }
  void operator()(const RatioRule& rule) const {
    out["of"] = rule.of.text();
    if (!rule.to.is_empty()) out["to"] = rule.to.text();
    if (rule.full_at != 1) out["full_at"] = rule.full_at;
    if (rule.from != 0) out["from"] = rule.from;
    if (rule.may_exceed) out["may_exceed"] = true;
    if (rule.at_zero != AtZero::refuse) out["at_zero"] = to_string(rule.at_zero);
  }
  void operator()(const TallyRule& rule) const {
    out["terms"] = Json::array();
    for (const auto& term : rule.terms) {
      out["terms"].push_back({{"of", term.of.text()}, {"each", term.each}});
    }
  }
  void operator()(const ComparisonRule& rule) const {
    out["of"] = rule.of.text();
    out["with"] = rule.with.text();
    out["better"] = rule.better;
    out["equal"] = rule.equal;
    out["worse"] = rule.worse;
    if (rule.lower_is_better) out["lower_is_better"] = true;
  }
  void operator()(const SlopesRule& rule) const {
    out["of"] = rule.of.text();
    out["target"] = expression_json(rule.target);
    out["best"] = expression_json(rule.best);
    out["share_at_target"] = rule.share_at_target;
  }
  void operator()(const BallotsRule& rule) const {
    out["answers"] = Json::array();
    for (const auto& answer : rule.answers) {
      out["answers"].push_back({{"count", answer.count.text()}, {"share", answer.share}});
    }
  }
  void operator()(const IndexRule& rule) const {
    out["of"] = rule.of.text();
    out["out_of"] = rule.out_of;
  }
  void operator()(const ChoiceRule& rule) const {
    out["by"] = rule.by;
    out["among"] = Json::array();
    for (const Alternative& one : rule.among) {
      out["among"].push_back({{"name", one.name}, {"rule", rule_json(one.rule)}});
    }
  }
  void operator()(const ScriptRule& rule) const {
    out["name"] = rule.name;
    out["variables"] = rule.variables;
  }
};

Json rule_json(const Rule& rule) {
  Json out;
  out["type"] = type_name(rule);
  std::visit(RuleWriter{out}, rule);
  return out;
}

Json variable_json(const Variable& variable) {
  Json out{{"name", variable.name}};
  if (variable.title != Title{}) out["title"] = title_json(variable.title);
  out["kind"] = to_string(variable.kind);
  if (!variable.unit.empty()) out["unit"] = variable.unit;
  if (variable.direction != Direction::higher) out["direction"] = to_string(variable.direction);
  out["low"] = variable.low ? Json(*variable.low) : Json(nullptr);
  if (!variable.values.empty()) {
    out["values"] = variable.values;
  } else {
    out["high"] = variable.high ? Json(*variable.high) : Json(nullptr);
  }
  return out;
}

void write_node(const Criterion& criterion, Json& out) {
  if (criterion.title != Title{}) out["title"] = title_json(criterion.title);
  if (criterion.min != 0) out["min"] = criterion.min;
  if (criterion.max) out["max"] = *criterion.max;
  if (criterion.unit != "điểm") out["unit"] = criterion.unit;
  if (criterion.combine != Combine::sum) out["combine"] = to_string(criterion.combine);
  if (criterion.decimals) out["decimals"] = *criterion.decimals;
  if (criterion.capped) out["capped"] = true;
}

Json criterion_json(const Criterion& criterion) {
  Json out{{"code", criterion.code}};
  if (!criterion.parent.empty()) out["parent"] = criterion.parent;
  write_node(criterion, out);
  if (criterion.direction != Direction::higher) {
    out["direction"] = to_string(criterion.direction);
  }
  if (criterion.source != Source::appraisal) out["source"] = to_string(criterion.source);
  if (!criterion.legal_reference.empty()) out["legal_reference"] = criterion.legal_reference;
  if (!criterion.note.empty()) out["note"] = criterion.note;
  if (criterion.valid_from) out["valid_from"] = criterion.valid_from->to_iso();
  if (criterion.valid_to) out["valid_to"] = criterion.valid_to->to_iso();
  if (criterion.weight != 1) out["weight"] = criterion.weight;
  if (criterion.if_not_applicable != IfNotApplicable::full_points) {
    out["if_not_applicable"] = to_string(criterion.if_not_applicable);
  }
  if (criterion.if_missing != IfMissing::unknown) {
    out["if_missing"] = to_string(criterion.if_missing);
  }
  if (criterion.outside) out["outside"] = true;
  if (!std::holds_alternative<std::monostate>(criterion.rule)) {
    out["rule"] = rule_json(criterion.rule);
  }
  return out;
}

Json grades_json(const GradeScale& scale) {
  Json out{{"on", scale.on}};
  if (!scale.grades.empty()) {
    out["grades"] = Json::array();
    for (const Grade& grade : scale.grades) {
      out["grades"].push_back({{"label", grade.label}, {"from", grade.from}});
    }
  }
  if (!scale.groups.empty()) {
    out["groups"] = scale.groups;
    out["method"] = to_string(scale.method);
  }
  if (!scale.note.empty()) out["note"] = scale.note;
  return out;
}

Json head_json(const FrameworkHead& head) {
  Json out{{"schema", "sauro/framework/1"}, {"id", head.id}};
  if (head.title != Title{}) out["title"] = title_json(head.title);
  if (!head.source.empty()) out["source"] = head.source;
  if (!head.note.empty()) out["note"] = head.note;
  if (head.valid_from) out["valid_from"] = head.valid_from->to_iso();
  if (head.valid_to) out["valid_to"] = head.valid_to->to_iso();
  if (head.tolerance != FrameworkHead{}.tolerance) out["tolerance"] = head.tolerance;
  return out;
}

Json framework_json(const Framework& framework) {
  Json out = head_json(framework.head());
  out["total"] = Json::object();
  write_node(framework.criteria()[0], out["total"]);
  if (!framework.variables().empty()) out["variables"] = Json::array();
  for (const Variable& variable : framework.variables()) {
    out["variables"].push_back(variable_json(variable));
  }
  out["criteria"] = Json::array();
  for (std::size_t i = 1; i < framework.criteria().size(); ++i) {
    out["criteria"].push_back(criterion_json(framework.criteria()[i]));
  }
  if (framework.grades() != GradeScale{}) out["grades"] = grades_json(framework.grades());
  return out;
}

std::string shown(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Differences of two objects, member by member.
void compare(const Json& before, const Json& after, const std::string& code,
             std::vector<FrameworkChange>& changes) {
  for (const auto& [name, value] : before.items()) {
    const auto other = after.find(name);
    if (other == after.end()) {
      changes.push_back({code, name, shown(value), ""});
    } else if (*other != value) {
      changes.push_back({code, name, shown(value), shown(*other)});
    }
  }
  for (const auto& [name, value] : after.items()) {
    if (!before.contains(name)) changes.push_back({code, name, "", shown(value)});
  }
}

/// Differences of two lists whose items have a name of their own.
void compare_lists(const Json& before, const Json& after, const std::string& key,
                   const std::string& prefix, std::vector<FrameworkChange>& changes) {
  const auto find = [&](const Json& list, const std::string& name) -> const Json* {
    for (const Json& item : list) {
      if (item[key] == name) return &item;
    }
    return nullptr;
  };
  const auto title = [](const Json& item) {
    return item.contains("title") ? shown(item["title"]) : std::string();
  };
  for (const Json& item : before) {
    const std::string name = item[key];
    if (const Json* other = find(after, name)) {
      compare(item, *other, prefix + name, changes);
    } else {
      changes.push_back({prefix + name, "removed", title(item), ""});
    }
  }
  for (const Json& item : after) {
    const std::string name = item[key];
    if (find(before, name) == nullptr) changes.push_back({prefix + name, "added", "", title(item)});
  }
}

}  // namespace

std::string framework_to_json(const Framework& framework) {
  return framework_json(framework).dump(1);
}

std::vector<std::string> framework_names() {
  std::vector<std::string> names;
  for (const auto& [name, json] : detail::data::frameworks) names.emplace_back(name);
  return names;
}

Framework load_framework(std::string_view name) {
  std::string names;
  for (const auto& [known, json] : detail::data::frameworks) {
    if (known == name) return framework_from_json(json);
    names += (names.empty() ? "" : ", ") + std::string(known);
  }
  throw NotFoundError(
      ErrorCode::not_found, std::string(name),
      "no framework \"" + std::string(name) + "\" comes with sauro; there are " + names);
}

std::vector<FrameworkChange> diff(const Framework& before, const Framework& after) {
  Json a = framework_json(before);
  Json b = framework_json(after);
  std::vector<FrameworkChange> changes;
  const auto take = [](Json& from, const char* name) {
    Json part = from.contains(name) ? from[name] : Json::array();
    from.erase(name);
    return part;
  };
  const Json old_variables = take(a, "variables");
  const Json new_variables = take(b, "variables");
  const Json old_criteria = take(a, "criteria");
  const Json new_criteria = take(b, "criteria");
  compare(a, b, "", changes);
  compare_lists(old_criteria, new_criteria, "code", "", changes);
  compare_lists(old_variables, new_variables, "name", "variable ", changes);
  return changes;
}

}  // namespace sauro
