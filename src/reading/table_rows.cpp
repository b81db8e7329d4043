// What each row of a table is: an area, a task, a part of the row above.
#include <algorithm>
#include <string>
#include <string_view>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "reading/table_parser.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

// what else a guess could have been
constexpr std::string_view own_row = "một nhiệm vụ riêng";
constexpr std::string_view row_above = "phần tiếp của dòng trên";

std::string_view parent_of(std::string_view number) {
  const auto dot = number.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : number.substr(0, dot);
}

/// Whether a text stops where no sentence does: at a comma, a bracket, a word that joins.
bool is_cut_off(std::string_view text) {
  text = trim(text);
  if (text.empty()) return false;
  const auto open = std::count(text.begin(), text.end(), '(');
  const std::size_t space = text.rfind(' ');
  const std::string_view last = text.substr(space == std::string_view::npos ? 0 : space + 1);
  return text.back() == ',' || open > std::count(text.begin(), text.end(), ')') ||
         (starts_lower(last) && words().joins(fold(last)));
}

/// A row of sums: "Tổng cộng", "Cộng", "Tổng số: 03 nhiệm vụ".
bool is_total(std::string_view text) {
  const std::string key = fold(text.substr(0, 24));
  return key == "cong" || key.starts_with("tong cong") || key.starts_with("tong so ") ||
         key == "tong" || key == "tong so";
}

std::string_view first_part(std::string_view number) { return number.substr(0, number.find('.')); }

}  // namespace

std::string_view TableParser::text_at(const Row& row, std::size_t column) const {
  const Cell* cell = cell_at(row, column);
  return cell == nullptr ? std::string_view{} : cell->text;
}

bool TableParser::is_inherited(const Row& row, std::size_t column) const {
  const Cell* cell = cell_at(row, column);
  return cell != nullptr && cell->inherited;
}

std::size_t TableParser::filled_beside_title(const Row& row) const {
  return static_cast<std::size_t>(
      std::count_if(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
        return cell.column != title_ && cell.column != number_ && !cell.inherited &&
               !cell.text.empty();
      }));
}

/// Whether all cells, but for the number of a numbered row, say the same, as a text over all
/// columns comes out of some programs.
bool TableParser::repeats_text(const Row& row, bool numbered) const {
  std::string_view text;
  std::size_t count = 0;
  for (const Cell& cell : row.cells) {
    const bool number = numbered && cell.column == number_;
    if (cell.inherited || cell.text.empty() || number) continue;
    if (count++ == 0) text = cell.text;
    if (cell.text != text) return false;
  }
  return count >= 3 || (count == 2 && layout_.columns.size() <= 4);
}

void TableParser::parse_row(const Block& block, std::size_t index) {
  read_row(block, index);
  take_doubts(block.rows[index]);
}

/// What a task or an indicator calls the column, as corrections do.
std::string_view TableParser::field_of(std::size_t column) const {
  if (column >= layout_.columns.size()) return {};
  switch (layout_.columns[column].role) {
    case Role::number:
      return "number";
    case Role::title:
      return "title";
    case Role::area:
      return "area";
    case Role::product:
      return "product";
    case Role::lead:
    case Role::body:
      return "lead";
    case Role::coordinator:
      return "coordinator";
    case Role::timeframe:
    case Role::start:
    case Role::duration:
    case Role::period:
      return "timeframe";
    case Role::unit:
      return "unit";
    case Role::owner:
      return "owner";
    case Role::baseline:
      return "baseline";
    case Role::horizon:
      return "targets";
    case Role::extra:
      break;
  }
  return layout_.columns[column].name;
}

/// Gives what was noted about the cells of a row to the task that the row became or went on with.
void TableParser::take_doubts(const Row& row) {
  for (const Cell& cell : row.cells) {
    if (cell.doubt == 0 || cell.inherited) continue;
    context_.plan.remarks[cell.doubt - 1].field = field_of(cell.column);
    if (item_ && last_ == Last::item) item_->remarks.push_back(cell.doubt - 1);
  }
}

