#include "sauro/index/rule.hpp"

#include <unordered_set>

namespace sauro::inline v0_1 {
namespace {

class NameCollector {
 public:
  void add(const Expression& expression) {
    for (const std::string& name : expression.names()) add(name);
  }
  void add(const std::string& name) {
    if (known_.insert(name).second) names.push_back(name);
  }

  void operator()(const std::monostate& /*none*/) {}
  void operator()(const ValueRule& rule) { add(rule.of); }
  void operator()(const FormulaRule& rule) { add(rule.points); }
  void operator()(const ChecklistRule& rule) {
    for (const auto& item : rule.items) add(item.of);
  }
  void operator()(const TableRule& rule) {
    for (const Expression& of : rule.of) add(of);
    for (const auto& row : rule.rows) add(row.points);
  }
  void operator()(const LinearRule& rule) { add(rule.of); }
  void operator()(const RatioRule& rule) {
    add(rule.of);
    add(rule.to);
  }
  void operator()(const TallyRule& rule) {
    for (const auto& term : rule.terms) add(term.of);
  }
  void operator()(const ComparisonRule& rule) {
    add(rule.of);
    add(rule.with);
  }
  void operator()(const SlopesRule& rule) {
    add(rule.of);
    add(rule.target);
    add(rule.best);
  }
  void operator()(const BallotsRule& rule) {
    for (const auto& answer : rule.answers) add(answer.count);
  }
  void operator()(const IndexRule& rule) { add(rule.of); }
  void operator()(const ChoiceRule& rule) {
    add(rule.by);
    for (const Alternative& one : rule.among) std::visit(*this, one.rule);
  }
  void operator()(const ScriptRule& rule) {
    for (const std::string& name : rule.variables) add(name);
  }

  std::vector<std::string> names;

 private:
  std::unordered_set<std::string> known_;
};

}  // namespace

std::string_view type_name(const Rule& rule) noexcept {
  static constexpr std::string_view names[] = {
      "",      "value",      "formula", "checklist", "table", "linear", "ratio",
      "count", "comparison", "slopes",  "ballots",   "index", "choice", "script"};
  const auto* tally = std::get_if<TallyRule>(&rule);
  return tally != nullptr && tally->deduct ? "deduction" : names[rule.index()];
}

std::vector<std::string> names_of(const Rule& rule) {
  NameCollector collector;
  std::visit(collector, rule);
  return collector.names;
}

}  // namespace sauro::inline v0_1
