#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"
#include "sauro/index/rule.hpp"

namespace sauro {

namespace detail {
struct FrameworkCache;
}  // namespace detail

/// A text for people.
struct Title {
  std::string vi;
  std::string en;
  friend bool operator==(const Title&, const Title&) = default;
};

/// How the points of children make those of their parent.
///
/// All but `sum` and `count` are over shares of the children's maxima; the parent gets that share
/// of its own maximum.
enum class Combine { sum, weighted_mean, geometric_mean, harmonic_mean, minimum, count };

constexpr std::array<std::string_view, 6> enum_names(Combine /*value*/) noexcept {
  return {"sum", "weighted_mean", "geometric_mean", "harmonic_mean", "minimum", "count"};
}

/// What becomes of a criterion that doesn't apply to a unit.
enum class IfNotApplicable { full_points, leave_out };

constexpr std::array<std::string_view, 2> enum_names(IfNotApplicable /*value*/) noexcept {
  return {"full_points", "leave_out"};
}

/// What becomes of a criterion whose inputs are missing.
enum class IfMissing { unknown, lowest, leave_out };

constexpr std::array<std::string_view, 3> enum_names(IfMissing /*value*/) noexcept {
  return {"unknown", "lowest", "leave_out"};
}

/// Where the points of a criterion come from.
enum class Source { self_assessment, appraisal, survey, statistics };

constexpr std::array<std::string_view, 4> enum_names(Source /*value*/) noexcept {
  return {"self_assessment", "appraisal", "survey", "statistics"};
}

/// What a variable holds.
enum class VariableKind { number, percent, count, yes_no, date, choice };

constexpr std::array<std::string_view, 6> enum_names(VariableKind /*value*/) noexcept {
  return {"number", "percent", "count", "yes_no", "date", "choice"};
}

/// Whether more is better.
enum class Direction { higher, lower };

constexpr std::array<std::string_view, 2> enum_names(Direction /*value*/) noexcept {
  return {"higher", "lower"};
}

/// One input that rules ask for.
struct Variable {
  std::string name;
  Title title;
  VariableKind kind = VariableKind::number;
  std::string unit;
  Direction direction = Direction::higher;  ///< decides which unit is the best one
  std::optional<double> low;                ///< values below are refused
  std::optional<double> high;
  std::vector<std::string> values;  ///< of a choice, in the order of their codes
  friend bool operator==(const Variable&, const Variable&) = default;
};

/// A node of the tree.
struct Criterion {
  std::string code;
  std::string parent;  ///< code; empty at the top
  Title title;
  double min = 0;
  std::optional<double> max;
  std::string unit = "điểm";
  Direction direction = Direction::higher;
  Source source = Source::appraisal;
  std::string legal_reference;
  std::string note;  ///< how sure the numbers are, and of what
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  Combine combine = Combine::sum;
  double weight = 1;
  IfNotApplicable if_not_applicable = IfNotApplicable::full_points;
  IfMissing if_missing = IfMissing::unknown;
  std::optional<int> decimals;  ///< points are rounded to, half away from zero
  bool outside = false;         ///< bonus or penalty: not part of the parent's maximum
  bool capped = false;          ///< points beyond [min, max] are cut, as where bonuses are added
  Rule rule;
  friend bool operator==(const Criterion&, const Criterion&) = default;
};

/// One grade and the least value that it needs.
struct Grade {
  std::string label;
  double from = 0;
  friend bool operator==(const Grade&, const Grade&) = default;
};

/// How quantiles are interpolated; the numbers are Hyndman and Fan's (1996).
enum class QuantileMethod { inclusive, exclusive };  // types 7 and 6

constexpr std::array<std::string_view, 2> enum_names(QuantileMethod /*value*/) noexcept {
  return {"inclusive", "exclusive"};
}

/// Grades by thresholds, or groups by quantiles of the ranked units.
struct GradeScale {
  std::string on = "percent";       ///< "percent" or "points" of the total
  std::vector<Grade> grades;        ///< from the best down
  std::vector<std::string> groups;  ///< equal parts by quantiles, from the best down
  QuantileMethod method = QuantileMethod::inclusive;
  std::string note;
  friend bool operator==(const GradeScale&, const GradeScale&) = default;
};

/// What an index set says of itself.
struct FrameworkHead {
  std::string id;
  Title title;
  std::string source;
  std::string note;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  double tolerance = 1e-9;  ///< points may pass their range by so much
  friend bool operator==(const FrameworkHead&, const FrameworkHead&) = default;
};

/// Something wrong with a framework.
struct FrameworkProblem {
  std::string kind;  ///< "gap", "overlap", "maximum", "unknown_variable", "cycle", ...
  std::string code;  ///< of the criterion; empty for the framework as a whole
  std::string message;
  friend bool operator==(const FrameworkProblem&, const FrameworkProblem&) = default;
};

/// A set of criteria with rules, as data; immutable.
///
/// Criterion 0 is the total: it has the code "" and the top criteria as children.
class SAURO_API Framework {
 public:
  Framework() = default;
  Framework(FrameworkHead head, Criterion total, std::vector<Criterion> criteria,
            std::vector<Variable> variables, GradeScale grades);

