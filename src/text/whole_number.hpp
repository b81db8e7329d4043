#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>

namespace sauro::inline v0_1::detail {

/// A whole number up to `most`, and nothing beside it.
[[nodiscard]] inline std::optional<std::uint32_t> whole_number(std::string_view text,
                                                               std::uint32_t most) noexcept {
  std::uint32_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool good = fault == std::errc() && end == text.data() + text.size() && number <= most;
  return good ? std::optional(number) : std::nullopt;
}

/// The number of up to four digits that a word is, as months and years are.
[[nodiscard]] inline std::optional<int> whole_number(std::string_view word) noexcept {
  constexpr std::size_t most_digits = 4;
  constexpr std::uint32_t most = 9999;
  if (word.size() > most_digits) return std::nullopt;
  const auto number = whole_number(word, most);
  return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

}  // namespace sauro::inline v0_1::detail
