#include "reading/table_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "data/table_words.hpp"
#include "reading/cell_text.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::string_view around_marks = "()[]{}/.,;: \n";

bool is_table_word(std::string_view role, std::string_view key) {
  return std::any_of(data::table_words.begin(), data::table_words.end(),
                     [&](const auto& row) { return row[0] == role && row[1] == key; });
}

}  // namespace

TableMark mark_of(std::string_view cell) {
  constexpr std::size_t sign_characters = 2;  // characters: "x", "●", "xx"
  constexpr std::size_t role_bytes = 12;
  constexpr std::array<std::string_view, 7> nothing = {"-", "–", "—", "_", "0", "--", "−"};
  while (!cell.empty() && around_marks.find(cell.front()) != cell.npos) cell.remove_prefix(1);
  while (!cell.empty() && around_marks.find(cell.back()) != cell.npos) cell.remove_suffix(1);
  if (cell.empty() || std::find(nothing.begin(), nothing.end(), cell) != nothing.end()) {
    return TableMark::none;
  }
  const std::size_t size = count_visible(cell);
  const std::string key = size > role_bytes ? std::string() : fold(cell);
  if (is_table_word("lead", key)) return TableMark::lead;
  if (is_table_word("help", key)) return TableMark::help;
  return size > sign_characters ? TableMark::words : TableMark::sign;
}

bool begins_note(std::string_view text) {
  constexpr std::size_t looked_at = 40;  // bytes
  while (!text.empty() && std::string_view("*(_+- ").find(text.front()) != text.npos) {
    if (text.starts_with("(*)")) return true;
    text.remove_prefix(1);
  }
  const std::string key = fold(text.substr(0, looked_at));
  return std::any_of(data::table_words.begin(), data::table_words.end(), [&](const auto& row) {
    return row[0] == "note" && key.starts_with(row[1]) &&
           (key.size() == row[1].size() || key[row[1].size()] == ' ');
  });
}

}  // namespace sauro::inline v0_1::detail
