// Frameworks, rules and formulas compiled and scored.
#include <functional>
#include <sauro/sauro.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cost.hpp"

namespace {

using sauro::Criterion;
using sauro::Expression;
using sauro::Framework;
using sauro::Rule;
using sauro::Variable;

Variable variable(std::string name) {
  Variable one;
  one.name = std::move(name);
  return one;
}

Criterion criterion(std::string code, std::string parent, double max, Rule rule) {
  Criterion one;
  one.code = std::move(code);
  one.parent = std::move(parent);
  one.max = max;
  one.rule = std::move(rule);
  return one;
}

Rule value_of(const std::string& name) { return sauro::ValueRule{Expression::parse(name)}; }

Framework framework(double max, std::vector<Criterion> criteria, std::vector<Variable> variables) {
  return {{}, criterion("", "", max, {}), std::move(criteria), std::move(variables), {}};
}

std::string name_of(const char* what, std::size_t i) { return what + std::to_string(i); }

/// Leaves in groups of `width`, each with a variable of its own.
Framework tree(std::size_t leaves, std::size_t width, sauro::Combine combine) {
  std::vector<Criterion> criteria;
  std::vector<Variable> variables;
  for (std::size_t i = 0; i < leaves; ++i) {
    const std::string group = name_of("g", i / width);
    if (i % width == 0) {
      const double max = static_cast<double>(std::min(width, leaves - i));
      criteria.push_back(criterion(group, "", max, {}));
      criteria.back().combine = combine;
    }
    variables.push_back(variable(name_of("x", i)));
    criteria.push_back(criterion(name_of("c", i), group, 1, value_of(variables.back().name)));
  }
  return framework(static_cast<double>(leaves), std::move(criteria), std::move(variables));
}

Framework flat(std::size_t leaves) { return tree(leaves, leaves, sauro::Combine::sum); }

/// One criterion with this rule, one variable x.
Framework with_rule(Rule rule, double max) {
  return framework(max, {criterion("c", "", max, std::move(rule))}, {variable("x")});
}

sauro::Condition between(double low, double high) {
  sauro::Interval one;
  one.low = low;
  one.high = high;
  one.high_open = true;
  sauro::Condition condition;
  condition.among = {one};
  return condition;
}

Framework bands(std::size_t count, sauro::HitPolicy hit) {
  sauro::TableRule rule;
  rule.of = {Expression::parse("x")};
  rule.hit = hit;
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = static_cast<double>(i);
    rule.rows.push_back({.when = {between(at, at + 1)}, .points = Expression::parse("1")});
  }
  return with_rule(rule, 1);
}

/// Bands of two inputs: every other one overlaps what was before.
Framework grid_of_bands(std::size_t count) {
  sauro::TableRule rule;
  rule.of = {Expression::parse("x"), Expression::parse("x")};
  rule.hit = sauro::HitPolicy::first;
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = static_cast<double>(i);
    rule.rows.push_back(
        {.when = {between(at, at + 1), between(at / 2, at)}, .points = Expression::parse("1")});
  }
  return with_rule(rule, 1);
}

Framework line_of(std::size_t knots) {
  sauro::LinearRule rule;
  rule.of = Expression::parse("x");
  for (std::size_t i = 0; i < knots; ++i) {
    const auto at = static_cast<double>(i);
    rule.knots.emplace_back(at, at / static_cast<double>(knots));
  }
  return with_rule(rule, 1);
}

/// Variables x0, x1, ..., each an item of a rule with this number.
template <class Item>
std::vector<Variable> one_each(std::vector<Item>& items, std::size_t count, double number) {
  std::vector<Variable> variables;
  for (std::size_t i = 0; i < count; ++i) {
    variables.push_back(variable(name_of("x", i)));
    items.push_back({Expression::parse(variables.back().name), number});
  }
  return variables;
}

Framework checklist(std::size_t items) {
  sauro::ChecklistRule rule;
  std::vector<Variable> variables = one_each(rule.items, items, 1);
  const auto max = static_cast<double>(items);
  return framework(max, {criterion("c", "", max, rule)}, std::move(variables));
}

