#include <doctest/doctest.h>

#include <set>
#include <string>

#include "sauro/core/error.hpp"
#include "sauro/writing/framework_json.hpp"
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

/// A framework of criteria and variables written as JSON.
Framework framework(const std::string& criteria, const std::string& variables = "",
                    const std::string& total = R"({"max": 10})") {
  return framework_from_json(R"({"schema": "sauro/framework/1", "id": "test", "total": )" + total +
                             R"(, "variables": [)" + variables + R"(], "criteria": [)" + criteria +
                             "]}");
}

std::string problems(const Framework& framework) {
  std::string text;
  for (const FrameworkProblem& problem : framework.validate()) {
    text += problem.kind + " " + problem.where + ": " + problem.message_en + "\n";
  }
  return text;
}

const std::string x = R"({"name": "x", "kind": "percent"})";

std::string table(const std::string& rows, const std::string& more = "") {
  return R"({"code": "1", "max": 10, "rule": {"type": "table", "of": ["x"], "rows": [)" + rows +
         "]" + more + "}}";
}

}  // namespace

TEST_CASE("the frameworks that come along are valid, have a source and survive a round trip") {
  for (const std::string& name : framework_names()) {
    CAPTURE(name);
    const Framework loaded = load_framework(name);
    CHECK(loaded.head().id == name);
    CHECK(problems(loaded) == "");
    CHECK_FALSE(loaded.head().source.empty());
    CHECK(framework_from_json(to_json(loaded)) == loaded);
  }
  CHECK_THROWS_AS(static_cast<void>(load_framework("papi-1900")), NotFoundError);
}

TEST_CASE("rules and grades are JSON of their own") {
  for (const std::string& name : framework_names()) {
    const Framework loaded = load_framework(name);
    for (const Criterion& one : loaded.criteria()) {
      CAPTURE(one.code);
      CHECK(rule_from_json(to_json(one.rule)) == one.rule);
    }
  }
  CHECK(to_json(Rule()) == "null");
  CHECK_THROWS_AS(static_cast<void>(rule_from_json(R"({"type": "value", "on": 1})")),
                  ValidationError);
  CHECK(to_json(GradeScale{.grades = {{"A", 90}}}) ==
        R"({"on":"percent","grades":[{"label":"A","from":90.0}]})");
}

TEST_CASE("PAPI has 28 sub-dimensions in 2018 and since 2021, 29 between") {
  CHECK(load_framework("papi-2018").leaves().size() == 28);
  CHECK(load_framework("papi-2019").leaves().size() == 29);
  CHECK(load_framework("papi-2021").leaves().size() == 28);
  CHECK(load_framework("papi-2018").criterion("8.1").max == 5);
}

TEST_CASE("the example set uses every type of rule and every hit policy") {
  std::set<std::string> types;
  std::set<HitPolicy> policies;
  const Framework example = load_framework("commune-example");
  for (const std::size_t leaf : example.leaves()) {
    const Rule& rule = example.criteria()[leaf].rule;
    types.emplace(type_name(rule));
    if (const auto* one = std::get_if<TableRule>(&rule)) policies.insert(one->hit);
  }
  CHECK(types == std::set<std::string>{"ballots", "checklist", "choice", "comparison", "count",
                                       "deduction", "formula", "index", "linear", "ratio", "slopes",
                                       "table"});
  CHECK(policies == std::set<HitPolicy>{HitPolicy::unique, HitPolicy::first, HitPolicy::sum});
}

TEST_CASE("gaps and overlaps of bands are shown as intervals") {
  CHECK(problems(framework(table(R"({"when": ">= 80", "points": 10},
                                    {"when": "< 70", "points": 0})"),
                           x)) == "gap 1: no row holds for x in [70, 80)\n");
  CHECK(problems(framework(table(R"({"when": ">= 80", "points": 10},
                                    {"when": "[50, 80]", "points": 5},
                                    {"when": "< 50", "points": 0})"),
                           x)) == "overlap 1: several rows hold for x in 80 (rows 1 and 2)\n");
  CHECK(problems(framework(table(R"({"when": "> 0", "points": 10})"), x)) ==
        "gap 1: no row holds for x in 0\n");
  CHECK(problems(framework(table(R"({"when": "0", "points": 0}, {"when": "1", "points": 5},
                                    {"when": ">= 2", "points": 10})"),
                           R"({"name": "x", "kind": "count"})")) == "");
  CHECK(problems(framework(table(R"({"when": ">= 80", "points": 10},
                                    {"when": "-", "points": 0})",
                                 R"(, "hit": "first")"),
                           x)) == "");
  CHECK(problems(framework(table(R"({"when": ">= 80", "points": 10},
                                    {"when": "< 80", "points": 0})",
                                 R"(, "domain": "[0, 120]")"),
                           R"({"name": "x"})")) == "");
}

TEST_CASE("gaps of tables with two inputs name both") {
  const std::string two = R"({"code": "1", "max": 10, "rule": {"type": "table", "of": ["x", "y"],
    "rows": [{"when": ["1", "< 50"], "points": 5}, {"when": ["1", ">= 50"], "points": 10},
             {"when": ["0", "< 90"], "points": 0}]}})";
  CHECK(problems(framework(two, R"({"name": "x", "kind": "yes_no"},
                                   {"name": "y", "kind": "percent"})")) ==
        "gap 1: no row holds for x in 0 and y in [90, 100]\n");
}

