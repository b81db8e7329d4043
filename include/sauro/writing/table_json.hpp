#pragma once

#include <string>

#include "sauro/export.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// A table as JSON lines: an object a row on a line of its own, null for what is missing.
[[nodiscard]] SAURO_API std::string to_json_lines(const Table& table);

}  // namespace sauro::inline v0_1
