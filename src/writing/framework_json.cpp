#include "sauro/writing/framework_json.hpp"

#include <array>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "sauro/core/error.hpp"
#include "core/problem_list.hpp"
#include "data/frameworks.hpp"
#include "writing/json_fields.hpp"

namespace sauro::inline v0_1 {

using detail::JsonIn;
using detail::JsonOut;

namespace {

constexpr std::string_view framework_schema_name = "sauro/framework/1";
constexpr std::size_t most_bytes = 32U << 20U;

/// A text, or a number or truth as one; nothing for others.
std::optional<std::string> text_of(const JsonIn& in) {
  if (in.is_number()) return number_text(in.number());
  if (in.is_boolean()) return in.truth() ? "1" : "0";
  if (in.is_text()) return std::string(in.text());
  return std::nullopt;
}

/// Items of a list, or one that stands alone.
template <class Item>
void read_items(const JsonIn& in, std::vector<Item>& items) {
  items.clear();
  const auto take = [&](const JsonIn& one) { detail::read(one, items.emplace_back()); };
  in.is_list() ? in.each(take) : take(in);
}

}  // namespace

// types whose JSON is not their fields

void write_json(JsonOut& out, const Title& title) {
  if (title.en.empty()) return out.value(title.vi);
  out.begin_object();
  out.key("vi");
  out.value(title.vi);
  out.key("en");
  out.value(title.en);
  out.end_object();
}

void read_json(const JsonIn& in, Title& title) {
  title = {};
  if (in.is_text()) {
    title.vi = std::string(in.text());
    return;
  }
  if (!in.expect_object()) return;
  in.each([&](const JsonIn& one) {
    if (one.key() == "vi" || one.key() == "en") {
      detail::read(one, one.key() == "vi" ? title.vi : title.en);
    } else {
      one.fail({"tên gọi chỉ có vi và en", "a title has vi and en alone"});
    }
  });
}

/// A number where the formula is one.
void write_json(JsonOut& out, const Expression& expression) {
  const std::optional<double> number = expression.number();
  number&& number_text(*number) == expression.text() ? out.value(*number)
                                                     : out.value(expression.text());
}

void read_json(const JsonIn& in, Expression& expression) {
  const std::optional<std::string> text = text_of(in);
  if (!text) {
    in.fail({"cần một công thức hoặc một số", "expected a formula or a number"});
    return;
  }
  try {
    expression = Expression::parse(*text);
  } catch (const Error& error) {
    in.fail(detail::text_of(error.problems().front()));
  }
}

void write_json(JsonOut& out, const Interval& interval) { out.value(interval.to_string()); }

void read_json(const JsonIn& in, Interval& interval) {
  const std::optional<std::string> text = in.is_boolean() ? std::nullopt : text_of(in);
  if (!text) {
    in.fail({"cần một khoảng viết bằng chữ, hoặc một số",
             "expected an interval as a text, or a number"});
    return;
  }
  try {
    interval = Interval::parse(*text);
  } catch (const Error& error) {
    in.fail(detail::joined(detail::said("\"" + *text + "\""), ": ", detail::message_of(error)));
  }
}

void read_json(const JsonIn& in, std::vector<Expression>& items) { read_items(in, items); }
void read_json(const JsonIn& in, std::vector<Interval>& items) { read_items(in, items); }

void write_json(JsonOut& out, const Rule& rule) {
  out.begin_object();
  out.key("type");
  out.value(type_name(rule));
  std::visit(
      [&](const auto& one) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, std::monostate>) {
          detail::write_fields(out, one);
        }
      },
      rule);
  out.end_object();
}

