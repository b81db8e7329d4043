#pragma once

#include <array>
#include <string_view>

namespace sauro::inline v0_1 {

/// What to do with rows, values and entries that can't be right.
enum class OnProblem {
  raise,  ///< an error that names all of them
  keep,   ///< the good ones count; the others are set aside, and the result says which
};

constexpr std::array<std::string_view, 2> enum_names(OnProblem /*value*/) noexcept {
  return {"raise", "keep"};
}

}  // namespace sauro::inline v0_1