  [[nodiscard]] const FrameworkHead& head() const noexcept { return head_; }
  [[nodiscard]] const GradeScale& grades() const noexcept { return grades_; }
  [[nodiscard]] const std::vector<Variable>& variables() const noexcept { return variables_; }
  /// The total and then the criteria in the order in which they were given.
  [[nodiscard]] const std::vector<Criterion>& criteria() const noexcept { return criteria_; }

  /// Place of a code; throws NotFoundError that names what is near.
  [[nodiscard]] std::size_t find(std::string_view code) const;
  [[nodiscard]] const Criterion& criterion(std::string_view code) const {
    return criteria_[find(code)];
  }
  [[nodiscard]] const Variable* variable(std::string_view name) const noexcept;
  [[nodiscard]] const std::vector<std::size_t>& children(std::size_t place) const {
    return children_[place];
  }
  [[nodiscard]] bool is_leaf(std::size_t place) const { return children_[place].empty(); }
  /// Places of the leaves, in order.
  [[nodiscard]] std::vector<std::size_t> leaves() const;
  /// All places, children before their parents; the total comes last.
  [[nodiscard]] const std::vector<std::size_t>& order() const noexcept { return order_; }

  /// All problems at once: maxima, weights, bands, variables, codes, cycles. Found once, when the
  /// framework is made.
  [[nodiscard]] const std::vector<FrameworkProblem>& validate() const noexcept { return problems_; }

  /// What is worked out once for all copies; empty in a framework without criteria.
  [[nodiscard]] const std::shared_ptr<detail::FrameworkCache>& cache() const noexcept {
    return cache_;
  }

  /// A copy in which a criterion has another rule.
  [[nodiscard]] Framework with_rule(std::string_view code, Rule rule) const;

  friend bool operator==(const Framework& a, const Framework& b) {
    return a.head_ == b.head_ && a.criteria_ == b.criteria_ && a.variables_ == b.variables_ &&
           a.grades_ == b.grades_;
  }

 private:
  void link();

  FrameworkHead head_;
  std::vector<Criterion> criteria_;
  std::vector<Variable> variables_;
  GradeScale grades_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::size_t> order_;
  std::vector<FrameworkProblem> problems_;
  std::shared_ptr<detail::FrameworkCache> cache_;
};

/// One difference between two frameworks.
struct FrameworkChange {
  std::string code;   ///< of the criterion, or "variable NAME"
  std::string field;  ///< "added", "removed", "max", "title", "rule", ...
  std::string before;
  std::string after;
  friend bool operator==(const FrameworkChange&, const FrameworkChange&) = default;
};

}  // namespace sauro
