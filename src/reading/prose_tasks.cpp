#include "reading/prose_tasks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_points.hpp"
#include "reading/cell_roles.hpp"
#include "reading/cell_text.hpp"
#include "reading/clause_openings.hpp"
#include "reading/duty_bodies.hpp"
#include "reading/duty_times.hpp"
#include "reading/labels.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// "Nhiệm vụ 1": a title that only counts.
bool only_counts(std::string_view title) {
  const std::size_t digits = title.find_last_not_of("0123456789. ");
  const std::string_view words = title.substr(0, digits == title.npos ? 0 : digits + 1);
  return words.empty() || prose_role(words) == ProseRole::content;
}

/// Whether a piece of a label's value can be the name of a body.
bool may_be_body(std::string_view name) {
  constexpr std::size_t longest_name = 14;  // words
  return starts_upper(name) && count_words(fold(name)) <= longest_name && !says_what_to_do(name);
}

}  // namespace

void ProseTasks::look(std::size_t from, std::size_t to) {
  from_ = from;
  outline_ = outline_of(context_, units_, from, to);
  find_owners(context_, units_, outline_);
  leave_rows_of_tables();
  owners_.assign(to - from, 0);
  ids_.assign(outline_.nodes.size(), "");
  for (std::size_t place = 1; place < outline_.nodes.size(); ++place) {
    if (outline_.nodes[place].task) own(place);
  }
}

/// What a table lists too is a task of that table alone.
void ProseTasks::leave_rows_of_tables() {
  const auto is_task = [](const ProseNode& node) { return node.task; };
  if (std::none_of(outline_.nodes.begin(), outline_.nodes.end(), is_task)) return;
  if (in_rows_.empty()) {
    for (const Unit& unit : units_) {
      if (unit.table == nullptr) continue;
      for (const Row& row : unit.table->rows) {
        for (const Cell& cell : row.cells) in_rows_.insert(fold(cell.text));
      }
    }
  }
  for (ProseNode& node : outline_.nodes) {
    const bool is_table = node.task && units_[node.unit].table != nullptr;
    if (node.task && !is_table && in_rows_.contains(fold(node.title))) node.task = false;
  }
}

/// Marks the units that a task takes.
void ProseTasks::own(std::size_t place) {
  any_ = true;
  owners_[outline_.nodes[place].unit - from_] = place;
  own_parts(place, place);
}

void ProseTasks::own_parts(std::size_t place, std::size_t task) {
  const ProseNode& node = outline_.nodes[place];
  for (const std::size_t line : node.lines) owners_[line - from_] = task;
  for (const std::size_t child : node.children) {
    if (outline_.nodes[child].task) continue;
    owners_[outline_.nodes[child].unit - from_] = task;
    own_parts(child, task);
  }
}

bool ProseTasks::take(std::size_t unit, const Narrative& narrative, Annex& annex) {
  if (unit < from_ || unit - from_ >= owners_.size()) return false;
  const std::size_t place = owners_[unit - from_];
  if (place == 0) return false;
  if (ids_[place].empty()) write(place, narrative, annex);
  return true;
}

void ProseTasks::write(std::size_t place, const Narrative& narrative, Annex& annex) {
  const ProseNode& node = outline_.nodes[place];
  if (annex.span == Span{}) annex.span = context_.source.span(units_[node.unit].place);
  Task task;
  place_task(node, narrative, annex, task);
  ids_[place] = task.id;
  fill(node, task);
  if (task.leads.empty() && task.lead.empty()) take_owner(task);
  if (task.leads.empty() && task.lead.empty()) task.leads = narrative.agencies_above(node.level);
  context_.plan.tasks.push_back(std::move(task));
}

void ProseTasks::place_task(const ProseNode& node, const Narrative& narrative, Annex& annex,
                            Task& task) {
  const Place place = units_[node.unit].place;
  task.span = context_.source.span(place);
  task.annex = annex.number;
  int outermost = node.level;
  for (std::size_t above = node.above; above != 0; above = outline_.nodes[above].above) {
    task.parent = task.parent.empty() ? ids_[above] : task.parent;
    outermost = outline_.nodes[above].level;
  }
  const SectionPath path = narrative.path_above(outermost);
  task.area = path.numbers;
  for (; areas_seen_ < annex.areas.size(); ++areas_seen_) {
    areas_.insert(annex.areas[areas_seen_].number);
  }
  if (!task.area.empty() && !areas_.contains(task.area)) {
    context_.count_again(path.title);  // it is the title of a section too
    annex.areas.push_back({task.area, path.title, context_.source.span(place)});
  }
  const std::string scope =
      std::to_string(annex.number) + "." + (task.area.empty() ? "" : task.area + ".");
  task.number = node.number;
  if (!task.parent.empty() && !node.number.empty()) {
    const std::string above = task.parent.substr(std::min(scope.size(), task.parent.size()));
    if (!node.number.starts_with(above + ".")) task.number = above + "." + node.number;
  }
  task.id = context_.make_id(scope, task.number);
}

/// What a sentence says itself of who does its work and until when.
ProseTasks::Own ProseTasks::own_of(std::string_view title) {
  const Clause clause = clause_of(title);
  Own own;
  if (clause.words.empty()) return own;
  own.has_owner = find_owner(context_, clause, behind_step(clause)).any();
  if (const auto limit = find_limit(clause, times_of(context_.plan.document)))
    own.limit = limit->timeframe.text;
  return own;
}

