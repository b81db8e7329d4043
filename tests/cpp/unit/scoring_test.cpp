#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/scoring/rank.hpp"
#include "sauro/scoring/score.hpp"
#include "sauro/writing/framework_json.hpp"
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

const double none = std::nan("");

using Values = std::map<std::string, std::vector<double>>;

Inputs inputs_of(const Values& values, std::vector<std::string> units,
                 std::vector<std::string> periods = {""}) {
  Inputs inputs;
  inputs.units = std::move(units);
  inputs.periods = std::move(periods);
  for (const auto& [name, column] : values) {
    InputColumn given;
    given.variable = name;
    given.values = Column::of(name, column);
    inputs.columns.push_back(std::move(given));
  }
  return inputs;
}

/// A framework of one criterion of 4 points with this rule, over x and y.
Framework one_rule(const std::string& rule, const std::string& more = "") {
  return framework_from_json(
      R"({"schema": "sauro/framework/1", "id": "one", "total": {"max": 4}, "variables": [
          {"name": "x"}, {"name": "y"}, {"name": "z"},
          {"name": "which", "kind": "choice", "values": ["a", "b"]}],
          "criteria": [{"code": "1", "max": 4, "rule": )" +
      rule + more + "}]}");
}

std::vector<double> points(const std::string& rule, const Values& values,
                           OnProblem on_problem = OnProblem::raise, const std::string& more = "",
                           std::size_t periods = 1) {
  const std::size_t rows = values.begin()->second.size();
  std::vector<std::string> units;
  for (std::size_t i = 0; i < rows / periods; ++i) units.push_back("u" + std::to_string(i));
  std::vector<std::string> names;
  for (std::size_t i = 0; i < periods; ++i) names.push_back(std::to_string(2024 + i));
  ScoreOptions options;
  options.on_problem = on_problem;
  const Scorecard card = score(one_rule(rule, more), inputs_of(values, units, names), options);
  const Column column = card.points("1");
  const auto given = column.values<double>();
  return {given.begin(), given.end()};
}

/// Equal, with missing values at the same places.
bool same(const std::vector<double>& a, const std::vector<double>& b) {
  bool equal = a.size() == b.size();
  for (std::size_t i = 0; equal && i < a.size(); ++i) {
    equal = a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i]));
  }
  if (!equal) {
    for (const double x : a) MESSAGE(x);
  }
  return equal;
}

std::string refusal(const std::string& rule, const Values& values) {
  return refusal_of([&] { static_cast<void>(points(rule, values)); });
}

}  // namespace

TEST_CASE("R1, R18: checklists give points for each item, or for all") {
  const std::string items = R"("items": [{"of": "x", "points": 3}, {"of": "y", "points": 1}]})";
  const Values values = {{"x", {1, 1, 0, 0, none, none}}, {"y", {1, 0, 1, none, 0, 1}}};
  CHECK(same(points(R"({"type": "checklist", )" + items, values), {4, 3, 1, none, none, none}));
  CHECK(same(points(R"({"type": "checklist", "all_or_nothing": true, )" + items, values),
             {4, 0, 0, 0, 0, none}));
}

TEST_CASE("R2: bands are closed below and open above, and judged in decimals") {
  const std::string bands = R"j({"type": "table", "of": "100 * x / y", "rows": [
      {"when": "100", "points": 4}, {"when": "[80, 100)", "points": 2.5},
      {"when": "[57, 80)", "points": 1}, {"when": "[0, 57)", "points": 0}], "domain": "[0, 100]"
})j";
  CHECK(same(points(bands, {{"x", {10, 9, 8, 57, 5, none}}, {"y", {10, 10, 10, 100, 10, 10}}}),
             {4, 2.5, 2.5, 1, 0, none}));
  CHECK(refusal(bands, {{"x", {11, 5}}, {"y", {10, 0}}}) ==
        "criterion 1, unit u0, period 2024: the value is outside of what the rule allows (x = 11; "
        "y = 10)\ncriterion 1, unit u1, period 2024: the rule divides by zero or gives no "
        "number (x = 5; y = 0)");
}

