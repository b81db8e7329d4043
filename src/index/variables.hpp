#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sauro/core/enums.hpp"
#include "sauro/index/framework.hpp"

namespace sauro::inline v0_1::detail {

/// "x" of "previous(x)" and "best(x)", of "x" itself.
std::string variable_of(std::string_view name);

/// What formulas may ask of a variable over all units of a period.
enum class Statistic : std::uint8_t { best, worst, mean, median, rank, count, share };

constexpr std::array<std::string_view, 7> enum_names(Statistic /*value*/) noexcept {
  return {"best", "worst", "mean", "median", "rank", "count", "share"};
}

/// The statistic of a column like "best(x)"; nothing where it is none.
std::optional<Statistic> statistic_of(std::string_view name);
inline bool is_statistic(std::string_view name) { return statistic_of(name).has_value(); }

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

/// Whether less is better: of a variable, or of "previous(x)".
bool prefers_lower(const Framework& framework, const Expression& expression);

}  // namespace sauro::inline v0_1::detail
