#include "reading/rule_draft.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "sauro/text/fold.hpp"
#include "sauro/text/numbers.hpp"
#include "core/say.hpp"
#include "reading/case_ranges.hpp"
#include "reading/case_shapes.hpp"
#include "reading/criterion_words.hpp"
#include "reading/rule_cases.hpp"
#include "reading/share_formula.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Tries the shapes of rules one after another.
class RuleDrafter {
 public:
  RuleDrafter(RuleCases words, double max, std::string name, std::string title)
      : words_(std::move(words)), max_(max), name_(std::move(name)), title_(std::move(title)) {}

  DraftedRule run() {
    if (!words_.unread.empty()) {
      return not_read(
          say("không rõ điểm của “{}”", "no points are read in \"{}\"", words_.unread.front()));
    }
    constexpr std::size_t most_cases = 40;
    if (words_.cases.size() > most_cases) return cases_not_read();
    if (!words_.each.empty()) return tally();
    if (words_.most && !are_same_points(*words_.most, max_)) {
      return not_read(say("không rõ tối đa của cái gì", "it isn't clear what the limit is of"));
    }
    const std::vector<RuleCase>& cases = words_.cases;
    if (cases.empty()) return not_read(say("không có cách tính", "nothing says how"));
    if (cases.size() == 1) return single();
    const bool plain = std::all_of(cases.begin(), cases.end(),
                                   [](const RuleCase& one) { return one.points.has_value(); });
    if (plain && add_up_to(cases, max_)) return are_items(cases) ? checklist() : maximum_not_read();
    if (plain) {
      if (auto rule = comparison()) return *rule;
    }
    const auto ranges = case_ranges(cases, title_);
    if (!reach(cases, max_)) return maximum_not_read();
    if (ranges && (!plain || cases_in_words(*ranges) < 2) && !meets_zero(*ranges))
      return bands(*ranges);
    if (!plain) return formula_not_read();
    return are_yes_or_no(cases) ? yes_or_no() : choice();
  }

 private:
  [[nodiscard]] Variable variable(VariableKind kind, std::string title) {
    Variable made;
    ++variables_;
    made.name = variables_ == 1 ? name_ : name_ + "_" + std::to_string(variables_);
    made.title.vi = title.empty() ? title_ : std::move(title);
    made.kind = kind;
    if (kind == VariableKind::percent) made.unit = "%";
    if (kind != VariableKind::number) made.low = 0;
    if (kind == VariableKind::yes_no) made.high = 1;
    return made;
  }

  static Expression number(double value) { return Expression::parse(plain_number(value)); }

  static DraftedRule not_read(Bilingual why) { return {{}, {}, std::move(why)}; }

  static DraftedRule maximum_not_read() {
    return not_read(say("điểm của các trường hợp không khớp với điểm tối đa",
                        "the points of the cases don't agree with the maximum"));
  }

  /// Whether "không có" among numbers of things is in a range too.
  [[nodiscard]] bool meets_zero(const CaseRanges& ranges) const {
    if (ranges.percent || cases_in_words(ranges) == 0) return false;
    return std::any_of(ranges.ranges.begin(), ranges.ranges.end(),
                       [](const auto& range) { return range && range->contains(0); });
  }

  static DraftedRule cases_not_read() {
    return not_read(say("không hiểu các trường hợp", "the cases are not understood"));
  }

  [[nodiscard]] DraftedRule formula_not_read() const {
    for (const RuleCase& one : words_.cases) {
      if (!one.formula.empty()) {
        return not_read(
            say("không hiểu công thức “{}”", "no formula is read in \"{}\"", one.formula));
      }
    }
    return cases_not_read();
  }

  /// Whether what stands before a tally says no more than that all points are there at first.
  [[nodiscard]] bool starts_full(bool deducts) const {
    if (words_.cases.empty()) return true;
    const RuleCase& one = words_.cases.front();
    return words_.cases.size() == 1 && deducts && one.points &&
           are_same_points(*one.points, max_) && !denied(one.condition);
  }

  /// Points for one each, or less so many for one each from the maximum.
  DraftedRule tally() {
    const bool deducts = words_.each.front().points < 0;
    TallyRule rule;
    rule.deduct = deducts;
    DraftedRule drafted;
    for (const RuleEach& one : words_.each) {
      if ((one.points < 0) != deducts) {
        return not_read(say("vừa cộng vừa trừ", "it adds and takes off"));
      }
      drafted.variables.push_back(variable(VariableKind::count, one.what));
      rule.terms.push_back(
          {Expression::parse(drafted.variables.back().name), std::fabs(one.points)});
    }
    if (!starts_full(deducts) || (words_.most && !are_same_points(*words_.most, max_))) {
      return not_read(say("điểm không bắt đầu hoặc không dừng ở điểm tối đa",
                          "the points don't begin or end at the maximum"));
    }
    drafted.rule = std::move(rule);
    return drafted;
  }