TEST_CASE("R3, R4, R5: proportional, above a threshold, up to a target") {
  const Values values = {{"x", {10, 9, 8, 7, 0}}, {"y", {10, 10, 10, 10, 10}}};
  const std::string ratio = R"({"type": "ratio", "of": "x", "to": "y")";
  CHECK(same(points(ratio + "}", values), {4, 3.6, 3.2, 2.8, 0}));
  CHECK(same(points(ratio + R"(, "from": 0.8})", values), {4, 3.6, 3.2, 0, 0}));
  CHECK(same(points(ratio + R"(, "full_at": 0.8})", values), {4, 4, 4, 3.5, 0}));
  CHECK(same(points(R"({"type": "linear", "of": "x", "knots": [[0, 0], [8, 3], [10, 4]]})",
                    {{"x", {-1, 4, 8, 9, 12, none}}}),
             {0, 1.5, 3, 3.5, 4, none}));
}

TEST_CASE("R12: a zero denominator gives what the criterion says") {
  const Values values = {{"x", {0, none}}, {"y", {0, 0}}};
  const std::string ratio = R"({"type": "ratio", "of": "x", "to": "y", "at_zero": )";
  CHECK(same(points(ratio + R"("full"})", values), {4, 4}));
  CHECK(same(points(ratio + R"("zero"})", values), {0, 0}));
  CHECK(same(points(ratio + R"("not_applicable"})", values), {4, 4}));
  CHECK(same(points(ratio + R"("not_applicable"})", values, OnProblem::raise,
                    R"(, "if_not_applicable": "leave_out")"),
             {none, none}));
  CHECK(refusal(ratio + R"("refuse"})", {{"x", {0}}, {"y", {0}}}) ==
        "criterion 1, unit u0, period 2024: the rule divides by zero or gives no number (x = 0; y "
        "= 0)");
}

TEST_CASE("R6: two slopes meet at the target and end at the best unit") {
  const std::string slopes = R"j({"type": "slopes", "of": "x", "target": 80, "best": "best(x)",
                                 "share_at_target": 0.5})j";
  CHECK(same(points(slopes, {{"x", {0, 40, 80, 90, 100}}}), {0, 1, 2, 3, 4}));
  CHECK(same(points(slopes, {{"x", {80, 40}}}), {4, 1}));
  CHECK(same(points(slopes, {{"x", {0, 90, none}}}), {0, none, none}));  // who may be the best one
}

TEST_CASE("R7, R8: deductions and counts stop at the bounds") {
  CHECK(same(points(R"({"type": "deduction", "terms": [{"of": "x", "each": 0.25},
                        {"of": "y", "each": 1}]})",
                    {{"x", {0, 1, 3, 0, none}}, {"y", {0, 0, 1, 9, 0}}}),
             {4, 3.75, 2.25, 0, none}));
  CHECK(same(points(R"({"type": "count", "terms": [{"of": "x", "each": 1.5}]})",
                    {{"x", {0, 1, 2, 3, none}}}),
             {0, 1.5, 3, 4, none}));
  CHECK(refusal(R"({"type": "count", "terms": [{"of": "x", "each": 1}]})", {{"x", {-1}}}) ==
        "criterion 1, unit u0, period 2024: a count or share is negative (x = -1)");
}

TEST_CASE("R9: a choice scores by the rule that is named, each with its own inputs") {
  const std::string choice = R"({"type": "choice", "by": "which", "among": [
      {"name": "ratio", "rule": {"type": "ratio", "of": "x", "to": "y"}},
      {"name": "count", "rule": {"type": "count", "terms": [{"of": "z", "each": 1}]}}]})";
  CHECK(same(points(choice, {{"which", {0, 1, 1, none}},
                             {"x", {1, 5, none, 1}},
                             {"y", {2, 0, none, 1}},
                             {"z", {none, 3, 9, 1}}}),
             {2, 3, 4, none}));
  CHECK(refusal(choice, {{"which", {0}}, {"x", {5}}, {"y", {2}}, {"z", {1}}}) ==
        "criterion 1, unit u0, period 2024: the part is larger than the whole (which = 0; x = 5; y "
        "= 2; z = 1)");
}

