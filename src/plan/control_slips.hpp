#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "sauro/plan/plan.hpp"
#include "sauro/text/unicode.hpp"

namespace sauro::inline v0_1::detail {

/// The first word of a text that holds controls, which are shown, and what is left without them;
/// nothing where they only stand for a break of a line or page.
inline std::optional<Slip> slip_of_controls(std::string_view text, const Span& span) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\n\f\v", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (has_controls(word)) return Slip{visible_text(word), without_controls(word), span};
    at = end + 1;
  }
  return std::nullopt;
}

}  // namespace sauro::inline v0_1::detail