  /// One formula, or one thing that gives all points.
  DraftedRule single() {
    const RuleCase& one = words_.cases.front();
    if (one.points) {
      if (!are_same_points(*one.points, max_)) {
        return not_read(say("chỉ có một trường hợp", "there is one case only"));
      }
      return checklist();
    }
    const auto share = share_formula(one.formula, max_);
    if (!share || !one.condition.empty()) return formula_not_read();
    DraftedRule drafted;
    if (!share->part.empty()) {
      drafted.variables = {variable(VariableKind::count, share->part),
                           variable(VariableKind::count, share->whole)};
      RatioRule rule;
      rule.of = Expression::parse(drafted.variables[0].name);
      rule.to = Expression::parse(drafted.variables[1].name);
      drafted.rule = rule;
      return drafted;
    }
    drafted.variables = {variable(VariableKind::percent, {})};
    drafted.variables[0].high = 100;
    drafted.rule = FormulaRule{share_of(drafted.variables[0].name)};
    return drafted;
  }

  [[nodiscard]] Expression share_of(const std::string& percent) const {
    const std::string times = max_ == 1 ? "" : plain_number(max_) + " * ";
    return Expression::parse(times + percent + " / 100");
  }

  DraftedRule checklist() {
    ChecklistRule rule;
    DraftedRule drafted;
    for (const RuleCase& one : words_.cases) {
      drafted.variables.push_back(variable(VariableKind::yes_no, one.condition));
      rule.items.push_back({Expression::parse(drafted.variables.back().name), *one.points});
    }
    drafted.rule = std::move(rule);
    return drafted;
  }

  /// "cao hơn năm trước: 1; bằng: 0,5; thấp hơn: 0"
  std::optional<DraftedRule> comparison() {
    ComparisonRule rule;
    bool better = false;
    bool equal = false;
    bool worse = false;
    bool year = false;
    for (const RuleCase& one : words_.cases) {
      const auto change = change_case(one.condition);
      if (!change && !is_other_case(one.condition)) return std::nullopt;
      year = year || fold(one.condition).find("nam truoc") != std::string::npos;
      better = better || change == ChangeCase::better;
      equal = equal || change == ChangeCase::equal || !change;
      worse = worse || change == ChangeCase::worse || !change;
      if (change == ChangeCase::better) rule.better = *one.points;
      if (change == ChangeCase::equal) rule.equal = *one.points;
      if (change == ChangeCase::worse || !change) rule.worse = *one.points;
      if (!change && words_.cases.size() == 2) rule.equal = *one.points;
    }
    if (!better || !equal || !worse || !year) return std::nullopt;
    DraftedRule drafted;
    drafted.variables = {variable(VariableKind::number, {})};
    rule.of = Expression::parse(name_);
    rule.with = Expression::parse("previous(" + name_ + ")");
    drafted.rule = std::move(rule);
    return drafted;
  }

