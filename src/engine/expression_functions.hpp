#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/expression_lexer.hpp"
#include "engine/program.hpp"

namespace sauro::inline v0_1::detail {

/// A function that formulas may call, and how many arguments it takes.
struct FormulaFunction {
  std::string_view name;
  std::size_t least;
  std::size_t most;
};

inline constexpr std::array<FormulaFunction, 9> formula_functions = {{{"min", 2, 64},
                                                                      {"max", 2, 64},
                                                                      {"abs", 1, 1},
                                                                      {"log", 1, 1},
                                                                      {"round", 1, 2},
                                                                      {"clip", 3, 3},
                                                                      {"is_missing", 1, 1},
                                                                      {"otherwise", 2, 2},
                                                                      {"previous", 1, 1}}};

inline constexpr std::string_view function_names =
    "min, max, abs, log, round, clip, is_missing, otherwise, previous, best, worst, mean, median, "
    "deviation, rank, percentile, count, share, winsorised, min_max, z_score, to_target, points, "
    "percent, weakest_part, weakest_leaf, applies";

/// Whether it is "min_max", "z_score" or "to_target".
bool is_normalisation(std::string_view function);

/// The formula that a normalisation of `of` stands for; `by` is ", region" or nothing.
std::string normalisation(std::string_view function, const std::string& of,
                          const std::string& target, const std::string& by);

/// A formula without breaks and with one blank between words.
std::string formula_on_one_line(std::string_view text);

/// The operations of a call whose arguments have been counted.
Builder::Value apply_function(Builder& builder, const Lexeme& name,
                              const std::vector<Builder::Value>& a);

}  // namespace sauro::inline v0_1::detail
