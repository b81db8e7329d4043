#include "reading/input_rows.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "core/poll.hpp"
#include "reading/input_cells.hpp"
#include "reading/input_words.hpp"
#include "text/trim.hpp"
#include "text/whole_number.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// "3", "(3)" and "[3]" are 3; nothing for other texts.
std::optional<int> bracketed_number(std::string_view text) {
  while (!text.empty() && (text.front() == '(' || text.front() == '[')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ')' || text.back() == ']' || text.back() == '.')) {
    text.remove_suffix(1);
  }
  return whole_number(text);
}

/// (1), (2), (3), … or A, B, 1, 2, 3, … below the header.
bool counts_columns(const std::vector<GridCell>& cells) {
  std::size_t seen = 0;
  std::optional<int> last;
  char letter = 'A';
  for (const GridCell& cell : cells) {
    if (is_blank(cell)) continue;
    const std::string text = tidy(cell);
    ++seen;
    if (!last && text.size() == 1 && text[0] == letter) {
      ++letter;
      continue;
    }
    const std::optional<int> number = bracketed_number(text);
    if (!number || (last ? *number != *last + 1 : *number > 1)) return false;
    last = number;
  }
  return seen >= 3 && last.has_value() && *last >= 1;
}

}  // namespace

InputRows::InputRows(const Grid& grid, const InputColumns& columns,
                     const std::vector<std::string>& units, ProblemList& problems)
    : grid_(grid), columns_(columns), problems_(problems), named_(units.begin(), units.end()) {
  for (std::size_t row = 0; row < grid_.rows.size() && !numbered_; ++row) {
    numbered_ = is_numbered(row) && !counts_columns(grid_.rows[row].cells);
  }
  for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
    poll();
    if (is_unit(row)) kept_.push_back(row);
  }
}

bool InputRows::is_unit(std::size_t row) {
  if (is_blank_row(row)) return false;
  const auto column = columns_.of(InputField::unit);
  if (!column) return true;
  if (is_header(row)) return false;
  if (kept_.empty() && counts_columns(grid_.rows[row].cells)) return false;
  const GridCell& cell = grid_.cell(row, *column);
  if (tidy(cell) == trim(grid_.columns[*column])) {
    refuse(row, {"là dòng tiêu đề khác với tiêu đề của bảng: hãy tách thành hai bảng",
                 "is a header unlike that of the table: make two tables of it"});
    return false;
  }
  const auto number = columns_.of(InputField::number);
  const std::string name = place_name(cell);
  if (is_numbered(row) || named_.count(name) != 0) {
    named_.insert(name);
    return true;
  }
  const auto* text =
      std::get_if<std::string>(is_blank(cell) && number ? &grid_.cell(row, *number) : &cell);
  const auto beside = text == nullptr ? std::nullopt : beside_units(*text);
  if (beside == BesideUnits::total) return false;
  if (beside == BesideUnits::footer && !has_values(row)) return false;
  if (beside == BesideUnits::perhaps) {
    if (numbered_) return false;  // all units have numbers
    refuse(row, say("“{}” là đơn vị hay là dòng tổng, trung bình? Bỏ dòng này, hoặc đánh số thứ tự "
                    "cho các đơn vị (cột STT)",
                    "is \"{}\" a unit, or a row of totals or means? Leave it out, or number the "
                    "units (a column STT)",
                    *text));
    return false;
  }
  if (numbered_) {
    if (!has_values(row)) return false;  // a heading or a footer
    refuse(row, {"không có số thứ tự như các dòng khác: nếu là đơn vị, hãy đánh số; nếu không, hãy "
                 "bỏ dòng này",
                 "has no number as the other rows have: give it one if it is a unit, else leave it "
                 "out"});
    return false;
  }
  named_.insert(name);
  return true;
}

/// Whether a row holds nothing but its number or a note.
bool InputRows::is_blank_row(std::size_t row) const {
  const std::vector<GridCell>& cells = grid_.rows[row].cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!is_blank(cells[i]) && !is_beside(i)) return false;
  }
  return true;
}

bool InputRows::is_header(std::size_t row) const {
  std::size_t same = 0;
  std::size_t filled = 0;
  const std::vector<GridCell>& cells = grid_.rows[row].cells;
  for (std::size_t i = 0; i < cells.size() && i < grid_.columns.size(); ++i) {
    if (is_blank(cells[i])) continue;
    ++filled;
    if (tidy(cells[i]) == trim(grid_.columns[i])) ++same;
  }
  return filled >= 2 && same == filled;
}

bool InputRows::is_numbered(std::size_t row) const {
  const auto column = columns_.of(InputField::number);
  return column && bracketed_number(tidy(grid_.cell(row, *column))).has_value();
}

bool InputRows::has_values(std::size_t row) const {
  const std::vector<GridCell>& cells = grid_.rows[row].cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != columns_.of(InputField::unit) && !is_beside(i) && !is_blank(cells[i])) return true;
  }
  return false;
}

bool InputRows::is_beside(std::size_t column) const {
  return column == columns_.of(InputField::number) || column == columns_.of(InputField::note);
}

void InputRows::refuse(std::size_t row, Bilingual why) {
  problems_.add(grid_.place_of(row), std::move(why));
}

}  // namespace sauro::inline v0_1::detail
