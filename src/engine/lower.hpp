#pragma once

#include <string>
#include <vector>

#include "sauro/index/framework.hpp"
#include "engine/program.hpp"

namespace sauro::inline v0_1::detail {

/// Why a row's value was refused; the codes of Op::refuse.
enum class Refusal {
  points_out_of_range = 1,
  share_above_one,
  negative_value,
  division_by_zero,
  no_row_holds,
  outside_domain,
  no_such_choice,
  outside_range,      ///< of a variable
  not_finite,         ///< an input is infinite
  not_whole,          ///< a variable that takes whole numbers
  share_for_percent,  ///< 0.95 for 95 %
  other_years,        ///< a day decades away from those of the framework
  too_many_decimals,
  no_number,  ///< a computed variable whose inputs are all there
  no_mean,    ///< of shares one of which isn't above zero; its place times part_unit is added
};

/// What the place of a part counts in the code of a refused mean.
inline constexpr int part_unit = 256;

/// What a rule gives: points, and which of its cases held (see case_text).
struct Lowered {
  Builder::Value points = -1;
  Builder::Value band = -1;  ///< only where it was asked for
  bool exact = false;        ///< points are decimals as written, not computed
};

/// Whether points that are missing are looked into.
///
/// A rule may give no number though all inputs are there: it divides by zero, or no row of its
/// table holds. Looking for that costs more than the rule; it is done only for blocks of rows where
/// points are missing.
enum class Care { fast, careful };

/// Names of the columns that a leaf needs beside its variables.
std::string script_column(const std::string& code, const std::string& name);
std::string exempt_column(const std::string& code);
/// What stands for points that are missing, where the policy takes it from other rows.
std::string fallback_column(const std::string& code);
inline bool has_fallback(const Criterion& criterion) {
  return criterion.if_missing == IfMissing::previous || criterion.if_missing == IfMissing::mean;
}

/// The operations of a leaf's rule, from variables to points: checks, rounding and policies.
///
/// `exempt` adds a column that is true where the criterion doesn't apply.
Lowered lower_leaf(Builder& builder, const Framework& framework, std::size_t place, bool exempt,
                   Care care, bool with_case);

/// The points of one rule of a criterion, before rounding and policies; missing where it refuses.
Builder::Value lower_rule(Builder& builder, const Framework& framework, const Criterion& criterion,
                          const Rule& rule);

/// The least and the most points, neither of them ever missing.
struct Bounds {
  Builder::Value low = -1;
  Builder::Value high = -1;
};

/// What a leaf's points can still be where some of its inputs are missing.
Bounds lower_bounds(Builder& builder, const Framework& framework, std::size_t place);

/// Whether careful and fast operations differ.
bool needs_care(const Rule& rule);

/// Whether a leaf's points may be `not_applicable`.
bool may_be_left_out(const Criterion& criterion, bool exempt);

/// Points as a criterion rounds them, which never takes them beyond its range.
Builder::Value rounded_points(Builder& builder, const Criterion& criterion, Builder::Value points);

/// What geometric and harmonic means do with a share that isn't above zero.
enum class ZeroShare {
  refuse,
  limit,  ///< the mean is 0, as it is for shares that near zero
};

/// Whether a criterion takes such a mean.
bool needs_shares(const Criterion& criterion);

/// The operations that make a parent's points from those of its children; column i is child i.
///
/// `left_out` says by place whether points may be `not_applicable`.
Builder::Value lower_parent(Builder& builder, const Framework& framework, std::size_t place,
                            const std::vector<bool>& left_out, ZeroShare at_zero);

/// Number of cases that a rule tells apart; those of a choice follow one another.
int case_count(const Rule& rule);

/// Words for a case of a rule, Vietnamese or English.
std::vector<std::string> case_texts(const Criterion& criterion, bool vietnamese);

/// What one rule says, in one line.
std::string rule_text(const Criterion& criterion, bool vietnamese);

}  // namespace sauro::inline v0_1::detail
