#include "index/framework_check.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace sauro::detail {
namespace {

constexpr std::size_t most_levels = 32;
constexpr double close = 1e-6;

std::string number(double value) { return number_text(value); }

/// "x" of "previous(x)" and "best(x)".
std::string variable_of(const std::string& name) {
  const auto open = name.find('(');
  return open == std::string::npos ? name : name.substr(open + 1, name.size() - open - 2);
}

class Checker {
 public:
  explicit Checker(const Framework& framework) : f_(framework) {
    for (const Variable& variable : f_.variables()) names_.insert(variable.name);
  }

  std::vector<FrameworkProblem> run() {
    variables();
    tree();
    for (std::size_t place = 0; place < f_.criteria().size(); ++place) node(place);
    grades();
    return std::move(problems_);
  }

 private:
  void add(std::string kind, const std::string& code, std::string message) {
    problems_.push_back({std::move(kind), code, std::move(message)});
  }

  void variables() {
    std::unordered_set<std::string> seen;
    for (const Variable& variable : f_.variables()) {
      if (!seen.insert(variable.name).second) {
        add("duplicate_variable", "", "the variable \"" + variable.name + "\" stands twice");
      }
      if (variable.name.empty()) add("name", "", "a variable has no name");
      if (variable.low && variable.high && *variable.low > *variable.high) {
        add("range", "",
            "the variable \"" + variable.name + "\" has its range [" + number(*variable.low) +
                ", " + number(*variable.high) + "] upside down");
      }
    }
  }

  void tree() {
    std::unordered_set<std::string> codes;
    const auto& criteria = f_.criteria();
    for (std::size_t i = 1; i < criteria.size(); ++i) {
      const std::string& code = criteria[i].code;
      if (code.empty()) {
        add("code", "", "criterion " + std::to_string(i) + " of the list has no code");
      } else if (!codes.insert(code).second) {
        add("duplicate_code", code, "the code \"" + code + "\" stands twice");
      }
    }
    for (std::size_t i = 1; i < criteria.size(); ++i) {
      const std::string& parent = criteria[i].parent;
      if (!parent.empty() && !codes.contains(parent)) {
        add("unknown_parent", criteria[i].code, "its parent \"" + parent + "\" doesn't exist");
      }
    }
    cycles();
    depth();
  }

  /// What the walk from the total doesn't meet, though its parent exists, hangs on a cycle.
  void cycles() {
    std::vector<bool> met(f_.criteria().size(), false);
    for (const std::size_t place : f_.order()) met[place] = true;
    std::unordered_set<std::string> told;
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 1; i < met.size(); ++i) places.try_emplace(f_.criteria()[i].code, i);
    for (std::size_t i = 1; i < met.size(); ++i) {
      if (met[i] || told.contains(f_.criteria()[i].code)) continue;
      std::vector<std::string> path;
      std::unordered_set<std::string> on_path;
      const Criterion* at = &f_.criteria()[i];
      bool has_parent = true;  // what hangs on an unknown parent is told elsewhere
      while (has_parent && on_path.insert(at->code).second) {
        path.push_back(at->code);
        const auto next = places.find(at->parent);
        has_parent = next != places.end();
        if (has_parent) at = &f_.criteria()[next->second];
      }
      if (!has_parent) continue;
      std::string text;
      const auto first = std::find(path.begin(), path.end(), at->code);
      for (auto step = first; step != path.end() && text.size() < 200; ++step) {
        text += *step + " -> ";
      }
      for (const std::string& code : path) told.insert(code);
      add("cycle", at->code, "parents go in a circle: " + text + at->code);
    }
  }

  void depth() {
    std::vector<std::size_t> level(f_.criteria().size(), 0);
    std::size_t deepest = 0;
    for (auto place = f_.order().rbegin(); place != f_.order().rend(); ++place) {
      for (const std::size_t child : f_.children(*place)) {
        level[child] = level[*place] + 1;
        if (level[child] > level[deepest]) deepest = child;
      }
    }
    if (level[deepest] > most_levels) {
      add("depth", f_.criteria()[deepest].code,
          "the tree has " + std::to_string(level[deepest]) + " levels; at most " +
              std::to_string(most_levels) + " make sense");
    }
  }

