// How a row of a table becomes a task or an indicator.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/cell_points.hpp"
#include "reading/cell_roles.hpp"
#include "reading/cell_text.hpp"
#include "reading/ditto.hpp"
#include "reading/table_parser.hpp"

namespace sauro::inline v0_1::detail {
namespace {

void add_missing(std::vector<std::string>& ids, const std::vector<std::string>& more) {
  for (const std::string& id : more) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
}

/// Whether a sign of repetition means something in a column: it is a mark in that of a period.
bool may_repeat(Role role) {
  return role != Role::extra && role != Role::number && role != Role::title && role != Role::period;
}

}  // namespace

void TableParser::begin_item(const Row& row, std::string number, std::string parent,
                             std::string_view title) {
  flush();
  Item item;
  item.cells.resize(std::max(layout_.columns.size(), row.width()));
  item.filled.resize(item.cells.size());
  item.place = row.cells.front().place;
  const Cell* const titled = cell_at(row, title_);
  const std::uint32_t usual = titled == nullptr ? row.cells.front().fill : titled->fill;
  for (const Cell& cell : row.cells) {
    if (cell.column == number_) continue;
    if (cell.column != title_ && !cell.text.empty() && cell.inherited) {
      context_.count_again(cell.text);
    }
    item.filled[cell.column] = cell.text.empty() && cell.fill != 0 && cell.fill != usual;
    item.cells[cell.column] = cell.column == title_ ? title : cell.text;
    if (cell.column == title_) item.place = cell.place;
  }
  repeat_above(row, item);
  if (parent.empty()) top_number_ = number.empty() ? top_number_ : number;
  item.number = std::move(number);
  item.parent_number = std::move(parent);
  item_ = std::move(item);
  last_ = Last::item;
  remark_width(row);
}

/// "nt", "như trên": the cell of the item above, as if the two were merged.
void TableParser::repeat_above(const Row& row, Item& item) {
  for (const Cell& cell : row.cells) {
    const bool may = cell.column < layout_.columns.size() && cell.column != title_ &&
                     cell.column != number_ && may_repeat(layout_.columns[cell.column].role);
    if (!may) continue;
    const std::string number = ditto_number(cell.text);
    if (number.empty() && !is_ditto(cell.text)) continue;
    std::string& text = item.cells[cell.column];
    if (!number.empty()) {
      text = cell_of(number, layout_.columns[cell.column].role);
    } else {
      text = cell.column < before_.cells.size() ? before_.cells[cell.column] : "";
    }
    context_.count_marks(text.empty() ? 0 : count_visible(cell.text));
    context_.count_again(text);
    if (text.empty())
      context_.leave_unread(cell.text, "không có dòng trên để nhắc lại", cell.place);
  }
}

/// What the task with a number in the same area says in a column: "như mục 1".
std::string TableParser::cell_of(std::string_view number, Role role) {
  for (; places_seen_ < context_.plan.tasks.size(); ++places_seen_)
    places_.emplace(context_.plan.tasks[places_seen_].id, places_seen_);
  const auto found = places_.find(last_id(number));
  if (found == places_.end()) return {};
  const Task& task = context_.plan.tasks[found->second];
  switch (role) {
    case Role::lead:
      return task.lead;
    case Role::coordinator:
      return task.coordinator;
    case Role::product:
      return task.product;
    case Role::timeframe:
      return task.timeframe.text;
    default:
      return {};
  }
}

void TableParser::continue_item(const Row& row) {
  for (const Cell& cell : row.cells) {
    if (cell.inherited || cell.text.empty()) continue;
    if (item_ && last_ == Last::item && cell.column != number_) {
      append(cell.column, cell.text, is_inherited(row, title_));
    } else if (last_ == Last::area && cell.column == title_ && !annex_.areas.empty()) {
      annex_.areas.back().title += " " + one_line(cell.text);
    } else {
      context_.leave_unread(cell.text, "dòng tiếp nối không thuộc nhiệm vụ nào", cell.place);
    }
  }
}

void TableParser::append(std::size_t column, std::string_view piece, bool new_line) {
  if (column >= item_->cells.size()) item_->cells.resize(column + 1);
  std::string& cell = item_->cells[column];
  const bool bullet = take_bullet(piece).marks != 0;
  const bool sentence = ends_sentence(cell) && starts_upper(piece) && column != title_;
  if (!cell.empty()) cell += new_line || bullet || sentence ? '\n' : ' ';
  cell += piece;
}

std::string TableParser::scope() const {
  std::string prefix = std::to_string(annex_.number) + ".";
  if (!area_.empty()) prefix += area_ + ".";
  return prefix;
}

/// Id of the last row with this number in the area; empty where there is none.
std::string TableParser::last_id(std::string_view number) const {
  std::string id = scope() + std::string(number);
  const auto uses = context_.id_uses.find(id);
  if (number.empty() || uses == context_.id_uses.end()) return "";
  if (uses->second > 1) id += "#" + std::to_string(uses->second);
  return id;
}

void TableParser::flush() {
  if (!item_) return;
  before_ = std::move(*item_);
  const Item& item = before_;
  item_.reset();
  if (leave_empty(item)) return;
  take_area_column(item);
  if (layout_.kind == TableKind::indicators) {
    write_indicator(item);
  } else {
    write_task(item);
  }
}

/// A row that says nothing of what is to be done is no task: its words were taken out, or struck
/// through.
bool TableParser::leave_empty(const Item& item) {
  if (title_ >= item.cells.size() || !trim(item.cells[title_]).empty()) return false;
  if (layout_.kind != TableKind::tasks) return false;
  constexpr std::string_view reason = "dòng không có nội dung nhiệm vụ";
  context_.leave_unread(item.number_cell, reason, item.place);
  for (const std::string& cell : item.cells) {
    if (!cell.empty()) context_.leave_unread(one_line(cell), reason, item.place);
  }
  return true;
}

/// An area behind the last task that has no number and holds nothing is a note below the table.
void TableParser::finish() {
  flush();
  if (last_ != Last::area || !made_area_ || before_.cells.empty()) return;
  annex_.paragraphs.push_back(std::move(annex_.areas.back().title));
  annex_.areas.pop_back();
  last_ = Last::none;
}

/// An area that stands in a column of its own, merged or repeated over its rows.
void TableParser::take_area_column(const Item& item) {
  const std::size_t column = layout_.find(Role::area);
  if (column >= item.cells.size() || layout_.kind != TableKind::tasks) return;
  const std::string text = one_line(item.cells[column]);
  if (text.empty()) return;
  const auto label = leading_label(text);
  const std::string title(label ? trim(std::string_view(text).substr(label->size)) : text);
  const auto [known, is_new] = area_columns_.try_emplace(fold(title), "");
  if (!is_new) {
    context_.count_marks(count_visible(text));  // the same area again
    area_ = known->second;
    return;
  }
  if (label) context_.count_marks(count_visible(text.substr(0, label->size)));
  const Last last = last_;
  open_area(label ? label->number : "", title, item.place);
  known->second = area_;
  last_ = last;
}

/// Fills what tasks and indicators have in common.
template <class Listed>
void TableParser::fill(const Item& item, Listed& row) {
  row.id = context_.make_id(scope(), item.number);
  row.annex = annex_.number;
  row.area = area_;
  row.number = item.written.empty() ? item.number : item.written;
  row.parent = last_id(item.parent_number);
  row.span = context_.source.span(item.place);
  for (const std::size_t at : item.remarks) context_.plan.remarks[at].task = row.id;
  if (!item.number_cell.empty()) {
    row.extra.push_back({layout_.columns[number_].name, item.number_cell});
  }
}

/// The bodies of a cell that names who leads, and maybe who helps.
void TableParser::take_leads(const Column& column, const std::string& cell, Task& task) {
  CellRoles roles = read_roles(context_.agencies, cell);
  if (roles.lead == cell && names_both_roles(column.name))
    roles = roles_in_order(context_.agencies, cell);
  task.leads = context_.agencies.identify_all(roles.lead);
  const std::vector<std::string> help = context_.agencies.identify_all(roles.help);
  add_missing(task.coordinators, help);
  if (context_.agencies.is_guess(roles.lead)) remark_bodies(cell, "lead", task.leads, task);
  if (roles.guessed || context_.agencies.is_guess(roles.help))
    remark_bodies(cell, "coordinator", help, task);
}

/// Says how the names of a cell were parted where nothing parts them or says their role.
void TableParser::remark_bodies(std::string_view cell, std::string_view field,
                                const std::vector<std::string>& ids, const Task& task) {
  std::string names;
  for (const std::string& id : ids) {
    names += (names.empty() ? "" : "; ") + context_.agencies.name_of(id);
  }
  Remark& remark = context_.remark(RemarkKind::agencies, names, {});
  remark.task = task.id;
  remark.field = field;
  remark.others = {one_line(cell)};
  remark.span = task.span;
}

void TableParser::write_task(const Item& item) {
  Task task;
  fill(item, task);
  for (std::size_t i = 0; i < item.cells.size(); ++i) {
    const std::string& cell = item.cells[i];
    switch (i < layout_.columns.size() ? layout_.columns[i].role : Role::extra) {
      case Role::title: {
        TitleAndPoints text = split_points(cell);
        context_.count_marks(text.marks);
        task.title = std::move(text.title);
        task.points = std::move(text.points);
        break;
      }
      case Role::product:
        task.product = one_line(cell);
        task.products = split_products(squeeze(cell));
        break;
      case Role::lead:
        task.lead = one_line(cell);
        take_leads(layout_.columns[i], squeeze(cell), task);
        break;
      case Role::coordinator:
        task.coordinator = one_line(cell);
        add_missing(task.coordinators, context_.agencies.identify_all(squeeze(cell)));
        if (context_.agencies.is_guess(squeeze(cell)))
          remark_bodies(squeeze(cell), "coordinator", task.coordinators, task);
        break;
      case Role::timeframe:
        take_timeframe(layout_.columns[i], one_line(cell), task);
        break;
      case Role::duration:
        take_duration(layout_.columns[i], one_line(cell), task);
        break;
      case Role::period:
        take_period(item, i, task);
        break;
      case Role::body:  // all of them below
        break;
      case Role::area:
      case Role::number:
        break;
      default:
        if (cell.empty()) break;
        task.extra.push_back(
            {i < layout_.columns.size() ? layout_.columns[i].name : "", one_line(cell)});
    }
  }
  if (layout_.has(Role::body)) take_bodies(item, task);
  if (const std::size_t start = layout_.find(Role::start); start < item.cells.size()) {
    context_.starts.emplace_back(context_.plan.tasks.size(), one_line(item.cells[start]));
  }
  context_.plan.tasks.push_back(std::move(task));
}

void TableParser::write_indicator(const Item& item) {
  Indicator indicator;
  fill(item, indicator);
  for (std::size_t i = 0; i < item.cells.size(); ++i) {
    const std::string text = one_line(item.cells[i]);
    const bool known = i < layout_.columns.size();
    const Role role = known ? layout_.columns[i].role : Role::extra;
    if (text.empty() || role == Role::number) continue;
    if (role == Role::title) {
      indicator.name = one_line(text);
    } else if (role == Role::unit) {
      indicator.unit = one_line(text);
    } else if (role == Role::owner) {
      indicator.owner = text;
      indicator.owners = context_.agencies.identify_all(squeeze(item.cells[i]));
    } else if (role == Role::baseline) {
      indicator.baseline = text;
      indicator.baseline_period = year_in(layout_.columns[i].name);
    } else if (role == Role::horizon) {
      std::string horizon = layout_.columns[i].horizon;
      if (horizon.empty()) horizon = horizon_;
      if (horizon.empty()) horizon = year_in(annex_.title);
      if (horizon.empty()) horizon = layout_.columns[i].name;
      indicator.targets.push_back({horizon, text, {}});
    } else {
      indicator.extra.push_back({known ? layout_.columns[i].name : "", text});
    }
  }
  context_.plan.indicators.push_back(std::move(indicator));
}

}  // namespace sauro::inline v0_1::detail