Framework tally(std::size_t terms) {
  sauro::TallyRule rule;
  std::vector<Variable> variables = one_each(rule.terms, terms, 1);
  return framework(1, {criterion("c", "", 1, rule)}, std::move(variables));
}

Framework ballots(std::size_t answers) {
  sauro::BallotsRule rule;
  std::vector<Variable> variables = one_each(rule.answers, answers, 0.5);
  return framework(1, {criterion("c", "", 1, rule)}, std::move(variables));
}

Framework choice(std::size_t rules) {
  sauro::ChoiceRule rule;
  rule.by = "x";
  for (std::size_t i = 0; i < rules; ++i) rule.among.push_back({name_of("r", i), value_of("x")});
  return with_rule(rule, 1);
}

Framework chain(std::size_t levels) {
  std::vector<Criterion> criteria;
  for (std::size_t i = 0; i < levels; ++i) {
    criteria.push_back(criterion(name_of("c", i), i == 0 ? "" : name_of("c", i - 1), 1, {}));
  }
  criteria.back().rule = value_of("x");
  return framework(1, std::move(criteria), {variable("x")});
}

Framework circle(std::size_t count) {
  std::vector<Criterion> criteria;
  for (std::size_t i = 0; i < count; ++i) {
    criteria.push_back(criterion(name_of("c", i), name_of("c", (i + 1) % count), 1, {}));
  }
  return framework(1, std::move(criteria), {});
}

/// All hang on one circle of two.
Framework thorns(std::size_t count) {
  std::vector<Criterion> criteria = {criterion("a", "b", 1, {}), criterion("b", "a", 1, {})};
  for (std::size_t i = 0; i < count; ++i) {
    criteria.push_back(criterion(name_of("c", i), i == 0 ? "a" : name_of("c", i - 1), 1, {}));
  }
  return framework(1, std::move(criteria), {});
}

Framework equal_codes(std::size_t count) {
  std::vector<Criterion> criteria;
  for (std::size_t i = 0; i < count; ++i) criteria.push_back(criterion("c", "", 1, value_of("x")));
  return framework(1, std::move(criteria), {variable("x")});
}

Framework unknown_names(std::size_t count) {
  std::vector<Criterion> criteria;
  for (std::size_t i = 0; i < count; ++i) {
    criteria.push_back(criterion(name_of("c", i), "", 1, value_of(name_of("y", i))));
  }
  return framework(1, std::move(criteria), {variable("x")});
}

Framework lines_of_code(std::size_t lines) {
  std::string text = "a = x\n";
  for (std::size_t i = 0; i < lines; ++i) text += "a = a * 0.5 + x\n";
  return with_rule(sauro::FormulaRule{Expression::parse(text + "a")}, 1);
}

sauro::Inputs inputs_of(const Framework& framework, std::size_t units) {
  sauro::Inputs inputs;
  for (std::size_t i = 0; i < units; ++i) inputs.units.push_back(name_of("u", i));
  for (const Variable& one : framework.variables()) {
    sauro::InputColumn column;
    column.variable = one.name;
    column.values = sauro::Column::of(one.name, std::vector<double>(units, 0.5));
    inputs.columns.push_back(std::move(column));
  }
  return inputs;
}

void score_all(const Framework& framework) {
  sauro::ScoreOptions options;
  options.threads = 1;
  options.on_problem = sauro::OnProblem::keep;
  const sauro::Scorecard card = score(framework, inputs_of(framework, 2), options);
  static_cast<void>(card.explain("", 0).to_text());
  static_cast<void>(card.low());
  static_cast<void>(card.reasons());
  static_cast<void>(sauro::to_json(card));
}

struct Maker {
  std::string_view name;
  Framework (*make)(std::size_t);
};

