#include "reading/task_times.hpp"

#include <algorithm>
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

/// "06/05/2026 17:00" of "06/05/2026 17:00:00" and "06/05/2026 05:00 CH", as cells show a day and
/// an hour; nothing for any other text.
std::optional<std::string> day_and_hour(std::string_view text) {
  const bool half_day = text.ends_with(" SA") || text.ends_with(" CH");
  const bool afternoon = text.ends_with(" CH");
  if (half_day) text.remove_suffix(std::string_view(" CH").size());
  const std::size_t space = text.find(' ');
  if (space == text.npos) return std::nullopt;
  const std::string_view day = text.substr(0, space);
  const std::string_view clock = text.substr(space + 1);
  constexpr std::string_view figures = "0123456789";
  const auto colons = std::count(clock.begin(), clock.end(), ':');
  if (day.find_first_not_of("0123456789/-.") != day.npos || clock.empty() || colons < 1 ||
      colons > 2 || clock.find_first_not_of("0123456789:") != clock.npos) {
    return std::nullopt;
  }
  int hour = 0;
  const std::size_t colon = clock.find(':');
  std::from_chars(clock.data(), clock.data() + colon, hour);
  if (half_day) hour = hour % 12 + (afternoon ? 12 : 0);
  const std::string_view minutes = clock.substr(colon, 3);
  if (minutes.size() < 3 || minutes.find_first_of(figures) == minutes.npos) return std::nullopt;
  return std::string(day) + " " + std::to_string(hour) + std::string(minutes);
}

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
  const TimeframeContext times = times_of(context.plan);
  for (Task& task : context.plan.tasks) {
    if (task.timeframe.kind != TimeframeKind::unparsed) continue;
    if (const auto moment = day_and_hour(task.timeframe.text)) {
      Timeframe made = parse_timeframe(*moment, times);
      if (made.kind == TimeframeKind::unparsed) continue;
      made.text = std::move(task.timeframe.text);
      made.reading = *moment;
      task.timeframe = std::move(made);
      continue;
    }
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
  const TimeframeContext times = times_of(plan);
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
