#include "writing/plan_ties.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "core/poll.hpp"
#include "core/say.hpp"
#include "writing/ties.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Each item's parents lead to one that has none.
template <class Item>
void check_parents(const std::vector<JsonIn>& in, const std::vector<Item>& items,
                   const Places& places) {
  constexpr std::size_t none = SIZE_MAX;
  std::vector<std::size_t> parent(items.size(), none);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].parent.empty()) continue;
    const auto found = places.find(items[i].parent);
    if (found == places.end()) {
      fail_at(in[i], "parent", say("không có mã {}", "no id {}", items[i].parent));
    } else {
      parent[i] = found->second;
    }
  }
  std::vector<std::size_t> seen_from(items.size(), none);
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::size_t at = i;
    while (at != none && seen_from[at] == none) {
      seen_from[at] = i;
      at = parent[at];
    }
    if (at != none && seen_from[at] == i) {
      fail_at(in[at], "parent",
              say("{} là cấp trên của chính nó", "{} is a parent of itself", items[at].id));
    }
  }
}

void check_agencies(const JsonIn& task, std::string_view member, const Places& agencies,
                    const std::vector<std::string>& ids) {
  const std::vector<JsonIn> in = values_of(task, member);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!agencies.contains(ids[i])) {
      in[i].fail(say("không có cơ quan {} trong agencies", "no agency {} among agencies", ids[i]));
    }
  }
}

}  // namespace

void check_ties(const JsonIn& root, const Plan& plan) {
  const std::vector<JsonIn> tasks = values_of(root, "tasks");
  const std::vector<JsonIn> indicators = values_of(root, "indicators");
  const Places agencies = check_ids(values_of(root, "agencies"), plan.agencies);
  const std::vector<JsonIn> duties = values_of(root, "duties");
  check_parents(tasks, plan.tasks, check_ids(tasks, plan.tasks));
  check_parents(duties, plan.duties, check_ids(duties, plan.duties));
  check_parents(indicators, plan.indicators, check_ids(indicators, plan.indicators));
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
    poll();
    check_agencies(tasks[i], "leads", agencies, plan.tasks[i].leads);
    check_agencies(tasks[i], "coordinators", agencies, plan.tasks[i].coordinators);
  }
  for (std::size_t i = 0; i < plan.duties.size(); ++i) {
    poll();
    check_agencies(duties[i], "leads", agencies, plan.duties[i].leads);
    check_agencies(duties[i], "coordinators", agencies, plan.duties[i].coordinators);
  }
  if (plan.coverage.lost() != 0) {
    fail_at(root, "coverage",
            say("các phần không cộng thành {} ký tự", "its parts don't add up to {} characters",
                plan.coverage.characters));
  }
}

}  // namespace sauro::inline v0_1::detail
