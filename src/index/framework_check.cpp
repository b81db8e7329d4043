#include "index/framework_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "index/rule_check.hpp"
#include "text/number_words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_levels = 32;

/// Columns of tables of inputs that hold no variable.
constexpr std::array<std::string_view, 6> heads = {"unit",     "period",   "stage",
                                                   "evidence", "variable", "value"};

/// Whether a formula that is nothing but a name asks for the variable of that name.
bool works_in_formulas(const std::string& name) {
  try {
    const Expression alone = Expression::parse(name);
    return alone.names().size() == 1 && alone.names()[0] == name && name.find('(') == name.npos;
  } catch (const ParseError&) {
    return false;
  }
}

class Checker : public RuleChecker {
 public:
  using RuleChecker::RuleChecker;

  std::vector<FrameworkProblem> run() {
    variables();
    tree();
    for (std::size_t place = 0; place < f_.criteria().size(); ++place) node(place);
    grades();
    for (const std::string& circle : circles_of(f_)) {
      add("cycle", "",
          say("các công thức phụ thuộc nhau thành vòng: {}", "formulas go in a circle: {}",
              circle));
    }
    return std::move(problems_);
  }

 private:
  void variables() {
    std::unordered_set<std::string> seen;
    for (const Variable& variable : f_.variables()) {
      if (!seen.insert(variable.name).second) {
        add("duplicate_variable", "",
            say("biến \"{}\" xuất hiện hai lần", "the variable \"{}\" stands twice",
                variable.name));
      }
      name(variable.name);
      names("", variable.formula.names());
      if (variable.decimals && (*variable.decimals < 0 || *variable.decimals > 9)) {
        add("decimals", "",
            say("biến \"{}\" có {} chữ số thập phân; phải từ 0 đến 9",
                "the variable \"{}\" has {} decimals; there are 0 to 9", variable.name,
                *variable.decimals));
      }
      if (variable.low && variable.high && *variable.low > *variable.high) {
        add("range", "",
            say("biến \"{}\" có giới hạn dưới {} lớn hơn giới hạn trên {}",
                "the variable \"{}\" has its range [{}, {}] upside down", variable.name,
                number_words(*variable.low), number_words(*variable.high)));
      }
    }
  }

  void name(const std::string& name) {
    if (name.empty()) {
      add("name", "", say("một biến không có tên", "a variable has no name"));
    } else if (!works_in_formulas(name)) {
      add("name", "",
          say("\"{}\" không dùng làm tên biến được: công thức hiểu khác",
              "\"{}\" can't name a variable: formulas read it otherwise", name));
    } else if (std::find(heads.begin(), heads.end(), name) != heads.end()) {
      add("name", "",
          say("\"{}\" không dùng làm tên biến được: bảng số liệu có cột mang tên này",
              "\"{}\" can't name a variable: it is a column of its own in tables of inputs", name));
    }
  }

  void tree() {
    std::unordered_set<std::string> codes;
    const auto& criteria = f_.criteria();
    for (std::size_t i = 1; i < criteria.size(); ++i) {
      const std::string& code = criteria[i].code;
      if (code.empty()) {
        add("code", "",
            say("tiêu chí thứ {} trong danh sách không có mã",
                "criterion {} of the list has no code", i));
      } else if (!codes.insert(code).second) {
        add("duplicate_code", code,
            say("mã \"{}\" xuất hiện hai lần", "the code \"{}\" stands twice", code));
      }
    }
    for (std::size_t i = 1; i < criteria.size(); ++i) {
      const std::string& parent = criteria[i].parent;
      if (!parent.empty() && !codes.contains(parent)) {
        add("unknown_parent", criteria[i].code,
            say("không có tiêu chí mẹ \"{}\"", "its parent \"{}\" doesn't exist", parent));
      }
    }
    cycles();
    depth();
  }

