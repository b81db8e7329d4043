#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "sauro/core/enums.hpp"

/// The words of src/data/input_headers.json.
namespace sauro::inline v0_1::detail {

/// What a column of a table of inputs is beside values of variables.
enum class InputField { unit, period, stage, evidence, variable, value, number, note };

constexpr std::array<std::string_view, 8> enum_names(InputField /*value*/) noexcept {
  return {"unit", "period", "stage", "evidence", "variable", "value", "number", "note"};
}

/// What a row is whose unit is none.
enum class BesideUnits { total, perhaps, footer };

constexpr std::array<std::string_view, 3> enum_names(BesideUnits /*value*/) noexcept {
  return {"total", "perhaps", "footer"};
}

/// The field that a header names.
std::optional<InputField> input_field(std::string_view header);

/// What a name stands for that begins with such words ("Tổng cộng (2 xã)"); one that may be a unit
/// is these words alone.
std::optional<BesideUnits> beside_units(std::string_view name);

}  // namespace sauro::inline v0_1::detail
