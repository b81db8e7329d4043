// Rows that belong to the one above, and say who and when by themselves.
#include <algorithm>
#include <string>
#include <string_view>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/column_contents.hpp"
#include "reading/ditto.hpp"
#include "reading/labels.hpp"
#include "reading/table_parser.hpp"

namespace sauro::inline v0_1::detail {

/// Whether a cell says who or when and nothing is missing in it.
bool TableParser::is_whole(std::size_t column, std::string_view text) const {
  if (column >= layout_.columns.size() || text.empty()) return false;
  const Role role = layout_.columns[column].role;
  const std::string line = one_line(text);
  if (role == Role::timeframe) return is_ditto(line) || is_whole_time(line);
  if (role != Role::lead && role != Role::coordinator) return false;
  return is_ditto(line) || context_.agencies.is_agency(line);
}

/// Whether a row without a number says who leads or when as the row above does: neither cell is the
/// tail of the other; or says so where that row doesn't.
bool TableParser::stands_by_itself(const Row& row, bool beside_nothing) const {
  if (!item_ || last_ != Last::item || row.after_gap) return false;
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
    if (cell.inherited || cell.text.empty() || cell.column >= item_->cells.size()) return false;
    const std::string& above = item_->cells[cell.column];
    if (!is_whole(cell.column, cell.text)) return false;
    if (beside_nothing && trim(above).empty()) return true;
    if (!is_whole(cell.column, above)) return false;
    return !context_.agencies.is_listed(one_line(above + " " + std::string(cell.text)));
  });
}

/// "- Chuẩn bị tài liệu" or "a) Chuẩn bị tài liệu" with a lead or time of its own is a child.
bool TableParser::take_sub_row(const Row& row, std::string_view title) {
  const Bullet bullet = take_bullet(title);
  const auto label = leading_label(title);
  const bool lettered = label && label->kind == LabelKind::small_letter;
  if ((bullet.marks == 0 && !lettered) || !stands_by_itself(row, true)) return false;
  if (!lettered) {
    context_.count_marks(bullet.marks);
    begin_item(row, "", top_number_, bullet.rest);
    return true;
  }
  context_.count_marks(count_visible(title.substr(0, label->size)));
  const std::string full = top_number_.empty() ? label->number : top_number_ + "." + label->number;
  begin_item(row, full, top_number_, trim(title.substr(label->size)));
  return true;
}

/// Adds the cells of a row to those of the item above as more of a list: a second lead, product or
/// time.
void TableParser::list_item(const Row& row, std::string_view title) {
  std::string_view shown = title;
  for (const Cell& cell : row.cells) {
    if (cell.inherited || cell.text.empty() || cell.column == number_) continue;
    if (shown.empty()) shown = cell.text;
    const Role role =
        cell.column < layout_.columns.size() ? layout_.columns[cell.column].role : Role::extra;
    const bool lists = role == Role::lead || role == Role::coordinator || role == Role::timeframe ||
                       role == Role::product;
    const bool more = lists && cell.column < item_->cells.size() &&
                      !item_->cells[cell.column].empty() && !starts_lower(cell.text) &&
                      !ends_sentence(item_->cells[cell.column]);
    if (more) {
      item_->cells[cell.column] += ";";
      context_.count_again(";");
    }
    append(cell.column, cell.text, false);
  }
  remark_row(RemarkKind::joined_row, row, shown, "một nhiệm vụ riêng");
}

/// A numbered row of dots says nothing: there may be more.
bool TableParser::leave_dots(const Row& row) {
  std::size_t dots = 0;
  for (const Cell& cell : row.cells) {
    if (cell.inherited || cell.text.empty() || cell.column == number_) continue;
    if (is_ditto(cell.text) || !fold(cell.text).empty()) return false;
    dots += static_cast<std::size_t>(cell.text.find("…") != cell.text.npos ||
                                     cell.text.find("..") != cell.text.npos);
  }
  if (dots == 0) return false;
  context_.count_marks(count_row(row));
  return true;
}

/// Says that a row has cells beyond the last column.
void TableParser::remark_width(const Row& row) {
  const bool beyond = std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
    return !cell.text.empty() && cell.column >= layout_.columns.size();
  });
  if (!beyond || !item_) return;
  if (!told_widths_) {  // as that of csv does
    const auto& remarks = context_.source.remarks;
    told_widths_ = std::any_of(remarks.begin(), remarks.end(),
                               [](const Remark& one) { return one.kind == RemarkKind::cells; });
  }
  if (*told_widths_) return;
  item_->remarks.push_back(context_.plan.remarks.size());
  Remark& remark =
      context_.remark(RemarkKind::cells, std::to_string(row.width()), row.cells.front().place);
  remark.others.push_back(std::to_string(layout_.columns.size()));
}

}  // namespace sauro::inline v0_1::detail
