#include "reading/table_parser.hpp"

#include <algorithm>
#include <utility>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

// what else a guess could have been
constexpr std::string_view no_header = "không nhận ra; bảng được giữ nguyên";
constexpr std::string_view own_row = "một nhiệm vụ riêng";
constexpr std::string_view row_above = "phần tiếp của dòng trên";

std::string join(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += between;
    all += text;
  }
  return all;
}

constexpr std::size_t header_search = 6;  // rows in which a header is looked for

std::vector<std::vector<std::string>> plain_rows(const Block& block, std::size_t from,
                                                 std::size_t count) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = from; i < std::min(from + count, block.rows.size()); ++i) {
    std::vector<std::string> texts(block.rows[i].width());
    for (const Cell& cell : block.rows[i].cells) {
      if (!cell.inherited) texts[cell.column] = one_line(cell.text);
    }
    rows.push_back(std::move(texts));
  }
  return rows;
}

std::string row_key(const std::vector<std::string>& row) {
  std::string key;
  for (const std::string& cell : row) key += fold(cell) + "|";
  while (key.ends_with("|")) key.pop_back();
  return key;
}

std::size_t count_row(const Row& row) {
  std::size_t count = 0;
  for (const Cell& cell : row.cells) {
    if (!cell.inherited) count += count_visible(cell.text);
  }
  return count;
}

std::string_view parent_of(std::string_view number) {
  const auto dot = number.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : number.substr(0, dot);
}

/// A row of sums: "Tổng cộng", "Cộng", "Tổng số: 03 nhiệm vụ".
bool is_total(std::string_view text) {
  const std::string key = fold(text.substr(0, 24));
  return key == "cong" || key.starts_with("tong cong") || key.starts_with("tong so ") ||
         key == "tong" || key == "tong so";
}

std::string_view first_part(std::string_view number) { return number.substr(0, number.find('.')); }

}  // namespace

// Tables and headers

void TableParser::parse(const Block& block) {
  std::size_t row = 0;
  bool found = false;
  for (std::size_t i = 0; i < std::min(block.rows.size(), header_search) && !found; ++i) {
    found = recognise(block.rows, i).kind != TableKind::other;
    if (found) row = i;
    if (!is_caption(block.rows[i])) break;  // what stands below data is no header
  }
  const bool goes_on = !found && has_layout() && !block.rows.empty() &&
                       block.rows.front().width() == layout_.columns.size();
  if (!found && !goes_on) {
    keep_whole(block);
    return;
  }
  for (std::size_t i = 0; i < row; ++i) {  // a caption above the header
    for (const Cell& cell : block.rows[i].cells) {
      if (!cell.inherited && !cell.text.empty()) annex_.paragraphs.emplace_back(cell.text);
    }
  }
  start_ = row;
  if (found) take_header(block, row);
  scan_labels(block);
  auto& tasks = context_.plan.tasks;
  if (layout_.kind == TableKind::tasks && tasks.size() + block.rows.size() > tasks.capacity()) {
    tasks.reserve(std::max(tasks.size() + block.rows.size(), tasks.size() * 2));
  }
  while (row < block.rows.size()) {
    poll();
    if (!take_header(block, row)) parse_row(block, row++);
  }
}

void TableParser::keep_whole(const Block& block) {
  flush();
  std::vector<std::vector<std::string>> rows = plain_rows(block, 0, block.rows.size());
  std::vector<HeaderCell> first;
  for (const std::string& text : rows.empty() ? std::vector<std::string>{} : rows.front()) {
    first.push_back({text, text, false});
  }
  if (rows.size() > 1 && first.size() > 2 && suggests_tasks(first)) {
    Remark& remark = context_.remark(RemarkKind::header, no_header, block.place);
    remark.others.push_back(join(rows.front(), " | "));
  }
  context_.plan.tables.push_back(
      {annex_.number, std::move(rows), context_.source.span(block.place)});
}

/// Takes a header that begins at `row`: the first one sets the columns, a repeated one is counted.
bool TableParser::take_header(const Block& block, std::size_t& row) {
  const Row& first = block.rows[row];
  if (has_layout() && parse_label(text_at(first, number_))) return false;  // the usual data row
  const std::string key = row_key(plain_rows(block, row, 1).front());
  if (const auto known = headers_.find(key); has_layout() && known != headers_.end()) {
    if (known->second && known->first != header_) use_layout(key, *known->second);
    context_.plan.coverage.repeated_headers += count_row(first);
    ++row;
    return true;
  }
  if (has_layout() && layout_.has(Role::number) && text_at(first, number_).empty()) return false;
  if (row != start_ && !first.after_gap) return false;  // another header begins another table
  const Layout layout = recognise(block.rows, row);
  if (layout.kind == TableKind::other) return false;
  for (auto& texts : plain_rows(block, row, layout.header_rows)) {
    headers_.try_emplace(row_key(texts));
    annex_.header.push_back(std::move(texts));
  }
  headers_[key] = layout;
  row += layout.header_rows;
  use_layout(key, layout);
  return true;
}

