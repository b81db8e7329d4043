#include <algorithm>
#include <map>

#include "core/poll.hpp"
#include "data/product_kinds.hpp"

#include "sauro/core/error.hpp"
#include "sauro/plan/board.hpp"
#include "sauro/text/fold.hpp"
#include "core/say.hpp"
#include "plan/task_columns.hpp"
#include "text/phrase_set.hpp"

namespace sauro::inline v0_1 {
namespace {

std::string moved_text(const std::vector<DueChange>& moved) {
  std::string text;
  for (const DueChange& one : moved) {
    text += (text.empty() ? "" : "; ") + one.on.to_iso() + ": " +
            (one.from ? one.from->to_iso() : "-") + " -> " + (one.to ? one.to->to_iso() : "-");
  }
  return text;
}

/// "quyết định", "báo cáo": the first kind of product that a text names.
std::string product_kind(const std::string& product) {
  static const auto kinds = [] {
    std::pair<detail::PhraseSet, std::vector<std::string>> all;
    for (const auto& row : detail::data::product_kinds) {
      detail::for_each_part(row[1], '|', [&](std::string_view kind) {
        all.first.add(kind, static_cast<int>(all.second.size()));
        all.second.emplace_back(kind);
      });
    }
    return all;
  }();
  if (product.empty()) return "không ghi";
  const auto match = kinds.first.find(tone_key(product));
  return match ? kinds.second[static_cast<std::size_t>(match.number)] : "khác";
}

/// Counts of one group.
struct Tally {
  std::array<std::int64_t, board_statuses> counts{};
  std::int64_t shared = 0;  ///< that another agency leads too
  std::int64_t on_time = 0;
  std::int64_t judged = 0;
  double points = 0;
  double weight = 0;

  void count(const BoardRow& row) { ++counts[static_cast<std::size_t>(row.status)]; }
  void judge(const BoardRow& row) {
    on_time += row.status == BoardStatus::done_on_time ? 1 : 0;
    judged += row.status == BoardStatus::done_on_time || row.late_days > 0 ? 1 : 0;
  }
  void score(const BoardRow& row, double times) {
    if (!row.points) return;
    points += *row.points * times;
    weight += times;
  }
};

/// What rows are counted by.
struct Group {
  std::string order;  ///< agencies stand in that of their names, areas in that of the plan
  std::string id;
  std::string name;

  friend auto operator<=>(const Group&, const Group&) = default;
};

std::vector<Group> agencies_of(const std::vector<std::string>& ids,
                               const std::vector<std::string>& names) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < ids.size(); ++i) groups.push_back({fold(names[i]), ids[i], names[i]});
  return groups;
}

std::vector<Group> groups_of(std::string_view group, const ScheduledTask& task,
                             const BoardRow& row) {
  if (group == "agency") {
    return task.leads.empty() ? std::vector<Group>{{"~", "", "chưa giao"}}
                              : agencies_of(task.leads, task.lead_names);
  }
  if (group == "area") return {{"", task.area, task.area_name}};
  if (group == "annex") return {{"", std::to_string(task.annex), ""}};
  if (group == "product") return {{"", product_kind(task.product), ""}};
  if (group == "month") {
    return {{"", row.due ? row.due->to_iso().substr(0, 7) : "chưa có hạn", ""}};
  }
  throw ValidationError(
      ErrorCode::invalid_option, std::string(group),
      detail::say("không có cách nhóm này; cần agency, area, annex, product hoặc month",
                  "there is no such group; expected agency, area, annex, product or month"));
}

/// Puts areas in the order in which the plan has them.
class AreaOrder {
 public:
  [[nodiscard]] Group placed(Group area) {
    constexpr std::size_t digits = 8;
    const std::string next = std::to_string(places_.size());
    const std::string padded = std::string(digits - std::min(digits, next.size()), '0') + next;
    area.order = places_.try_emplace(area, padded).first->second;
    return area;
  }

 private:
  std::map<Group, std::string> places_;
};

}  // namespace

Table Board::table() const {
  const ProgressEntry none{};
  std::vector<const ProgressEntry*> entries;
  std::vector<std::string> moves;
  for (const BoardRow& row : rows) {
    detail::poll();
    entries.push_back(row.entry ? &progress->entries[*row.entry] : &none);
    moves.push_back(moved_text(row.moved));
  }
  // a board that was moved from keeps its schedule, but no rows
  const auto occurrences = detail::pointers_to(schedule->occurrences, rows.size());
  detail::PlainColumns columns;
  detail::add_task_columns(columns, detail::tasks_of(*schedule, occurrences));
  return columns.add(occurrences, {"occurrence"})
      .add_all(detail::pointers_to(rows))
      .add(entries, {"result", "document", "evidence", "who"})
      .add(Column::of("moved", moves))
      .take();
}