  void node(std::size_t place) {
    const Criterion& c = f_.criteria()[place];
    if (!c.max) {
      add("maximum", c.code, "it has no maximum");
    } else if (!(*c.max > c.min) && !(c.outside && *c.max >= c.min)) {
      add("maximum", c.code,
          "its maximum " + number(*c.max) + " is not above its minimum " + number(c.min));
    }
    if (!(c.weight >= 0) || std::isinf(c.weight)) {
      add("weight", c.code, "the weight " + number(c.weight) + " is no weight");
    }
    if (c.decimals && (*c.decimals < 0 || *c.decimals > 9)) {
      add("decimals", c.code,
          "points are rounded to 0 to 9 decimals, not to " + std::to_string(*c.decimals));
    }
    if (f_.is_leaf(place)) {
      if (std::holds_alternative<std::monostate>(c.rule)) {
        add("no_rule", c.code,
            place == 0 ? "there are no criteria" : "it has neither a rule nor parts");
      } else if (c.max) {
        rule(c, c.rule);
      }
    } else {
      if (!std::holds_alternative<std::monostate>(c.rule)) {
        add("rule_and_parts", c.code, "it has both a rule and parts");
      }
      parent(place, c);
    }
  }

  void parent(std::size_t place, const Criterion& c) {
    double sum = 0;
    double weights = 0;
    std::size_t count = 0;
    for (const std::size_t child : f_.children(place)) {
      const Criterion& part = f_.criteria()[child];
      if (part.outside) continue;
      if (!part.max) return;
      sum += *part.max;
      weights += part.weight;
      ++count;
    }
    if (!c.max || count == 0) return;
    const bool adds = c.combine == Combine::sum;
    const double expected = adds ? sum : static_cast<double>(count);
    if ((adds || c.combine == Combine::count) && std::fabs(expected - *c.max) > close) {
      add("maximum", c.code,
          "its maximum is " + number(*c.max) + ", but its parts " + (adds ? "add up to " : "are ") +
              number(std::round(expected * 1e6) / 1e6));
    }
    if (c.combine != Combine::sum && c.combine != Combine::count && !(weights > 0)) {
      add("weight", c.code, "the weights of its parts add up to " + number(weights));
    }
  }

  void names(const Criterion& c, const Rule& rule) {
    for (const std::string& name : names_of(rule)) {
      const std::string variable = variable_of(name);
      if (names_.contains(variable)) continue;
      add("unknown_variable", c.code, "the variable \"" + variable + "\" is not declared");
    }
  }

  void fixed(const Criterion& c, double points, const std::string& what) {
    const double slack = f_.head().tolerance;
    if (points < c.min - slack || points > *c.max + slack) {
      add("points", c.code,
          what + " gives " + number(points) + " points, outside of [" + number(c.min) + ", " +
              number(*c.max) + "]");
    }
  }

  void rule(const Criterion& c, const Rule& rule) {
    if (!std::holds_alternative<ChoiceRule>(rule)) names(c, rule);
    if (const auto* table = std::get_if<TableRule>(&rule)) this->table(c, *table);
    if (const auto* list = std::get_if<ChecklistRule>(&rule)) checklist(c, *list);
    if (const auto* line = std::get_if<LinearRule>(&rule)) linear(c, *line);
    if (const auto* ratio = std::get_if<RatioRule>(&rule)) this->ratio(c, *ratio);
    if (const auto* tally = std::get_if<TallyRule>(&rule)) this->tally(c, *tally);
    if (const auto* compared = std::get_if<ComparisonRule>(&rule)) {
      fixed(c, compared->better, "a better value");
      fixed(c, compared->equal, "an equal value");
      fixed(c, compared->worse, "a worse value");
    }
    if (const auto* slopes = std::get_if<SlopesRule>(&rule)) {
      share(c, slopes->share_at_target, "share_at_target");
    }
    if (const auto* ballots = std::get_if<BallotsRule>(&rule)) {
      for (const auto& answer : ballots->answers) share(c, answer.share, answer.count.text());
      if (ballots->answers.empty()) add("rule", c.code, "no answers are given");
    }
    if (const auto* index = std::get_if<IndexRule>(&rule); index && !(index->out_of > 0)) {
      add("rule", c.code, "out_of has to be above 0");
    }
    if (const auto* choice = std::get_if<ChoiceRule>(&rule)) this->choice(c, *choice);
    if (const auto* script = std::get_if<ScriptRule>(&rule); script && script->name.empty()) {
      add("rule", c.code, "the script has no name");
    }
  }

