#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "sauro/core/error.hpp"
#include "sauro/writing/framework_json.hpp"
#include "writing/json_in.hpp"

namespace sauro {
namespace {

using detail::JsonIn;

constexpr std::size_t most_bytes = 32U << 20U;

/// Reads an object whose members are all known.
class ObjectIn {
 public:
  explicit ObjectIn(const JsonIn& in) : in_(in) {
    if (!in.json().is_object()) return;
    for (const auto& [name, value] : in.json().items()) marks_ |= mark(name);
  }

  void only(std::initializer_list<std::string_view> names) const {
    if (!in_.json().is_object()) {
      in_.fail("expected an object");
      return;
    }
    for (const auto& [name, value] : in_.json().items()) {
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      std::string all;
      for (const std::string_view other : names) {
        all += (all.empty() ? "" : ", ") + std::string(other);
      }
      in_.fail("unknown member \"" + name + "\"; there are " + all);
    }
  }

  [[nodiscard]] bool has(const char* name) const {
    return (marks_ & mark(name)) != 0 && in_.json().contains(name);
  }

  template <class Value>
  void member(const char* name, Value& value) const {
    if ((marks_ & mark(name)) != 0) in_.member(name, value);
  }

  template <class Enum>
    requires std::is_enum_v<Enum>
  void one_of(const char* name, Enum& value) const {
    if (!has(name)) return;
    std::string text;
    in_.member(name, text);
    if (const auto found = try_parse<Enum>(text)) {
      value = *found;
    } else {
      in_.at(name).fail("unknown \"" + text + "\"; expected one of " + listed_names<Enum>());
    }
  }

  void decimals(const char* name, std::optional<int>& value) const { member(name, value); }

  /// A text, or a number as one.
  void expression(const char* name, Expression& value, bool required) const {
    if (!has(name)) {
      if (required) in_.require(name);
      return;
    }
    value = expression_of(in_.at(name));
  }

  static Expression expression_of(const JsonIn& in) {
    std::string text;
    if (in.json().is_number()) {
      text = number_text(in.json().get<double>());
    } else if (in.json().is_boolean()) {
      text = in.json().get<bool>() ? "1" : "0";
    } else if (in.json().is_string()) {
      text = in.json().get<std::string>();
    } else {
      in.fail("expected a formula or a number");
      return {};
    }
    try {
      return Expression::parse(text);
    } catch (const Error& error) {
      in.fail(error.where() + (error.where().empty() ? "" : ": ") + error.message());
      return {};
    }
  }

  static Interval interval_of(const JsonIn& in) {
    std::string text;
    if (in.json().is_number()) {
      text = number_text(in.json().get<double>());
    } else if (in.json().is_string()) {
      text = in.json().get<std::string>();
    } else {
      in.fail("expected an interval as a text, or a number");
      return {};
    }
    try {
      return Interval::parse(text);
    } catch (const Error& error) {
      in.fail("\"" + text + "\": " + error.message());
      return {};
    }
  }

  /// Items of a list, or one item that stands alone.
  template <class Read>
  void each(const char* name, bool may_stand_alone, Read read) const {
    if (!has(name)) return;
    const JsonIn list = in_.at(name);
    if (!list.json().is_array()) {
      may_stand_alone ? read(list) : list.fail("expected a list");
      return;
    }
    for (std::size_t i = 0; i < list.json().size(); ++i) read(list.at(i));
  }

  [[nodiscard]] const JsonIn& in() const { return in_; }

 private:
  /// One of 64 bits for a name: most members of a criterion aren't there, and needn't be looked
  /// for.
  static std::uint64_t mark(std::string_view name) {
    if (name.empty()) return 1;
    const auto sum = name.size() * 7 + static_cast<unsigned char>(name.front()) * 5U +
                     static_cast<unsigned char>(name.back());
    return std::uint64_t{1} << sum % 64;
  }

