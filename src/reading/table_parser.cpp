#include "reading/table_parser.hpp"

#include <algorithm>
#include <utility>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "reading/log_columns.hpp"
#include "reading/side_by_side.hpp"
#include "text/letters.hpp"
#include "text/parts.hpp"

namespace sauro::inline v0_1::detail {
namespace {

// what else a guess could have been
constexpr std::string_view no_header = "không nhận ra; bảng được giữ nguyên";

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

/// Whether a column holds how much of each task is done.
bool holds_shares(const Block& block, std::size_t column) {
  constexpr std::size_t looked_at = 50;  // rows
  const std::size_t end = std::min(block.rows.size(), looked_at);
  return std::any_of(block.rows.begin(), block.rows.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const Row& row) {
                       const Cell* cell = cell_at(row, column);
                       return cell != nullptr && cell->text.ends_with('%');
                     });
}

}  // namespace

std::size_t count_row(const Row& row) {
  std::size_t count = 0;
  for (const Cell& cell : row.cells) {
    if (!cell.inherited) count += count_visible(cell.text);
  }
  return count;
}

/// Where a title above the header stands over two tables, it is the first one's.
void TableParser::parse(const Block& block, std::size_t most_beside) {
  for (std::size_t i = 0; most_beside != 0 && i < std::min(block.rows.size(), header_search); ++i) {
    if (const std::size_t cut = second_table(block, i, context_.told); cut != 0) {
      const auto [left, right] = cut_at(block, cut);
      parse_one(left);
      parse(right, most_beside - 1);
      return;
    }
    if (!is_caption(block.rows[i])) break;
  }
  parse_one(block);
}

void TableParser::parse_one(const Block& block) {
  in_notes_ = false;
  std::size_t row = 0;
  bool found = false;
  for (std::size_t i = 0; i < std::min(block.rows.size(), header_search) && !found; ++i) {
    found = recognise(block.rows, i, context_.told).kind != TableKind::other;
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
  std::vector<Column> columns;
  for (const HeaderCell& cell : first) columns.push_back({Role::extra, cell.text, {}});
  Layout layout;
  layout.columns = columns;
  if (rows.size() > 1 && columns.size() > 2) remark_progress(block, layout, block.place);
  const bool is_item = rows.size() == 1 && first.size() > 2 && leading_label(first.front().text);
  if (is_item || (rows.size() > 1 && first.size() > 2 && suggests_tasks(first))) {
    Remark& remark = context_.remark(RemarkKind::header, no_header, block.place);
    remark.others.push_back(joined(rows.front(), " | "));
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
  const Layout layout = recognise(block.rows, row, context_.told);
  if (layout.kind == TableKind::other) return false;
  for (auto& texts : plain_rows(block, row, layout.header_rows)) {
    headers_.try_emplace(row_key(texts));
    annex_.header.push_back(std::move(texts));
  }
  headers_[key] = layout;
  row += layout.header_rows;
  use_layout(key, layout);
  if (layout.kind == TableKind::tasks) {
    remark_progress(block, layout, first.cells.front().place);
    remark_columns(layout.columns, first.cells.front().place);
  }
  return true;
}

/// Says once that a table is filled in as registers and logs are: "Tình trạng", "% hoàn thành".
void TableParser::remark_progress(const Block& block, const Layout& layout, Place place) {
  if (context_.told_progress) return;
  std::string names;
  bool says_state = false;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const Column& column = layout.columns[i];
    const std::optional<LogField> field = log_field(column.name);
    const bool is_percent = field == LogField::percent;  // no plan has a column of that
    if (!field || *field == LogField::note || (column.role != Role::extra && !is_percent)) continue;
    if (column.role == Role::timeframe && !holds_shares(block, i)) continue;  // "Hoàn thành" 6/2026
    names += (names.empty() ? "" : ", ") + column.name;
    says_state = says_state || is_percent || *field == LogField::status;
  }
  if (!says_state) return;
  context_.told_progress = true;
  context_.remark(RemarkKind::progress, names, place);
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

}  // namespace sauro::inline v0_1::detail
