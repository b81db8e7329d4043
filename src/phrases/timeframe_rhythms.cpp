#include "phrases/timeframe_rhythms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::array<std::string_view, 9> rule_names = {
    "none", "day", "week", "month", "quarter", "half_year", "nine_months", "year", "period"};

}  // namespace

void RhythmComposer::add_rule(const TimeItem& item) {
  std::string name(rule_names[static_cast<std::size_t>(item.point.unit)]);
  if (item.every > 1) name = std::to_string(item.every) + "_" + name + "s";
  const bool known = ("+" + out_.rule + "+").find("+" + name + "+") != std::string::npos;
  if (!known) out_.rule += (out_.rule.empty() ? "" : "+") + name;
}

void RhythmComposer::repeat(const TimeItem& item, bool dated, int year) {
  PointUnit unit = item.point.unit;
  if (item.times > 1) unit = more_often(item);
  const bool dayless =
      item.point.day == 0 && item.point.weekday == 0 && item.point.part.unit == PartUnit::none;
  const bool named_days =
      dated && dayless && std::all_of(spans_.begin(), spans_.end(), [](const auto* s) {
        return s->point.unit == PointUnit::day;
      });
  if (named_days || unit == PointUnit::none || unit == PointUnit::unnamed || item.every > 1) {
    if (unit == PointUnit::unnamed) note("kỳ báo cáo không nêu rõ");
    const bool unsaid = item.every > 1 && unit != PointUnit::year && !named_days;
    if (unsaid) note("không nêu kỳ đầu bắt đầu khi nào");
    return;
  }
  if (unit == PointUnit::week) {
    const int weeks = Date(year, 12, 28).iso_week().week;
    for (int week = 1; week <= weeks; ++week) add(item, unit, week, year);
    return;
  }
  constexpr std::array<int, 9> in_a_year = {0, 0, 0, 12, 4, 2, 1, 1, 0};
  const int count = in_a_year[static_cast<std::size_t>(unit)];
  for (int number = 1; number <= count; ++number) add(item, unit, number, year);
}

void RhythmComposer::add(const TimeItem& item, PointUnit unit, int number, int year) {
  Period days = stretch(unit, number, year);
  const std::string label = label_of(unit, number, year);
  if (unit == PointUnit::week && item.point.weekday != 0) {
    for (int weekday = 1; weekday <= 7; ++weekday) {
      if (weekday != item.point.weekday && (item.more_days >> weekday & 1U) == 0) continue;
      add_days(item, label, Period(days.first(), days.first().plus_days(weekday - 1)));
    }
    return;
  }
  if (item.point.part.unit != PartUnit::none) {
    if (item.next_stretch) {
      const Date first = days.last().plus_days(1);
      const Date next_end = first.plus_months(unit == PointUnit::quarter ? 3 : 1).plus_days(-1);
      days = Period(first, next_end);
    }
    const Period part = part_of(days, item.point.part);
    if (item.point.weekday == 0) return add_days(item, label, part);
    return add_days(item, label, weekday_in(part, item.point.part, item.point.weekday));
  }
  if (item.point.day == 0) return add_days(item, label, days);
  const Date month = days.last().plus_days(1 - days.last().day()).plus_months(item.months_after);
  const auto add_day = [&](int day) {
    const Date due(month.year(), month.month(), std::min(day, month.end_of_month().day()));
    const bool within = due >= days.first();
    Date first = within ? days.first() : due;
    if (item.first_day != 0) {
      first = month.plus_days(std::min(item.first_day, month.end_of_month().day()) - 1);
      if (item.first_day > item.point.day) first = first.plus_months(-1);
    }
    add_days(item, label, Period(first, due));
  };
  add_day(item.point.day);
  for (int day = 1; day <= 31; ++day) {
    if ((item.more_days >> day & 1U) != 0) add_day(day);
  }
}

/// An occurrence that ends with its days; "trước ngày" leaves two readings.
void RhythmComposer::add_days(const TimeItem& item, const std::string& label, const Period& days) {
  const bool named = item.point.day != 0 || item.point.part.unit != PartUnit::none;
  Date due = days.last();
  std::optional<Date> start = days.first();
  if (named && item.deadline == Deadline::before && item.point.minute < 0) {
    if (context_.before_excludes_day != takes_other(Choice::before_day)) {
      note("\"trước ngày\" hiểu là không tính ngày đó");
      due = due.plus_days(-1);
    } else {
      note("\"trước ngày\" hiểu là chậm nhất ngày đó, theo thực tế");
    }
    if (due < days.first()) start = due;
  }
  if (item.point.minute >= 0) out_.due_minute = item.point.minute;
  out_.occurrences.push_back({label, start, due});
}

/// "2 lần/năm" is each half; what doesn't divide the year has no days of its own.
PointUnit RhythmComposer::more_often(const TimeItem& item) {
  if (item.point.unit == PointUnit::year && item.times == 2) return PointUnit::half;
  if (item.point.unit == PointUnit::year && item.times == 4) return PointUnit::quarter;
  if (item.point.unit == PointUnit::year && item.times == 12) return PointUnit::month;
  if (item.point.unit == PointUnit::quarter && item.times == 3) return PointUnit::month;
  note(std::to_string(item.times) + " lần mỗi kỳ, không nêu mốc");
  return PointUnit::none;
}

}  // namespace sauro::inline v0_1::detail
