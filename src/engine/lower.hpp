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
  outside_range,  ///< of a variable
  not_finite,     ///< an input is infinite
};

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
std::string script_column(const std::string& name);
std::string exempt_column(const std::string& code);

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

/// The operations that make a parent's points from those of its children; column i is child i.
///
/// `left_out` says by place whether points may be `not_applicable`.
Builder::Value lower_parent(Builder& builder, const Framework& framework, std::size_t place,
                            const std::vector<bool>& left_out);

/// Number of cases that a rule tells apart; those of a choice follow one another.
int case_count(const Rule& rule);

/// Words for a case of a rule, Vietnamese or English.
std::vector<std::string> case_texts(const Criterion& criterion, bool vietnamese);

/// What one rule says, in one line.
std::string rule_text(const Criterion& criterion, bool vietnamese);

}  // namespace sauro::inline v0_1::detail
