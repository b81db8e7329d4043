#pragma once

#include <string>
#include <string_view>

/// Remnants of HTML and Markdown in a text.
namespace sauro::inline v0_1::detail {

/// Whether strip_tags would change `text`.
[[nodiscard]] bool has_tags(std::string_view text) noexcept;

/// `text` without what is struck through, "~~so~~" in Markdown and <s>, <del>, <strike>, which is
/// added to `struck`. Linear in the text.
[[nodiscard]] std::string take_struck(std::string_view text, bool markdown, std::string& struck);

/// `text` without remnants of HTML: block tags and <br> become line ends, common entities their
/// characters. Other uses of `<` and `&` stay.
[[nodiscard]] std::string strip_tags(std::string_view text);

/// `text` without Markdown's emphasis, code marks, escapes and link targets.
[[nodiscard]] std::string strip_markdown(std::string_view text);

}  // namespace sauro::inline v0_1::detail