TEST_CASE("R10: weighted sums with their own caps; R17: bonus and penalty outside of the total") {
  CHECK(same(points(R"j({"type": "formula", "points": "min(4, 2 * x + min(1, 2.5 * y))"})j",
                    {{"x", {1, 0.5, 2}}, {"y", {1, 0.2, 1}}}),
             {3, 1.5, 4}));
  const Framework bonus = framework_from_json(R"({"schema": "sauro/framework/1", "id": "b",
      "total": {"max": 10, "capped": true}, "variables": [{"name": "x"}, {"name": "y"}],
      "criteria": [{"code": "1", "max": 10, "rule": {"type": "value", "of": "x"}},
        {"code": "B", "max": 2, "min": -2, "outside": true, "rule": {"type": "value", "of": "y"}}]})");
  const Scorecard card =
      score(bonus, inputs_of({{"x", {7, 9, 1}}, {"y", {2, 2, -2}}}, {"a", "b", "c"}));
  const auto total = card.points();
  CHECK(total.values<double>()[0] == 9);
  CHECK(total.values<double>()[1] == 10);
  CHECK(total.values<double>()[2] == 0);
}

TEST_CASE("R11: dates fall into bands; what was not done needs no date") {
  const std::string rule = R"({"type": "table", "of": ["x", "y"], "rows": [
      {"when": ["< 1", "-"], "points": 0}, {"when": [">= 1", "<= 2026-03-31"], "points": 4},
      {"when": [">= 1", "> 2026-03-31"], "points": 2}]})";
  const auto day = [](int month, int d) { return double(Date(2026, month, d).day_number()); };
  CHECK(same(points(rule, {{"x", {1, 1, 0, 1, none}},
                           {"y", {day(3, 31), day(4, 1), none, none, day(1, 1)}}}),
             {4, 2, 0, none, none}));
}

TEST_CASE("R14: comparison with the period before") {
  const std::string rule = R"j({"type": "comparison", "of": "x", "with": "previous(x)", "better": 4,
                               "equal": 2, "worse": 0})j";
  CHECK(same(points(rule, {{"x", {5, 5, 5, 6, 5, 4}}}, OnProblem::raise, "", 2),
             {none, none, none, 4, 2, 0}));
}

TEST_CASE("R15, R16: ballots and other indices") {
  CHECK(same(points(R"({"type": "ballots", "answers": [{"count": "x", "share": 1},
                        {"count": "y", "share": 0.6}, {"count": "z", "share": 0.2}]})",
                    {{"x", {10, 5, 0}}, {"y", {0, 5, 0}}, {"z", {0, 10, 0}}}, OnProblem::keep),
             {4, 2, none}));  // without ballots there is no mean
  CHECK(same(points(R"({"type": "index", "of": "x", "out_of": 100})", {{"x", {82.66, 0, none}}}),
             {3.3064, 0, none}));
}

TEST_CASE("tables add up or take the best of the rows that hold") {
  const std::string rows = R"("of": ["x", "y"], "rows": [{"when": ["1", "-"], "points": 1},
      {"when": ["-", "1"], "points": 3}], "hit": )";
  const Values values = {{"x", {1, 1, 0, 0, none}}, {"y", {1, 0, 1, 0, 1}}};
  CHECK(same(points(R"({"type": "table", )" + rows + R"("sum"})", values), {4, 1, 3, 0, none}));
  CHECK(same(points(R"({"type": "table", )" + rows + R"("max"})", values), {3, 1, 3, 0, none}));
}

