#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "sauro/export.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

struct PrintOptions {
  std::size_t width = 100;  ///< characters a line; columns that don't fit are named below
  std::int64_t rows = 20;   ///< at most; the rest is counted
  std::size_t cell = 40;    ///< characters a cell; longer ones are cut
};

/// A table as text for people: names above, numbers to the right, "–" for what is missing.
[[nodiscard]] SAURO_API std::string to_text(const Table& table, const PrintOptions& options = {});

}  // namespace sauro::inline v0_1
