#include "reading/task_times.hpp"

#include <optional>
#include <string>
#include <unordered_map>

#include "sauro/phrases/timeframe.hpp"
#include "phrases/meanings.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string day_text(const Date& day) {
  return std::to_string(day.day()) + "/" + std::to_string(day.month()) + "/" +
         std::to_string(day.year());
}

/// The timeframe of so many days from the day on; nothing where the number isn't understood.
std::optional<Timeframe> days_from(const Timeframe& days, const Date& first,
                                   const TimeframeContext& times) {
  const std::string phrase = "trong " + days.text + " kể từ ngày " + day_text(first);
  Timeframe made = parse_timeframe(phrase, times);
  if (!made.due) return std::nullopt;
  made.kind = TimeframeKind::window;
  made.text = days.text;
  made.start = first;
  made.reading = phrase;
  return made;
}

}  // namespace

void read_starts(Context& context) {
  Plan& plan = context.plan;
  const TimeframeContext times = times_of(plan.document);
  std::unordered_map<std::size_t, Date> first_days;
  for (const auto& [at, text] : context.starts) {
    const Timeframe start = parse_timeframe(text, times);
    const auto first = start.start ? start.start : start.due;
    if (!first) continue;
    first_days.emplace(at, *first);
    Timeframe& timeframe = plan.tasks[at].timeframe;
    const bool fits = timeframe.kind == TimeframeKind::window && timeframe.due;
    if (fits && *first <= *timeframe.due) timeframe.start = first;
  }
  for (const std::size_t at : context.durations) {
    Task& task = plan.tasks[at];
    if (task.timeframe.due) continue;
    const auto first = first_days.find(at);
    const auto made =
        first == first_days.end() ? std::nullopt : days_from(task.timeframe, first->second, times);
    if (made) {
      task.timeframe = *made;
      continue;
    }
    Remark& remark = context.remark(RemarkKind::value, task.timeframe.text, {});
    remark.task = task.id;
    remark.field = "timeframe";
    remark.others = {"chưa rõ tính từ ngày nào"};
    remark.span = task.span;
  }
}

}  // namespace sauro::inline v0_1::detail
