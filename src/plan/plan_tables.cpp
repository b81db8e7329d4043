#include "sauro/plan/tables.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "table/plain_columns.hpp"
#include "text/parts.hpp"

namespace sauro::inline v0_1 {
namespace {

/// A column of texts; an empty text is a missing value.
template <class Item, class Value>
Column texts(std::string name, const std::vector<const Item*>& items, Value value) {
  std::vector<std::string> column;
  std::vector<bool> missing;
  column.reserve(items.size());
  for (const Item* item : items) {
    column.push_back(std::invoke(value, *item));
    missing.push_back(column.back().empty());
  }
  return Column::of(std::move(name), column, missing);
}

template <class Item>
Column annexes(const std::vector<const Item*>& items) {
  std::vector<std::int32_t> numbers;
  for (const Item* item : items) numbers.push_back(item->annex);
  return Column::of("annex", std::move(numbers));
}

using Tasks = std::vector<const Task*>;

Column kinds(const Tasks& tasks) {
  std::vector<std::string> labels;
  for (int i = 0; i <= static_cast<int>(TimeframeKind::unparsed); ++i) {
    labels.emplace_back(to_string(static_cast<TimeframeKind>(i)));
  }
  std::vector<std::int32_t> codes;
  for (const Task* task : tasks) codes.push_back(static_cast<std::int32_t>(task->timeframe.kind));
  return Column::category("kind", std::move(codes), labels);
}

Column days(const char* name, const Tasks& tasks, std::optional<Date> Timeframe::* member) {
  std::vector<std::optional<Date>> column;
  column.reserve(tasks.size());
  for (const Task* task : tasks) column.push_back(task->timeframe.*member);
  return Column::of(name, column);
}

std::string targets_text(const Task& task) {
  std::vector<std::string> words;
  for (const Target& target : task.targets) words.push_back(target.text);
  return detail::joined(words, "; ");
}

std::string target_at(const Indicator& indicator, const std::string& horizon) {
  std::vector<std::string> words;
  for (const IndicatorTarget& target : indicator.targets) {
    if (target.horizon == horizon) words.push_back(target.text);
  }
  return detail::joined(words, "; ");
}

std::string alternatives_text(const Task& task) {
  std::vector<std::string> words;
  for (const OtherReading& other : task.timeframe.alternatives) words.push_back(other.reading);
  return detail::joined(words, "\n");
}

/// Horizons of all indicators, in the order of their first appearance.
std::vector<std::string> horizons_of(const std::vector<Indicator>& indicators) {
  std::vector<std::string> found;
  for (const Indicator& indicator : indicators) {
    for (const IndicatorTarget& target : indicator.targets) {
      if (std::find(found.begin(), found.end(), target.horizon) == found.end()) {
        found.push_back(target.horizon);
      }
    }
  }
  return found;
}

std::vector<Column> columns_of(const Tasks& tasks) {
  return {texts("id", tasks, &Task::id),
          annexes(tasks),
          texts("area", tasks, &Task::area),
          texts("number", tasks, &Task::number),
          texts("parent", tasks, &Task::parent),
          texts("title", tasks, &Task::title),
          texts("points", tasks, [](const Task& t) { return detail::joined(t.points, "\n"); }),
          texts("product", tasks, &Task::product),
          texts("lead", tasks, &Task::lead),
          texts("leads", tasks, [](const Task& t) { return detail::joined(t.leads, ", "); }),
          texts("coordinator", tasks, &Task::coordinator),
          texts("coordinators", tasks,
                [](const Task& t) { return detail::joined(t.coordinators, ", "); }),
          texts("timeframe", tasks, [](const Task& t) { return t.timeframe.text; }),
          kinds(tasks),
          days("start", tasks, &Timeframe::start),
          days("due", tasks, &Timeframe::due),
          texts("reading", tasks, [](const Task& t) { return t.timeframe.reading; }),
          texts("alternatives", tasks, &alternatives_text),
          texts("targets", tasks, &targets_text)};
}

/// A text for each task of each plan.
template <class Value>
Column of_plans(const char* name, std::span<const Plan* const> plans, Value value) {
  std::vector<std::string> column;
  std::vector<bool> missing;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const std::string text = value(i);
    column.insert(column.end(), plans[i]->tasks.size(), text);
    missing.insert(missing.end(), plans[i]->tasks.size(), text.empty());
  }
  return Column::of(name, column, missing);
}

}  // namespace

Table table_of(const std::vector<Task>& tasks) {
  return Table(columns_of(detail::pointers_to(tasks)));
}

Table table_of(std::span<const Plan* const> plans, std::span<const std::string> names) {
  if (names.size() != plans.size()) {
    throw ValidationError(
        ErrorCode::invalid_column, "names",
        detail::wrong_length({"danh sách tên", "the list of names"}, names.size(), plans.size()));
  }
  Tasks tasks;
  for (const Plan* plan : plans) {
    for (const Task& task : plan->tasks) tasks.push_back(&task);
  }
  std::vector<Column> columns = columns_of(tasks);
  columns.insert(
      columns.begin(),
      {of_plans("plan", plans, [&](std::size_t i) { return names[i]; }),
       of_plans("document", plans, [&](std::size_t i) { return plans[i]->document.number; })});
  return Table(std::move(columns));
}

Table table_of(const std::vector<Agency>& all) {
  const auto agencies = detail::pointers_to(all);
  std::vector<bool> generic;
  for (const Agency& agency : all) generic.push_back(agency.generic);
  return Table(
      {texts("id", agencies, &Agency::id), texts("name", agencies, &Agency::name),
       texts("names", agencies, [](const Agency& one) { return detail::joined(one.names, "; "); }),
       Column::of("generic", generic)});
}

Table table_of(const std::vector<Indicator>& all) {
  const auto indicators = detail::pointers_to(all);
  std::vector<Column> columns = {texts("id", indicators, &Indicator::id),
                                 annexes(indicators),
                                 texts("area", indicators, &Indicator::area),
                                 texts("number", indicators, &Indicator::number),
                                 texts("parent", indicators, &Indicator::parent),
                                 texts("name", indicators, &Indicator::name),
                                 texts("unit", indicators, &Indicator::unit),
                                 texts("owner", indicators, &Indicator::owner),
                                 texts("owners", indicators, [](const Indicator& one) {
                                   return detail::joined(one.owners, ", ");
                                 })};
  for (const std::string& horizon : horizons_of(all)) {
    const bool taken = std::any_of(columns.begin(), columns.end(),
                                   [&horizon](const Column& one) { return one.name() == horizon; });
    columns.push_back(texts(taken ? "target " + horizon : horizon, indicators,
                            [&horizon](const Indicator& one) { return target_at(one, horizon); }));
  }
  return Table(std::move(columns));
}

}  // namespace sauro::inline v0_1
