// When a task is due, by the cells of its row.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "reading/table_parser.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// What a cell in the column of a quarter or month says: nothing ("-"), a mark ("x", "●", "(x)"),
/// or words.
enum class PeriodCell { none, mark, words };

PeriodCell period_cell(std::string_view cell) {
  constexpr std::string_view around = "()[]{}/.,;: \n";
  constexpr std::size_t longest_mark = 2;  // characters: "x", "●", "xx"
  constexpr std::array<std::string_view, 7> nothing = {"-", "–", "—", "_", "0", "--", "−"};
  while (!cell.empty() && around.find(cell.front()) != around.npos) cell.remove_prefix(1);
  while (!cell.empty() && around.find(cell.back()) != around.npos) cell.remove_suffix(1);
  if (cell.empty() || std::find(nothing.begin(), nothing.end(), cell) != nothing.end()) {
    return PeriodCell::none;
  }
  return count_visible(cell) > longest_mark ? PeriodCell::words : PeriodCell::mark;
}

}  // namespace

/// A number whose unit the header says: "6" below "Tháng hoàn thành", "II, IV" below "Quý".
void TableParser::take_timeframe(const Column& column, std::string cell, Task& task) {
  constexpr std::string_view bare = "0123456789IVX,;-– ";
  const std::string header = fold(column.name);
  const std::string_view unit = header.starts_with("thang") ? "Tháng "
                                : header.starts_with("quy") ? "Quý "
                                                            : "";
  const bool year_alone = cell.size() == 4 && leading_int(cell) > 1000;
  if (!unit.empty() && !cell.empty() && !year_alone &&
      cell.find_first_not_of(bare) == std::string::npos) {
    context_.count_again(unit);
    cell.insert(0, unit);
  }
  if (!cell.empty()) task.timeframe.text = std::move(cell);  // an empty one takes no period away
}

/// A number of days, whose unit the header may say.
void TableParser::take_duration(const Column& column, std::string_view cell, Task& task) {
  if (cell.empty()) return;
  task.timeframe.text = cell;
  if (cell.find_first_not_of("0123456789") == cell.npos) {
    const bool working = fold(column.name).find("lam viec") != std::string::npos;
    const std::string_view unit = working ? " ngày làm việc" : " ngày";
    task.timeframe.text += unit;
    context_.count_again(unit);
  }
  if (cell.front() >= '0' && cell.front() <= '9')
    context_.durations.push_back(context_.plan.tasks.size());
}

/// A mark or a colour in the column of a quarter or month says that the task is due then, unless a
/// column of times says when; words say what.
void TableParser::take_period(const Item& item, std::size_t at, Task& task) {
  const std::string_view cell = item.cells[at];
  const Column& column = layout_.columns[at];
  const bool coloured = cell.empty() && at < item.filled.size() && item.filled[at];
  const PeriodCell says = coloured ? PeriodCell::mark : period_cell(cell);
  if (says != PeriodCell::none && says_when(item)) {
    if (!coloured) task.extra.push_back({column.name, one_line(cell)});
    return;
  }
  if (says != PeriodCell::words) context_.count_marks(count_visible(cell));
  if (says == PeriodCell::none) return;
  if (coloured) remark_colour(item, column.horizon, task.id);
  std::string& text = task.timeframe.text;
  const std::string piece = (text.empty() ? "" : ", ") + column.horizon;
  text += piece;
  context_.count_again(piece);
  if (says == PeriodCell::words) task.extra.push_back({column.name, one_line(cell)});
}

/// Whether a cell of the row says by itself when the task is due.
bool TableParser::says_when(const Item& item) const {
  for (std::size_t i = 0; i < item.cells.size(); ++i) {
    const Role role = layout_.columns[i].role;
    if ((role == Role::timeframe || role == Role::duration) && !item.cells[i].empty()) return true;
  }
  return false;
}

/// Says once a table that colours were taken for times.
void TableParser::remark_colour(const Item& item, std::string_view period,
                                const std::string& task) {
  if (std::exchange(told_colour_, true)) return;
  Remark& remark =
      context_.remark(RemarkKind::value, "ô tô màu: " + std::string(period), item.place);
  remark.task = task;
  remark.field = "timeframe";
}

}  // namespace sauro::inline v0_1::detail
