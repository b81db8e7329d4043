#pragma once

#include <cstdint>
#include <string>

#include "sauro/table/column.hpp"

namespace sauro::inline v0_1::detail {

/// Whether a column holds numbers, which stand to the right.
bool is_numeric(ColumnType type);

/// The value of a row as text: numbers in their shortest form, days and moments as ISO 8601 has
/// them, "true" or "false"; empty where it is missing.
std::string value_text(const Column& column, std::int64_t row);

/// The number of a row of numbers as a double; NaN where it is missing.
double value_number(const Column& column, std::int64_t row);

/// Whether a row has no value: missing, or a number that is NaN.
bool is_absent(const Column& column, std::int64_t row);

}  // namespace sauro::inline v0_1::detail