void TableParser::read_row(const Block& block, std::size_t index) {
  const Row& row = block.rows[index];
  if (count_row(row) == 0) return;
  const Cell& first = row.cells.front();
  const std::string number = number_text(row);
  const std::string_view title = text_at(row, title_);
  const bool below_number = is_inherited(row, number_);  // merged over this row too
  auto label = below_number ? std::nullopt : parse_label(number);
  if (label && label->kind == LabelKind::arabic && label->number.back() >= 'a')
    label.reset();  // "1b": below 1, or beside it
  const auto told = label ? std::nullopt : context_.told.row(title);
  const bool is_no_task = told == RowMeaning::none;
  if (is_no_task || (!label && (is_total(first.text) || is_total(title)))) {
    for (const Cell& cell : row.cells) {
      if (!cell.inherited && !cell.text.empty()) annex_.paragraphs.emplace_back(cell.text);
    }
    return;
  }
  if (!label && !told && is_note(row, number)) {
    flush();
    in_notes_ = true;
    for (const Cell& cell : row.cells) {
      if (!cell.inherited && !cell.text.empty()) annex_.paragraphs.emplace_back(cell.text);
    }
    return;
  }
  in_notes_ = false;
  if (leave_dots(row)) return;
  const bool whole_width = row.cells.size() == 1 && layout_.columns.size() > 2 &&
                           first.columns * 2 > layout_.columns.size();
  if (whole_width) {
    area_row(row, "", 0);
    return;
  }
  if (repeats_text(row, label.has_value())) {
    area_row(row, label ? label->number : "", label ? label->marks : 0);
    return;
  }
  if (is_inherited(row, title_)) {
    continue_item(row);
  } else if (told) {
    told == RowMeaning::joined ? continue_item(row) : begin_item(row, "", "", title);
  } else if (label) {
    const bool group = heads_group(label->kind);
    if (group && !roman_items_) {
      area_row(row, label->number, label->marks);
    } else {
      const std::string_view written = text_at(row, number_);
      context_.count_marks(count_visible(written));
      const bool small = label->kind == LabelKind::small_letter && !top_number_.empty();
      const std::string full = small ? top_number_ + "." + label->number : label->number;
      begin_item(row, full, std::string(parent_of(full)), title);
      if (number.size() > written.size()) remark_number(row, written);
    }
  } else if (!number.empty() && !below_number) {
    if (!take_row_number(row, number, title)) parse_bullet_row(row, title);
  } else {
    parse_unnumbered(block, index, title);
  }
}

/// A row whose number cell holds a bullet or words.
void TableParser::parse_bullet_row(const Row& row, std::string_view title) {
  const std::string_view number = text_at(row, number_);
  const bool bullet = count_visible(number) == 1 && letter_of(decode(number, 0).value).base == 0;
  if (bullet && item_ && filled_beside_title(row) == 0) {
    append(title_, std::string(number) + " " + std::string(title), true);
    return;
  }
  if (!bullet && title.empty() && filled_beside_title(row) == 0) {
    area_row(row, "", 0);
    return;
  }
  begin_item(row, "", bullet ? top_number_ : "", title);
  if (bullet) {
    context_.count_marks(1);
  } else {
    item_->number_cell = number;
  }
}

void TableParser::parse_unnumbered(const Block& block, std::size_t index, std::string_view title) {
  const Row& row = block.rows[index];
  if (parse_inner_label(row, title) || take_sub_row(row, title)) return;
  if (is_inherited(row, number_) && starts_upper(title)) {
    begin_item(row, "", "", title);  // several tasks beside one merged number
  } else if (heads_rows(block, index, title)) {
    area_row(row, "", 0);
  } else if (has_own_target(row) && !title.empty()) {
    const Bullet bullet = take_bullet(title);
    context_.count_marks(bullet.marks);
    begin_item(row, "", bullet.marks == 0 ? "" : top_number_, bullet.rest);
    if (!numbers_in_text_) remark_row(RemarkKind::parted_row, row, bullet.rest, row_above);
  } else if (is_continuation(block, index, title) && stands_by_itself(row, false)) {
    list_item(row, title);
  } else if (is_continuation(block, index, title)) {
    if (starts_upper(title)) remark_row(RemarkKind::joined_row, row, title, own_row);
    continue_item(row);
  } else {
    begin_item(row, "", "", title);
    if (!numbers_in_text_) remark_row(RemarkKind::parted_row, row, title, row_above);
  }
}

