// Grades by thresholds and conditions; ranges of them where inputs are missing.
#include "scoring/grades.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "sauro/core/error.hpp"
#include "sauro/scoring/rank.hpp"
#include "core/say.hpp"
#include "engine/expression_parser.hpp"
#include "engine/range_lowering.hpp"
#include "index/variables.hpp"
#include "scoring/bounds.hpp"
#include "scoring/state.hpp"

namespace sauro::inline v0_1 {

namespace detail {
namespace {

/// Points or percents as people read them: rounded to the total's decimals, or to two.
std::vector<double> judged(const Framework& framework, std::vector<double> points,
                           const Criterion& criterion) {
  const double step = std::pow(10.0, framework.criteria()[0].decimals.value_or(2));
  const bool by_points = framework.grades().on == "points";
  for (double& value : points) {
    if (!by_points) value = std::round(value / *criterion.max * 100 * 1e9) / 1e9;
    value = std::floor(std::round(value * 1e9) / 1e9 * step + 0.5) / step;
  }
  return points;
}

std::vector<ConditionTruth> truths_of(const Scorecard::State& state) {
  const std::vector<Expression> conditions = conditions_of(state.framework.grades());
  std::vector<ConditionTruth> truths;
  if (conditions.empty()) return truths;
  Builder builder;
  RangeLowering ranges(builder, state.framework);
  std::vector<Builder::Value> values;
  for (const Expression& one : conditions) {
    const Builder::Value holds = as_truth(builder, emit_expression(one.text(), builder));
    const RangeLowering::Truth truth = ranges.truth_of(holds);
    values.push_back(truth.surely);
    values.push_back(truth.maybe);
    truths.push_back({std::vector<double>(state.rows()), std::vector<double>(state.rows())});
  }
  std::vector<double*> outputs;
  for (ConditionTruth& one : truths) {
    outputs.push_back(one.surely.data());
    outputs.push_back(one.maybe.data());
  }
  state.sheet->run(builder.finish(values), 0, outputs);
  return truths;
}

/// Goes over the grades of one row from the best down.
class Grader {
 public:
  Grader(const GradeScale& scale, const Grades& grades, std::size_t row)
      : scale_(scale), grades_(grades), row_(row), none_(scale.grades.size()) {}

  void judge(std::size_t& best, std::size_t& worst) const {
    best = none_;
    worst = none_;
    std::size_t condition = 0;
    for (std::size_t g = 0; g < none_; ++g) {
      bool surely = grades_.low[row_] >= scale_.grades[g].from;
      bool maybe = grades_.high[row_] >= scale_.grades[g].from;
      for (std::size_t k = 0; k < scale_.grades[g].needs.size(); ++k, ++condition) {
        surely = surely && grades_.conditions[condition].surely[row_] != 0;
        maybe = maybe && grades_.conditions[condition].maybe[row_] != 0;
      }
      if (maybe && best == none_) best = g;
      if (surely && worst == none_) worst = g;
    }
    for (const GradeLimit& limit : scale_.lower) {
      const ConditionTruth& truth = grades_.conditions[condition++];
      if (truth.surely[row_] != 0) best = lowered(limit, best);
      if (truth.maybe[row_] != 0) worst = lowered(limit, worst);
    }
  }

 private:
  [[nodiscard]] std::size_t lowered(const GradeLimit& limit, std::size_t grade) const {
    if (grade == none_) return grade;  // none is lower
    const std::size_t steps = std::min(grade + static_cast<std::size_t>(limit.by), none_ - 1);
    if (limit.at_most.empty()) return steps;
    const auto at = std::find_if(scale_.grades.begin(), scale_.grades.end(),
                                 [&](const Grade& one) { return one.label == limit.at_most; });
    return std::max(steps, static_cast<std::size_t>(at - scale_.grades.begin()));
  }

