#include "sauro/writing/schedule_json.hpp"

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/scheduling/schedule.hpp"
#include "core/poll.hpp"
#include "plan/task_ids.hpp"
#include "writing/json_fields.hpp"
#include "writing/ties.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::JsonIn;
using detail::Places;
using detail::say;

constexpr std::string_view schedule_schema = "sauro/schedule/2";

/// The place of the task that a member names.
void find_place(const JsonIn& in, std::string_view name, const Places& places, std::size_t& place) {
  const auto found = in.find(name);
  if (!found) return;
  const auto task = found->is_text() ? places.find(found->text()) : places.end();
  if (task == places.end()) {
    found->fail({"lịch không có nhiệm vụ này", "the schedule has no such task"});
  } else {
    place = task->second;
  }
}

void check_names(const JsonIn& in, std::string_view member, const std::vector<std::string>& ids,
                 const std::vector<std::string>& names) {
  if (ids.size() == names.size()) return;
  detail::fail_at(
      in, member,
      say("có {} tên cho {} cơ quan", "{} names for {} agencies", names.size(), ids.size()));
}

void check_tasks(const std::vector<JsonIn>& in, const Schedule& schedule) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    const ScheduledTask& task = schedule.tasks[i];
    check_names(in[i], "lead_names", task.leads, task.lead_names);
    check_names(in[i], "coordinator_names", task.coordinators, task.coordinator_names);
  }
}

void check_occurrences(const std::vector<JsonIn>& in, const Schedule& schedule) {
  std::set<std::pair<std::size_t, std::string_view>> labels;
  for (std::size_t i = 0; i < in.size(); ++i) {
    detail::poll();
    const ScheduledOccurrence& one = schedule.occurrences[i];
    if (!labels.emplace(one.task_place, one.occurrence).second) {
      detail::fail_at(
          in[i], "occurrence",
          say("nhiệm vụ {} đã có “{}”", "task {} has \"{}\" already", one.task, one.occurrence));
    }
    if (one.start && one.due && *one.due < *one.start) {
      detail::fail_at(in[i], "due",
                      say("{} trước ngày bắt đầu {}", "{} is before its start, {}",
                          one.due->to_iso(), one.start->to_iso()));
    }
  }
}

/// Tasks go by their ids in JSON and by their places here.
void find_places(const JsonIn& root, Schedule& schedule) {
  const Places places = detail::check_ids(detail::values_of(root, "tasks"), schedule.tasks);
  const std::vector<JsonIn> occurrences = detail::values_of(root, "occurrences");
  for (std::size_t i = 0; i < occurrences.size(); ++i) {
    find_place(occurrences[i], "task", places, schedule.occurrences[i].task_place);
  }
  const std::vector<JsonIn> links = detail::values_of(root, "dependencies");
  for (std::size_t i = 0; i < links.size(); ++i) {
    find_place(links[i], "before", places, schedule.dependencies[i].before);
    find_place(links[i], "after", places, schedule.dependencies[i].after);
  }
}

/// Orders the tasks, and says what hinders that.
void find_order(const JsonIn& root, Schedule& schedule) {
  try {
    schedule.order = order_of(schedule);
  } catch (const ValidationError& error) {
    detail::fail_at(root, "dependencies", {error.message(), error.message_en()});
  }
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
  check_tasks(detail::values_of(root, "tasks"), schedule);
  document.refuse_problems();
  check_occurrences(detail::values_of(root, "occurrences"), schedule);
  find_order(root, schedule);
  document.refuse_problems();
  return schedule;
}

}  // namespace sauro::inline v0_1