void TableParser::remark_row(RemarkKind kind, const Row& row, std::string_view title,
                             std::string_view other) {
  if (!item_) return;
  item_->remarks.push_back(context_.plan.remarks.size());
  Remark& remark = context_.remark(kind, one_line(title), row.cells.front().place);
  remark.field = "title";
  remark.others.emplace_back(other);
}

/// A number at the start of the text: "8.1. Cổng thông tin", "I. Cải cách thể chế".
bool TableParser::parse_inner_label(const Row& row, std::string_view title) {
  const auto label = leading_label(title);
  if (!label) return false;
  const std::string_view rest = trim(title.substr(label->size));
  const bool group = heads_group(label->kind);
  if (group && filled_beside_title(row) == 0 && !roman_items_) {
    area_row(row, "", 0);
    return true;
  }
  const bool child = label->kind == LabelKind::dotted &&
                     (numbers_in_text_ || first_part(label->number) == first_part(top_number_));
  const bool next =
      label->kind == LabelKind::arabic &&
      (numbers_in_text_ || leading_int(label->number) == leading_int(top_number_) + 1);
  if (!child && !next && !(group && roman_items_)) return false;
  context_.count_marks(count_visible(title.substr(0, label->size)));
  begin_item(row, label->number, std::string(parent_of(label->number)), rest);
  return true;
}

/// Whether a row has a number to reach where the row above has one too, so that it goes on with
/// nothing.
bool TableParser::has_own_target(const Row& row) const {
  const auto has_digit = [](std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
  };
  const auto is_target = [&](const Cell& cell) {
    const bool is_own = cell.column < layout_.columns.size() && !cell.inherited &&
                        layout_.columns[cell.column].role == Role::horizon;
    return is_own && item_ && cell.column < item_->cells.size() && has_digit(cell.text) &&
           has_digit(item_->cells[cell.column]);
  };
  return std::any_of(row.cells.begin(), row.cells.end(), is_target);
}

/// Whether an unnumbered row goes on with the row above: a page break cut it in one or more cells.
bool TableParser::is_continuation(const Block& block, std::size_t index,
                                  std::string_view title) const {
  const Row& row = block.rows[index];
  if (last_ == Last::none) return false;
  if (title.empty() || starts_lower(title) || take_bullet(title).marks != 0) return true;
  if (last_ == Last::area) return filled_beside_title(row) == 0 && row.after_gap;
  if (item_ && filled_beside_title(row) == 0 && is_cut_off(item_->cells[title_])) return true;
  const bool finished =
      item_ && title_ < item_->cells.size() && ends_sentence(item_->cells[title_]);
  bool fragments = true;  // every other cell is the tail of the one above
  for (const Cell& cell : row.cells) {
    if (cell.column == title_ || cell.inherited || cell.text.empty()) continue;
    fragments = fragments && starts_lower(cell.text);
  }
  if (filled_beside_title(row) == 0) return row.after_gap ? !finished : !starts_upper(title);
  return fragments;
}

/// Whether an unnumbered row of one text heads the rows after it: in capitals, or before a new 1.
bool TableParser::heads_rows(const Block& block, std::size_t index, std::string_view title) const {
  const Row& row = block.rows[index];
  if (title.empty() || filled_beside_title(row) != 0 || !starts_upper(title)) return false;
  if (is_all_caps(title)) return true;
  if (index + 1 >= block.rows.size()) return false;
  const auto next = parse_label(text_at(block.rows[index + 1], number_));
  const bool restarts = next && next->kind == LabelKind::arabic && leading_int(next->number) == 1;
  return restarts && !row.after_gap;
}

}  // namespace sauro::inline v0_1::detail
