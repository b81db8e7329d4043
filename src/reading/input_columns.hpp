#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/reading/read_inputs.hpp"
#include "sauro/table/grid.hpp"
#include "core/problem_list.hpp"
#include "reading/input_cells.hpp"

namespace sauro::inline v0_1::detail {

/// What a column or row of a table of inputs is beside values of variables.
enum class InputField { unit, period, stage, evidence, variable, value, beside, total };

constexpr std::array<std::string_view, 8> enum_names(InputField /*value*/) noexcept {
  return {"unit", "period", "stage", "evidence", "variable", "value", "beside", "total"};
}

/// The field that a header or the first words of a row name.
std::optional<InputField> input_field(std::string_view words);

/// Which column of a grid holds what.
struct InputColumns {
  std::array<std::optional<std::size_t>, 6> places = {};
  std::vector<std::size_t> beside = {};         ///< numbers of rows and notes
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
