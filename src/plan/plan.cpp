#include "sauro/plan/plan.hpp"

#include <algorithm>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

template <class Item>
const Item& by_id(const IdIndex& places, const std::vector<Item>& items, std::string_view id,
                  const Bilingual& what) {
  if (const Item* item = places.find(items, id)) return *item;
  throw NotFoundError(
      ErrorCode::not_found, std::string(id),
      detail::say("kế hoạch không có {} mang mã này; có {}",
                  "the plan has no {} with this id; it has {}", what, items.size()));
}

/// The area of an annex by its number; a new one where there is none.
void require_area(Plan& plan, const Task& task) {
  auto annex = std::find_if(plan.annexes.begin(), plan.annexes.end(),
                            [&](const Annex& one) { return one.number == task.annex; });
  if (annex == plan.annexes.end()) {
    const auto after = std::find_if(plan.annexes.begin(), plan.annexes.end(),
                                    [&](const Annex& one) { return one.number > task.annex; });
    annex = plan.annexes.insert(after, Annex{});
    annex->number = task.annex;
  }
  const bool known = std::any_of(annex->areas.begin(), annex->areas.end(),
                                 [&](const Area& one) { return one.number == task.area; });
  if (!known && !task.area.empty()) annex->areas.push_back({task.area, "", {}});
}

/// Ids in the place of names; agencies that are new come to the plan.
void name_agencies(Plan& plan, std::vector<std::string>& agencies) {
  for (std::string& given : agencies) {
    const std::string key = agency_key(given);
    const auto known =
        std::find_if(plan.agencies.begin(), plan.agencies.end(), [&](const Agency& one) {
          const auto same = [&](const std::string& name) { return agency_key(name) == key; };
          return one.id == given || same(one.name) ||
                 std::any_of(one.names.begin(), one.names.end(), same);
        });
    if (known == plan.agencies.end()) {
      plan.agencies.push_back({slug(given), given, {given}, false});
      given = plan.agencies.back().id;
    } else {
      given = known->id;
    }
  }
}

}  // namespace

std::ptrdiff_t Coverage::lost() const noexcept {
  return static_cast<std::ptrdiff_t>(characters) -
         static_cast<std::ptrdiff_t>(in_fields + in_unread + repeated_headers + marks);
}

double Coverage::percent() const noexcept {
  if (characters == 0) return 100.0;
  const auto off = static_cast<double>(lost() < 0 ? -lost() : lost());
  return std::max(0.0, 100.0 * (1.0 - off / static_cast<double>(characters)));
}

bool Plan::is_empty() const noexcept {
  return tasks.empty() && indicators.empty() && duties.empty() && document.number.empty() &&
         std::all_of(sections.begin(), sections.end(),
                     [](const Section& section) { return section.number.empty(); });
}

const Task& Plan::task(std::string_view id) const {
  return by_id(task_places, tasks, id, {"nhiệm vụ", "task"});
}

const Agency& Plan::agency(std::string_view id) const {
  return by_id(agency_places, agencies, id, {"cơ quan", "agency"});
}

Plan Plan::with_task(Task task) const {
  if (task.id.empty() && !task.number.empty()) {
    task.id =
        std::to_string(task.annex) + "." + (task.area.empty() ? "" : task.area + ".") + task.number;
  }
  if (task.id.empty()) {
    throw ValidationError(ErrorCode::invalid_option, "task",
                          Bilingual{"nhiệm vụ cần có mã (id) hoặc số thứ tự (number)",
                                    "a task needs an id or a number"});
  }
  if (!task.parent.empty() && task_places.find(tasks, task.parent) == nullptr) {
    throw ValidationError(ErrorCode::invalid_option, task.id,
                          Bilingual{"kế hoạch không có nhiệm vụ cha “" + task.parent + "”",
                                    "the plan has no task \"" + task.parent + "\" as its parent"});
  }
  Plan made = *this;
  require_area(made, task);
  name_agencies(made, task.leads);
  name_agencies(made, task.coordinators);
  const auto same = std::find_if(made.tasks.begin(), made.tasks.end(),
                                 [&](const Task& one) { return one.id == task.id; });
  if (same != made.tasks.end()) {
    *same = std::move(task);
  } else {
    made.tasks.push_back(std::move(task));
  }
  return made;
}

}  // namespace sauro::inline v0_1
