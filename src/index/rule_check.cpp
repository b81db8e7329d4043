#include "index/rule_check.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sauro/text/numbers.hpp"
#include "core/say.hpp"
#include "index/framework_check.hpp"
#include "index/range_words.hpp"
#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {
namespace {

Bilingual undeclared(const std::string& variable) {
  return say("biến \"{}\" chưa được khai báo", "the variable \"{}\" is not declared", variable);
}

Bilingual not_above_zero(const char* member) {
  return say("{} phải lớn hơn 0", "{} has to be above 0", member);
}

}  // namespace

RuleChecker::RuleChecker(const Framework& framework) : f_(framework) {
  for (const Variable& variable : f_.variables()) names_.insert(variable.name);
}

void RuleChecker::add(std::string kind, const std::string& code, Bilingual what) {
  problems_.push_back({{ErrorCode::framework_invalid, code, std::move(what.vi), std::move(what.en)},
                       std::move(kind)});
}

void RuleChecker::names(const std::string& code, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const ColumnParts parts = column_parts(name);
    if (const auto asked = try_of_criterion(parts.function)) {
      criterion(code, *asked, parts.of);
      continue;
    }
    if (!parts.by.empty()) this->names(code, {parts.by});
    if (!parts.function.empty()) {
      this->names(code, Expression::parse(parts.of).names());
    } else if (!names_.contains(name)) {
      add("unknown_variable", code, undeclared(name));
    }
  }
}

void RuleChecker::criterion(const std::string& code, OfCriterion asked, const std::string& of) {
  const Criterion* found = criterion_of(f_, of);
  if (found == nullptr) {
    add("unknown_criterion", code, say("không có tiêu chí \"{}\"", "no criterion \"{}\"", of));
  } else if (asked == OfCriterion::percent && !(found->max.value_or(1) > 0)) {
    add("rule", code,
        say("tiêu chí {} không có điểm tối đa trên 0 để tính phần trăm",
            "the criterion {} has no maximum above 0 that percents could be of", of));
  }
}

void RuleChecker::fixed(const Criterion& c, double points, const Bilingual& what) {
  const double slack = f_.head().tolerance;
  if (points < c.min - slack || points > *c.max + slack) {
    add("points", c.code,
        say("{} cho {} điểm, ngoài phạm vi {}", "{} gives {} points, outside of {}", what,
            number_words(points), range_words(c.min, *c.max)));
  }
}

void RuleChecker::rule(const Criterion& c, const Rule& rule) {
  if (!std::holds_alternative<ChoiceRule>(rule)) names(c.code, names_of(rule));
  if (const auto* table = std::get_if<TableRule>(&rule)) this->table(c, *table);
  if (const auto* list = std::get_if<ChecklistRule>(&rule)) checklist(c, *list);
  if (const auto* line = std::get_if<LinearRule>(&rule)) linear(c, *line);
  if (const auto* ratio = std::get_if<RatioRule>(&rule)) this->ratio(c, *ratio);
  if (const auto* tally = std::get_if<TallyRule>(&rule)) this->tally(c, *tally);
  if (const auto* compared = std::get_if<ComparisonRule>(&rule)) {
    fixed(c, compared->better, {"giá trị tốt hơn", "a better value"});
    fixed(c, compared->equal, {"giá trị bằng nhau", "an equal value"});
    fixed(c, compared->worse, {"giá trị kém hơn", "a worse value"});
    comparison(c, *compared);
  }
  if (const auto* slopes = std::get_if<SlopesRule>(&rule)) {
    share(c, slopes->share_at_target, "share_at_target");
    rises(c, slopes->of);
  }
  if (const auto* ballots = std::get_if<BallotsRule>(&rule)) {
    for (const auto& answer : ballots->answers) share(c, answer.share, answer.count.text());
    if (ballots->answers.empty()) {
      add("rule", c.code, say("không có phương án trả lời nào", "no answers are given"));
    }
  }
  if (const auto* index = std::get_if<IndexRule>(&rule)) {
    if (!(index->out_of > 0)) add("rule", c.code, not_above_zero("out_of"));
    rises(c, index->of);
  }
  if (const auto* choice = std::get_if<ChoiceRule>(&rule)) this->choice(c, *choice);
  if (const auto* script = std::get_if<ScriptRule>(&rule); script && script->name.empty()) {
    add("rule", c.code, say("hàm chấm điểm không có tên", "the script has no name"));
  }
}

void RuleChecker::share(const Criterion& c, double value, const std::string& what) {
  if (value >= 0 && value <= 1) return;
  add("rule", c.code,
      say("tỷ lệ của {} là {}, không nằm trong khoảng 0 đến 1",
          "the share of {} is {}, not from 0 to 1", what, number_words(value)));
}

void RuleChecker::checklist(const Criterion& c, const ChecklistRule& rule) {
  double sum = 0;
  for (const auto& item : rule.items) sum += item.points;
  if (rule.items.empty()) {
    add("rule", c.code, say("danh mục nội dung bị bỏ trống", "the checklist is empty"));
  }
  if (std::fabs(sum - *c.max) > sum_tolerance && !(c.capped && sum > *c.max)) {
    add("maximum", c.code,
        say("điểm các nội dung cộng lại là {}, điểm tối đa là {}",
            "its items add up to {}, its maximum is {}", number_words(std::round(sum * 1e6) / 1e6),
            number_words(*c.max)));
  }
}

