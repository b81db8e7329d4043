#pragma once

#include <string_view>

namespace sauro::inline v0_1::detail {

/// A text without spaces, tabs and line breaks at its ends, hard spaces too.
inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view hard_space = "\u00a0";
  const auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (;;) {
    if (text.empty()) return text;
    if (space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(hard_space)) {
      text.remove_prefix(hard_space.size());
    } else if (space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(hard_space)) {
      text.remove_suffix(hard_space.size());
    } else {
      return text;
    }
  }
}

}  // namespace sauro::inline v0_1::detail
