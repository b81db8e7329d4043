#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/fields.hpp"
#include "sauro/core/on_problem.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"
#include "sauro/index/framework.hpp"
#include "sauro/index/inputs.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

struct ScoreOptions {
  std::optional<Stage> stage = {};          ///< values of later stages don't count yet
  OnProblem on_problem = OnProblem::raise;  ///< what is kept lacks its points and has a finding
  unsigned threads = 0;                     ///< 0 for all cores
};

/// A value that was refused: `where` names criterion or variable, unit and period.
struct RefusedValue : Problem {
  std::string kind = {};  ///< "points_out_of_range", "share_above_one", "division_by_zero", ...
  std::string criterion = {};  ///< its code; empty for a variable
  std::string variable = {};
  std::size_t row = 0;
  std::string unit = {};
  std::string period = {};
  double value = 0;

  template <class = void>
  static constexpr auto fields() {
    using Code = Field<RefusedValue, ErrorCode>;
    using Text = Field<RefusedValue, std::string>;
    return std::tuple{
        Text("kind", &RefusedValue::kind,
             "'points_out_of_range', 'share_above_one', 'division_by_zero', ...", traits::shown),
        Text("criterion", &RefusedValue::criterion, "Its code; empty for a variable."),
        Text("variable", &RefusedValue::variable, "Its name; empty for a criterion."),
        Field("row", &RefusedValue::row, "period * units + unit, each counted from 0."),
        Text("unit", &RefusedValue::unit, "Whose value it is."),
        Text("period", &RefusedValue::period, "When."),
        Field("value", &RefusedValue::value, "What was refused; may be NaN.", traits::shown),
        Code("code", &RefusedValue::code, "244, as of the error that `score` raises."),
        Text("where", &RefusedValue::where, "Criterion or variable, unit and period.",
             traits::shown),
        Text("message", &RefusedValue::message, "What is wrong, in Vietnamese."),
        Text("message_en", &RefusedValue::message_en, "The same in English.")};
  }

  /// A missing value equals another one.
  friend bool operator==(const RefusedValue& a, const RefusedValue& b) {
    return equal_fields(a, b);
  }
};

/// An input of one criterion, for one unit.
struct UsedInput {
  std::string name = {};   ///< "x", "previous(x)", "best(x)"
  std::string title = {};  ///< of the variable, in Vietnamese
  double value = 0;        ///< NaN: missing
  std::string shown = {};  ///< the value for people: "0,25 %", "31/3/2026", "có"
  std::optional<Stage> stage = {};
  std::string evidence = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("name", &UsedInput::name, "\"x\", \"previous(x)\" or \"best(x)\".", traits::shown),
        Field("title", &UsedInput::title, "Of the variable, in Vietnamese."),
        Field("value", &UsedInput::value, "Missing: NaN."),
        Field("shown", &UsedInput::shown, "The value for people: '0,25 %', '31/3/2026', 'có'.",
              traits::shown),
        Field("stage", &UsedInput::stage, "Of the assessment."),
        Field("evidence", &UsedInput::evidence, "Where it was shown.")};
  }

  /// A missing value equals another one.
  friend bool operator==(const UsedInput& a, const UsedInput& b) { return equal_fields(a, b); }
};

/// Why a criterion has its points.
struct SAURO_API Explanation {
  std::string code = {};
  std::string title = {};
  std::string unit = {};
  std::string period = {};
  double points = 0;  ///< NaN: missing or not applicable
  double low = 0;     ///< what is still possible
  double high = 0;
  double max = 0;
  double lost = 0;  ///< max - points, -points outside of a maximum; NaN where points are missing
  std::string grade = {};         ///< of the total, where the framework has some; empty while open
  std::string grade_reason = {};  ///< why none better, in Vietnamese
  std::string grade_reason_en = {};
  double adjusted = 0;  ///< points less those of the parts, where these are added up
  bool applies = true;
  std::string rule_type = {};
  std::string rule = {};  ///< what it asks for, in Vietnamese
  std::string rule_en = {};
  std::string reason = {};  ///< which of its cases held
  std::string reason_en = {};
  std::string legal_reference = {};
  Source source = Source::appraisal;
  std::vector<UsedInput> inputs = {};
  std::vector<Explanation> parts = {};  ///< of a criterion with children

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("code", &Explanation::code, "Of the criterion.", traits::shown),
        Field("title", &Explanation::title, "Of the criterion.", traits::shown),
        Field("unit", &Explanation::unit, "Whose points these are.", traits::shown),
        Field("period", &Explanation::period, "When."),
        Field("points", &Explanation::points, "Missing or not applicable: NaN.", traits::shown),
        Field("low", &Explanation::low, "The least that is still possible."),
        Field("high", &Explanation::high, "The most that is still possible."),
        Field("max", &Explanation::max, "The most that there is."),
        Field("lost", &Explanation::lost,
              "What lacks to the maximum; less the points where these are beside it."),
        Field("adjusted", &Explanation::adjusted,
              "What caps, rounding and parts that don't apply add to the sum of the parts."),
        Field("grade", &Explanation::grade,
              "Of the total, where the framework has some; empty while it is open."),
        Field("grade_reason", &Explanation::grade_reason, "Why none better, in Vietnamese."),
        Field("grade_reason_en", &Explanation::grade_reason_en, "Why none better, in English."),
        Field("applies", &Explanation::applies, "Whether the unit is subject to it."),
        Field("rule_type", &Explanation::rule_type, "Name of the rule's type."),
        Field("rule", &Explanation::rule, "What it asks for, in Vietnamese."),
        Field("rule_en", &Explanation::rule_en, "What it asks for, in English."),
        Field("reason", &Explanation::reason, "Which of its cases held, in Vietnamese."),
        Field("reason_en", &Explanation::reason_en, "Which of its cases held, in English."),
        Field("legal_reference", &Explanation::legal_reference, "Article and document."),
        Field("source", &Explanation::source,
              "Who says so: 'self_assessment', 'appraisal', 'survey' or 'statistics'."),
        Field("inputs", &Explanation::inputs, "What was used."),
        Field("parts", &Explanation::parts, "Of a criterion with children.")};
  }

  /// Missing points equal others.
  friend bool operator==(const Explanation& a, const Explanation& b) { return equal_fields(a, b); }

  /// The explanation as Vietnamese text, its parts indented.
  [[nodiscard]] SAURO_API std::string to_text() const;
};

