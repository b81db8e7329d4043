#include "sauro/writing/framework_json.hpp"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "data/frameworks.hpp"
#include "writing/framework_parts_json.hpp"
#include "writing/json_fields.hpp"

namespace sauro::inline v0_1 {

using detail::JsonField;
using detail::JsonFields;
using detail::JsonIn;
using detail::JsonOut;

namespace {

constexpr std::string_view framework_schema_name = "sauro/framework/1";
constexpr std::size_t most_bytes = 32U << 20U;

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
    in.refuse_member(one.key(), "schema, " + detail::json_fields<FrameworkHead>().names() +
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
std::string shown(const JsonFields& fields, const JsonField& field, const void* owner) {
  if (fields.is_left_out(field, owner)) return {};
  JsonOut out(-1);
  field.write(out, field.place_in(owner));
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
  const JsonFields& fields = detail::json_fields<T>();
  for (const JsonField& field : fields.list) {
    if (field.are_equal(field.place_in(&before), field.place_in(&after))) continue;
    changes.push_back({code, std::string(field.name), shown(fields, field, &before),
                       shown(fields, field, &after)});
  }
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
