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
#include "monitoring/reported_months.hpp"

namespace sauro::inline v0_1::detail {
namespace {

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

}  // namespace

std::optional<double> FlowWay::share(int years_back) {
  const auto back = static_cast<std::size_t>(years_back);
  std::optional<std::optional<double>>& share = shares_[back];
  if (share) return *share;
  const std::int32_t start = days_.before[back];
  const auto all = amounts_(start, days_.before[back - 1]);
  const auto part = all ? amounts_(start, days_.earlier[back]) : std::nullopt;
  const bool is_share = all && part && *all > 0 && *part >= 0 && *part <= *all;
  share = is_share ? std::optional(*part / *all) : std::nullopt;
  return *share;
}

FlowWay::Part FlowWay::part_of(const Period& period) {
  const bool is_year = period.first().day_number() == days_.before[0] + 1 &&
                       period.last().day_number() == days_.last;
  if (is_year) {
    if (profile_ != nullptr) return {part_of_months(*profile_, days_.day), ExpectedWay::profile};
    if (const auto part = share(1)) return {*part, ExpectedWay::last_year};
  }
  const ReportedMonths months(options_.cut_off_day);
  const Date before = Date::from_day_number(months.real(period.first().day_number()) - 1);
  const Date last = Date::from_day_number(months.real(period.last().day_number()));
  const Date reached = Date::from_day_number(months.real(days_.day));
  const std::optional<WorkingCalendar>& calendar = options_.calendar;
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

ExpectedFlow expected_flow(const Aim& aim, FlowWay& way) {
  const FlowWay::Part part = way.part_of(aim.period);
  return {part.share * aim.value, part.way};
}

ExpectedFlow flow_between(const Aims& aims, FlowWay& way) {
  const std::int32_t day = way.days().day;
  const Aim* aim = aim_on(aims, day);
  if (aim == nullptr || aim->is_change || !is_year(aim->period)) return {};
  const Start start = start_before(aims, *aim);
  const Date begin = Date::from_day_number(start.day);
  if (!start.value || begin != Period::year(begin.year()).last()) return {};
  const Period year = Period::year(Date::from_day_number(day).year());
  const double years = aim->period.last().year() - begin.year();
  const double gone = year.last().year() - begin.year();
  const double amount = *start.value + gone / years * (aim->value - *start.value);
  return {way.part_of(year).share * amount, ExpectedWay::linear};
}

YearEstimate estimate_of_year(FlowWay& way, std::optional<double> done) {
  const YearDays& days = way.days();
  if (!done || days.day < days.last_of_quarter || days.day >= days.last) return {};
  const Date first = Date::from_day_number(days.before[0] + 1);
  const FlowWay::Part part = way.part_of(Period(first, Date::from_day_number(days.last)));
  if (!(part.share > 0)) return {};
  YearEstimate estimate{{*done / part.share, part.way}, {}};
  AmountRange ends;
  for (int back = 1; back <= YearDays::years; ++back) {
    const auto share = way.share(back);
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
