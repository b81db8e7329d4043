#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sauro/table/column.hpp"

namespace sauro::inline v0_1::detail {

/// Arrow format and width of each ColumnType, in its order.
struct TypeFacts {
  const char* format;
  std::size_t width;
};

inline constexpr std::array<TypeFacts, 19> type_facts = {{
    {"b", 0},    {"c", 1},    {"s", 2}, {"i", 4}, {"l", 8},   {"C", 1},    {"S", 2},
    {"I", 4},    {"L", 8},    {"f", 4}, {"g", 8}, {"tdD", 4}, {"tss:", 8}, {"tsm:", 8},
    {"tsu:", 8}, {"tsn:", 8}, {"u", 0}, {"U", 0}, {"i", 4},
}};

inline const TypeFacts& facts(ColumnType type) {
  return type_facts[static_cast<std::size_t>(type)];
}

inline bool is_text(ColumnType type) {
  return type == ColumnType::text || type == ColumnType::large_text;
}

/// The type of the numbers that a column of fixed width holds.
inline ColumnType storage_of(ColumnType type) {
  switch (type) {
    case ColumnType::date:
    case ColumnType::category:
      return ColumnType::int32;
    case ColumnType::seconds:
    case ColumnType::milliseconds:
    case ColumnType::microseconds:
    case ColumnType::nanoseconds:
      return ColumnType::int64;
    default:
      return type;
  }
}

inline bool bit(const void* bits, std::int64_t at) {
  const auto* bytes = static_cast<const std::uint8_t*>(bits);
  return (bytes[at / 8] >> (at % 8) & 1) != 0;
}

inline void set_bit(std::vector<std::uint8_t>& bits, std::int64_t at) {
  bits[static_cast<std::size_t>(at / 8)] |= static_cast<std::uint8_t>(1U << (at % 8));
}

/// Column::is_missing for loops over rows that are there.
inline bool missing_in(const Column::Parts& parts, std::int64_t row) {
  return parts.validity.data != nullptr && !bit(parts.validity.data, parts.offset + row);
}

}  // namespace sauro::inline v0_1::detail
