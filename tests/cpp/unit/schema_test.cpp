#include <fstream>
#include <set>
#include <sstream>

#include "reading_helpers.hpp"
#include "writing/json_in.hpp"

using namespace sauro;
using detail::JsonIn;

namespace {

std::string schema_text(const std::string& name) {
  std::ifstream file(EXAMPLES "/../../schema/" + name + ".schema.json");
  REQUIRE(file);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// What a schema says, where it names another part of its document too.
JsonIn resolved(const JsonIn& schema) {
  const auto reference = schema.find("$ref");
  if (!reference) return schema;
  const std::string_view name = reference->text().substr(std::string_view("#/$defs/").size());
  return *schema.document().root().find("$defs")->find(name);
}

/// Types whose JSON is not their fields.
template <class T>
inline constexpr bool is_own_json =
    std::is_same_v<T, TimeLimit> || std::is_same_v<T, Title> || std::is_same_v<T, Rule> ||
    std::is_same_v<T, std::vector<Expression>> || std::is_same_v<T, std::vector<Interval>> ||
    std::is_same_v<T, std::vector<Condition>> || std::is_same_v<T, std::vector<IndicatorTarget>>;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
void hold(const JsonIn& schema, const std::string& place);

/// Each property is a field and each field a property, in the parts of the type too.
template <HasFields T>
void hold_fields(const JsonIn& schema, const std::string& place, std::set<std::string> also = {}) {
  std::set<std::string> fields = std::move(also);
  for_each_field<T>([&](const auto& field) { fields.emplace(field.name); });
  std::set<std::string> properties;
  const auto members = schema.find("properties");
  REQUIRE_MESSAGE(members, place);
  members->each([&](const JsonIn& one) { properties.emplace(one.key()); });
  INFO(place);
  CHECK(properties == fields);
  for_each_field<T>([&](const auto& field) {
    using Value = std::decay_t<decltype(std::declval<T>().*field.member)>;
    const auto found = members->find(field.name);
    if (found) hold<Value>(resolved(*found), place + "/" + std::string(field.name));
  });
}

template <class T>
void hold(const JsonIn& schema, const std::string& place) {
  if constexpr (is_own_json<T>) {
    return;
  } else if constexpr (is_optional<T>) {
    hold<typename T::value_type>(schema, place);
  } else if constexpr (is_list<T>) {
    const auto items = schema.find("items");
    REQUIRE_MESSAGE(items, place);
    hold<typename T::value_type>(resolved(*items), place);
  } else if constexpr (HasFields<T>) {
    hold_fields<T>(schema, place);
  }
}

/// The rules of the variant that are named: a name may stand for several types, and a type for
/// several names.
template <class T>
void hold_rule(const JsonIn& rules, const std::vector<std::string_view>& names) {
  std::size_t found = 0;
  rules.find("oneOf")->each([&](const JsonIn& one) {
    const auto name = one.find("properties")->find("type")->find("const");
    if (!name || std::find(names.begin(), names.end(), name->text()) == names.end()) return;
    ++found;
    hold_fields<T>(one, std::string(name->text()), {"type"});
  });
  CHECK(found == names.size());
}

}  // namespace

TEST_CASE("each property of a plan's schema is a field, and each field a property") {
  detail::JsonDocument document(schema_text("plan-1"));
  hold_fields<Plan>(document.root(), "plan", {"schema"});
}

TEST_CASE("each property of a framework's schema is a field, and each field a property") {
  detail::JsonDocument document(schema_text("framework-1"));
  const JsonIn root = document.root();
  const JsonIn properties = *root.find("properties");
  std::set<std::string> head = {"schema", "total", "variables", "criteria", "grades"};
  for_each_field<FrameworkHead>([&](const auto& field) { head.emplace(field.name); });
  std::set<std::string> members;
  properties.each([&](const JsonIn& one) { members.emplace(one.key()); });
  CHECK(members == head);
  hold<std::vector<Criterion>>(*properties.find("criteria"), "criteria");
  hold<std::vector<Variable>>(*properties.find("variables"), "variables");
  hold<GradeScale>(*properties.find("grades"), "grades");
}

TEST_CASE("each property of a rule in the schema is a field, and each field a property") {
  detail::JsonDocument document(schema_text("framework-1"));
  const JsonIn rules = *document.root().find("$defs")->find("rule");
  hold_rule<ValueRule>(rules, {"value"});
  hold_rule<FormulaRule>(rules, {"formula"});
  hold_rule<ChecklistRule>(rules, {"checklist"});
  hold_rule<TableRule>(rules, {"table"});
  hold_rule<LinearRule>(rules, {"linear"});
  hold_rule<RatioRule>(rules, {"ratio"});
  hold_rule<TallyRule>(rules, {"deduction", "count"});
  hold_rule<ComparisonRule>(rules, {"comparison"});
  hold_rule<SlopesRule>(rules, {"slopes"});
  hold_rule<BallotsRule>(rules, {"ballots"});
  hold_rule<IndexRule>(rules, {"index"});
  hold_rule<ChoiceRule>(rules, {"choice"});
  hold_rule<ScriptRule>(rules, {"script"});
  CHECK(rules.find("oneOf")->size() == 14);
}
