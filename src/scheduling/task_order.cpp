// In which order tasks come that wait for each other.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/scheduling/schedule.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

/// The tasks of a cycle, "1.I.1 → 1.I.2 → 1.I.1"; `open` counts what each still waits for.
std::string cycle_text(const Schedule& schedule, const std::vector<std::size_t>& open) {
  std::vector<std::size_t> waits_for(schedule.tasks.size());
  for (const Dependency& one : schedule.dependencies) {
    if (open[one.before] > 0 && open[one.after] > 0) waits_for[one.after] = one.before;
  }
  const auto stuck = std::find_if(open.begin(), open.end(), [](std::size_t n) { return n > 0; });
  auto at = static_cast<std::size_t>(stuck - open.begin());
  std::vector<bool> seen(schedule.tasks.size(), false);
  while (!seen[at]) {
    seen[at] = true;
    at = waits_for[at];
  }
  std::string text = schedule.tasks[at].id;
  for (std::size_t i = waits_for[at]; i != at; i = waits_for[i]) {
    text = schedule.tasks[i].id + " → " + text;
  }
  return schedule.tasks[at].id + " → " + text;
}

}  // namespace

std::vector<std::size_t> order_of(const Schedule& schedule) {
  const std::size_t count = schedule.tasks.size();
  std::vector<std::vector<std::size_t>> after(count);
  std::vector<std::size_t> open(count, 0);
  for (const Dependency& one : schedule.dependencies) {
    after[one.before].push_back(one.after);
    ++open[one.after];
  }
  std::vector<std::size_t> order;
  order.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (open[i] == 0) order.push_back(i);
  }
  for (std::size_t k = 0; k < order.size(); ++k) {
    for (const std::size_t next : after[order[k]]) {
      if (--open[next] == 0) order.push_back(next);
    }
  }
  if (order.size() < count) {
    throw ValidationError(ErrorCode::cycle, "predecessors",
                          detail::say("các nhiệm vụ chờ lẫn nhau: {}",
                                      "tasks wait for each other: {}", cycle_text(schedule, open)));
  }
  return order;
}

}  // namespace sauro::inline v0_1
