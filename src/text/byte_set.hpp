#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace sauro::inline v0_1::detail {

/// A set of bytes; looking for one of them in a text costs the same for any set.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) has_[static_cast<unsigned char>(byte)] = true;
  }

  [[nodiscard]] constexpr bool has(char byte) const noexcept {
    return has_[static_cast<unsigned char>(byte)];
  }

  /// The first of them from `at` on; npos where there is none.
  [[nodiscard]] constexpr std::size_t find_in(std::string_view text,
                                              std::size_t at = 0) const noexcept {
    while (at < text.size() && !has(text[at])) ++at;
    return at < text.size() ? at : std::string_view::npos;
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace sauro::inline v0_1::detail
