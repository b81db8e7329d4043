#pragma once

#include <string_view>

namespace sauro::inline v0_1::detail {

/// A text without blanks and line breaks at its ends, hard spaces too.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

/// The same, and without the pair of quotation marks that encloses it.
[[nodiscard]] std::string_view unquoted(std::string_view text) noexcept;

}  // namespace sauro::inline v0_1::detail
