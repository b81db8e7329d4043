// What a row of a table is numbered by.
#include <string>
#include <string_view>

#include "reading/cell_text.hpp"
#include "reading/row_numbers.hpp"
#include "reading/table_parser.hpp"

namespace sauro::inline v0_1::detail {

/// The number of a row. Spreadsheets hold 1.1 as a decimal, which shows as "1,1"; behind 1.9 it is
/// 1.10.
std::string TableParser::number_text(const Row& row) const {
  std::string text(text_at(row, number_));
  const std::size_t comma = text.find(',');
  const auto is_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const bool decimal = comma != std::string::npos &&
                       is_digits(std::string_view(text).substr(0, comma)) &&
                       is_digits(std::string_view(text).substr(comma + 1));
  if (!decimal) return text;
  text[comma] = '.';
  const std::string whole = text.substr(0, comma + 1);
  const std::string& last = item_ ? item_->number : top_number_;
  const int before = last.starts_with(whole) ? leading_int(last.substr(whole.size())) : 0;
  const int own = leading_int(text.substr(comma + 1));
  return before > own && before + 1 == own * 10 ? whole + std::to_string(before + 1) : text;
}

/// "1.a", "I.1", "NV-01": begins a task of that number.
bool TableParser::take_row_number(const Row& row, std::string_view number, std::string_view title) {
  const std::string last = item_ ? item_->number : before_.number;
  const auto own = parse_row_number(number, {area_, top_number_, last});
  if (!own) return false;
  const std::string_view written = text_at(row, number_);
  context_.count_marks(count_visible(written));
  begin_item(row, own->key, own->parent, title);
  item_->written = own->written;
  return true;
}

/// Notes a guess about a row, which belongs to the open task.
void TableParser::remark_number(const Row& row, std::string_view written) {
  item_->remarks.push_back(context_.plan.remarks.size());
  Remark& remark = context_.remark(RemarkKind::value, item_->number, row.cells.front().place);
  remark.field = "number";
  remark.others.emplace_back(written);
}

}  // namespace sauro::inline v0_1::detail