TEST_CASE("points are exact decimals: 0.1 + 0.2 is 0.3") {
  const Framework sum = framework_from_json(R"({"schema": "sauro/framework/1", "id": "s",
      "total": {"max": 2}, "variables": [{"name": "x"}, {"name": "y"}],
      "criteria": [{"code": "1", "max": 1, "rule": {"type": "value", "of": "x"}},
                   {"code": "2", "max": 1, "rule": {"type": "value", "of": "y"}}]})");
  const Scorecard card = score(sum, inputs_of({{"x", {0.1, 0.7}}, {"y", {0.2, 0.1}}}, {"a", "b"}));
  CHECK(card.points().values<double>()[0] == 0.3);
  CHECK(card.points().values<double>()[1] == 0.8);
  CHECK(card.explain("", 0).lost == 1.7);
}

TEST_CASE("parts combine as sums, means, minima and counts of what is met") {
  const auto total = [](const std::string& combine, double maximum) {
    const Framework set =
        framework_from_json(R"({"schema": "sauro/framework/1", "id": "c", "total": {"max": )" +
                            std::to_string(maximum) + R"(, "combine": ")" + combine +
                            R"("}, "variables": [{"name": "x"}, {"name": "y"}], "criteria": [
           {"code": "1", "max": 10, "weight": 3, "rule": {"type": "value", "of": "x"}},
           {"code": "2", "max": 5, "rule": {"type": "value", "of": "y"}}]})");
    ScoreOptions options;
    options.on_problem = OnProblem::keep;
    const Scorecard card =
        score(set, inputs_of({{"x", {8, 0}}, {"y", {2, 5}}}, {"a", "b"}), options);
    const Column column = card.points();
    return std::vector<double>{column.values<double>()[0], column.values<double>()[1]};
  };
  CHECK(same(total("sum", 15), {10, 5}));
  CHECK(same(total("weighted_mean", 100), {70, 25}));
  CHECK(same(total("minimum", 100), {40, 0}));
  CHECK(same(total("count", 2), {0, 1}));
  CHECK(total("geometric_mean", 100)[0] ==
        doctest::Approx(100 * std::pow(std::pow(0.8, 3) * 0.4, 0.25)).epsilon(1e-11));
  CHECK(std::isnan(total("geometric_mean", 100)[1]));  // a share of 0 has none
  CHECK(total("harmonic_mean", 100)[0] ==
        doctest::Approx(100 * 4 / (3 / 0.8 + 1 / 0.4)).epsilon(1e-11));
  CHECK(std::isnan(total("harmonic_mean", 100)[1]));
}

TEST_CASE("R13: what doesn't apply gives full points, or is left out and the rest rescaled") {
  const auto card = [](const std::string& policy, const std::string& exempted) {
    const Framework set = framework_from_json(
        R"({"schema": "sauro/framework/1", "id": "n", "total": {"max": 10},
           "variables": [{"name": "x"}, {"name": "y"}], "criteria": [
           {"code": "1", "max": 6, "rule": {"type": "value", "of": "x"}},
           {"code": "2", "max": 4, "if_not_applicable": ")" +
        policy + R"(", "rule": {"type": "value", "of": "y"}}]})");
    Inputs inputs = inputs_of({{"x", {3, 3}}, {"y", {none, 1}}}, {"a", "b"});
    inputs.exemptions.push_back({exempted, {true, false}});
    return score(set, std::move(inputs));
  };
  CHECK(card("full_points", "2").points().values<double>()[0] == 7);
  const Scorecard rescaled = card("leave_out", "2");
  CHECK(rescaled.points().values<double>()[0] == 5);
  CHECK(rescaled.points().values<double>()[1] == 4);
  CHECK(std::isnan(rescaled.points("2").values<double>()[0]));
  CHECK(rescaled.applies("2") == std::vector<bool>{false, true});
  CHECK(rescaled.explain("2", 0).reason == "không áp dụng");
}

