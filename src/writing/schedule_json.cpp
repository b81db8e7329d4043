#include "sauro/writing/schedule_json.hpp"

#include <unordered_map>

#include "sauro/scheduling/schedule.hpp"
#include "plan/task_ids.hpp"
#include "text/view_hash.hpp"
#include "writing/json_fields.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::JsonIn;

constexpr std::string_view schedule_schema = "sauro/schedule/2";

/// Places of the tasks by id.
using TaskPlaces = std::unordered_map<std::string, std::size_t, detail::ViewHash, std::equal_to<>>;

/// The place of the task that a member names.
void find_place(const JsonIn& in, std::string_view name, const TaskPlaces& places,
                std::size_t& place) {
  const auto found = in.find(name);
  if (!found) return;
  const auto task = found->is_text() ? places.find(found->text()) : places.end();
  if (task == places.end()) {
    found->fail({"lịch không có nhiệm vụ này", "the schedule has no such task"});
  } else {
    place = task->second;
  }
}

/// Calls `visit` with each value that was read of a list, and what it was read from.
template <class T, class Visit>
void each_read(const JsonIn& in, std::string_view name, std::vector<T>& values, Visit visit) {
  std::size_t i = 0;
  in.find(name)->each([&](const JsonIn& one) { visit(one, values[i++]); });
}

/// Tasks go by their ids in JSON and by their places here.
void find_places(const JsonIn& root, Schedule& schedule) {
  TaskPlaces places;
  each_read(root, "tasks", schedule.tasks, [&](const JsonIn& one, const ScheduledTask& task) {
    if (places.emplace(task.id, places.size()).second) return;
    one.fail({"hai nhiệm vụ cùng một mã", "two tasks with one id"});
  });
  each_read(root, "occurrences", schedule.occurrences,
            [&](const JsonIn& in, ScheduledOccurrence& one) {
              find_place(in, "task", places, one.task_place);
            });
  each_read(root, "dependencies", schedule.dependencies, [&](const JsonIn& in, Dependency& link) {
    find_place(in, "before", places, link.before);
    find_place(in, "after", places, link.after);
  });
}

}  // namespace

std::string to_json(const Schedule& schedule, int indent) {
  Schedule written = schedule;  // one that a program put together may know places alone
  detail::fill_task_ids(written);
  return detail::json_of(written, indent, schedule_schema);
}

Schedule schedule_from_json(std::string_view json) {
  detail::JsonDocument document(json);
  const JsonIn root = document.root();
  if (!root.expect_object()) document.refuse_problems();
  root.expect_schema(schedule_schema);
  document.refuse_problems();  // what follows would only repeat it
  Schedule schedule;
  detail::read(root, schedule);
  document.refuse_problems();
  find_places(root, schedule);
  document.refuse_problems();
  schedule.order = order_of(schedule);
  return schedule;
}

}  // namespace sauro::inline v0_1
