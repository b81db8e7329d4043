#pragma once

#include <cstdint>
#include <string_view>

/// Words and signs in the rows of tables (src/data/table_words.json).
namespace sauro::inline v0_1::detail {

/// What a cell below the name of a body or of a period says: nothing ("-"), that it is so ("x",
/// "●"), who leads ("CT"), who helps ("PH"), or something else.
enum class TableMark : std::uint8_t { none, sign, lead, help, words };

[[nodiscard]] TableMark mark_of(std::string_view cell);

[[nodiscard]] inline bool is_table_mark(std::string_view cell) {
  return mark_of(cell) != TableMark::words;
}

/// Whether a row that begins so explains or signs the table: "* Ghi chú: ...", "Người lập biểu".
[[nodiscard]] bool begins_note(std::string_view text);

}  // namespace sauro::inline v0_1::detail
