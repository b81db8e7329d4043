#include "writing/framework_parts_json.hpp"

#include <array>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "sauro/core/error.hpp"
#include "sauro/text/numbers.hpp"
#include "core/problem_list.hpp"
#include "writing/json_fields.hpp"

namespace sauro::inline v0_1 {

using detail::JsonIn;
using detail::JsonOut;

namespace {

/// A text, or a number or truth as one; nothing for others.
std::optional<std::string> text_of(const JsonIn& in) {
  if (in.is_number()) return plain_number(in.number());
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

void write_json(JsonOut& out, const Expression& expression) {
  const std::optional<double> number = expression.number();
  number&& plain_number(*number) == expression.text() ? out.value(*number)
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

void write_json(JsonOut& out, const Condition& condition) { out.value(condition.to_string()); }

void read_json(const JsonIn& in, Condition& condition) {
  const std::optional<std::string> text = in.is_boolean() ? std::nullopt : text_of(in);
  if (!text) {
    in.fail({"cần một điều kiện viết bằng chữ, hoặc một số",
             "expected a condition as a text, or a number"});
    return;
  }
  try {
    condition = Condition::parse(*text);
  } catch (const Error& error) {
    in.fail(detail::joined(detail::said("\"" + *text + "\""), ": ", detail::message_of(error)));
  }
}

void read_json(const JsonIn& in, std::vector<Expression>& items) { read_items(in, items); }
void read_json(const JsonIn& in, std::vector<Condition>& items) { read_items(in, items); }
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

}  // namespace sauro::inline v0_1