  /// How many cases are neither a range nor the one that is left.
  [[nodiscard]] std::size_t cases_in_words(const CaseRanges& ranges) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < words_.cases.size(); ++i) {
      found += ranges.ranges[i] || is_other_case(words_.cases[i].condition) ? 0U : 1U;
    }
    return found;
  }

  [[nodiscard]] const RuleCase& first_range(const CaseRanges& ranges) const {
    const auto range = std::find_if(ranges.ranges.begin(), ranges.ranges.end(),
                                    [](const auto& one) { return one.has_value(); });
    return words_.cases[static_cast<std::size_t>(range - ranges.ranges.begin())];
  }

  /// Points by ranges of one number; a case in words is an input of its own that goes first.
  DraftedRule bands(const CaseRanges& ranges) {
    TableRule rule;
    DraftedRule drafted;
    std::string title = ranges.says_more ? title_ + ": " + first_range(ranges).condition : title_;
    drafted.variables = {
        variable(ranges.percent ? VariableKind::percent : VariableKind::count, std::move(title))};
    Expression in_words;
    const std::string value = drafted.variables.front().name;
    rule.of = {Expression::parse(value)};
    for (std::size_t i = 0; i < words_.cases.size(); ++i) {
      const RuleCase& one = words_.cases[i];
      std::optional<Interval> range = ranges.ranges[i];
      if (!range && !ranges.percent && !is_other_case(one.condition) && denied(one.condition)) {
        range = Interval{0, 0};  // "không có" among numbers of things
      }
      const auto points = one.points || ranges.percent ? points_of(one, value) : std::nullopt;
      if (!points) return formula_not_read();
      if (range) {
        TableRule::Row row;
        row.when.resize(1);
        row.when[0].among = {*range};
        row.points = *points;
        rule.rows.push_back(std::move(row));
      } else if (is_other_case(one.condition)) {
        rule.otherwise = *points;
      } else if (drafted.variables.size() > 1) {
        return cases_not_read();
      } else {
        drafted.variables.push_back(variable(VariableKind::yes_no, one.condition));
        in_words = *points;
      }
    }
    bound(drafted.variables.front(), ranges);
    if (drafted.variables.size() > 1)
      put_first(rule, drafted.variables.back().name, std::move(in_words));
    drafted.rule = std::move(rule);
    return drafted;
  }

  std::optional<Expression> points_of(const RuleCase& one, const std::string& value) const {
    if (one.points) return number(*one.points);
    if (!share_formula(one.formula, max_)) return std::nullopt;
    return share_of(value);
  }

  /// Percents end at 100 unless a range goes beyond.
  static void bound(Variable& percent, const CaseRanges& ranges) {
    if (percent.kind != VariableKind::percent) return;
    const bool beyond = std::any_of(
        ranges.ranges.begin(), ranges.ranges.end(), [](const std::optional<Interval>& range) {
          return range && ((std::isfinite(range->low) && range->low > 100) ||
                           (std::isfinite(range->high) && range->high > 100));
        });
    if (!beyond) percent.high = 100;
  }

  /// Another input of a table, which decides alone where it is true.
  static void put_first(TableRule& rule, const std::string& condition, Expression points) {
    rule.of.insert(rule.of.begin(), Expression::parse(condition));
    for (TableRule::Row& row : rule.rows) row.when.insert(row.when.begin(), is_one(0));
    TableRule::Row row;
    row.when = {is_one(1), Condition()};
    row.points = std::move(points);
    rule.rows.insert(rule.rows.begin(), std::move(row));
  }

  static Condition is_one(double value) {
    Condition condition;
    condition.among = {Interval{value, value}};
    return condition;
  }

  DraftedRule yes_or_no() {
    const std::vector<RuleCase>& cases = words_.cases;
    const std::size_t which = yes_among(cases);
    const RuleCase& yes = cases[which];
    const bool says_what = fold(yes.condition).find(' ') != std::string::npos;
    DraftedRule drafted;
    drafted.variables = {
        variable(VariableKind::yes_no, says_what ? title_ + ": " + yes.condition : title_)};
    TableRule rule;
    rule.of = {Expression::parse(name_)};
    for (const double value : {1.0, 0.0}) {
      TableRule::Row row;
      row.when = {is_one(value)};
      row.points = number(*(value > 0 ? yes : cases[1 - which]).points);
      rule.rows.push_back(std::move(row));
    }
    drafted.rule = std::move(rule);
    return drafted;
  }

  /// Cases in words, of which a person chooses the one that holds.
  DraftedRule choice() {
    DraftedRule drafted;
    drafted.variables = {variable(VariableKind::choice, {})};
    std::vector<std::string>& values = drafted.variables[0].values;
    TableRule rule;
    rule.of = {Expression::parse(name_)};
    for (const RuleCase& one : words_.cases) {
      if (one.condition.empty() ||
          std::find(values.begin(), values.end(), one.condition) != values.end()) {
        return cases_not_read();
      }
      values.push_back(one.condition);
      drafted.variables[0].high = static_cast<double>(values.size()) - 1;
      TableRule::Row row;
      row.when.resize(1);
      row.when[0].texts = {one.condition};
      row.points = number(*one.points);
      rule.rows.push_back(std::move(row));
    }
    drafted.rule = std::move(rule);
    return drafted;
  }

  RuleCases words_;
  double max_;
  std::string name_;
  std::string title_;
  std::size_t variables_ = 0;
};

}  // namespace

DraftedRule drafted_rule(RuleCases words, double max, const std::string& name,
                         const std::string& title) {
  return RuleDrafter(std::move(words), max, name, title).run();
}

}  // namespace sauro::inline v0_1::detail