TEST_CASE("missing inputs leave the range that is still possible") {
  const Framework set = framework_from_json(R"({"schema": "sauro/framework/1", "id": "m",
      "total": {"max": 10}, "variables": [{"name": "x"}, {"name": "y"}, {"name": "z"}],
      "criteria": [{"code": "1", "max": 6, "rule": {"type": "value", "of": "x"}},
        {"code": "2", "max": 3, "rule": {"type": "value", "of": "y"}},
        {"code": "3", "max": 1, "if_missing": "lowest", "rule": {"type": "value", "of": "z"}}]})");
  const Scorecard card = score(set, inputs_of({{"x", {5, 5}}, {"y", {none, 2}}}, {"a", "b"}));
  CHECK(std::isnan(card.points().values<double>()[0]));
  CHECK(card.points().values<double>()[1] == 7);
  CHECK(card.low() == std::vector<double>{5, 7});
  CHECK(card.high() == std::vector<double>{8, 7});
  const Explanation why = card.explain("", 0);
  CHECK(why.low == 5);
  CHECK(why.parts[1].reason == "thiếu số liệu");
  CHECK(why.parts[2].reason == "thiếu số liệu, tính điểm thấp nhất");
}

TEST_CASE("what is known of a leaf narrows its range") {
  // the criterion has 4 points; `none` is a missing input
  const struct {
    const char* rule;
    double x, y, low, high;
  } table[] = {
      {R"({"type": "checklist", "items": [{"of": "x", "points": 1}, {"of": "y", "points": 3}]})", 1,
       none, 1, 4},
      {R"({"type": "checklist", "items": [{"of": "x", "points": 1}, {"of": "y", "points": 3}]})", 0,
       none, 0, 3},
      {R"({"type": "checklist", "all_or_nothing": true,
          "items": [{"of": "x", "points": 1}, {"of": "y", "points": 3}]})",
       0, none, 0, 0},
      {R"({"type": "checklist", "all_or_nothing": true,
          "items": [{"of": "x", "points": 1}, {"of": "y", "points": 3}]})",
       1, none, 0, 4},
      {R"({"type": "deduction", "terms": [{"of": "x", "each": 0.5}, {"of": "y", "each": 1}]})", 3,
       none, 0, 2.5},
      {R"({"type": "deduction", "terms": [{"of": "x", "each": 0.5}, {"of": "y", "each": 1}]})", 9,
       none, 0, 0},
      {R"({"type": "count", "terms": [{"of": "x", "each": 0.5}, {"of": "y", "each": 1}]})", 3, none,
       1.5, 4},
      {R"({"type": "count", "terms": [{"of": "x", "each": 0.5}, {"of": "y", "each": 1}]})", 9, none,
       4, 4},
      {R"({"type": "table", "of": ["x", "y"], "hit": "first", "rows": [
          {"when": ["0", "-"], "points": 1}, {"when": ["-", ">= 5"], "points": 3},
          {"when": ["-", "-"], "points": 2}]})",
       1, none, 2, 3},
      {R"({"type": "table", "of": ["x", "y"], "hit": "first", "rows": [
          {"when": ["0", "-"], "points": 1}, {"when": ["-", ">= 5"], "points": 3},
          {"when": ["-", "-"], "points": 2}]})",
       none, 6, 1, 3},
      {R"({"type": "table", "of": ["x", "y"], "hit": "sum", "rows": [
          {"when": [">= 1", "-"], "points": 1}, {"when": ["-", ">= 5"], "points": 2}]})",
       1, none, 1, 3},
      {R"({"type": "choice", "by": "which", "among": [
          {"name": "a", "rule": {"type": "deduction", "terms": [{"of": "x", "each": 1}]}},
          {"name": "b", "rule": {"type": "value", "of": "y"}}]})",
       3, 2, 1, 2},
      {R"({"type": "ratio", "of": "x", "to": "y"})", 3, none, 0, 4},
      {R"({"type": "value", "of": "x + y"})", 3, none, 0, 4},
  };
  for (const auto& row : table) {
    const std::string rule = row.rule;
    INFO(rule);
    const Scorecard card =
        score(one_rule(rule), inputs_of({{"x", {row.x}}, {"y", {row.y}}}, {"a"}));
    CHECK(card.low("1")[0] == row.low);
    CHECK(card.high("1")[0] == row.high);
    CHECK(card.explain("1", 0).low == row.low);
    CHECK(card.explain("1", 0).high == row.high);
  }
}

