#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "sauro/reading/read_inputs.hpp"
#include "sauro/table/grid.hpp"
#include "core/problem_list.hpp"
#include "reading/input_cells.hpp"
#include "reading/input_words.hpp"

namespace sauro::inline v0_1::detail {

/// Which column of a grid holds what.
struct InputColumns {
  std::array<std::optional<std::size_t>, 8> places = {};
  std::vector<const Variable*> variables = {};  ///< of each column; null for others

  [[nodiscard]] std::optional<std::size_t> of(InputField field) const {
    return places[static_cast<std::size_t>(field)];
  }
};

/// Finds the columns of inputs. Problems: unknown columns, two for one thing, options that name no
/// column.
InputColumns find_input_columns(const Grid& grid, VariableNames& names, const InputOptions& options,
                                ProblemList& problems);

/// The grid below its titles, where some stand above the header.
std::optional<Grid> inputs_below_titles(const Grid& grid, VariableNames& names,
                                        const InputOptions& options);

}  // namespace sauro::inline v0_1::detail
