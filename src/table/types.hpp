#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "sauro/table/column.hpp"

namespace sauro::detail {

/// Name, Arrow format and width of each ColumnType, in its order.
struct TypeFacts {
  std::string_view name;
  const char* format;
  std::size_t width;
};

inline constexpr std::array<TypeFacts, 19> type_facts = {{
    {"boolean", "b", 0},
    {"int8", "c", 1},
    {"int16", "s", 2},
    {"int32", "i", 4},
    {"int64", "l", 8},
    {"uint8", "C", 1},
    {"uint16", "S", 2},
    {"uint32", "I", 4},
    {"uint64", "L", 8},
    {"float32", "f", 4},
    {"float64", "g", 8},
    {"date", "tdD", 4},
    {"seconds", "tss:", 8},
    {"milliseconds", "tsm:", 8},
    {"microseconds", "tsu:", 8},
    {"nanoseconds", "tsn:", 8},
    {"text", "u", 0},
    {"large_text", "U", 0},
    {"category", "i", 4},
}};

inline const TypeFacts& facts(ColumnType type) {
  return type_facts[static_cast<std::size_t>(type)];
}

inline bool is_text(ColumnType type) {
  return type == ColumnType::text || type == ColumnType::large_text;
}

inline bool bit(const void* bits, std::int64_t at) {
  const auto* bytes = static_cast<const std::uint8_t*>(bits);
  return (bytes[at / 8] >> (at % 8) & 1) != 0;
}

inline void set_bit(std::vector<std::uint8_t>& bits, std::int64_t at) {
  bits[static_cast<std::size_t>(at / 8)] |= static_cast<std::uint8_t>(1U << (at % 8));
}

}  // namespace sauro::detail