TEST_CASE("a value that was refused leaves all rows of its table open") {
  const std::string rule = R"({"type": "table", "of": ["x", "y"], "domain": [">= 0", "-"],
      "hit": "first", "rows": [{"when": ["<= 5", "-"], "points": 1},
                               {"when": ["-", "-"], "points": 3}]})";
  ScoreOptions options;
  options.on_problem = OnProblem::keep;
  const Scorecard card =
      score(one_rule(rule), inputs_of({{"x", {-2, 2}}, {"y", {0, 0}}}, {"a", "b"}), options);
  CHECK(card.findings().size() == 1);
  CHECK(card.low("1") == std::vector<double>{1, 1});
  CHECK(card.high("1") == std::vector<double>{3, 1});
}

TEST_CASE("a long table is scored and bounded as a short one is") {
  const auto long_table = [](int count) {
    const std::string number = std::to_string(count);
    std::string rows = R"({"when": ["< 0", "-"], "points": 1}, {"when": [">= )" + number +
                       R"(", "-"], "points": 1})";
    for (int i = 0; i < count; ++i) {
      const std::string interval = "[" + std::to_string(i) + ", " + std::to_string(i + 1) + ")";
      rows += R"(, {"when": [")" + interval + R"(", "-"], "points": 1})";
    }
    return one_rule(R"({"type": "table", "of": ["x", "y"], "hit": "first", "rows": [)" + rows +
                    "]}");
  };
  const Inputs inputs = inputs_of({{"x", {none, 7}}, {"y", {0, 0}}}, {"a", "b"});
  for (const int count : {2, 3500, 5000}) {
    const Scorecard card = score(long_table(count), inputs);
    CHECK(std::isnan(card.points("1").values<double>()[0]));
    CHECK(card.low("1") == std::vector<double>{1, 1});
    CHECK(card.high("1") == std::vector<double>{1, 1});
  }
}

TEST_CASE("values of later stages replace earlier ones, surveys always count") {
  const Framework set = one_rule(R"({"type": "formula", "points": "x + y"})");
  Inputs inputs = inputs_of({}, {"a", "b"});
  const auto add = [&](const char* name, Stage stage, std::vector<double> values,
                       std::vector<std::string> evidence = {}) {
    inputs.columns.push_back(
        {name, stage, Column::of(name, std::move(values)), std::move(evidence)});
  };
  add("x", Stage::appraisal_2, {none, 1}, {"", "BB 12"});
  add("x", Stage::self, {2, 3}, {"BC 1", "BC 2"});
  add("y", Stage::survey, {1, 1});
  const auto total = [&](std::optional<Stage> stage) {
    ScoreOptions options;
    options.stage = stage;
    const Column column = score(set, inputs, options).points();
    return std::vector<double>{column.values<double>()[0], column.values<double>()[1]};
  };
  CHECK(total(Stage::self) == std::vector<double>{3, 4});
  CHECK(total(Stage::explanation) == std::vector<double>{3, 4});
  CHECK(total(Stage::appraisal_2) == std::vector<double>{3, 2});
  CHECK(total(std::nullopt) == std::vector<double>{3, 2});
  const Explanation why = score(set, inputs).explain("1", 1);
  CHECK(why.inputs[0].stage == Stage::appraisal_2);
  CHECK(why.inputs[0].evidence == "BB 12");
  CHECK(score(set, inputs).explain("1", 0).inputs[0].evidence == "BC 1");
}

