#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sauro::inline v0_1::detail {

/// Gives `take` the pieces of a text between separators, empty ones too.
template <class Take>
void each_piece(std::string_view text, char separator, Take take) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    take(text.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace sauro::inline v0_1::detail