  const GradeScale& scale_;
  const Grades& grades_;
  std::size_t row_;
  std::size_t none_;
};

std::string label_of(const GradeScale& scale, std::size_t grade) {
  return grade < scale.grades.size() ? scale.grades[grade].label : std::string();
}

std::vector<std::string> groups_of(const Scorecard& card, std::string_view code) {
  const GradeScale& scale = card.framework().grades();
  const Column column = card.points(code);
  const auto total = column.values<double>();
  std::vector<std::string> out(card.rows());
  const std::size_t units = card.units().size();
  for (std::size_t from = 0; from < out.size(); from += units) {
    const auto groups =
        quantile_groups(total.subspan(from, units), scale.groups.size(), scale.method);
    for (std::size_t i = 0; i < units; ++i) {
      if (groups[i] >= 0) out[from + i] = scale.groups[static_cast<std::size_t>(groups[i])];
    }
  }
  return out;
}

void require_grades(const Framework& framework, std::string_view code) {
  const GradeScale& scale = framework.grades();
  if (scale.grades.empty() && scale.groups.empty()) {
    throw ValidationError(ErrorCode::no_grades, framework.head().id,
                          say("bộ chỉ số không có mức xếp loại, cũng không có nhóm",
                              "the framework has neither grades nor groups"));
  }
  if (code.empty()) return;
  if (scale.groups.empty() && scale.on == "points") {
    throw ValidationError(ErrorCode::no_grades, std::string(code),
                          say("xếp loại theo điểm tổng, không theo điểm từng tiêu chí",
                              "the grades are by points of the total, not of its criteria"));
  }
  if (scale.groups.empty() && scale.has_conditions()) {
    throw ValidationError(ErrorCode::no_grades, std::string(code),
                          say("xếp loại có điều kiện chỉ dành cho tổng điểm",
                              "grades with conditions are of the total alone"));
  }
}

std::vector<std::string> labels_of(const Scorecard& card, bool high) {
  require_grades(card.framework(), "");
  if (!card.framework().grades().groups.empty()) return groups_of(card, "");
  const Grades& grades = grades_of(card.state());
  std::vector<std::string> out;
  for (const std::size_t grade : high ? grades.best : grades.worst) {
    out.push_back(label_of(card.framework().grades(), grade));
  }
  return out;
}

}  // namespace

const Grades& grades_of(const Scorecard::State& state) {
  std::call_once(state.grades_made, [&] {
    Grades& made = state.grades;
    const Criterion& total = state.framework.criteria()[0];
    made.conditions = truths_of(state);
    made.low = judged(state.framework, bound_of(state, "", false), total);
    made.high = judged(state.framework, bound_of(state, "", true), total);
    made.best.resize(state.rows());
    made.worst.resize(state.rows());
    for (std::size_t row = 0; row < state.rows(); ++row) {
      const bool has_total = !std::isnan(made.low[row]);
      const Grader grader(state.framework.grades(), made, row);
      if (has_total) grader.judge(made.best[row], made.worst[row]);
      if (!has_total) made.best[row] = made.worst[row] = state.framework.grades().grades.size();
    }
  });
  return state.grades;
}

void explain_grade(const Scorecard::State& state, std::size_t row, Explanation& out) {
  const GradeScale& scale = state.framework.grades();
  if (scale.grades.empty()) return;
  const Grades& grades = grades_of(state);
  const std::size_t best = grades.best[row];
  const std::size_t worst = grades.worst[row];
  Bilingual why;
  const auto add = [&](const Bilingual& one) { why = joined(why, "; ", one); };
  if (best == worst) {
    out.grade = label_of(scale, best);
  } else {
    add(say("còn để ngỏ, từ {} đến {}", "open, from {} to {}",
            worst < scale.grades.size() ? said(label_of(scale, worst))
                                        : Bilingual{"không xếp loại", "none"},
            label_of(scale, best)));
  }
  std::size_t condition = 0;
  for (const Grade& grade : scale.grades) {
    const bool reached = grades.high[row] >= grade.from;
    for (const Expression& need : grade.needs) {
      const ConditionTruth& truth = grades.conditions[condition++];
      if (!reached || truth.surely[row] != 0) continue;
      add(truth.maybe[row] != 0
              ? say("{} chưa rõ điều kiện {}", "{}: not known whether {}", grade.label, need.text())
              : say("{} không đạt điều kiện {}", "{}: not met: {}", grade.label, need.text()));
    }
  }
  for (const GradeLimit& limit : scale.lower) {
    const ConditionTruth& truth = grades.conditions[condition++];
    if (truth.maybe[row] == 0) continue;
    const Bilingual what = limit.at_most.empty()
                               ? say("hạ {} bậc", "lowered by {}", limit.by)
                               : say("không quá {}", "no better than {}", limit.at_most);
    add(truth.surely[row] != 0 ? say("{} vì {}", "{}: {}", what, limit.condition.text())
                               : say("{} nếu {}", "{} if {}", what, limit.condition.text()));
  }
  out.grade_reason = why.vi;
  out.grade_reason_en = why.en;
}

}  // namespace detail

std::vector<std::string> Scorecard::grade_low() const { return detail::labels_of(*this, false); }
std::vector<std::string> Scorecard::grade_high() const { return detail::labels_of(*this, true); }

std::vector<std::string> Scorecard::grade(std::string_view code) const {
  detail::require_grades(framework(), code);
  const GradeScale& scale = framework().grades();
  if (!scale.groups.empty()) return detail::groups_of(*this, code);
  std::vector<std::string> out(rows());
  if (code.empty()) {
    const detail::Grades& grades = detail::grades_of(*state_);
    for (std::size_t row = 0; row < out.size(); ++row) {
      if (grades.best[row] == grades.worst[row])
        out[row] = detail::label_of(scale, grades.best[row]);
    }
    return out;
  }
  const Column column = points(code);
  const auto given = column.values<double>();
  const std::vector<double> values = detail::judged(
      framework(), std::vector<double>(given.begin(), given.end()), framework().criterion(code));
  for (std::size_t row = 0; row < out.size(); ++row) {
    const auto found = std::find_if(scale.grades.begin(), scale.grades.end(),
                                    [&](const Grade& one) { return values[row] >= one.from; });
    if (found != scale.grades.end()) out[row] = found->label;
  }
  return out;
}

}  // namespace sauro::inline v0_1