TEST_CASE("values that can't be right are refused together, or recorded and missing") {
  const Values values = {{"x", {5, 2, INFINITY, -1}}};
  const std::string rule = R"({"type": "value", "of": "x"})";
  CHECK(refusal(rule, values) ==
        "variable x, unit u2, period 2024: inf is no number\n"
        "criterion 1, unit u0, period 2024: 5 points are outside of [0, 4] (x = 5)\n"
        "criterion 1, unit u3, period 2024: -1 points are outside of [0, 4] (x = -1)");
  CHECK(same(points(rule, values, OnProblem::keep), {none, 2, none, none}));
  ScoreOptions options;
  options.on_problem = OnProblem::keep;
  const Scorecard card = score(one_rule(rule), inputs_of(values, {"a", "b", "c", "d"}), options);
  CHECK(card.findings().size() == 3);
  CHECK(card.explain("1", 0).reason == "số liệu không hợp lệ");
  CHECK(card.high()[0] == 4);
}

TEST_CASE("unknown variables, codes and lengths are named at once") {
  Inputs inputs = inputs_of({{"x", {1}}, {"q", {1}}}, {"a"});
  inputs.exemptions.push_back({"9", {true}});
  try {
    static_cast<void>(score(one_rule(R"({"type": "value", "of": "x"})"), inputs));
    FAIL("not refused");
  } catch (const ValidationError& error) {
    CHECK(error.code() == ErrorCode::invalid_inputs);
    CHECK(english(error, false).find("no variable \"q\"; it has x, y, z, which") !=
          std::string::npos);
    CHECK(english(error, false).find("no criterion \"9\"") != std::string::npos);
  }
}

TEST_CASE("C++ applications register a callable") {
  const Framework set =
      one_rule(R"({"type": "value", "of": "x"})")
          .with_rule("1", ScriptRule{"half",
                                     {"x", "previous(x)"},
                                     [](auto columns, auto out) {
                                       for (std::size_t i = 0; i < out.size(); ++i) {
                                         out[i] = columns[0][i] / 2;
                                       }
                                     },
                                     true});
  CHECK(score(set, inputs_of({{"x", {3, 8}}}, {"a", "b"})).points().values<double>()[0] == 1.5);
  CHECK_THROWS_AS(static_cast<void>(score(set, inputs_of({{"x", {30}}}, {"a"}))), ValidationError);
  const Framework unregistered = set.with_rule("1", ScriptRule{"lost", {"x"}, {}});
  CHECK_THROWS_WITH_AS(static_cast<void>(score(unregistered, inputs_of({{"x", {3}}}, {"a"}))),
                       "[sauro 242] lost: chưa có hàm chấm điểm này: hãy đăng ký trước",
                       ValidationError);
}

TEST_CASE("contributions of parts add up to the difference of the totals") {
  for (const char* combine :
       {"sum", "weighted_mean", "geometric_mean", "harmonic_mean", "minimum"}) {
    CAPTURE(combine);
    const Framework set = framework_from_json(
        R"({"schema": "sauro/framework/1", "id": "d", "total": {"max": 10}, "variables": [
           {"name": "x"}, {"name": "y"}, {"name": "z"}], "criteria": [
           {"code": "1", "max": 6, "combine": ")" +
        std::string(combine) +
        R"("}, {"code": "1.1", "parent": "1", "max": 3, "rule": {"type": "value", "of": "x"}},
           {"code": "1.2", "parent": "1", "max": 3, "weight": 2, "rule": {"type": "value", "of": "y"}},
           {"code": "2", "max": 4, "rule": {"type": "value", "of": "z"}}]})");
    const Scorecard card =
        score(set, inputs_of({{"x", {1, 2}}, {"y", {3, 1}}, {"z", {1, 4}}}, {"a", "b"}));
    const auto parts = contributions(card, 0, card, 1);
    const double total = parts[0].to - parts[0].from;
    CHECK(parts[0].contribution == doctest::Approx(total));
    CHECK(parts[1].contribution + parts[4].contribution == doctest::Approx(total));
    CHECK(parts[2].contribution + parts[3].contribution == doctest::Approx(parts[1].contribution));
  }
}