Table Board::by(std::string_view group) const {
  std::map<Group, Tally> tallies;
  static_cast<void>(groups_of(group, {}, {}));  // an unknown group is refused in an empty board too
  const bool by_agency = group == "agency";
  AreaOrder areas;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    detail::poll();
    const std::size_t place = schedule->occurrences[i].task_place;
    const ScheduledTask& task = schedule->tasks[place];
    const double priority = priorities[place];
    const bool is_scored = reviews || schedule->occurrences[i].kind != OccurrenceKind::review;
    for (const Group& one : groups_of(group, task, rows[i])) {
      Tally& tally = tallies[group == "area" ? areas.placed(one) : one];
      tally.count(rows[i]);
      tally.shared += by_agency && task.leads.size() > 1 ? 1 : 0;
      if (is_scored) tally.judge(rows[i]);
      tally.score(rows[i], by_agency ? priority * scheme.lead : priority);
    }
    if (!by_agency) continue;
    for (const Group& one : agencies_of(task.coordinators, task.coordinator_names)) {
      tallies[one].score(rows[i], priority * scheme.coordinator);
    }
  }
  std::vector<std::string> ids, names;
  std::vector<bool> none;
  std::array<std::vector<std::int64_t>, board_statuses> counts;
  std::vector<std::int64_t> totals, shared;
  std::vector<std::optional<double>> on_time, points;
  for (const auto& [one, tally] : tallies) {
    ids.push_back(one.id);
    names.push_back(one.name);
    none.push_back(one.id.empty());
    std::int64_t total = 0;
    for (std::size_t k = 0; k < board_statuses; ++k) {
      counts[k].push_back(tally.counts[k]);
      total += tally.counts[k];
    }
    totals.push_back(total);
    shared.push_back(tally.shared);
    const auto good = static_cast<double>(tally.on_time);
    const auto judged = static_cast<double>(tally.judged);
    on_time.push_back(judged > 0 ? std::optional(100 * good / judged) : std::nullopt);
    points.push_back(tally.weight > 0 ? std::optional(tally.points / tally.weight) : std::nullopt);
  }
  std::vector<Column> columns = {Column::of(std::string(group), ids, none)};
  if (by_agency || group == "area") {
    columns.push_back(Column::of(std::string(group) + "_name", names));
  }
  for (std::size_t k = 0; k < board_statuses; ++k) {
    columns.push_back(
        Column::of(std::string(to_string(static_cast<BoardStatus>(k))), std::move(counts[k])));
  }
  columns.push_back(Column::of("total", std::move(totals)));
  if (by_agency) columns.push_back(Column::of("shared", std::move(shared)));
  columns.push_back(Column::of("on_time_percent", on_time));
  columns.push_back(Column::of("points", points));
  return Table(std::move(columns));
}

Table Board::next() const {
  std::vector<std::optional<std::size_t>> nearest(schedule->tasks.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    detail::poll();
    const BoardRow& row = rows[i];
    if (!row.due || row.finished || row.status == BoardStatus::cancelled) continue;
    auto& best = nearest[schedule->occurrences[i].task_place];
    if (!best || *row.due < *rows[*best].due) best = i;
  }
  std::vector<const ScheduledOccurrence*> occurrences;
  std::vector<const BoardRow*> standing;
  for (const std::optional<std::size_t>& row : nearest) {
    if (!row) continue;
    occurrences.push_back(&schedule->occurrences[*row]);
    standing.push_back(&rows[*row]);
  }
  return detail::PlainColumns()
      .add(detail::tasks_of(*schedule, occurrences), detail::task_column)
      .add(occurrences, {"occurrence"})
      .add(standing, {"due", "status"})
      .take();
}

Table changes_table(const Board& before, const Board& after) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> places;
  for (std::size_t i = 0; i < before.rows.size(); ++i) {
    const ScheduledOccurrence& one = before.schedule->occurrences[i];
    places[{before.schedule->tasks[one.task_place].id, one.occurrence}] = i;
  }
  std::vector<std::string> ids, labels, was, is;
  std::vector<std::optional<Date>> due_before, due_after;
  const auto add = [&](std::string_view id, std::string_view label, const BoardRow* a,
                       const BoardRow* b) {
    ids.emplace_back(id);
    labels.emplace_back(label);
    was.emplace_back(a != nullptr ? to_string(a->status) : "");
    is.emplace_back(b != nullptr ? to_string(b->status) : "");
    due_before.push_back(a != nullptr ? a->due : std::nullopt);
    due_after.push_back(b != nullptr ? b->due : std::nullopt);
  };
  for (std::size_t i = 0; i < after.rows.size(); ++i) {
    const ScheduledOccurrence& one = after.schedule->occurrences[i];
    const std::string& id = after.schedule->tasks[one.task_place].id;
    const auto found = places.find({id, one.occurrence});
    const BoardRow* old = found == places.end() ? nullptr : &before.rows[found->second];
    const BoardRow& now = after.rows[i];
    if (old == nullptr || old->status != now.status || old->due != now.due) {
      add(id, one.occurrence, old, &now);
    }
    if (found != places.end()) places.erase(found);
  }
  for (const auto& [key, i] : places) add(key.first, key.second, &before.rows[i], nullptr);
  return Table({Column::of("task", ids), Column::of("occurrence", labels),
                Column::of("before", was), Column::of("after", is),
                Column::of("due_before", due_before), Column::of("due_after", due_after)});
}

}  // namespace sauro::inline v0_1
