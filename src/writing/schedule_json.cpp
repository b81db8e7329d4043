#include "sauro/writing/schedule_json.hpp"

#include <algorithm>
#include <unordered_map>

#include "sauro/scheduling/schedule.hpp"
#include "text/view_hash.hpp"
#include "writing/json_fields.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::JsonIn;
using detail::JsonOut;
using detail::write_member;

constexpr std::string_view schedule_schema = "sauro/schedule/2";
constexpr std::string_view first_schema = "sauro/schedule/1";

void write_occurrence(JsonOut& out, const Schedule& schedule, const ScheduledOccurrence& one) {
  out.begin_object();
  write_member(out, "task", schedule.tasks[one.task_place].id);
  write_member(out, "occurrence", one.occurrence);
  write_member(out, "start", one.start);
  write_member(out, "due", one.due);
  write_member(out, "kind", one.kind);
  write_member(out, "reading", one.reading);
  out.end_object();
}

/// Places of the tasks by id.
using TaskPlaces = std::unordered_map<std::string, std::size_t, detail::ViewHash, std::equal_to<>>;

template <class T>
void read_member(const JsonIn& in, std::string_view name, T& value) {
  in.require(name);
  if (const auto found = in.find(name)) detail::read(*found, value);
}

void read_place(const JsonIn& in, std::string_view name, const TaskPlaces& places,
                std::size_t& place) {
  in.require(name);
  const auto found = in.find(name);
  if (!found) return;
  const auto task = found->is_text() ? places.find(found->text()) : places.end();
  if (task == places.end()) {
    found->fail({"lịch không có nhiệm vụ này", "the schedule has no such task"});
  } else {
    place = task->second;
  }
}

/// Calls `visit` with each object of a list.
template <class Visit>
void each_object(const JsonIn& in, std::string_view name, Visit visit) {
  in.require(name);
  const auto list = in.find(name);
  if (!list || !list->expect_list()) return;
  list->each([&](const JsonIn& one) {
    if (one.expect_object()) visit(one);
  });
}

/// The first schema had names for ids, and number and title of the area in one text
ScheduledTask read_first(const JsonIn& in) {
  ScheduledTask task;
  read_member(in, "id", task.id);
  read_member(in, "title", task.title);
  read_member(in, "annex", task.annex);
  read_member(in, "product", task.product);
  read_member(in, "timeframe", task.timeframe);
  read_member(in, "leads", task.leads);
  read_member(in, "coordinators", task.coordinators);
  task.lead_names = task.leads;
  task.coordinator_names = task.coordinators;
  read_member(in, "area", task.area);
  const std::size_t point = std::min(task.area.find(". "), task.area.size());
  task.area_name = task.area.substr(std::min(point + 2, task.area.size()));
  task.area.resize(point);
  return task;
}

ScheduledTask read_task(const JsonIn& in, bool first) {
  if (first) return read_first(in);
  ScheduledTask task;
  detail::read(in, task);
  return task;
}

ScheduledOccurrence read_occurrence(const JsonIn& in, const TaskPlaces& places, bool first) {
  ScheduledOccurrence one;
  read_place(in, "task", places, one.task_place);
  read_member(in, first ? "label" : "occurrence", one.occurrence);
  read_member(in, "start", one.start);
  read_member(in, "due", one.due);
  read_member(in, "kind", one.kind);
  if (in.has("reading")) read_member(in, "reading", one.reading);
  return one;
}

Dependency read_dependency(const JsonIn& in, const TaskPlaces& places) {
  Dependency link;
  read_place(in, "before", places, link.before);
  read_place(in, "after", places, link.after);
  read_member(in, "kind", link.kind);
  return link;
}

}  // namespace

std::string to_json(const Schedule& schedule, int indent) {
  JsonOut out(indent);
  out.begin_object();
  write_member(out, "schema", schedule_schema);
  write_member(out, "title", schedule.title);
  write_member(out, "year", schedule.year);
  write_member(out, "tasks", schedule.tasks);
  out.key("occurrences");
  out.begin_list();
  for (const ScheduledOccurrence& one : schedule.occurrences) write_occurrence(out, schedule, one);
  out.end_list();
  out.key("dependencies");
  out.begin_list();
  for (const Dependency& link : schedule.dependencies) {
    out.begin_object();
    write_member(out, "before", schedule.tasks[link.before].id);
    write_member(out, "after", schedule.tasks[link.after].id);
    write_member(out, "kind", link.kind);
    out.end_object();
  }
  out.end_list();
  out.end_object();
  return out.take();
}

Schedule schedule_from_json(std::string_view json) {
  detail::JsonDocument document(json);
  const JsonIn root = document.root();
  if (!root.expect_object()) document.refuse_problems();
  const auto named = root.find("schema");
  const bool first = named && named->is_text() && named->text() == first_schema;
  if (!first) root.expect_schema(schedule_schema);
  document.refuse_problems();  // what follows would only repeat it
  Schedule schedule;
  read_member(root, "title", schedule.title);
  read_member(root, "year", schedule.year);
  TaskPlaces places;
  each_object(root, "tasks", [&](const JsonIn& one) {
    schedule.tasks.push_back(read_task(one, first));
    if (places.emplace(schedule.tasks.back().id, places.size()).second) return;
    one.fail({"hai nhiệm vụ cùng một mã", "two tasks with one id"});
  });
  each_object(root, "occurrences", [&](const JsonIn& one) {
    schedule.occurrences.push_back(read_occurrence(one, places, first));
  });
  each_object(root, "dependencies", [&](const JsonIn& one) {
    schedule.dependencies.push_back(read_dependency(one, places));
  });
  document.refuse_problems();
  schedule.order = order_of(schedule);
  return schedule;
}

}  // namespace sauro::inline v0_1
