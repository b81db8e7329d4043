#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Byte offset of the first byte that isn't well-formed UTF-8, or nothing.
///
/// Surrogates, overlong forms and code points above U+10FFFF are malformed.
[[nodiscard]] SAURO_API std::optional<std::size_t> find_invalid_utf8(
    std::string_view text) noexcept;

/// Whether `text` is certainly in normal form C (a quick check; false may also mean "not sure").
[[nodiscard]] SAURO_API bool is_quick_nfc(std::string_view text) noexcept;

/// `text` in Unicode normal form C.
///
/// Expects well-formed UTF-8; throws Error(invalid_encoding) otherwise.
///
///     sauro::to_nfc("Vi\u0065\u0302\u0323t") == "Việt"
[[nodiscard]] SAURO_API std::string to_nfc(std::string_view text);

/// Number of code points that are neither spaces nor controls.
[[nodiscard]] SAURO_API std::size_t count_visible(std::string_view text) noexcept;

}  // namespace sauro::inline v0_1
