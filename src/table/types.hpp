#pragma once

#include <algorithm>
#include <array>
#include <bit>
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

/// How many of some bits are 1.
inline std::int64_t count_bits(const void* bits, std::int64_t from, std::int64_t count) {
  const auto* bytes = static_cast<const std::uint8_t*>(bits);
  std::int64_t ones = 0;
  const std::int64_t end = from + count;
  while (from < end) {
    const auto in = static_cast<unsigned>(from % 8);
    const auto some = std::min<std::int64_t>(8 - in, end - from);
    ones += std::popcount(bytes[from / 8] >> in & ((1U << some) - 1));
    from += some;
  }
  return ones;
}

/// Copies bits between places of any alignment; the bits that are written have to be 0 before.
inline void copy_bits(const void* bits, std::int64_t from, std::int64_t count,
                      std::vector<std::uint8_t>& out, std::int64_t to) {
  const auto* bytes = static_cast<const std::uint8_t*>(bits);
  std::int64_t done = 0;
  while (done < count) {
    const auto in = static_cast<unsigned>((from + done) % 8);
    const auto at = static_cast<unsigned>((to + done) % 8);
    const std::int64_t some = std::min<std::int64_t>(8 - std::max(in, at), count - done);
    const unsigned taken = bytes[(from + done) / 8] >> in & ((1U << some) - 1);
    out[static_cast<std::size_t>((to + done) / 8)] |= static_cast<std::uint8_t>(taken << at);
    done += some;
  }
}

/// Column::is_missing for loops over rows that are there.
inline bool missing_in(const Column::Parts& parts, std::int64_t row) {
  return parts.validity.data != nullptr && !bit(parts.validity.data, parts.offset + row);
}

}  // namespace sauro::inline v0_1::detail
