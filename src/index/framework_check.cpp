#include "index/framework_check.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/say.hpp"
#include "index/number_words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_levels = 32;
constexpr double close = 1e-6;

Bilingual undeclared(const std::string& variable) {
  return say("biến \"{}\" chưa được khai báo", "the variable \"{}\" is not declared", variable);
}

Bilingual not_above_zero(const char* member) {
  return say("{} phải lớn hơn 0", "{} has to be above 0", member);
}

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
  void add(std::string kind, const std::string& code, Bilingual what) {
    problems_.push_back(
        {{ErrorCode::framework_invalid, code, std::move(what.vi), std::move(what.en)},
         std::move(kind)});
  }

  void variables() {
    std::unordered_set<std::string> seen;
    for (const Variable& variable : f_.variables()) {
      if (!seen.insert(variable.name).second) {
        add("duplicate_variable", "",
            say("biến \"{}\" xuất hiện hai lần", "the variable \"{}\" stands twice",
                variable.name));
      }
      if (variable.name.empty()) {
        add("name", "", say("một biến không có tên", "a variable has no name"));
      }
      if (variable.low && variable.high && *variable.low > *variable.high) {
        add("range", "",
            say("biến \"{}\" có giới hạn dưới {} lớn hơn giới hạn trên {}",
                "the variable \"{}\" has its range [{}, {}] upside down", variable.name,
                number_words(*variable.low), number_words(*variable.high)));
      }
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
      add("cycle", at->code,
          say("các tiêu chí mẹ nối thành vòng: {}", "parents go in a circle: {}", text + at->code));
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
          say("cây tiêu chí có {} cấp; nhiều nhất chỉ nên {} cấp",
              "the tree has {} levels; at most {} make sense", level[deepest], most_levels));
    }
  }

  void node(std::size_t place) {
    const Criterion& c = f_.criteria()[place];
    if (!c.max) {
      add("maximum", c.code, say("không có điểm tối đa", "it has no maximum"));
    } else if (!(*c.max > c.min) && !(c.outside && *c.max >= c.min)) {
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

  void names(const Criterion& c, const Rule& rule) {
    for (const std::string& name : names_of(rule)) {
      const std::string variable = variable_of(name);
      if (names_.contains(variable)) continue;
      add("unknown_variable", c.code, undeclared(variable));
    }
  }

  void fixed(const Criterion& c, double points, const Bilingual& what) {
    const double slack = f_.head().tolerance;
    if (points < c.min - slack || points > *c.max + slack) {
      add("points", c.code,
          say("{} cho {} điểm, ngoài phạm vi {}", "{} gives {} points, outside of {}", what,
              number_words(points), range_words(c.min, *c.max)));
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
      fixed(c, compared->better, {"giá trị tốt hơn", "a better value"});
      fixed(c, compared->equal, {"giá trị bằng nhau", "an equal value"});
      fixed(c, compared->worse, {"giá trị kém hơn", "a worse value"});
    }
    if (const auto* slopes = std::get_if<SlopesRule>(&rule)) {
      share(c, slopes->share_at_target, "share_at_target");
    }
    if (const auto* ballots = std::get_if<BallotsRule>(&rule)) {
      for (const auto& answer : ballots->answers) share(c, answer.share, answer.count.text());
      if (ballots->answers.empty()) {
        add("rule", c.code, say("không có phương án trả lời nào", "no answers are given"));
      }
    }
    if (const auto* index = std::get_if<IndexRule>(&rule); index && !(index->out_of > 0)) {
      add("rule", c.code, not_above_zero("out_of"));
    }
    if (const auto* choice = std::get_if<ChoiceRule>(&rule)) this->choice(c, *choice);
    if (const auto* script = std::get_if<ScriptRule>(&rule); script && script->name.empty()) {
      add("rule", c.code, say("hàm chấm điểm không có tên", "the script has no name"));
    }
  }

  void share(const Criterion& c, double value, const std::string& what) {
    if (value >= 0 && value <= 1) return;
    add("rule", c.code,
        say("tỷ lệ của {} là {}, không nằm trong khoảng 0 đến 1",
            "the share of {} is {}, not from 0 to 1", what, number_words(value)));
  }

  void checklist(const Criterion& c, const ChecklistRule& rule) {
    double sum = 0;
    for (const auto& item : rule.items) sum += item.points;
    if (rule.items.empty()) {
      add("rule", c.code, say("danh mục nội dung bị bỏ trống", "the checklist is empty"));
    }
    if (std::fabs(sum - *c.max) > close) {
      add("maximum", c.code,
          say("điểm các nội dung cộng lại là {}, điểm tối đa là {}",
              "its items add up to {}, its maximum is {}",
              number_words(std::round(sum * 1e6) / 1e6), number_words(*c.max)));
    }
  }

  void table(const Criterion& c, const TableRule& rule) {
    if (rule.of.empty() || rule.rows.empty()) {
      add("rule", c.code,
          say("bảng cần có đầu vào (\"of\") và các dòng",
              "a table needs inputs (\"of\") and rows"));
      return;
    }
    for (std::size_t r = 0; r < rule.rows.size(); ++r) {
      const Bilingual row = say("dòng {}", "row {}", r + 1);
      if (rule.rows[r].when.size() != rule.of.size()) {
        add("rule", c.code,
            say("{} có {} điều kiện cho {} đầu vào", "{} has {} conditions for {} inputs", row,
                rule.rows[r].when.size(), rule.of.size()));
        return;
      }
      if (const auto points = rule.rows[r].points.number()) fixed(c, *points, row);
    }
    std::vector<const Variable*> variables;
    for (const Expression& of : rule.of) variables.push_back(f_.variable(of.text()));
    const TableFlaws flaws = table_flaws(rule, variables);
    for (const Bilingual& gap : flaws.gaps) add("gap", c.code, gap);
    for (const Bilingual& both : flaws.overlaps) add("overlap", c.code, both);
  }

  void linear(const Criterion& c, const LinearRule& rule) {
    if (rule.knots.size() < 2) {
      add("rule", c.code, say("đường thẳng cần ít nhất hai điểm mốc", "a line needs two knots"));
    }
    for (std::size_t i = 0; i < rule.knots.size(); ++i) {
      const Bilingual at = number_words(rule.knots[i].first);
      fixed(c, rule.knots[i].second, say("điểm mốc {}", "the knot at {}", at));
      if (i > 0 && !(rule.knots[i].first > rule.knots[i - 1].first)) {
        add("rule", c.code,
            say("các điểm mốc không tăng dần tại {}", "the knots do not rise at {}", at));
      }
    }
  }

  void ratio(const Criterion& c, const RatioRule& rule) {
    if (!(rule.full_at > 0)) add("rule", c.code, not_above_zero("full_at"));
    if (!(rule.from >= 0 && rule.from <= rule.full_at)) {
      add("rule", c.code,
          say("ngưỡng {} không nằm trong khoảng 0 đến full_at là {}",
              "the threshold {} is not from 0 to full_at, {}", number_words(rule.from),
              number_words(rule.full_at)));
    }
  }

  void tally(const Criterion& c, const TallyRule& rule) {
    if (rule.terms.empty()) {
      add("rule", c.code, say("không có nội dung nào được đếm", "nothing is counted"));
    }
    for (const auto& term : rule.terms) {
      if (!(term.each >= 0)) {
        add("rule", c.code,
            say("{} được tính {} điểm; hãy ghi số dương", "{} counts {}; write it above 0",
                term.of.text(), number_words(term.each)));
      }
    }
  }

  void choice(const Criterion& c, const ChoiceRule& rule) {
    if (rule.among.size() < 2) {
      add("rule", c.code, say("phải có ít nhất hai quy tắc để chọn", "a choice needs two rules"));
    }
    const Variable* by = f_.variable(rule.by);
    if (by == nullptr) {
      add("unknown_variable", c.code, undeclared(rule.by));
    } else if (!by->values.empty() && by->values.size() != rule.among.size()) {
      add("rule", c.code,
          say("biến \"{}\" có {} giá trị, nhưng có {} quy tắc để chọn",
              "the variable \"{}\" has {} values, the choice {} rules", rule.by, by->values.size(),
              rule.among.size()));
    }
    for (const Alternative& one : rule.among) {
      if (std::holds_alternative<std::monostate>(one.rule)) {
        add("no_rule", c.code,
            say("phương án \"{}\" không có quy tắc", "the choice \"{}\" has no rule", one.name));
      }
      this->rule(c, one.rule);
    }
  }

  void grades() {
    const GradeScale& scale = f_.grades();
    for (std::size_t i = 1; i < scale.grades.size(); ++i) {
      if (scale.grades[i].from < scale.grades[i - 1].from) continue;
      add("grades", "",
          say("mức xếp loại \"{}\" không bắt đầu thấp hơn mức \"{}\"",
              "the grade \"{}\" does not begin below \"{}\"", scale.grades[i].label,
              scale.grades[i - 1].label));
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

}  // namespace sauro::inline v0_1::detail