void ProseTasks::fill(const ProseNode& node, Task& task) {
  const std::string_view title = without_separators(node.title);
  task.title = one_line(title);
  const bool timed =
      std::any_of(node.fields.begin(), node.fields.end(), [](const ProseField& field) {
        return certain(field.role) == ProseRole::timeframe && !field.guessed;
      });
  Own own = node.borrows || !timed ? own_of(task.title) : Own{};
  own.has_owner = own.has_owner && node.borrows;
  for (const ProseField& field : node.fields) {
    const ProseRole role = certain(field.role);
    const bool bodies = role == ProseRole::lead || role == ProseRole::coordinator;
    const bool time = role == ProseRole::timeframe;
    if ((bodies && own.has_owner) || (time && !own.limit.empty())) continue;
    if (node.borrows || (time && field.guessed)) context_.count_again(field.value);
    take_field(field, task);
  }
  if (!own.limit.empty()) {
    context_.count_again(own.limit);
    task.timeframe.text = own.limit;
  }
  add_points(node, task);
  count(node, title);
}

void ProseTasks::take_field(const ProseField& field, Task& task) {
  const std::string value = one_line(field.value);
  const auto append = [&](std::string& text) {
    if (!text.empty() && !value.empty()) context_.count_again(";");
    text += (text.empty() || value.empty() ? "" : "; ") + value;
  };
  switch (field.role) {
    case ProseRole::lead:
    case ProseRole::lead_weak:
      append(task.lead);
      return take_bodies(field, task);
    case ProseRole::coordinator:
    case ProseRole::coordinator_weak:
      append(task.coordinator);
      return take_bodies(field, task);
    case ProseRole::timeframe:
    case ProseRole::timeframe_weak:
      return append(task.timeframe.text);
    case ProseRole::product:
      append(task.product);
      task.products = split_products(squeeze(field.value));
      return;
    case ProseRole::content:
      if (only_counts(task.title)) {
        task.points.insert(task.points.begin(), task.title);
        task.title = value;
      } else {
        task.points.push_back(value);
      }
      if (task.points.front().empty()) task.points.erase(task.points.begin());
      return;
    case ProseRole::target:
      task.points.push_back(value);
      return;
    case ProseRole::start:
      context_.starts.emplace_back(context_.plan.tasks.size(), value);
      task.extra.push_back({field.name, value});
      return;
    case ProseRole::other:
      if (!value.empty()) task.extra.push_back({field.name, value});
  }
}

void ProseTasks::take_bodies(const ProseField& field, Task& task) {
  if (field.guessed) {
    Remark& remark = context_.remark(RemarkKind::agencies, field.value, {});
    remark.task = task.id;
    remark.span = task.span;
    remark.field = "lead";
  }
  const bool leads = field.role == ProseRole::lead;
  const CellRoles both =
      leads ? read_roles(context_.agencies, field.value) : CellRoles{{}, field.value, false, false};
  if (both.guessed) {
    Remark& remark = context_.remark(RemarkKind::agencies, both.help, {});
    remark.task = task.id;
    remark.span = task.span;
    remark.field = "coordinator";
    remark.others.push_back(field.value);
  }
  for (const auto& [text, ids] :
       {std::pair{both.lead, &task.leads}, std::pair{both.help, &task.coordinators}}) {
    if (text.empty()) continue;
    for (const std::string& name : context_.agencies.split(text)) {
      if (context_.agencies.is_agency(name) || may_be_body(name)) {
        add_id(*ids, context_.agencies.identify(name));
      } else {
        Remark& remark = context_.remark(RemarkKind::agencies, "", {});
        remark.task = task.id;
        remark.span = task.span;
        remark.field = ids == &task.leads ? "lead" : "coordinator";
        remark.others.push_back(name);
      }
    }
  }
}

/// Whom the sentence of a task gives it to: "Phòng Kinh tế: chủ trì, phối hợp với ...".
void ProseTasks::take_owner(Task& task) {
  const Clause clause = clause_of(task.title);
  const DutyOwner owner =
      clause.words.empty() ? DutyOwner{} : find_owner(context_, clause, behind_step(clause));
  if (owner.leads.empty()) return;
  task.leads = owner.leads;
  add_partners(task.leads, task.coordinators, find_partners(context_, clause, owner.end).ids);
}

/// What stands below a task without labels of its own.
void ProseTasks::add_points(const ProseNode& node, Task& task) {
  for (const std::size_t place : node.children) {
    const ProseNode& child = outline_.nodes[place];
    if (child.task) continue;
    const std::string_view text = units_[child.unit].text;
    const bool keeps_mark = child.bullet.empty() || child.bullet == "+";
    task.points.push_back(one_line(keeps_mark ? text : child.text));
    context_.count_marks(count_visible(text) - count_visible(task.points.back()));
    for (const std::size_t line : child.lines) task.points.push_back(one_line(units_[line].text));
    add_points(child, task);
  }
}

/// The words of labels, bullets and separators of a task.
void ProseTasks::count(const ProseNode& node, std::string_view title) {
  std::size_t all = visible(node.unit);
  for (const std::size_t line : node.lines) all += line == node.unit ? 0 : visible(line);
  std::size_t kept = count_visible(title);
  for (const ProseField& field : node.fields) {
    const bool of_heading = field.guessed && field.role == ProseRole::timeframe;
    if (!node.borrows && !of_heading) kept += count_visible(field.value);
  }
  context_.count_marks(all - kept);
}

std::size_t ProseTasks::visible(std::size_t unit) const {
  const Block* table = units_[unit].table;
  if (table == nullptr) return count_visible(units_[unit].text);
  std::size_t sum = 0;
  for (const Row& row : table->rows) {
    for (const Cell& cell : row.cells) sum += cell.inherited ? 0 : count_visible(cell.text);
  }
  return sum;
}

}  // namespace sauro::inline v0_1::detail
