#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/plan/plan.hpp"
#include "text/parts.hpp"

namespace sauro {
namespace {

/// A column of texts; an empty text is a missing value.
template <class Value>
Column texts(const char* name, const std::vector<Task>& tasks, Value value) {
  std::vector<std::string> column;
  std::vector<bool> missing;
  column.reserve(tasks.size());
  for (const Task& task : tasks) {
    column.push_back(std::invoke(value, task));
    missing.push_back(column.back().empty());
  }
  return Column::of(name, column, missing);
}

Column kinds(const std::vector<Task>& tasks) {
  std::vector<std::string> labels;
  for (int i = 0; i <= static_cast<int>(TimeframeKind::unparsed); ++i) {
    labels.emplace_back(to_string(static_cast<TimeframeKind>(i)));
  }
  std::vector<std::int32_t> codes;
  for (const Task& task : tasks) codes.push_back(static_cast<std::int32_t>(task.timeframe.kind));
  return Column::category("kind", std::move(codes), labels);
}

Column days(const char* name, const std::vector<Task>& tasks,
            std::optional<Date> Timeframe::* member) {
  std::vector<std::optional<Date>> column;
  column.reserve(tasks.size());
  for (const Task& task : tasks) column.push_back(task.timeframe.*member);
  return Column::of(name, column);
}

std::string targets_text(const Task& task) {
  std::vector<std::string> words;
  for (const Target& target : task.targets) words.push_back(target.text);
  return detail::joined(words, "; ");
}

}  // namespace

Table tasks_table(const Plan& plan) {
  const std::vector<Task>& tasks = plan.tasks;
  std::vector<std::int32_t> annexes;
  for (const Task& task : tasks) annexes.push_back(task.annex);
  return Table(
      {texts("id", tasks, &Task::id), Column::of("annex", std::move(annexes)),
       texts("area", tasks, &Task::area), texts("number", tasks, &Task::number),
       texts("parent", tasks, &Task::parent), texts("title", tasks, &Task::title),
       texts("points", tasks, [](const Task& t) { return detail::joined(t.points, "\n"); }),
       texts("product", tasks, &Task::product), texts("lead", tasks, &Task::lead),
       texts("leads", tasks, [](const Task& t) { return detail::joined(t.leads, ", "); }),
       texts("coordinator", tasks, &Task::coordinator),
       texts("coordinators", tasks,
             [](const Task& t) { return detail::joined(t.coordinators, ", "); }),
       texts("timeframe", tasks, [](const Task& t) { return t.timeframe.text; }), kinds(tasks),
       days("start", tasks, &Timeframe::start), days("due", tasks, &Timeframe::due),
       texts("reading", tasks, [](const Task& t) { return t.timeframe.reading; }),
       texts("targets", tasks, &targets_text)});
}

}  // namespace sauro
