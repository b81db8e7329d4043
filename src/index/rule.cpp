#include "sauro/index/rule.hpp"

#include <algorithm>
#include <unordered_set>

#include "index/rule_expressions.hpp"

namespace sauro::inline v0_1 {
namespace {

using Take = std::function<void(const Expression&)>;

/// The formulas of a rule, in the order in which they stand.
class Expressions {
 public:
  explicit Expressions(const Take& take) : take_(take) {}

  void operator()(const std::monostate& /*none*/) const {}
  void operator()(const ValueRule& rule) const { take_(rule.of); }
  void operator()(const FormulaRule& rule) const { take_(rule.points); }
  void operator()(const ChecklistRule& rule) const {
    for (const auto& item : rule.items) take_(item.of);
  }
  void operator()(const TableRule& rule) const {
    for (const Expression& of : rule.of) take_(of);
    for (const auto& row : rule.rows) take_(row.points);
    take_(rule.otherwise);
  }
  void operator()(const LinearRule& rule) const { take_(rule.of); }
  void operator()(const RatioRule& rule) const {
    take_(rule.of);
    take_(rule.to);
  }
  void operator()(const TallyRule& rule) const {
    for (const auto& term : rule.terms) take_(term.of);
  }
  void operator()(const ComparisonRule& rule) const {
    take_(rule.of);
    take_(rule.with);
  }
  void operator()(const SlopesRule& rule) const {
    take_(rule.of);
    take_(rule.target);
    take_(rule.best);
  }
  void operator()(const BallotsRule& rule) const {
    for (const auto& answer : rule.answers) take_(answer.count);
  }
  void operator()(const IndexRule& rule) const { take_(rule.of); }
  void operator()(const ChoiceRule& rule) const {
    for (const Alternative& one : rule.among) std::visit(*this, one.rule);
  }
  void operator()(const ScriptRule& /*rule*/) const {}

 private:
  const Take& take_;
};

/// Names, each once.
class NameCollector {
 public:
  void add(const std::string& name) {
    if (known_.insert(name).second) names.push_back(name);
  }
  void add(const Rule& rule) {
    if (const auto* choice = std::get_if<ChoiceRule>(&rule)) {
      add(choice->by);
      for (const Alternative& one : choice->among) add(one.rule);
    } else if (const auto* script = std::get_if<ScriptRule>(&rule)) {
      for (const std::string& name : script->variables) add(name);
    } else {
      detail::for_each_expression(rule, [this](const Expression& one) {
        for (const std::string& name : one.names()) add(name);
      });
    }
  }

  std::vector<std::string> names;

 private:
  std::unordered_set<std::string> known_;
};

}  // namespace

void detail::for_each_expression(const Rule& rule, const Take& take) {
  std::visit(Expressions(take), rule);
}

bool detail::takes_away(const TallyRule& rule) {
  return !rule.deduct && std::any_of(rule.terms.begin(), rule.terms.end(),
                                     [](const TallyRule::Term& term) { return term.each < 0; });
}

std::string_view type_name(const Rule& rule) noexcept {
  static constexpr std::string_view names[] = {
      "",      "value",      "formula", "checklist", "table", "linear", "ratio",
      "count", "comparison", "slopes",  "ballots",   "index", "choice", "script"};
  const auto* tally = std::get_if<TallyRule>(&rule);
  return tally != nullptr && tally->deduct ? "deduction" : names[rule.index()];
}

std::vector<std::string> names_of(const Rule& rule) {
  NameCollector collector;
  collector.add(rule);
  return collector.names;
}

}  // namespace sauro::inline v0_1