namespace {

template <class One>
void read_as(const JsonIn& in, Rule& rule) {
  One made;
  detail::read_fields(in, made, {.also = "type"});
  rule = std::move(made);
}

void read_deduction(const JsonIn& in, Rule& rule) {
  read_as<TallyRule>(in, rule);
  std::get<TallyRule>(rule).deduct = true;
}

struct RuleType {
  std::string_view name;
  void (*read)(const JsonIn& in, Rule& rule);
};

constexpr std::array<RuleType, 14> rule_types = {{{"value", read_as<ValueRule>},
                                                  {"formula", read_as<FormulaRule>},
                                                  {"checklist", read_as<ChecklistRule>},
                                                  {"table", read_as<TableRule>},
                                                  {"linear", read_as<LinearRule>},
                                                  {"ratio", read_as<RatioRule>},
                                                  {"deduction", read_deduction},
                                                  {"count", read_as<TallyRule>},
                                                  {"comparison", read_as<ComparisonRule>},
                                                  {"slopes", read_as<SlopesRule>},
                                                  {"ballots", read_as<BallotsRule>},
                                                  {"index", read_as<IndexRule>},
                                                  {"choice", read_as<ChoiceRule>},
                                                  {"script", read_as<ScriptRule>}}};

}  // namespace

void read_json(const JsonIn& in, Rule& rule) {
  if (!in.expect_object()) return;
  in.require("type");
  const std::optional<JsonIn> type = in.find("type");
  if (!type) return;
  std::string names;
  for (const RuleType& one : rule_types) {
    if (type->is_text() && type->text() == one.name) return one.read(in, rule);
    names += (names.empty() ? "" : ", ") + std::string(one.name);
  }
  in.fail(detail::say("không có loại quy tắc \"{}\"; có {}", "unknown type \"{}\"; there are {}",
                      type->text(), names));
}

void read_json(const JsonIn& in, Variable& variable) {
  detail::read_fields(in, variable);
  const VariableKind kind = variable.kind;
  const bool counts = kind != VariableKind::number && kind != VariableKind::date;
  if (counts && !in.has("low")) variable.low = 0;
  if (!in.has("high")) {
    if (kind == VariableKind::percent) variable.high = 100;
    if (kind == VariableKind::yes_no) variable.high = 1;
  }
  if (!variable.values.empty()) variable.high = static_cast<double>(variable.values.size()) - 1;
}

void read_json(const JsonIn& in, GradeScale& scale) {
  detail::read_fields(in, scale);
  if (scale.on == "percent" || scale.on == "points") return;
  if (const auto on = in.find("on")) {
    on->fail({"cần percent hoặc points", "expected percent or points"});
  }
}

namespace {

/// A framework as its lists.
struct Parts {
  FrameworkHead head;
  Criterion total;
  std::vector<Variable> variables;
  std::vector<Criterion> criteria;
  GradeScale grades;
};

/// Reads the members that the head doesn't have; false for one that nothing has.
bool read_part(const JsonIn& in, Parts& parts) {
  if (in.key() == "total") {
    detail::read_fields(in, parts.total, {.required = false});
  } else if (in.key() == "variables") {
    detail::read(in, parts.variables);
  } else if (in.key() == "criteria") {
    detail::read(in, parts.criteria);
  } else if (in.key() == "grades") {
    detail::read(in, parts.grades);
  } else {
    return in.key() == "schema";
  }
  return true;
}

void read_parts(const JsonIn& in, Parts& parts) {
  if (!in.expect_object()) return;
  in.expect_schema(framework_schema_name);
  for (const std::string_view name : {"id", "criteria"}) in.require(name);
  in.each([&](const JsonIn& one) {
    bool is_known = read_part(one, parts);
    for_each_field<FrameworkHead>([&](const auto& field) {
      if (field.name != one.key()) return;
      is_known = true;
      detail::read(one, parts.head.*field.member);
    });
    if (is_known) return;
    in.refuse_member(one.key(), "schema, " + detail::listed_fields<FrameworkHead>() +
                                    ", total, variables, criteria, grades");
  });
}

/// Reads a document of not too many bytes and refuses all that is wrong in it.
template <class Read>
void read_whole(std::string_view json, const Read& read) {
  if (json.size() > most_bytes) {
    throw ParseError(
        ErrorCode::too_large, "",
        detail::say("JSON dài {} byte; chỉ đọc đến {} byte",
                    "the JSON has {} bytes; at most {} are read", json.size(), most_bytes));
  }
  detail::JsonDocument document(json);
  document.refuse_unknown_members();
  read(document.root());
  document.refuse_problems();
}

// differences

/// A value as JSON on one line, a text as it is; nothing where it is left out.
template <class Owner, class Value>
std::string shown(const Field<Owner, Value>& field, const Owner& owner) {
  if (detail::is_left_out(field, owner)) return {};
  JsonOut out(-1);
  detail::write(out, field.of(owner));
  std::string text = out.take();
  if (text.size() >= 2 && text.front() == '"') {
    detail::JsonDocument document(text);
    return std::string(document.root().text());
  }
  return text;
}

/// Differences of two objects, field by field.
template <HasFields T>
void compare(const T& before, const T& after, const std::string& code,
             std::vector<FrameworkChange>& changes) {
  for_each_field<T>([&](const auto& field) {
    if (field.of(before) == field.of(after)) return;
    changes.push_back({code, std::string(field.name), shown(field, before), shown(field, after)});
  });
}

std::string name_of(const Criterion& criterion) { return criterion.code; }
std::string name_of(const Variable& variable) { return variable.name; }

/// Differences of two lists whose items have a name of their own.
template <class Item>
void compare_lists(const std::vector<Item>& before, const std::vector<Item>& after,
                   const std::string& prefix, std::vector<FrameworkChange>& changes) {
  const auto index = [](const std::vector<Item>& items) {
    std::unordered_map<std::string, const Item*> places;
    for (const Item& item : items) places.try_emplace(name_of(item), &item);
    return places;
  };
  const auto old_items = index(before);
  const auto new_items = index(after);
  for (const Item& item : before) {
    const auto other = new_items.find(name_of(item));
    if (other != new_items.end()) {
      compare(item, *other->second, prefix + name_of(item), changes);
    } else {
      changes.push_back({prefix + name_of(item), "removed", item.title.vi, ""});
    }
  }
  for (const Item& item : after) {
    if (!old_items.contains(name_of(item))) {
      changes.push_back({prefix + name_of(item), "added", "", item.title.vi});
    }
  }
}

std::vector<Criterion> without_total(const Framework& framework) {
  return {framework.criteria().begin() + 1, framework.criteria().end()};
}

}  // namespace