  const JsonIn& in_;
  std::uint64_t marks_ = 0;
};

Title title_of(const JsonIn& in) {
  Title title;
  if (in.json().is_string()) {
    in.read(title.vi);
    return title;
  }
  const ObjectIn object(in);
  object.only({"vi", "en"});
  object.member("vi", title.vi);
  object.member("en", title.en);
  return title;
}

void read_title(const ObjectIn& object, Title& title) {
  if (object.has("title")) title = title_of(object.in().at("title"));
}

Rule rule_of(const JsonIn& in);

Rule checklist_of(const ObjectIn& object) {
  ChecklistRule rule;
  object.only({"type", "items", "all_or_nothing"});
  object.in().require("items");
  object.member("all_or_nothing", rule.all_or_nothing);
  object.each("items", false, [&](const JsonIn& in) {
    const ObjectIn item(in);
    ChecklistRule::Item one;
    item.only({"of", "points"});
    item.expression("of", one.of, true);
    in.require("points");
    item.member("points", one.points);
    rule.items.push_back(std::move(one));
  });
  return rule;
}

Rule table_of(const ObjectIn& object) {
  TableRule rule;
  object.only({"type", "of", "domain", "hit", "rows"});
  object.in().require("of");
  object.in().require("rows");
  object.one_of("hit", rule.hit);
  object.each("of", true,
              [&](const JsonIn& in) { rule.of.push_back(ObjectIn::expression_of(in)); });
  object.each("domain", true,
              [&](const JsonIn& in) { rule.domain.push_back(ObjectIn::interval_of(in)); });
  object.each("rows", false, [&](const JsonIn& in) {
    const ObjectIn row(in);
    TableRule::Row one;
    row.only({"when", "points"});
    in.require("when");
    row.each("when", true,
             [&](const JsonIn& when) { one.when.push_back(ObjectIn::interval_of(when)); });
    row.expression("points", one.points, true);
    rule.rows.push_back(std::move(one));
  });
  return rule;
}

Rule linear_of(const ObjectIn& object) {
  LinearRule rule;
  object.only({"type", "of", "knots"});
  object.expression("of", rule.of, true);
  object.in().require("knots");
  object.each("knots", false, [&](const JsonIn& in) {
    std::vector<double> pair;
    in.read(pair);
    if (pair.size() != 2) {
      in.fail("expected [value, points]");
      return;
    }
    rule.knots.emplace_back(pair[0], pair[1]);
  });
  return rule;
}

Rule ratio_of(const ObjectIn& object) {
  RatioRule rule;
  object.only({"type", "of", "to", "full_at", "from", "may_exceed", "at_zero"});
  object.expression("of", rule.of, true);
  object.expression("to", rule.to, false);
  object.member("full_at", rule.full_at);
  object.member("from", rule.from);
  object.member("may_exceed", rule.may_exceed);
  object.one_of("at_zero", rule.at_zero);
  return rule;
}

Rule tally_of(const ObjectIn& object, bool deduct) {
  TallyRule rule;
  rule.deduct = deduct;
  object.only({"type", "terms"});
  object.in().require("terms");
  object.each("terms", false, [&](const JsonIn& in) {
    const ObjectIn term(in);
    TallyRule::Term one;
    term.only({"of", "each"});
    term.expression("of", one.of, true);
    in.require("each");
    term.member("each", one.each);
    rule.terms.push_back(std::move(one));
  });
  return rule;
}

Rule comparison_of(const ObjectIn& object) {
  ComparisonRule rule;
  object.only({"type", "of", "with", "better", "equal", "worse", "lower_is_better"});
  object.expression("of", rule.of, true);
  object.expression("with", rule.with, true);
  object.member("better", rule.better);
  object.member("equal", rule.equal);
  object.member("worse", rule.worse);
  object.member("lower_is_better", rule.lower_is_better);
  return rule;
}

Rule slopes_of(const ObjectIn& object) {
  SlopesRule rule;
  object.only({"type", "of", "target", "best", "share_at_target"});
  object.expression("of", rule.of, true);
  object.expression("target", rule.target, true);
  object.expression("best", rule.best, true);
  object.member("share_at_target", rule.share_at_target);
  return rule;
}

Rule ballots_of(const ObjectIn& object) {
  BallotsRule rule;
  object.only({"type", "answers"});
  object.in().require("answers");
  object.each("answers", false, [&](const JsonIn& in) {
    const ObjectIn answer(in);
    BallotsRule::Answer one;
    answer.only({"count", "share"});
    answer.expression("count", one.count, true);
    in.require("share");
    answer.member("share", one.share);
    rule.answers.push_back(std::move(one));
  });
  return rule;
}

Rule choice_of(const ObjectIn& object) {
  ChoiceRule rule;
  object.only({"type", "by", "among"});
  object.in().require("by");
  object.member("by", rule.by);
  object.in().require("among");
  object.each("among", false, [&](const JsonIn& in) {
    const ObjectIn alternative(in);
    Alternative one;
    alternative.only({"name", "rule"});
    alternative.member("name", one.name);
    in.require("rule");
    if (alternative.has("rule")) one.rule = rule_of(in.at("rule"));
    rule.among.push_back(std::move(one));
  });
  return rule;
}

Rule rule_of(const JsonIn& in) {
  const ObjectIn object(in);
  std::string type;
  in.require("type");
  object.member("type", type);
  if (type == "checklist") return checklist_of(object);
  if (type == "table") return table_of(object);
  if (type == "linear") return linear_of(object);
  if (type == "ratio") return ratio_of(object);
  if (type == "deduction" || type == "count") return tally_of(object, type == "deduction");
  if (type == "comparison") return comparison_of(object);
  if (type == "slopes") return slopes_of(object);
  if (type == "ballots") return ballots_of(object);
  if (type == "choice") return choice_of(object);
  if (type == "value") {
    ValueRule rule;
    object.only({"type", "of"});
    object.expression("of", rule.of, true);
    return rule;
  }
  if (type == "formula") {
    FormulaRule rule;
    object.only({"type", "points"});
    object.expression("points", rule.points, true);
    return rule;
  }
  if (type == "index") {
    IndexRule rule;
    object.only({"type", "of", "out_of"});
    object.expression("of", rule.of, true);
    object.member("out_of", rule.out_of);
    return rule;
  }
  if (type == "script") {
    ScriptRule rule;
    object.only({"type", "name", "variables"});
    object.member("name", rule.name);
    object.member("variables", rule.variables);
    return rule;
  }
  if (in.json().is_object()) {
    in.fail("unknown type \"" + type +
            "\"; there are value, formula, checklist, table, linear, ratio, deduction, count, "
            "comparison, slopes, ballots, index, choice, script");
  }
  return {};
}

Variable variable_of(const JsonIn& in) {
  const ObjectIn object(in);
  Variable variable;
  object.only({"name", "title", "kind", "unit", "direction", "low", "high", "values"});
  in.require("name");
  object.member("name", variable.name);
  read_title(object, variable.title);
  object.one_of("kind", variable.kind);
  object.member("unit", variable.unit);
  object.one_of("direction", variable.direction);
  const bool counts = variable.kind != VariableKind::number && variable.kind != VariableKind::date;
  if (counts) variable.low = 0;
  if (variable.kind == VariableKind::percent) variable.high = 100;
  if (variable.kind == VariableKind::yes_no) variable.high = 1;
  if (object.has("low")) variable.low.reset();  // null: no bound
  if (object.has("high")) variable.high.reset();
  object.member("low", variable.low);
  object.member("high", variable.high);
  object.member("values", variable.values);
  if (!variable.values.empty()) variable.high = static_cast<double>(variable.values.size()) - 1;
  return variable;
}

void read_node(const ObjectIn& object, Criterion& criterion) {
  read_title(object, criterion.title);
  object.member("min", criterion.min);
  object.member("max", criterion.max);
  object.member("unit", criterion.unit);
  object.one_of("combine", criterion.combine);
  object.decimals("decimals", criterion.decimals);
  object.member("capped", criterion.capped);
}

Criterion criterion_of(const JsonIn& in) {
  const ObjectIn object(in);
  Criterion criterion;
  object.only({"code",       "parent",     "title",
               "min",        "max",        "unit",
               "direction",  "source",     "legal_reference",
               "note",       "valid_from", "valid_to",
               "combine",    "weight",     "if_not_applicable",
               "if_missing", "decimals",   "outside",
               "capped",     "rule"});
  in.require("code");
  object.member("code", criterion.code);
  object.member("parent", criterion.parent);
  read_node(object, criterion);
  object.one_of("direction", criterion.direction);
  object.one_of("source", criterion.source);
  object.member("legal_reference", criterion.legal_reference);
  object.member("note", criterion.note);
  object.member("valid_from", criterion.valid_from);
  object.member("valid_to", criterion.valid_to);
  object.member("weight", criterion.weight);
  object.one_of("if_not_applicable", criterion.if_not_applicable);
  object.one_of("if_missing", criterion.if_missing);
  object.member("outside", criterion.outside);
  if (object.has("rule")) criterion.rule = rule_of(in.at("rule"));
  return criterion;
}

GradeScale grades_of(const JsonIn& in) {
  const ObjectIn object(in);
  GradeScale scale;
  object.only({"on", "grades", "groups", "method", "note"});
  object.member("on", scale.on);
  if (scale.on != "percent" && scale.on != "points") {
    in.at("on").fail("expected percent or points");
  }
  object.each("grades", false, [&](const JsonIn& one) {
    const ObjectIn item(one);
    Grade grade;
    item.only({"label", "from"});
    one.require("label");
    one.require("from");
    item.member("label", grade.label);
    item.member("from", grade.from);
    scale.grades.push_back(std::move(grade));
  });
  object.member("groups", scale.groups);
  object.one_of("method", scale.method);
  object.member("note", scale.note);
  return scale;
}

}  // namespace

Framework framework_from_json(std::string_view json) {
  if (json.size() > most_bytes) {
    throw ParseError(ErrorCode::too_large, "",
                     "the JSON has " + std::to_string(json.size()) + " bytes; at most " +
                         std::to_string(most_bytes) + " are read");
  }
  const detail::Json root = detail::parse_json(json);
  std::vector<std::string> problems;
  const JsonIn in(root, problems);
  const ObjectIn object(in);
  object.only({"schema", "id", "title", "source", "note", "valid_from", "valid_to", "tolerance",
               "total", "variables", "criteria", "grades"});
  std::string schema;
  object.member("schema", schema);
  if (schema != "sauro/framework/1") in.fail("\"schema\" has to be \"sauro/framework/1\"");
  FrameworkHead head;
  for (const char* name : {"id", "criteria"}) in.require(name);
  object.member("id", head.id);
  read_title(object, head.title);
  object.member("source", head.source);
  object.member("note", head.note);
  object.member("valid_from", head.valid_from);
  object.member("valid_to", head.valid_to);
  object.member("tolerance", head.tolerance);
  Criterion total;
  total.max = 100;
  if (object.has("total")) {
    const JsonIn node = in.at("total");
    const ObjectIn members(node);
    members.only({"title", "min", "max", "unit", "combine", "decimals", "capped"});
    read_node(members, total);
  }
  std::vector<Variable> variables;
  object.each("variables", false,
              [&](const JsonIn& one) { variables.push_back(variable_of(one)); });
  std::vector<Criterion> criteria;
  object.each("criteria", false, [&](const JsonIn& one) { criteria.push_back(criterion_of(one)); });
  GradeScale grades;
  if (object.has("grades")) grades = grades_of(in.at("grades"));
  detail::refuse(problems);
  return {std::move(head), std::move(total), std::move(criteria), std::move(variables),
          std::move(grades)};
}

}  // namespace sauro
