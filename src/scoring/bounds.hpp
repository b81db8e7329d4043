#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "scoring/state.hpp"

namespace sauro::inline v0_1::detail {

/// Points of rows [from, from + rows) where missing leaves have the least, or the most, that their
/// known inputs allow; by place, then row.
std::vector<double> bounded_points(const Scorecard::State& state, std::size_t from,
                                   std::size_t rows, bool high);

/// The least or the most points of a criterion by row; NaN where it doesn't apply.
std::vector<double> bound_of(const Scorecard::State& state, std::string_view code, bool high);

}  // namespace sauro::inline v0_1::detail
