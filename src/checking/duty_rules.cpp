// Duties of the text beside the tasks of the annexes.
#include "checking/findings.hpp"
#include "core/poll.hpp"
#include "plan/duty_tasks.hpp"

namespace sauro::inline v0_1::detail {

void check_duties(const Plan& plan, Collector& out) {
  const auto tasks = tasks_of_duties(plan);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    poll();
    if (!tasks[i]) continue;
    const Timeframe& said = plan.duties[i].timeframe;
    const Task& task = plan.tasks[*tasks[i]];
    const bool both =
        said.kind != TimeframeKind::unstated && task.timeframe.kind != TimeframeKind::unstated;
    if (both && said.due != task.timeframe.due)
      out.add("duty.other_day", task, {said.text, task.timeframe.text, plan.duties[i].id});
  }
}

}  // namespace sauro::inline v0_1::detail