void RuleChecker::table(const Criterion& c, const TableRule& rule) {
  if (rule.of.empty() || rule.rows.empty()) {
    add("rule", c.code,
        say("bảng cần có đầu vào (\"of\") và các dòng", "a table needs inputs (\"of\") and rows"));
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
    for (std::size_t k = 0; k < rule.of.size(); ++k) cell(c, rule, r, k);
  }
  if (const auto points = rule.otherwise.number()) {
    fixed(c, *points, {"các trường hợp khác", "the default"});
  }
  std::vector<const Variable*> variables;
  for (const Expression& of : rule.of) variables.push_back(f_.variable(of.text()));
  const TableFlaws flaws = table_flaws(rule, variables);
  for (const Bilingual& gap : flaws.gaps) add("gap", c.code, gap);
  for (const Bilingual& both : flaws.overlaps) add("overlap", c.code, both);
}

/// Texts of a cell are values of a choice, and a number that is one of them isn't taken for a code.
void RuleChecker::cell(const Criterion& c, const TableRule& rule, std::size_t r, std::size_t k) {
  const Condition& when = rule.rows[r].when[k];
  const Variable* variable = f_.variable(rule.of[k].text());
  const std::vector<std::string>& values = values_of(variable);
  const auto is_value = [&](const std::string& text) {
    return std::find(values.begin(), values.end(), text) != values.end();
  };
  for (const std::string& text : when.texts) {
    if (is_value(text)) continue;
    add("rule", c.code,
        say("dòng {}: \"{}\" không phải là giá trị của {}", "row {}: \"{}\" is no value of {}",
            r + 1, text, rule.of[k].text()));
  }
  for (const Interval& one : when.among) {
    if (one.low != one.high || !is_value(plain_number(one.low))) continue;
    add("rule", c.code,
        say("dòng {}: {} vừa là tên, vừa là mã của một giá trị của {}; hãy viết tên trong ngoặc "
            "kép",
            "row {}: {} is a name and a code of a value of {}; write the name in quotes", r + 1,
            plain_number(one.low), rule.of[k].text()));
  }
}

void RuleChecker::linear(const Criterion& c, const LinearRule& rule) {
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

/// Refuses a rule whose points rise with its input where less of that is better.
void RuleChecker::rises(const Criterion& c, const Expression& of) {
  if (!prefers_lower(f_, of)) return;
  add("direction", c.code,
      say("biến \"{}\" càng thấp càng tốt, nhưng quy tắc cho điểm tăng theo biến này; hãy viết "
          "công thức hoặc bảng",
          "less of \"{}\" is better, but the rule gives more points for more of it; write a "
          "formula or a table",
          of.text()));
}

void RuleChecker::ratio(const Criterion& c, const RatioRule& rule) {
  rises(c, rule.of);
  if (!(rule.full_at > 0)) add("rule", c.code, not_above_zero("full_at"));
  if (!(rule.from >= 0 && rule.from <= rule.full_at)) {
    add("rule", c.code,
        say("ngưỡng {} không nằm trong khoảng 0 đến full_at là {}",
            "the threshold {} is not from 0 to full_at, {}", number_words(rule.from),
            number_words(rule.full_at)));
  }
}

/// Two variables that are compared have one direction.
void RuleChecker::comparison(const Criterion& c, const ComparisonRule& rule) {
  const Variable* of = f_.variable(variable_of(rule.of.text()));
  const Variable* with = f_.variable(variable_of(rule.with.text()));
  if (of == nullptr || with == nullptr || of->direction == with->direction) return;
  add("direction", c.code,
      say("hai biến \"{}\" và \"{}\" được so sánh nhưng ngược chiều nhau",
          "the variables \"{}\" and \"{}\" are compared but have opposite directions", of->name,
          with->name));
}

void RuleChecker::tally(const Criterion& c, const TallyRule& rule) {
  if (rule.terms.empty()) {
    add("rule", c.code, say("không có nội dung nào được đếm", "nothing is counted"));
  }
  for (const auto& term : rule.terms) {
    if (rule.deduct ? !(term.each >= 0) : !std::isfinite(term.each)) {
      add("rule", c.code,
          say("{} được tính {} điểm; hãy ghi số dương", "{} counts {}; write it above 0",
              term.of.text(), number_words(term.each)));
    }
  }
}

void RuleChecker::choice(const Criterion& c, const ChoiceRule& rule) {
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
  std::unordered_set<std::string> scripts;
  for (const Alternative& one : rule.among) {
    const auto* script = std::get_if<ScriptRule>(&one.rule);
    if (script != nullptr && !scripts.insert(script->name).second) {
      add("rule", c.code,
          say("hai phương án cùng dùng hàm chấm điểm tên \"{}\"",
              "two choices have scripts of the name \"{}\"", script->name));
    }
    if (std::holds_alternative<std::monostate>(one.rule)) {
      add("no_rule", c.code,
          say("phương án \"{}\" không có quy tắc", "the choice \"{}\" has no rule", one.name));
    }
    this->rule(c, one.rule);
  }
}

}  // namespace sauro::inline v0_1::detail