TEST_CASE("every row's reason is what explain says of it") {
  const Framework set = load_framework("commune-example");
  Values values;
  for (const Variable& variable : set.variables()) {
    values[variable.name] = {1, 0, variable.high.value_or(3), none};
  }
  ScoreOptions options;
  options.on_problem = OnProblem::keep;
  const Scorecard card = score(set, inputs_of(values, {"a", "b", "c", "d"}), options);
  const Table reasons = card.reasons();
  for (const std::size_t leaf : set.leaves()) {
    const std::string& code = set.criteria()[leaf].code;
    for (std::size_t row = 0; row < 4; ++row) {
      const std::string said(reasons.column(code).text(static_cast<std::int64_t>(row)));
      CAPTURE(code);
      CHECK(card.explain(code, row).reason.starts_with(said));
    }
  }
}

TEST_CASE("ranks share places by the method, missing values have none") {
  const std::vector<double> values = {90, 85, none, 85, 70};
  CHECK(rank(values) == std::vector<std::int32_t>{1, 2, 0, 2, 4});
  CHECK(rank(values, RankMethod::dense) == std::vector<std::int32_t>{1, 2, 0, 2, 3});
  CHECK(rank(values, RankMethod::ordinal) == std::vector<std::int32_t>{1, 2, 0, 3, 4});
  CHECK(quantile(values, 0.5) == 85);
  CHECK(quantile(std::vector<double>{1, 2, 3, 4}, 0.25) == 1.75);
  CHECK(quantile(std::vector<double>{1, 2, 3, 4}, 0.25, QuantileMethod::exclusive) == 1.25);
  CHECK(quantile_groups(std::vector<double>{1, 2, 3, 4, none}, 4) ==
        std::vector<std::int32_t>{3, 2, 1, 0, -1});
}

TEST_CASE("columns of another type or length are refused by the names of their variables") {
  const Framework framework = one_rule(R"({"type": "value", "of": "x"})");
  const auto message = [&](std::vector<InputColumn> columns) {
    Inputs inputs;
    inputs.units = {"a", "b"};
    inputs.columns = std::move(columns);
    try {
      (void)score(framework, inputs);
    } catch (const ValidationError& error) {
      CHECK(error.code() == ErrorCode::invalid_inputs);
      return english(error, false);
    }
    return std::string();
  };
  CHECK(message({{"x", Stage::self, Column::of("x", std::vector<double>{1, 2}), {}}}).empty());
  CHECK(message({{"x", Stage::self, Column::of("x", std::vector<float>{1, 2}), {}},
                 {"y", Stage::self, Column::of("y", std::vector<double>{1}), {}},
                 {"z", Stage::self, {}, {}}}) ==
        "the column of \"x\" is of float32, expected float64\n"
        "the column of \"y\" has 1 rows, expected 2\n"
        "the column of \"z\" is of int64, expected float64");
}

TEST_CASE("missing values of a column count as those that are not a number") {
  const Framework framework = one_rule(R"({"type": "value", "of": "x"})");
  for (const OnProblem on_problem : {OnProblem::raise, OnProblem::keep}) {
    Inputs inputs;
    inputs.units = {"a", "b", "c"};
    const Column whole =
        Column::of("x", std::vector<double>{9, 1, 2, 3}, {false, false, true, false});
    inputs.columns.push_back({"x", Stage::self, whole.slice(1, 3), {}});
    inputs.columns.push_back({"x",
                              Stage::appraisal_1,
                              Column::of("x", std::vector<double>{4, 4, 4}, {true, true, false}),
                              {}});
    ScoreOptions options;
    options.on_problem = on_problem;
    const Scorecard card = score(framework, inputs, options);
    const Column given = card.points();
    const auto points = given.values<double>();
    CHECK(points[0] == 1);
    CHECK(std::isnan(points[1]));
    CHECK(points[2] == 4);
    CHECK(card.explain("1", 0).inputs.at(0).stage == Stage::self);
    CHECK(!card.explain("1", 1).inputs.at(0).stage);
    CHECK(card.explain("1", 2).inputs.at(0).stage == Stage::appraisal_1);
  }
}