const std::vector<Maker> makers = {
    {"leaves below the total", flat},
    {"leaves below one weighted mean",
     [](std::size_t n) { return tree(n, n, sauro::Combine::weighted_mean); }},
    {"leaves below one minimum", [](std::size_t n) { return tree(n, n, sauro::Combine::minimum); }},
    {"groups of five", [](std::size_t n) { return tree(n, 5, sauro::Combine::sum); }},
    {"groups of one", [](std::size_t n) { return tree(n, 1, sauro::Combine::sum); }},
    {"bands, of which one holds", [](std::size_t n) { return bands(n, sauro::HitPolicy::unique); }},
    {"bands, of which the first counts",
     [](std::size_t n) { return bands(n, sauro::HitPolicy::first); }},
    {"bands that add up", [](std::size_t n) { return bands(n, sauro::HitPolicy::sum); }},
    {"bands of two inputs", grid_of_bands},
    {"knots", line_of},
    {"items of a checklist", checklist},
    {"terms of a tally", tally},
    {"answers", ballots},
    {"rules of a choice", choice},
    {"levels", chain},
    {"a circle", circle},
    {"thorns on a circle", thorns},
    {"equal codes", equal_codes},
    {"unknown names", unknown_names},
    {"lines of a formula", lines_of_code}};

const std::vector<RepeatedText> formulas = {
    {"sums", "x", " + x", ""},
    {"sums of names", "x", " + x@", ""},
    {"products of numbers", "1", " * 2", ""},
    {"comparisons", "x", " < x@", ""},
    {"conditions", "x", " if x > @ else x", ""},
    {"conditions in conditions", "x if ", "x if x else ", "x else x"},
    {"lines", "", "a@ = x + @\n", "a1"},
    {"lines that lean on the one before", "a = x\n", "a = a + x\n", "a"},
    {"lines that nothing uses", "", "a = x + @\n", "x"},
    {"brackets", "", "(", ""},
    {"minus signs", "", "-", "x"},
    {"nots", "", "not ", "x"},
    {"powers", "x", " ** x", ""},
    {"arguments", "max(x", ", x@", ")"},
    {"one long name", "", "x", ""},
    {"one long number", "", "9", ""},
    {"empty lines", "", "\n", "x"},
    {"space", "", " ", "x"},
    {"comments", "", "# x\n", "x"},
    {"derived names", "x", " + previous(x@)", ""},
    {"commas", "max(", ",", ")"}};

void evaluate(const std::string& text) {
  const Expression formula = Expression::parse(text);
  const std::vector<double> value(1, 0.5);
  const std::vector<std::span<const double>> columns(formula.names().size(), value);
  std::vector<double> out(1);
  formula.evaluate(columns, out, 1);
}

struct FrameworkVerb {
  std::string_view name;
  void (*run)(const Framework&, Framework (*make)(std::size_t), std::size_t);
};

const std::vector<FrameworkVerb> verbs = {
    {"make", [](const Framework&, Framework (*make)(std::size_t),
                std::size_t size) { static_cast<void>(make(size)); }},
    {"score",
     [](const Framework& one, Framework (*)(std::size_t), std::size_t) { score_all(one); }},
    {"contributions",
     [](const Framework& one, Framework (*)(std::size_t), std::size_t) {
       if (one.criteria()[1].combine == sauro::Combine::minimum) return;  // each part swapped alone
       sauro::ScoreOptions options;
       options.on_problem = sauro::OnProblem::keep;
       const sauro::Scorecard card = score(one, inputs_of(one, 2), options);
       static_cast<void>(contributions(card, 0, card, 1));
     }},
    {"to_json",
     [](const Framework& one, Framework (*)(std::size_t), std::size_t) {
       static_cast<void>(sauro::framework_from_json(sauro::to_json(one)));
     }},
    {"diff", [](const Framework& one, Framework (*make)(std::size_t), std::size_t size) {
       static_cast<void>(diff(one, make(size / 2 + 1)));
     }}};

}  // namespace

std::vector<Shape> index_shapes() {
  std::vector<Shape> shapes;
  add_text_shapes(shapes, "formula", formulas, evaluate);
  constexpr std::size_t things = 30;
  for (const FrameworkVerb& verb : verbs) {
    for (const Maker& maker : makers) {
      shapes.push_back({std::string(verb.name) + ": " + std::string(maker.name), things,
                        [&verb, &maker](std::size_t size) -> Verb {
                          return [&verb, &maker, size, one = maker.make(size)] {
                            verb.run(one, maker.make, size);
                          };
                        }});
    }
  }
  return shapes;
}
