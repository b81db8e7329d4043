#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"
#include "sauro/index/framework.hpp"

namespace sauro::inline v0_1 {

/// How equal values share ranks.
enum class RankMethod {
  competition,  ///< 1 2 2 4: "đồng hạng"
  dense,        ///< 1 2 2 3
  ordinal,      ///< 1 2 3 4, in the order of the rows
};

constexpr std::array<std::string_view, 3> enum_names(RankMethod /*value*/) noexcept {
  return {"competition", "dense", "ordinal"};
}

/// Rank of each value, 1 for the highest; 0 for missing ones (NaN).
[[nodiscard]] SAURO_API std::vector<std::int32_t> rank(std::span<const double> values,
                                                       RankMethod method = RankMethod::competition);

/// The value below which a share `p` of the values lies; missing ones don't count.
///
/// NaN without values. Hyndman and Fan (1996): inclusive is type 7 (R, NumPy), exclusive type 6.
[[nodiscard]] SAURO_API double quantile(std::span<const double> values, double p,
                                        QuantileMethod method = QuantileMethod::inclusive);

/// Group of each value, 0 for the highest: the values' quantiles part them into `groups`; -1 for
/// missing ones. A value on a cut point belongs to the higher group.
[[nodiscard]] SAURO_API std::vector<std::int32_t> quantile_groups(
    std::span<const double> values, std::size_t groups,
    QuantileMethod method = QuantileMethod::inclusive);

}  // namespace sauro::inline v0_1
