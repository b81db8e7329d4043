#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"
#include "sauro/index/basic_rules.hpp"
#include "sauro/index/expression.hpp"
#include "sauro/index/interval.hpp"

namespace sauro::inline v0_1 {

/// What a ratio gives where what it divides by is zero.
enum class AtZero : std::uint8_t { refuse, full, zero, not_applicable };

constexpr std::array<std::string_view, 4> enum_names(AtZero /*value*/) noexcept {
  return {"refuse", "full", "zero", "not_applicable"};
}

/// Points in proportion to `of` / `to`.
struct RatioRule {
  Expression of = {};
  Expression to = {};       ///< empty: `of` is the share itself
  double full_at = 1;       ///< share that gives full points
  double from = 0;          ///< no points below this share
  bool may_exceed = false;  ///< shares above 1 happen and give full points; else they are refused
  AtZero at_zero = AtZero::refuse;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("of", &RatioRule::of, "Numerator, or the share itself.", traits::required),
        Field("to", &RatioRule::to, "Denominator; empty where `of` is the share.", traits::omitted),
        Field("full_at", &RatioRule::full_at, "Share that gives full points.", traits::omitted),
        Field("from", &RatioRule::from, "No points below this share.", traits::omitted),
        Field("may_exceed", &RatioRule::may_exceed,
              "Shares above 1 happen and give full points; else they are refused.",
              traits::omitted),
        Field("at_zero", &RatioRule::at_zero, "What a denominator of 0 gives.", traits::omitted)};
  }

  friend bool operator==(const RatioRule&, const RatioRule&) = default;
};

/// Full points less so many for each event, or so many for each thing done.
struct TallyRule {
  struct Term {
    Expression of = {};
    double each = 0;

    template <class = void>
    static constexpr auto fields() {
      return std::tuple{Field("of", &Term::of, "What is counted.", traits::required),
                        Field("each", &Term::each, "Points for one.", traits::required)};
    }

    friend bool operator==(const Term&, const Term&) = default;
  };
  bool deduct = false;  ///< from the maximum
  std::vector<Term> terms = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("terms", &TallyRule::terms, "What is counted or deducted.", traits::required)};
  }

  friend bool operator==(const TallyRule&, const TallyRule&) = default;
};

/// Points by whether a value is better than another one.
struct ComparisonRule {
  Expression of = {};
  Expression with = {};  ///< "previous(x)", "best(x)" or any formula
  double better = 0;
  double equal = 0;
  double worse = 0;
  bool lower_is_better = false;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("of", &ComparisonRule::of, "Input.", traits::required),
                      Field("with", &ComparisonRule::with,
                            "'previous(x)', 'best(x)' or any formula.", traits::required),
                      Field("better", &ComparisonRule::better, "Points."),
                      Field("equal", &ComparisonRule::equal, "Points."),
                      Field("worse", &ComparisonRule::worse, "Points."),
                      Field("lower_is_better", &ComparisonRule::lower_is_better,
                            "Lower values are better.", traits::omitted)};
  }

  friend bool operator==(const ComparisonRule&, const ComparisonRule&) = default;
};

/// What a unit at the target gets where no unit is beyond it.
enum class LeaderAtTarget : std::uint8_t { full, share };

constexpr std::array<std::string_view, 2> enum_names(LeaderAtTarget /*value*/) noexcept {
  return {"full", "share"};
}

/// A share of the points up to a target, the rest between the target and the best unit.
struct SlopesRule {
  Expression of = {};
  Expression target = {};
  Expression best = {};  ///< value that gives full points, as "best(x)"
  double share_at_target = 0.5;
  LeaderAtTarget leader_at_target = LeaderAtTarget::full;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("of", &SlopesRule::of, "Input.", traits::required),
        Field("target", &SlopesRule::target, "Value that gives the share of points.",
              traits::required),
        Field("best", &SlopesRule::best, "Value that gives full points, as 'best(x)'.",
              traits::required),
        Field("share_at_target", &SlopesRule::share_at_target, "Of the points, at the target."),
        Field("leader_at_target", &SlopesRule::leader_at_target,
              "Where the best unit is at the target: 'full' points, or the 'share' alone.",
              traits::omitted)};
  }

  friend bool operator==(const SlopesRule&, const SlopesRule&) = default;
};

/// Ballots by answer; each answer is worth a share of the points.
struct BallotsRule {
  struct Answer {
    Expression count = {};
    double share = 0;

    template <class = void>
    static constexpr auto fields() {
      return std::tuple{Field("count", &Answer::count, "How many gave it.", traits::required),
                        Field("share", &Answer::share, "Of the points.", traits::required)};
    }

    friend bool operator==(const Answer&, const Answer&) = default;
  };
  std::vector<Answer> answers = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("answers", &BallotsRule::answers, "Answers and what they are worth.",
                            traits::required)};
  }

  friend bool operator==(const BallotsRule&, const BallotsRule&) = default;
};

/// Another index, as a share of its own maximum.
struct IndexRule {
  Expression of = {};
  double out_of = 100;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("of", &IndexRule::of, "Index.", traits::required),
                      Field("out_of", &IndexRule::out_of, "Its maximum.")};
  }

  friend bool operator==(const IndexRule&, const IndexRule&) = default;
};

struct Alternative;

/// Several rules, of which an input names one.
struct ChoiceRule {
  std::string by = {};
  std::vector<Alternative> among;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("by", &ChoiceRule::by, "Variable with the number of the rule, from 0.",
                            traits::required),
                      Field("among", &ChoiceRule::among, "The rules.", traits::required)};
  }

  friend bool operator==(const ChoiceRule&, const ChoiceRule&);
};

/// A callable of the application: columns of its variables in, points out.
using RuleFunction =
    std::function<void(std::span<const std::span<const double>> columns, std::span<double> points)>;

/// Points from a script; without its function the criterion can't be scored.
struct ScriptRule {
  std::string name = {};
  std::vector<std::string> variables = {};
  RuleFunction function = {};
  bool fills_missing = false;  ///< it says itself what missing inputs are worth

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("name", &ScriptRule::name, "Of the script."),
        Field("variables", &ScriptRule::variables, "Columns that it is given, in order."),
        Field("fills_missing", &ScriptRule::fills_missing,
              "It gives points where inputs are missing too; else these stay open.",
              traits::omitted)};
  }

  friend bool operator==(const ScriptRule& a, const ScriptRule& b) {
    return a.name == b.name && a.variables == b.variables && a.fills_missing == b.fills_missing;
  }
};

/// How a criterion gets its points; monostate for those that get them from their children.
using Rule = std::variant<std::monostate, ValueRule, FormulaRule, ChecklistRule, TableRule,
                          LinearRule, RatioRule, TallyRule, ComparisonRule, SlopesRule, BallotsRule,
                          IndexRule, ChoiceRule, ScriptRule>;

/// One of the rules of a choice.
struct Alternative {
  std::string name = {};
  Rule rule = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("name", &Alternative::name, "Of the choice."),
                      Field("rule", &Alternative::rule, "How it gives points.", traits::required)};
  }

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

}  // namespace sauro::inline v0_1
