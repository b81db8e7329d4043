// Rows that open an area of a plan, and those that only explain the table.
#include <algorithm>
#include <string>
#include <string_view>

#include "reading/cell_text.hpp"
#include "reading/table_parser.hpp"
#include "reading/table_words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

/// Whether a row only explains or signs the table, or goes on with one that does.
bool TableParser::is_note(const Row& row, std::string_view number) const {
  const auto begin = std::find_if(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    return !cell.inherited && !cell.text.empty();
  });
  if (begin == row.cells.end()) return false;
  const auto filled = std::count_if(begin, row.cells.end(), [](const Cell& cell) {
    return !cell.inherited && !cell.text.empty();
  });
  constexpr std::ptrdiff_t most = 2;  // cells: who made the table, who signs it
  const bool alone = filled == 1 && (number.empty() || begin->column == number_);
  if (in_notes_) return alone || (filled <= most && number.empty() && !numbers_in_text_);
  return filled <= most && (alone || row.width() > most) && begins_note(begin->text);
}

void TableParser::area_row(const Row& row, std::string_view number, std::size_t marks) {
  flush();
  const Cell* cell = cell_at(row, title_);
  if (cell == nullptr || cell->text.empty() || cell->inherited) {
    const auto filled = std::find_if(row.cells.begin(), row.cells.end(), [&](const Cell& c) {
      return !c.text.empty() && !c.inherited && (number.empty() || c.column != number_);
    });
    cell = filled == row.cells.end() ? nullptr : &*filled;
  }
  std::string_view title = cell == nullptr ? std::string_view{} : cell->text;
  std::string own(number);
  std::size_t label_characters = marks + count_visible(number);
  if (const auto label = number.empty() ? leading_label(title) : std::nullopt) {
    own = label->number;
    label_characters = count_visible(title.substr(0, label->size));
    title = trim(title.substr(label->size));
  }
  context_.count_marks(label_characters);
  for (const Cell& stray : row.cells) {
    const bool used = &stray == cell || stray.inherited || stray.text.empty() ||
                      (!number.empty() && stray.column == number_);
    if (used) continue;
    if (cell != nullptr && stray.text == cell->text) {  // written over every column
      context_.count_marks(count_visible(stray.text));
      continue;
    }
    auto& plan = context_.plan;
    const bool tail = starts_lower(stray.text) && stray.column < layout_.columns.size();
    const Role role = tail ? layout_.columns[stray.column].role : Role::extra;
    if (role == Role::timeframe && !plan.tasks.empty() && layout_.kind == TableKind::tasks) {
      plan.tasks.back().timeframe.text += " " + std::string(stray.text);  // of the task above
    } else {
      context_.leave_unread(stray.text, "ô lạc trong dòng tên lĩnh vực", stray.place);
    }
  }
  open_area(own, title, cell == nullptr ? row.cells.front().place : cell->place);
}

void TableParser::open_area(std::string_view number, std::string_view title, Place place) {
  flush();
  const auto label = parse_label(number);
  const bool part = label && label->kind == LabelKind::letter;
  std::string name(number);
  if (number.empty()) {  // in small letters beside areas that the plan numbers itself
    name = to_roman(static_cast<int>(annex_.areas.size()) + 1);
    if (areas_numbered_) name = ascii_lower(name);
  } else if (part) {
    part_ = number;
  } else if (!part_.empty()) {
    name = part_ + "." + name;
  }
  areas_numbered_ = areas_numbered_ || !number.empty();
  made_area_ = number.empty();
  area_ = name;
  horizon_ = year_in(title);
  annex_.areas.push_back({name, one_line(title), context_.source.span(place)});
  last_ = Last::area;
  top_number_.clear();
}

}  // namespace sauro::inline v0_1::detail
