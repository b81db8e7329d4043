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

/// Whether `text` holds a control other than a tab or the end of a line, or U+FFFE or U+FFFF: what
/// is no text, and what no XML may hold.
[[nodiscard]] SAURO_API bool has_controls(std::string_view text) noexcept;

/// `text` without them; a page or line break inside of it (U+000C, U+000B) is a space.
[[nodiscard]] SAURO_API std::string without_controls(std::string_view text);

/// `text` as it may be shown: controls as their pictures ("\u2401"), U+FFFE and U+FFFF as U+FFFD,
/// and marks that would turn the direction of what follows by their names ("‹U+202E›").
[[nodiscard]] SAURO_API std::string visible_text(std::string_view text);

/// Number of code points that are neither spaces nor controls.
[[nodiscard]] SAURO_API std::size_t count_visible(std::string_view text) noexcept;

}  // namespace sauro::inline v0_1