/// Points of every criterion for every row (period * units + unit); copies share them.
///
/// Made by `score`. A scorecard that was moved from keeps its value.
class SAURO_API Scorecard {
 public:
  struct State;

  Scorecard(const Scorecard&) = default;
  Scorecard& operator=(const Scorecard&) = default;
  ~Scorecard() = default;

  [[nodiscard]] const Framework& framework() const noexcept;
  [[nodiscard]] const std::vector<std::string>& units() const noexcept;
  [[nodiscard]] const std::vector<std::string>& periods() const noexcept;
  [[nodiscard]] std::size_t rows() const noexcept;
  [[nodiscard]] const std::vector<RefusedValue>& findings() const noexcept;

  /// Points of a criterion ("" is the total); NaN where they are missing or it doesn't apply.
  ///
  /// Shares the scorecard's memory where every unit is subject to the criterion.
  [[nodiscard]] Column points(std::string_view code = {}) const;
  /// The least and the most that missing inputs still allow; the points where none is missing.
  /// Known inputs narrow the range in lists, tallies, tables and choices; elsewhere one that is
  /// missing leaves the criterion's whole range.
  [[nodiscard]] std::vector<double> low(std::string_view code = {}) const;
  [[nodiscard]] std::vector<double> high(std::string_view code = {}) const;
  /// Whether the criterion applies, by row.
  [[nodiscard]] std::vector<bool> applies(std::string_view code) const;
  /// Points of the total as a share of its maximum, in percent.
  [[nodiscard]] std::vector<double> percent(std::string_view code = {}) const;
  /// Labels of the framework's grades or groups for a criterion, by row; empty where missing inputs
  /// leave more than one, and where a criterion's points are missing.
  ///
  /// Grades judge what people read: the percentage (or points) rounded to the total's decimals, or
  /// to two. Throws ValidationError(no_grades) where the framework has none, or for a criterion
  /// below the total where grades are by its points.
  [[nodiscard]] std::vector<std::string> grade(std::string_view code = {}) const;
  /// The worst and the best grades of the total that missing inputs still allow; the same where the
  /// grade is known. Throws as grade() does.
  [[nodiscard]] std::vector<std::string> grade_low() const;
  [[nodiscard]] std::vector<std::string> grade_high() const;

  /// Why a criterion has its points, with its parts. Throws NotFoundError for an unknown code.
  [[nodiscard]] Explanation explain(std::string_view code, std::size_t row) const;
  /// A row for each period, unit and criterion, in this order, the total first (its code is empty):
  /// unit, period, code, title, points, max, lost (as `Explanation` has it), low, high (what is
  /// still possible), and whether the criterion is a leaf: points of leaves alone are no points of
  /// others too.
  [[nodiscard]] Table tidy() const;
  /// The case of each leaf's rule that held, for all rows: a column of category for each leaf.
  ///
  /// Costs about as much as scoring.
  [[nodiscard]] Table reasons() const;
  /// The same for one leaf, with points lost, and each input with the stage that it came from and
  /// its evidence.
  [[nodiscard]] Table reasons(std::string_view code) const;

  /// What the library's own code reads.
  [[nodiscard]] const State& state() const noexcept { return *state_; }

 private:
  friend SAURO_API Scorecard score(const Framework& framework, Inputs inputs,
                                   const ScoreOptions& options);
  explicit Scorecard(std::shared_ptr<const State> state) : state_(std::move(state)) {}

  std::shared_ptr<const State> state_;
};

/// Scores all units and periods at once.
///
/// Throws ValidationError(framework_invalid) with the problems of a framework that has some,
/// ValidationError(invalid_inputs) for unknown variables, codes and lengths, and
/// ValidationError(refused_values) that names criterion, unit and value of all that can't be right.
/// Linear in rows and rules. Neither the framework nor the columns of the inputs are copied.
[[nodiscard]] SAURO_API Scorecard score(const Framework& framework, Inputs inputs,
                                        const ScoreOptions& options = {});

/// What a criterion adds to the difference between two totals.
struct Contribution {
  std::string code = {};
  double from = 0;
  double to = 0;
  double contribution = 0;  ///< to the difference of the totals; those of siblings add up
};

/// Splits the difference between two rows of scorecards of one framework over its criteria.
///
/// Stages, periods and units alike: score twice, or name two rows of one scorecard. Where parts
/// are added, a part contributes its own difference; elsewhere each part's effect is measured with
/// the others as before and as after, and the effects are scaled to the parent's difference. NaN
/// where points are missing.
[[nodiscard]] SAURO_API std::vector<Contribution> contributions(const Scorecard& from,
                                                                std::size_t from_row,
                                                                const Scorecard& to,
                                                                std::size_t to_row);

}  // namespace sauro::inline v0_1
