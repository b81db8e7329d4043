#include "monitoring/expected.hpp"

#include <algorithm>

namespace sauro::inline v0_1::detail {
namespace {

/// The part of a period that a day ends.
struct Part {
  double share = 0;
  ExpectedWay way = ExpectedWay::none;
};

bool is_year(const Period& period) { return period == Period::year(period.first().year()); }

Part part_of(const Period& period, const Amounts& amounts, std::int32_t day,
             const std::optional<WorkingCalendar>& calendar) {
  const std::int32_t before = period.first().day_number() - 1;
  const std::int32_t last = period.last().day_number();
  if (is_year(period)) {
    const std::int32_t start = year_earlier(before);
    const auto all = amounts(start, before);
    const auto part = amounts(start, year_earlier(day));
    if (all && part && *all > 0) return {*part / *all, ExpectedWay::last_year};
  }
  const Date first = Date::from_day_number(before);
  if (calendar && calendar->first() <= first && period.last() <= calendar->last()) {
    const auto all = calendar->count(first, period.last());
    const auto part = calendar->count(first, Date::from_day_number(day));
    if (all > 0) {
      return {static_cast<double>(part) / static_cast<double>(all), ExpectedWay::working_days};
    }
  }
  return {static_cast<double>(day - before) / static_cast<double>(last - before),
          ExpectedWay::days};
}

}  // namespace

std::int32_t year_before(std::int32_t day) {
  return Date(Date::from_day_number(day).year(), 1, 1).day_number() - 1;
}

std::int32_t year_earlier(std::int32_t day) {
  const Date date = Date::from_day_number(day);
  const Date last_of_month = Period::month(date.year() - 1, date.month()).last();
  const bool is_last = Date::from_day_number(day + 1).day() == 1;
  if (is_last || date.day() > last_of_month.day()) return last_of_month.day_number();
  return Date(date.year() - 1, date.month(), date.day()).day_number();
}

Start start_before(const Aims& aims, const Aim& aim) {
  Start start;
  if (aims.baseline && aims.baseline_period) {
    start = {aims.baseline_period->last().day_number(), aims.baseline};
  }
  const std::int32_t end = aim.period.last().day_number();
  for (const Aim& one : aims.all) {
    const std::int32_t day = one.period.last().day_number();
    if (day < end && !one.is_change && (!start.value || day > start.day)) start = {day, one.value};
  }
  return start.value && start.day < end ? start : Start{};
}

std::optional<double> on_line(const Start& start, std::int32_t end, double value,
                              std::int32_t day) {
  if (!start.value || day < start.day) return std::nullopt;
  if (day >= end) return value;
  const double share = static_cast<double>(day - start.day) / static_cast<double>(end - start.day);
  return *start.value + share * (value - *start.value);
}

ExpectedFlow expected_flow(const Aim& aim, const Amounts& amounts, std::int32_t day,
                           const std::optional<WorkingCalendar>& calendar) {
  const Part part = part_of(aim.period, amounts, day, calendar);
  return {part.share * aim.value, part.way};
}

ExpectedFlow flow_between(const Aims& aims, const Amounts& amounts, std::int32_t day,
                          const std::optional<WorkingCalendar>& calendar) {
  const Aim* aim = aim_on(aims, day);
  if (aim == nullptr || aim->is_change || !is_year(aim->period)) return {};
  const Start start = start_before(aims, *aim);
  const Date begin = Date::from_day_number(start.day);
  if (!start.value || begin != Period::year(begin.year()).last()) return {};
  const Period year = Period::year(Date::from_day_number(day).year());
  const double years = aim->period.last().year() - begin.year();
  const double gone = year.last().year() - begin.year();
  const double amount = *start.value + gone / years * (aim->value - *start.value);
  return {part_of(year, amounts, day, calendar).share * amount, ExpectedWay::linear};
}

}  // namespace sauro::inline v0_1::detail