  /// What the walk from the total doesn't meet, though its parent exists, hangs on a cycle.
  void cycles() {
    const auto& criteria = f_.criteria();
    std::vector<bool> met(criteria.size(), false);
    for (const std::size_t place : f_.order()) met[place] = true;
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 1; i < met.size(); ++i) places.try_emplace(criteria[i].code, i);
    for (std::size_t i = 1; i < met.size(); ++i) {
      std::vector<std::size_t> path;
      std::unordered_map<std::size_t, std::size_t> step;  // of a place on the path
      auto at = places.find(criteria[i].code);
      while (at != places.end() && !met[at->second] &&
             step.try_emplace(at->second, path.size()).second) {
        path.push_back(at->second);
        at = places.find(criteria[at->second].parent);
      }
      for (const std::size_t place : path) met[place] = true;  // told, or hangs on what is
      const bool ends = at == places.end() || !step.contains(at->second);
      if (!ends) cycle(path, step.at(at->second));
    }
  }

  void cycle(const std::vector<std::size_t>& path, std::size_t from) {
    const std::string& code = f_.criteria()[path[from]].code;
    std::string text;
    for (; from < path.size() && text.size() < 200; ++from) {
      text += f_.criteria()[path[from]].code + " -> ";
    }
    add("cycle", code,
        say("các tiêu chí mẹ nối thành vòng: {}", "parents go in a circle: {}", text + code));
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
          say("cây tiêu chí có {} cấp; nhiều nhất chỉ nên {} cấp",
              "the tree has {} levels; at most {} make sense", level[deepest], most_levels));
    }
  }

  void node(std::size_t place) {
    const Criterion& c = f_.criteria()[place];
    if (!c.max) {
      add("maximum", c.code, say("không có điểm tối đa", "it has no maximum"));
    } else if (!(*c.max > c.min) && !(c.outside && *c.max >= c.min && !f_.is_leaf(place))) {
      add("maximum", c.code,
          say("điểm tối đa {} không lớn hơn điểm tối thiểu {}",
              "its maximum {} is not above its minimum {}", number_words(*c.max),
              number_words(c.min)));
    }
    if (!(c.weight >= 0) || std::isinf(c.weight)) {
      add("weight", c.code,
          say("trọng số {} không hợp lệ", "the weight {} is no weight", number_words(c.weight)));
    }
    if (c.decimals && (*c.decimals < 0 || *c.decimals > 9)) {
      add("decimals", c.code,
          say("số chữ số thập phân khi làm tròn phải từ 0 đến 9, không phải {}",
              "points are rounded to 0 to 9 decimals, not to {}", *c.decimals));
    }
    missing(place, c);
    if (f_.is_leaf(place)) {
      if (std::holds_alternative<std::monostate>(c.rule)) {
        add("no_rule", c.code,
            place == 0 ? say("không có tiêu chí nào", "there are no criteria")
                       : say("không có quy tắc chấm điểm, cũng không có tiêu chí thành phần",
                             "it has neither a rule nor parts"));
      } else if (c.max) {
        rule(c, c.rule);
      }
    } else {
      if (!std::holds_alternative<std::monostate>(c.rule)) {
        add("rule_and_parts", c.code,
            say("vừa có quy tắc chấm điểm vừa có tiêu chí thành phần",
                "it has both a rule and parts"));
      }
      parent(place, c);
    }
  }

  /// What stands for points that are missing.
  void missing(std::size_t place, const Criterion& c) {
    if (c.if_missing != IfMissing::unknown && !f_.is_leaf(place)) {
      add("rule", c.code,
          say("if_missing là của tiêu chí không có thành phần", "if_missing is for leaves"));
    }
    if (c.if_missing == IfMissing::zero && (c.min > 0 || c.max.value_or(0) < 0)) {
      add("points", c.code,
          say("thiếu số liệu được 0 điểm, ngoài phạm vi điểm",
              "missing inputs give 0 points, outside of its range"));
    }
    if (c.if_missing_within.empty()) return;
    names(c.code, {c.if_missing_within});
    if (c.if_missing != IfMissing::mean) {
      add("rule", c.code,
          say("if_missing_within chỉ đi với if_missing là mean",
              "if_missing_within goes with if_missing mean alone"));
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
    const bool is_cut = adds && c.capped && expected > *c.max;  // "no more than 10 points in all"
    const bool differs = std::fabs(expected - *c.max) > sum_tolerance;
    if ((adds || c.combine == Combine::count) && differs && !is_cut) {
      const Bilingual found = number_words(std::round(expected * 1e6) / 1e6);
      add("maximum", c.code,
          adds ? say("điểm tối đa là {}, nhưng các tiêu chí thành phần cộng lại là {}",
                     "its maximum is {}, but its parts add up to {}", number_words(*c.max), found)
               : say("điểm tối đa là {}, nhưng có {} tiêu chí thành phần",
                     "its maximum is {}, but its parts are {}", number_words(*c.max), found));
    }
    if (c.combine != Combine::sum && c.combine != Combine::count && !(weights > 0)) {
      add("weight", c.code,
          say("trọng số các tiêu chí thành phần cộng lại là {}",
              "the weights of its parts add up to {}", number_words(weights)));
    }
  }

  void grades() {
    const GradeScale& scale = f_.grades();
    if (!scale.grades.empty() && f_.criteria()[0].direction == Direction::lower) {
      add("direction", "",
          say("xếp loại theo mức từ cao xuống, nhưng tổng điểm càng thấp càng tốt",
              "grades go from high to low, but a lower total is better"));
    }
    for (const Expression& one : conditions_of(scale)) names("", one.names());
    limits(scale);
    for (std::size_t i = 1; i < scale.grades.size(); ++i) {
      const bool has_needs = !scale.grades[i - 1].needs.empty();
      const double least = scale.grades[i - 1].from;
      if (scale.grades[i].from < least || (has_needs && scale.grades[i].from == least)) continue;
      add("grades", "",
          say("mức xếp loại \"{}\" không bắt đầu thấp hơn mức \"{}\"",
              "the grade \"{}\" does not begin below \"{}\"", scale.grades[i].label,
              scale.grades[i - 1].label));
    }
  }

  void limits(const GradeScale& scale) {
    if (!scale.lower.empty() && scale.grades.empty()) {
      add("grades", "", say("lower cần các mức xếp loại", "lower needs grades"));
    }
    for (const GradeLimit& limit : scale.lower) {
      const bool is_known =
          std::any_of(scale.grades.begin(), scale.grades.end(),
                      [&](const Grade& one) { return one.label == limit.at_most; });
      if ((limit.by >= 1) == limit.at_most.empty() && (limit.at_most.empty() || is_known)) continue;
      add("grades", "",
          say("điều kiện hạ loại \"{}\" cần by từ 1 trở lên, hoặc at_most là tên một mức",
              "what lowers a grade (\"{}\") needs by, 1 or more, or at_most, the label of a grade",
              limit.condition.text()));
    }
  }
};

}  // namespace

std::vector<FrameworkProblem> check_framework(const Framework& framework) {
  return Checker(framework).run();
}

}  // namespace sauro::inline v0_1::detail