TEST_CASE("all problems of a framework are found at once") {
  const Framework wrong = framework(
      R"({"code": "1", "max": 6, "rule": {"type": "value", "of": "nowhere"}},
         {"code": "1", "max": 3, "rule": {"type": "value", "of": "x"}},
         {"code": "2", "parent": "9", "max": 1, "rule": {"type": "value", "of": "x"}},
         {"code": "3", "max": 2, "combine": "weighted_mean"},
         {"code": "3.1", "parent": "3", "max": 2, "weight": 0,
          "rule": {"type": "ratio", "of": "x", "from": 2}},
         {"code": "4", "parent": "5", "max": 1}, {"code": "5", "parent": "4", "max": 1},
         {"code": "6", "rule": {"type": "value", "of": "x"}},
         {"code": "7", "max": 1},
         {"code": "8", "max": 2, "rule": {"type": "checklist", "items": [{"of": "x", "points": 3}]}})",
      x);
  std::set<std::string> kinds;
  for (const FrameworkProblem& problem : wrong.validate()) kinds.insert(problem.kind);
  CHECK(kinds == std::set<std::string>{"cycle", "duplicate_code", "maximum", "no_rule", "rule",
                                       "unknown_parent", "unknown_variable", "weight"});
  const std::string text = problems(wrong);
  CHECK(text.find("cycle 4: parents go in a circle: 4 -> 5 -> 4") != std::string::npos);
  CHECK(text.find("unknown_variable 1: the variable \"nowhere\" is not declared") !=
        std::string::npos);
  CHECK(text.find("maximum 8: its items add up to 3, its maximum is 2") != std::string::npos);
}

TEST_CASE("a parent's maximum is that of its parts") {
  CHECK(problems(framework(R"({"code": "1", "max": 4, "rule": {"type": "value", "of": "x"}},
                              {"code": "2", "max": 5.5, "rule": {"type": "value", "of": "x"}})",
                           x)) == "maximum : its maximum is 10, but its parts add up to 9.5\n");
  CHECK(problems(framework(R"({"code": "1", "max": 10, "rule": {"type": "value", "of": "x"}},
                              {"code": "B", "max": 2, "outside": true,
                               "rule": {"type": "count", "terms": [{"of": "x", "each": 1}]}})",
                           x)) == "");
}

TEST_CASE("a tree of 10,000 levels is a problem, not a crash") {
  std::string criteria = R"({"code": "c0", "max": 10})";
  for (int i = 1; i < 10'000; ++i) {
    criteria += ",{\"code\": \"c" + std::to_string(i) + "\", \"parent\": \"c" +
                std::to_string(i - 1) + "\", \"max\": 10}";
  }
  const std::string text = problems(framework(criteria));
  CHECK(text.find("depth c9999: the tree has 10000 levels; at most 32 make sense") !=
        std::string::npos);
  std::string circle = R"({"code": "c0", "parent": "c9999", "max": 10})";
  circle += criteria.substr(criteria.find("},") + 1);
  CHECK(problems(framework(circle)).find("parents go in a circle") != std::string::npos);
}

TEST_CASE("JSON that is no framework is refused with all pointers at once") {
  try {
    static_cast<void>(framework(
        R"({"code": "1", "max": "ten", "rule": {"type": "value", "of": "x +"}},
           {"code": "2", "maximum": 3, "rule": {"type": "guess"}},
           {"code": "3", "max": 1, "rule": {"type": "table", "of": "x",
            "rows": [{"when": "80-90", "points": 1}]}},
           {"code": "4", "combine": "product"})"));
    FAIL("not refused");
  } catch (const ValidationError& error) {
    const std::string text = english(error);
    CHECK(text.find("/criteria/0/max: expected a number") != std::string::npos);
    CHECK(text.find("/criteria/0/rule/of: line 1, column 4: the formula ends too early") !=
          std::string::npos);
    CHECK(text.find("/criteria/1: unknown member \"maximum\"") != std::string::npos);
    CHECK(text.find("/criteria/1/rule: unknown type \"guess\"") != std::string::npos);
    CHECK(text.find("/criteria/2/rule/rows/0/when: \"80-90\": no number") != std::string::npos);
    CHECK(text.find("/criteria/3/combine: unknown \"product\"; expected sum") != std::string::npos);
  }
  CHECK_THROWS_AS(static_cast<void>(framework_from_json("[")), ParseError);
  CHECK_THROWS_AS(static_cast<void>(framework_from_json("[1]")), ValidationError);
}

TEST_CASE("two years' sets are compared field by field") {
  const auto changes = diff(load_framework("papi-2019"), load_framework("papi-2021"));
  const auto has = [&](const std::string& code, const std::string& field, const std::string& before,
                       const std::string& after) {
    for (const FrameworkChange& change : changes) {
      if (change == FrameworkChange{code, field, before, after}) return true;
    }
    return false;
  };
  CHECK(has("5.1", "max", "2.5", "3.333333333"));
  CHECK(has("valid_to", "", "", "") == false);
  CHECK(has("", "valid_to", "2020-12-31", ""));
  bool removed = false;
  for (const FrameworkChange& change : changes) {
    removed = removed || (change.code == "5.2" && change.field == "removed");
  }
  CHECK(removed);
  CHECK(diff(load_framework("qd-766"), load_framework("qd-766")).empty());
}
