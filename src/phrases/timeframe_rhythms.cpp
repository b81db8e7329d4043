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
  if (item.every > 1) name = std::to_string(item.every) + "_years";
  const bool known = ("+" + out_.rule + "+").find("+" + name + "+") != std::string::npos;
  if (!known) out_.rule += (out_.rule.empty() ? "" : "+") + name;
}

void RhythmComposer::repeat(const TimeItem& item, bool dated) {
  PointUnit unit = item.point.unit;
  if (item.times > 1) unit = more_often(item);
  const bool named_days = dated && std::all_of(spans_.begin(), spans_.end(), [](const auto* s) {
                            return s->point.unit == PointUnit::day;
                          });
  if (named_days || unit == PointUnit::none || unit == PointUnit::unnamed || item.every > 1) {
    if (unit == PointUnit::unnamed) note("kỳ báo cáo không nêu rõ");
    return;
  }
  if (unit == PointUnit::week) {
    for (int week = 1; week <= Date(*year_, 12, 28).iso_week().week; ++week) add(item, unit, week);
    return;
  }
  constexpr std::array<int, 9> in_a_year = {0, 0, 0, 12, 4, 2, 1, 1, 0};
  const int count = in_a_year[static_cast<std::size_t>(unit)];
  for (int number = 1; number <= count; ++number) add(item, unit, number);
}

void RhythmComposer::add(const TimeItem& item, PointUnit unit, int number) {
  const Period days = stretch(unit, number, *year_);
  Date due = days.last();
  if (item.point.day != 0) {
    const Date month = days.last().plus_days(1 - days.last().day()).plus_months(item.months_after);
    due = Date(month.year(), month.month(), std::min(item.point.day, month.end_of_month().day()));
    if (item.deadline == Deadline::before) {
      note("\"trước ngày\" hiểu là chậm nhất ngày đó, theo thực tế");
      if (context_.before_excludes_day) due = due.plus_days(-1);
    }
  }
  out_.occurrences.push_back({label_of(unit, number, *year_), days.first(), due});
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
