#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text inside a cell or paragraph: remnants of markup, bullets, products.
namespace sauro::inline v0_1::detail {

/// Whether strip_tags would change `text`.
[[nodiscard]] bool has_tags(std::string_view text) noexcept;

/// `text` without remnants of HTML: block tags and <br> become line ends, common entities their
/// characters. Other uses of `<` and `&` stay.
[[nodiscard]] std::string strip_tags(std::string_view text);

/// `text` without Markdown's emphasis, code marks, escapes and link targets.
[[nodiscard]] std::string strip_markdown(std::string_view text);

/// Without spaces at both ends.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

/// With every run of spaces and line ends as one space, and none at the ends.
[[nodiscard]] std::string one_line(std::string_view text);

/// One_line, but line ends stay.
[[nodiscard]] std::string squeeze(std::string_view text);

/// A task's text taken apart.
struct TitleAndPoints {
  std::string title;
  std::vector<std::string> points;
  std::size_t marks = 0;  ///< visible characters of the bullets that were left out
};

/// Title and bullets of a cell: bullets begin a line, or follow `;`, `:` or `.`, or stand inline
/// before a capital outside of names; numbered lines ("a) ...") are points too. `-`, `–`, `•`, `*`
/// are left out, `+` and numbers are kept.
[[nodiscard]] TitleAndPoints split_points(std::string_view cell);

/// Visible characters of the bullet at the start of `text` and the text after it; 0 where none.
struct Bullet {
  std::size_t marks = 0;
  std::string_view rest;
};
[[nodiscard]] Bullet take_bullet(std::string_view text) noexcept;

/// The products that a cell names: parted at line ends, `;`, `/` and commas before a new one.
[[nodiscard]] std::vector<std::string> split_products(std::string_view cell);

/// Whether the first letter is a small one.
[[nodiscard]] bool starts_lower(std::string_view text) noexcept;

/// Whether the first visible character is a capital letter.
[[nodiscard]] bool starts_upper(std::string_view text) noexcept;

/// Whether letters are there and none is a small one.
[[nodiscard]] bool is_all_caps(std::string_view text) noexcept;

/// Whether a sentence or an item of a list ends here: . ; : ! ? or a closing quote after one.
[[nodiscard]] bool ends_sentence(std::string_view text) noexcept;

}  // namespace sauro::inline v0_1::detail
