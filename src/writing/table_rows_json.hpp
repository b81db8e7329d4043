#pragma once

#include <cstdint>

#include "sauro/table/table.hpp"
#include "writing/json_out.hpp"

namespace sauro::inline v0_1::detail {

/// What an object says of values that are missing.
enum class Missing { as_null, left_out };

/// A row of a table as an object; texts that are empty count as missing where those are left out.
void write_row(JsonOut& out, const Table& table, std::int64_t row, Missing missing);

/// All rows of a table as a list of objects.
void write_rows(JsonOut& out, const Table& table, Missing missing);

}  // namespace sauro::inline v0_1::detail
