#pragma once

#include <optional>
#include <string_view>

namespace sauro::inline v0_1::detail {

/// The number of up to four digits that a word is; nothing for one with other signs.
inline std::optional<int> whole_number(std::string_view word) {
  constexpr std::size_t most_digits = 4;
  if (word.empty() || word.size() > most_digits) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

}  // namespace sauro::inline v0_1::detail
