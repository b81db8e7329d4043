#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/index/framework.hpp"

namespace sauro::inline v0_1::detail {

/// What a column of formulas is: "x", "previous(x)", "best(a / t, region)", "points('1.1')".
struct ColumnParts {
  std::string function = {};  ///< empty for a variable
  std::string of = {};        ///< "x", "a / t", "1.1"
  std::string by = {};        ///< variable that makes groups of units
};
ColumnParts column_parts(std::string_view name);

/// "x" of "previous(x)" and "best(x, region)", of "x" itself; "a / t" of "best(a / t)".
std::string variable_of(std::string_view name);

/// What formulas may ask of a variable over all units of a period.
enum class Statistic : std::uint8_t {
  best,
  worst,
  mean,
  median,
  deviation,
  rank,
  percentile,
  count,
  share,
  winsorised
};

constexpr std::array<std::string_view, 10> enum_names(Statistic /*value*/) noexcept {
  return {"best", "worst",      "mean",  "median", "deviation",
          "rank", "percentile", "count", "share",  "winsorised"};
}

/// Whether each unit has a value of its own.
constexpr bool is_by_unit(Statistic kind) {
  return kind == Statistic::rank || kind == Statistic::percentile || kind == Statistic::winsorised;
}

/// What formulas may ask of a criterion: its points, their share of its maximum in percent, the
/// least such percent among its parts and among the leaves below it, and whether it applies.
enum class OfCriterion : std::uint8_t { points, percent, weakest_part, weakest_leaf, applies };

constexpr std::array<std::string_view, 5> enum_names(OfCriterion /*value*/) noexcept {
  return {"points", "percent", "weakest_part", "weakest_leaf", "applies"};
}

/// The statistic of a column like "best(x)"; nothing where it is none.
std::optional<Statistic> statistic_of(std::string_view name);
inline bool is_statistic(std::string_view name) { return statistic_of(name).has_value(); }
/// What a column like "points('1.1')" asks of a criterion; nothing where it is none.
std::optional<OfCriterion> of_criterion(std::string_view name);
/// The same of the word before the bracket.
inline std::optional<OfCriterion> try_of_criterion(std::string_view function) {
  return try_parse<OfCriterion>(function);
}

/// Whether a formula is nothing but one column.
bool is_column(std::string_view text);

/// Labels of a choice; none of others.
const std::vector<std::string>& values_of(const Variable* variable);

/// Whether a column may have ends of its own where it is missing: all but inputs.
bool has_ends(const Framework& framework, std::string_view name);

/// Columns of the least and the most that a statistic can be where units lack their value.
std::string least_column(const std::string& statistic);
std::string most_column(const std::string& statistic);

/// What the values of a variable are: inside of its bounds and those of its kind.
struct ValueRange {
  double low = 0;  ///< may be infinite
  double high = 0;
  bool whole = false;  ///< whole numbers only
};

ValueRange range_of(const Variable& variable);

/// The same of a column: of "x", "previous(x)", "mean(x)".
ValueRange range_of(const Framework& framework, std::string_view name);

/// Days that a framework may ask for: decades around those that it names, or any of our time.
ValueRange days_of(const Framework& framework);

/// The criterion of a code, or null.
const Criterion* criterion_of(const Framework& framework, std::string_view code);

/// The formulas of all grades in their order, and those of what lowers them.
std::vector<Expression> conditions_of(const GradeScale& scale);

/// Whether less is better: of a variable, or of "previous(x)".
bool prefers_lower(const Framework& framework, std::string_view name);
bool prefers_lower(const Framework& framework, const Expression& expression);

}  // namespace sauro::inline v0_1::detail
