#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What lists of agencies look like: their pieces, and which of them begin a name.
namespace sauro::inline v0_1::detail {

/// A piece of a cell between its separators: commas, semicolons, line ends, slashes, `và`, `&`.
struct ListPiece {
  std::size_t start = 0;
  std::size_t end = 0;
};

[[nodiscard]] std::vector<ListPiece> cut_list(std::string_view cell);

/// A cell in which semicolons part the entries that numbers part: "1. Phòng Kinh tế 2. Công an".
[[nodiscard]] std::string without_numbers(std::string_view cell);

/// The text from one piece to another, with what stands between them.
[[nodiscard]] std::string_view text_of(std::string_view cell, const ListPiece& first,
                                       const ListPiece& last);

/// Without a bullet in front and without stops at the end.
[[nodiscard]] std::string_view tidy_name(std::string_view name);

/// How many words a folded text has.
[[nodiscard]] std::size_t count_words(std::string_view key);

/// The first `count` words of a text.
[[nodiscard]] std::string first_words(std::string_view text, std::size_t count);

/// The longest head of a body's name ("van phong", "so") that `key` starts with; empty where none.
[[nodiscard]] std::string_view head_of(std::string_view key);

/// Whether every word of a folded text names no body in particular: "co quan lien quan".
[[nodiscard]] bool all_generic(std::string_view key);

/// Whether a name stands for no single body: "các phòng", "Bộ, ngành, địa phương".
[[nodiscard]] bool is_generic_name(std::string_view name);

/// Whether a piece of a list begins a name of its own: a head and, but for bodies that stand
/// alone, something after it.
[[nodiscard]] bool begins_name(std::string_view piece);

inline constexpr std::size_t most_shared = 4;  ///< pieces of a name that shares a head

/// A head that names share, and the first of them: "các Sở: Tài chính", "các phòng Kinh tế".
struct SharedHead {
  std::string head;         ///< "Sở"; empty where the names have heads of their own
  std::string_view first;   ///< "Tài chính"
  bool introduced = false;  ///< by a colon: all that follows are such names
};

/// The head that a piece of a list begins with for it and those behind it; `first` is empty where
/// it begins with none.
[[nodiscard]] SharedHead shared_head(std::string_view piece);

/// What the name of a body says before that of its place, so that others may share it: "UBND xã" of
/// "UBND xã Phú Lộc", "Thôn" of "Thôn 1"; empty where it doesn't.
[[nodiscard]] std::string head_of_place(std::string_view name);

/// Whether a piece of a list may be the name of a place alone: "Phú Hòa", "2".
[[nodiscard]] bool is_bare_place(std::string_view piece);

/// The piece that ends a list of heads before a colon, which all share: that of "ngành: Tài chính"
/// for "các sở, ngành: Tài chính"; `first` where there is none.
[[nodiscard]] std::size_t end_of_heads(std::string_view cell, const std::vector<ListPiece>& pieces,
                                       std::size_t first);

/// Whether words such as "các Sở" end a text, behind which a colon may introduce names.
[[nodiscard]] bool ends_with_shared_head(std::string_view text);

/// "VTV", "KH&CN": one word in capitals.
[[nodiscard]] bool is_abbreviation(std::string_view text);

/// Whether a verb in small letters stands in `text`: "Phòng Kinh tế bố trí kinh phí" is no name.
[[nodiscard]] bool says_what_to_do(std::string_view text);

/// Whether the last `count` words of `text` may belong to a name: capitals, digits, small words
/// such as "cơ sở", and one compound more ("Đoàn Kiểm tra công vụ").
[[nodiscard]] bool ends_as_name(std::string_view text, std::size_t count);

}  // namespace sauro::inline v0_1::detail