  void share(const Criterion& c, double value, const std::string& what) {
    if (value >= 0 && value <= 1) return;
    add("rule", c.code, "the share of " + what + " is " + number(value) + ", not from 0 to 1");
  }

  void checklist(const Criterion& c, const ChecklistRule& rule) {
    double sum = 0;
    for (const auto& item : rule.items) sum += item.points;
    if (rule.items.empty()) add("rule", c.code, "the checklist is empty");
    if (std::fabs(sum - *c.max) > close) {
      add("maximum", c.code,
          "its items add up to " + number(std::round(sum * 1e6) / 1e6) + ", its maximum is " +
              number(*c.max));
    }
  }

  void table(const Criterion& c, const TableRule& rule) {
    if (rule.of.empty() || rule.rows.empty()) {
      add("rule", c.code, "a table needs inputs (\"of\") and rows");
      return;
    }
    for (std::size_t r = 0; r < rule.rows.size(); ++r) {
      const std::string row = "row " + std::to_string(r + 1);
      if (rule.rows[r].when.size() != rule.of.size()) {
        add("rule", c.code,
            row + " has " + std::to_string(rule.rows[r].when.size()) + " conditions for " +
                std::to_string(rule.of.size()) + " inputs");
        return;
      }
      if (const auto points = rule.rows[r].points.number()) fixed(c, *points, row);
    }
    std::vector<const Variable*> variables;
    for (const Expression& of : rule.of) variables.push_back(f_.variable(of.text()));
    const TableFlaws flaws = table_flaws(rule, variables);
    for (const std::string& gap : flaws.gaps) add("gap", c.code, "no row holds for " + gap);
    for (const std::string& both : flaws.overlaps) {
      add("overlap", c.code, "several rows hold for " + both);
    }
  }

  void linear(const Criterion& c, const LinearRule& rule) {
    if (rule.knots.size() < 2) add("rule", c.code, "a line needs two knots");
    for (std::size_t i = 0; i < rule.knots.size(); ++i) {
      fixed(c, rule.knots[i].second, "the knot at " + number(rule.knots[i].first));
      if (i > 0 && !(rule.knots[i].first > rule.knots[i - 1].first)) {
        add("rule", c.code, "the knots do not rise at " + number(rule.knots[i].first));
      }
    }
  }

  void ratio(const Criterion& c, const RatioRule& rule) {
    if (!(rule.full_at > 0)) add("rule", c.code, "full_at has to be above 0");
    if (!(rule.from >= 0 && rule.from <= rule.full_at)) {
      add("rule", c.code,
          "the threshold " + number(rule.from) + " is not from 0 to full_at, " +
              number(rule.full_at));
    }
  }

  void tally(const Criterion& c, const TallyRule& rule) {
    if (rule.terms.empty()) add("rule", c.code, "nothing is counted");
    for (const auto& term : rule.terms) {
      if (!(term.each >= 0)) {
        add("rule", c.code, term.of.text() + " counts " + number(term.each) + "; write it above 0");
      }
    }
  }

  void choice(const Criterion& c, const ChoiceRule& rule) {
    if (rule.among.size() < 2) add("rule", c.code, "a choice needs two rules");
    const Variable* by = f_.variable(rule.by);
    if (by == nullptr) {
      add("unknown_variable", c.code, "the variable \"" + rule.by + "\" is not declared");
    } else if (!by->values.empty() && by->values.size() != rule.among.size()) {
      add("rule", c.code,
          "the variable \"" + rule.by + "\" has " + std::to_string(by->values.size()) +
              " values, the choice " + std::to_string(rule.among.size()) + " rules");
    }
    for (const Alternative& one : rule.among) {
      if (std::holds_alternative<std::monostate>(one.rule)) {
        add("no_rule", c.code, "the choice \"" + one.name + "\" has no rule");
      }
      this->rule(c, one.rule);
    }
  }

  void grades() {
    const GradeScale& scale = f_.grades();
    for (std::size_t i = 1; i < scale.grades.size(); ++i) {
      if (scale.grades[i].from < scale.grades[i - 1].from) continue;
      add("grades", "",
          "the grade \"" + scale.grades[i].label + "\" does not begin below \"" +
              scale.grades[i - 1].label + "\"");
    }
  }

  const Framework& f_;
  std::unordered_set<std::string> names_;
  std::vector<FrameworkProblem> problems_;
};

}  // namespace

std::vector<FrameworkProblem> check_framework(const Framework& framework) {
  return Checker(framework).run();
}

}  // namespace sauro::detail
