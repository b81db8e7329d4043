#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sauro::inline v0_1::detail {

/// Lets a map of strings be searched by views. Most keys are words: up to 16 bytes are mixed in
/// place.
struct ViewHash {
  using is_transparent = void;

  std::size_t operator()(std::string_view text) const noexcept {
    constexpr std::size_t half = sizeof(std::uint64_t);
    if (text.size() > 2 * half) return std::hash<std::string_view>{}(text);
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (text.size() >= half) {
      std::memcpy(&first, text.data(), half);
      std::memcpy(&last, text.data() + text.size() - half, half);
    } else if (text.size() >= half / 2) {
      std::memcpy(&first, text.data(), half / 2);
      std::memcpy(&last, text.data() + text.size() - half / 2, half / 2);
    } else {
      for (const char c : text) first = (first << 8U) | static_cast<unsigned char>(c);
    }
    constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15U;  // 2^64 over the golden ratio
    const std::uint64_t mixed = (first * odd ^ (last + text.size())) * odd;
    return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
  }
};

/// A map by texts that views search.
template <class Value>
using TextMap = std::unordered_map<std::string, Value, ViewHash, std::equal_to<>>;

}  // namespace sauro::inline v0_1::detail
