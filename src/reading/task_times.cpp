#include "reading/task_times.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

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

namespace {

/// The day that a workbook counts so, where a text is nothing but such a number.
std::optional<Date> day_of_number(std::string_view text) {
  constexpr int first = 36526;  // 1/1/2000
  constexpr int last = 73050;   // 31/12/2099
  int number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (number < first || number > last) return std::nullopt;
  return Date(2000, 1, 1).plus_days(number - first);
}

}  // namespace

void read_day_numbers(Context& context) {
  const TimeframeContext times = times_of(context.plan.document);
  for (Task& task : context.plan.tasks) {
    if (task.timeframe.kind != TimeframeKind::unparsed) continue;
    const auto day = day_of_number(task.timeframe.text);
    if (!day) continue;
    std::string written = std::move(task.timeframe.text);
    task.timeframe = parse_timeframe(day_text(*day), times);
    task.timeframe.text = written;
    task.timeframe.reading = day_text(*day);
    Remark& remark = context.remark(RemarkKind::value, day_text(*day), {});
    remark.task = task.id;
    remark.field = "timeframe";
    remark.others = {std::move(written)};
    remark.span = task.span;
  }
}

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
