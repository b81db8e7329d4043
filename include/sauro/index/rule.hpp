#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"
#include "sauro/index/expression.hpp"
#include "sauro/index/interval.hpp"

namespace sauro {

/// Points as given, checked against the criterion's range.
struct ValueRule {
  Expression of;
  friend bool operator==(const ValueRule&, const ValueRule&) = default;
};

/// Points by a formula.
struct FormulaRule {
  Expression points;
  friend bool operator==(const FormulaRule&, const FormulaRule&) = default;
};

/// What has to be there; each item is true or false.
struct ChecklistRule {
  struct Item {
    Expression of;
    double points = 0;
    friend bool operator==(const Item&, const Item&) = default;
  };
  std::vector<Item> items;
  bool all_or_nothing = false;  ///< one that is not met takes all points
  friend bool operator==(const ChecklistRule&, const ChecklistRule&) = default;
};

/// Which rows of a decision table count where several hold (DMN 1.5, section 8.2.11).
enum class HitPolicy : std::uint8_t { unique, first, sum, max };

constexpr std::array<std::string_view, 4> enum_names(HitPolicy /*value*/) noexcept {
  return {"unique", "first", "sum", "max"};
}

/// Rows of conditions, each with points.
struct TableRule {
  struct Row {
    std::vector<Interval> when;  ///< one for each of `of`
    Expression points;           ///< a number or a formula
    friend bool operator==(const Row&, const Row&) = default;
  };
  std::vector<Expression> of;
  std::vector<Interval> domain;  ///< values that can be; empty, or one for each of `of`
  HitPolicy hit = HitPolicy::unique;
  std::vector<Row> rows;
  friend bool operator==(const TableRule&, const TableRule&) = default;
};

/// Points along straight lines between knots; flat beyond the outer ones.
struct LinearRule {
  Expression of;
  std::vector<std::pair<double, double>> knots;  ///< (value, points), values rising
  friend bool operator==(const LinearRule&, const LinearRule&) = default;
};

/// What a ratio gives where what it divides by is zero.
enum class AtZero : std::uint8_t { refuse, full, zero, not_applicable };

constexpr std::array<std::string_view, 4> enum_names(AtZero /*value*/) noexcept {
  return {"refuse", "full", "zero", "not_applicable"};
}

/// Points in proportion to `of` / `to`.
struct RatioRule {
  Expression of;
  Expression to;            ///< empty: `of` is the share itself
  double full_at = 1;       ///< share that gives full points
  double from = 0;          ///< no points below this share
  bool may_exceed = false;  ///< shares above 1 happen and give full points; else they are refused
  AtZero at_zero = AtZero::refuse;
  friend bool operator==(const RatioRule&, const RatioRule&) = default;
};

/// Full points less so many for each event, or so many for each thing done.
struct TallyRule {
  struct Term {
    Expression of;
    double each = 0;
    friend bool operator==(const Term&, const Term&) = default;
  };
  bool deduct = false;  ///< from the maximum
  std::vector<Term> terms;
  friend bool operator==(const TallyRule&, const TallyRule&) = default;
};

/// Points by whether a value is better than another one.
struct ComparisonRule {
  Expression of;
  Expression with;  ///< "previous(x)", "best(x)" or any formula
  double better = 0;
  double equal = 0;
  double worse = 0;
  bool lower_is_better = false;
  friend bool operator==(const ComparisonRule&, const ComparisonRule&) = default;
};

/// A share of the points up to a target, the rest between the target and the best unit.
struct SlopesRule {
  Expression of;
  Expression target;
  Expression best;  ///< value that gives full points, as "best(x)"
  double share_at_target = 0.5;
  friend bool operator==(const SlopesRule&, const SlopesRule&) = default;
};

/// Ballots by answer; each answer is worth a share of the points.
struct BallotsRule {
  struct Answer {
    Expression count;
    double share = 0;
    friend bool operator==(const Answer&, const Answer&) = default;
  };
  std::vector<Answer> answers;
  friend bool operator==(const BallotsRule&, const BallotsRule&) = default;
};

/// Another index, as a share of its own maximum.
struct IndexRule {
  Expression of;
  double out_of = 100;
  friend bool operator==(const IndexRule&, const IndexRule&) = default;
};

struct Alternative;

/// Several rules, of which an input names one.
struct ChoiceRule {
  std::string by;  ///< variable with the number of the rule, from 0
  std::vector<Alternative> among;
  friend bool operator==(const ChoiceRule&, const ChoiceRule&);
};

/// A callable of the application: columns of its variables in, points out.
using RuleFunction =
    std::function<void(std::span<const std::span<const double>> columns, std::span<double> points)>;

/// Points from a script; without its function the criterion can't be scored.
struct ScriptRule {
  std::string name;
  std::vector<std::string> variables;
  RuleFunction function;
  friend bool operator==(const ScriptRule& a, const ScriptRule& b) {
    return a.name == b.name && a.variables == b.variables;
  }
};

/// How a criterion gets its points; monostate for those that get them from their children.
using Rule = std::variant<std::monostate, ValueRule, FormulaRule, ChecklistRule, TableRule,
                          LinearRule, RatioRule, TallyRule, ComparisonRule, SlopesRule, BallotsRule,
                          IndexRule, ChoiceRule, ScriptRule>;

/// One of the rules of a choice.
struct Alternative {
  std::string name;
  Rule rule;
  friend bool operator==(const Alternative&, const Alternative&) = default;
};

inline bool operator==(const ChoiceRule& a, const ChoiceRule& b) {
  return a.by == b.by && a.among == b.among;
}

/// "value", "formula", "checklist", "table", "linear", "ratio", "deduction", "count", "comparison",
/// "slopes", "ballots", "index", "choice", "script"; "" without a rule.
[[nodiscard]] SAURO_API std::string_view type_name(const Rule& rule) noexcept;

/// Columns that a rule needs, each once, in the order of their first use.
[[nodiscard]] SAURO_API std::vector<std::string> names_of(const Rule& rule);

}  // namespace sauro
