#include "monitoring/expected.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The part of a period that a day ends.
struct Part {
  double share = 0;
  ExpectedWay way = ExpectedWay::none;
};

bool is_year(const Period& period) { return period == Period::year(period.first().year()); }

/// The part of a year of months that have shares; within a month by its days.
double part_of_months(const std::vector<double>& profile, std::int32_t number) {
  const Date day = Date::from_day_number(number);
  const auto month = static_cast<std::ptrdiff_t>(day.month() - 1);
  const double whole = std::accumulate(profile.begin(), profile.end(), 0.0);
  const double before = std::accumulate(profile.begin(), profile.begin() + month, 0.0);
  const int days = Period::month(day.year(), day.month()).last().day();
  return (before + profile[static_cast<std::size_t>(month)] * day.day() / days) / whole;
}

/// What an earlier year had reached on the same day; nothing where it isn't wholly known, or where
/// what came back made it no share.
std::optional<double> part_of_year(const Amounts& amounts, int year, std::int32_t day) {
  const std::int32_t start = Date(year, 1, 1).day_number() - 1;
  const auto all = amounts(start, Date(year, 12, 31).day_number());
  const auto part = amounts(start, day);
  const bool is_share = all && part && *all > 0 && *part >= 0 && *part <= *all;
  return is_share ? std::optional(*part / *all) : std::nullopt;
}

Part part_of(const Period& period, const Way& way, std::int32_t day) {
  if (is_year(period)) {
    if (way.profile != nullptr) return {part_of_months(*way.profile, day), ExpectedWay::profile};
    const int year = period.first().year() - 1;
    const auto part = part_of_year(way.amounts, year, year_earlier(day));
    if (part) return {*part, ExpectedWay::last_year};
  }
  const Date before = Date::from_day_number(way.months.real(period.first().day_number()) - 1);
  const Date last = Date::from_day_number(way.months.real(period.last().day_number()));
  const Date reached = Date::from_day_number(way.months.real(day));
  const std::optional<WorkingCalendar>& calendar = *way.calendar;
  if (calendar && calendar->first() <= before && last <= calendar->last()) {
    const auto all = calendar->count(before, last);
    const auto part = calendar->count(before, reached);
    if (all > 0) {
      return {static_cast<double>(part) / static_cast<double>(all), ExpectedWay::working_days};
    }
  }
  const double days = last.day_number() - before.day_number();
  return {(reached.day_number() - before.day_number()) / days, ExpectedWay::days};
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

ExpectedFlow expected_flow(const Aim& aim, const Way& way, std::int32_t day) {
  const Part part = part_of(aim.period, way, day);
  return {part.share * aim.value, part.way};
}

ExpectedFlow flow_between(const Aims& aims, const Way& way, std::int32_t day) {
  const Aim* aim = aim_on(aims, day);
  if (aim == nullptr || aim->is_change || !is_year(aim->period)) return {};
  const Start start = start_before(aims, *aim);
  const Date begin = Date::from_day_number(start.day);
  if (!start.value || begin != Period::year(begin.year()).last()) return {};
  const Period year = Period::year(Date::from_day_number(day).year());
  const double years = aim->period.last().year() - begin.year();
  const double gone = year.last().year() - begin.year();
  const double amount = *start.value + gone / years * (aim->value - *start.value);
  return {part_of(year, way, day).share * amount, ExpectedWay::linear};
}

YearEstimate estimate_of_year(const Way& way, std::int32_t day) {
  constexpr int months_needed = 3;
  constexpr int years_of_ends = 3;
  const Period year = Period::year(Date::from_day_number(day).year());
  const std::int32_t start = year.first().day_number() - 1;
  const Date enough = Period::month(year.first().year(), months_needed).last();
  const auto done = way.amounts(start, day);
  if (!done || day < enough.day_number() || day >= year.last().day_number()) return {};
  const Part part = part_of(year, way, day);
  if (!(part.share > 0)) return {};
  YearEstimate estimate{{*done / part.share, part.way}, {}};
  AmountRange ends;
  std::int32_t earlier = day;
  for (int back = 1; back <= years_of_ends; ++back) {
    earlier = year_earlier(earlier);
    const auto share = part_of_year(way.amounts, year.first().year() - back, earlier);
    if (!share || *share <= 0) return estimate;
    const double whole = *done / *share;
    ends = {std::min(ends.low.value_or(whole), whole), std::max(ends.high.value_or(whole), whole)};
  }
  estimate.ends = ends;
  return estimate;
}

void check_options(const std::vector<Indicator>& indicators, const MonitorOptions& options) {
  std::vector<Problem> problems;
  std::set<std::string_view> ids;
  for (const Indicator& one : indicators) ids.insert(one.id);
  const auto check_ids = [&](std::string_view option, const auto& by_id) {
    for (const auto& [id, said] : by_id) {
      if (ids.contains(id)) continue;
      auto what = say("không có chỉ tiêu nào mã “{}”", "no indicator has the id \"{}\"", id);
      problems.push_back(
          {ErrorCode::invalid_option, std::string(option), std::move(what.vi), std::move(what.en)});
    }
  };
  check_ids("measures", options.measures);
  check_ids("directions", options.directions);
  check_ids("bounds", options.bounds);
  check_ids("profiles", options.profiles);
  for (const auto& [id, profile] : options.profiles) {
    const bool are_shares = std::all_of(profile.begin(), profile.end(), [](double share) {
      return share >= 0 && share < std::numeric_limits<double>::infinity();
    });
    const double whole = std::accumulate(profile.begin(), profile.end(), 0.0);
    if (profile.size() == 12 && are_shares && std::isfinite(whole) && whole > 0) continue;
    auto what = say("cần tỷ trọng của 12 tháng, không âm và không cùng bằng 0",
                    "expected the shares of 12 months, none below 0 and not all 0");
    problems.push_back(
        {ErrorCode::invalid_option, "profiles: " + id, std::move(what.vi), std::move(what.en)});
  }
  constexpr int last_cut_off = 27;  // so that each month has the day after it
  if (options.cut_off_day < 0 || options.cut_off_day > last_cut_off) {
    auto what = expected_number(0, last_cut_off);
    problems.push_back(
        {ErrorCode::invalid_option, "cut_off_day", std::move(what.vi), std::move(what.en)});
  }
  if (!problems.empty()) throw ValidationError(std::move(problems));
}

}  // namespace sauro::inline v0_1::detail
