#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/trim.hpp"

/// Text inside a cell or paragraph: spaces, capitals, bullets.
namespace sauro::inline v0_1::detail {

/// With every run of spaces and line ends as one space, and none at the ends.
[[nodiscard]] std::string one_line(std::string_view text);

/// One_line, but line ends stay.
[[nodiscard]] std::string squeeze(std::string_view text);

/// Visible characters of the bullet at the start of `text` and the text after it; 0 where none.
struct Bullet {
  std::size_t marks = 0;
  std::string_view rest;
};
[[nodiscard]] Bullet take_bullet(std::string_view text) noexcept;

/// Whether the first letter is a small one.
[[nodiscard]] bool starts_lower(std::string_view text) noexcept;

/// Whether the first visible character is a capital letter.
[[nodiscard]] bool starts_upper(std::string_view text) noexcept;

/// Whether letters are there and none is a small one.
[[nodiscard]] bool is_all_caps(std::string_view text) noexcept;

/// Whether a sentence or an item of a list ends here: . ; : ! ? or a closing quote after one.
[[nodiscard]] bool ends_sentence(std::string_view text) noexcept;

}  // namespace sauro::inline v0_1::detail