void TableParser::use_layout(const std::string& header, const Layout& layout) {
  flush();
  header_ = header;
  layout_ = layout;
  title_ = layout_.find(Role::title);
  number_ = layout_.find(Role::number);
}

/// Looks over a table for how it numbers its rows.
void TableParser::scan_labels(const Block& block) {
  bool arabic = false;
  bool roman_with_cells = false;
  bool numbered = false;
  for (const Row& row : block.rows) {
    const auto label = parse_label(text_at(row, number_));
    numbered = numbered || label.has_value();
    const auto inner = label ? std::nullopt : leading_label(text_at(row, title_));
    for (const auto& found : {label, inner}) {
      if (!found) continue;
      arabic = arabic || found->kind == LabelKind::arabic || found->kind == LabelKind::dotted;
      roman_with_cells =
          roman_with_cells || (found->kind == LabelKind::roman && filled_beside_title(row) >= 2);
    }
    if (arabic && numbered) break;
  }
  roman_items_ = !arabic && roman_with_cells;
  numbers_in_text_ = !numbered;
}

// Rows

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

/// Whether all cells beside the number say the same, as a text over all columns comes out of some
/// programs.
bool TableParser::repeats_text(const Row& row) const {
  std::string_view text;
  std::size_t count = 0;
  for (const Cell& cell : row.cells) {
    const bool number = cell.column == number_ && parse_label(cell.text);
    if (cell.inherited || cell.text.empty() || number) continue;
    if (count++ == 0) text = cell.text;
    if (cell.text != text) return false;
  }
  return count >= 3 || (count == 2 && layout_.columns.size() <= 4);
}

void TableParser::parse_row(const Block& block, std::size_t index) {
  const Row& row = block.rows[index];
  if (count_row(row) == 0) return;
  const Cell& first = row.cells.front();
  const bool unnumbered = !parse_label(text_at(row, number_)).has_value();
  if (unnumbered && (is_total(first.text) || is_total(text_at(row, title_)))) {
    for (const Cell& cell : row.cells) {
      if (!cell.inherited && !cell.text.empty()) annex_.paragraphs.emplace_back(cell.text);
    }
    return;
  }
  const bool whole_width = row.cells.size() == 1 && layout_.columns.size() > 2 &&
                           first.columns * 2 > layout_.columns.size();
  if (whole_width) {
    area_row(row, "", 0);
    return;
  }
  const std::string_view number = text_at(row, number_);
  const std::string_view title = text_at(row, title_);
  const auto label = parse_label(number);
  if (repeats_text(row)) {
    area_row(row, label ? label->number : "", label ? label->marks : 0);
    return;
  }
  if (title_ < layout_.columns.size() && is_inherited(row, title_)) {
    continue_item(row);
  } else if (label && !is_inherited(row, number_)) {
    const bool group = heads_group(label->kind);
    if (group && !roman_items_) {
      area_row(row, label->number, label->marks);
    } else {
      context_.count_marks(count_visible(number));
      const bool small = label->kind == LabelKind::small_letter && !top_number_.empty();
      const std::string full = small ? top_number_ + "." + label->number : label->number;
      begin_item(row, full, std::string(parent_of(full)), title);
    }
  } else if (!number.empty() && !label && !is_inherited(row, number_)) {
    parse_bullet_row(row, title);
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
  if (parse_inner_label(row, title)) return;
  if (is_inherited(row, number_) && starts_upper(title)) {
    begin_item(row, "", "", title);  // several tasks beside one merged number
  } else if (heads_rows(block, index, title)) {
    area_row(row, "", 0);
  } else if (is_continuation(block, index, title)) {
    if (starts_upper(title)) remark_row(RemarkKind::joined_row, row, title, own_row);
    continue_item(row);
  } else {
    begin_item(row, "", "", title);
    if (!numbers_in_text_) remark_row(RemarkKind::parted_row, row, title, row_above);
  }
}

/// Notes a guess about a row, which belongs to the open task.
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

/// Whether an unnumbered row goes on with the row above: a page break cut it in one or more cells.
bool TableParser::is_continuation(const Block& block, std::size_t index,
                                  std::string_view title) const {
  const Row& row = block.rows[index];
  if (last_ == Last::none) return false;
  if (title.empty() || starts_lower(title) || take_bullet(title).marks != 0) return true;
  if (last_ == Last::area) return filled_beside_title(row) == 0 && row.after_gap;
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