std::string to_json(const Framework& framework, int indent) {
  JsonOut out(indent);
  out.begin_object();
  out.key("schema");
  out.value(framework_schema_name);
  detail::write_fields(out, framework.head());
  out.key("total");
  detail::write(out, framework.criteria()[0]);
  if (!framework.variables().empty()) {
    out.key("variables");
    detail::write(out, framework.variables());
  }
  out.key("criteria");
  detail::write(out, without_total(framework));
  if (framework.grades() != GradeScale{}) {
    out.key("grades");
    detail::write(out, framework.grades());
  }
  out.end_object();
  return out.take();
}

Framework framework_from_json(std::string_view json) {
  Parts parts;
  parts.total.max = 100;
  read_whole(json, [&](const JsonIn& root) { read_parts(root, parts); });
  return {std::move(parts.head), std::move(parts.total), std::move(parts.criteria),
          std::move(parts.variables), std::move(parts.grades)};
}

std::string to_json(const Rule& rule, int indent) {
  if (std::holds_alternative<std::monostate>(rule)) return "null";
  JsonOut out(indent);
  write_json(out, rule);
  return out.take();
}

Rule rule_from_json(std::string_view json) {
  Rule rule;
  read_whole(json, [&](const JsonIn& root) {
    if (!root.is_null()) read_json(root, rule);
  });
  return rule;
}

std::string to_json(const GradeScale& grades, int indent) {
  return detail::json_of(grades, indent);
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
  throw NotFoundError(ErrorCode::not_found, std::string(name),
                      detail::say("sauro không có sẵn bộ chỉ số này; có {}",
                                  "no such framework comes with sauro; there are {}", names));
}

std::vector<FrameworkChange> diff(const Framework& before, const Framework& after) {
  std::vector<FrameworkChange> changes;
  compare(before.head(), after.head(), "", changes);
  compare(before.criteria()[0], after.criteria()[0], "", changes);
  compare(before.grades(), after.grades(), "", changes);
  compare_lists(without_total(before), without_total(after), "", changes);
  compare_lists(before.variables(), after.variables(), "variable ", changes);
  return changes;
}

}  // namespace sauro::inline v0_1
