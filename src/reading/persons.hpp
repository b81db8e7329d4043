#pragma once

#include <cstddef>
#include <string_view>

/// Persons among the names in a cell: "đ/c Lê Văn An - Trưởng phòng Kinh tế".
namespace sauro::inline v0_1::detail {

/// Bytes of what one calls a person before his name or post, with the blank behind it; 0 for none.
[[nodiscard]] std::size_t honorific_size(std::string_view text);

/// A person whom a cell names by what one calls him; both are empty where it doesn't.
struct NamedPerson {
  std::string_view name;
  std::string_view post;
};
[[nodiscard]] NamedPerson person_of(std::string_view text);

/// Whether a piece of a list is the post of the person whom the one before it names.
[[nodiscard]] bool is_post_of(std::string_view person, std::string_view next);

/// The body that a post heads: "phòng Kinh tế" of "Trưởng phòng Kinh tế"; empty for none.
[[nodiscard]] std::string_view behind_head_post(std::string_view post);

}  // namespace sauro::inline v0_1::detail
