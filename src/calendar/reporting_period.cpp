#include "sauro/calendar/reporting_period.hpp"

#include <algorithm>
#include <array>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

struct KindFacts {
  int months;  ///< that a period covers
  int count;   ///< periods in a year
};

constexpr std::array<KindFacts, 5> kinds = {{
    {1, 12},
    {3, 4},
    {6, 2},
    {9, 1},
    {12, 1},
}};

const KindFacts& facts(ReportKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

/// Day of a month, or its last one where the month is shorter; 0 stands for the last one.
Date day_of(int year, int month, int day) {
  const Date last = Date(year, month, 1).end_of_month();
  return day == 0 ? last : Date(year, month, std::min(day, last.day()));
}

Date month_later(int year, int month, int months, int day) {
  const Date first = Date(year, month, 1).plus_months(months);
  return day_of(first.year(), first.month(), day);
}

void check(const ReportingRule& rule) {
  const bool days = rule.cut_off_day >= 0 && rule.cut_off_day <= 31 && rule.due_day >= 1 &&
                    rule.due_day <= 31 && rule.due_months_after >= 0 && rule.due_months_after <= 12;
  if (!days || rule.due_working_days.value_or(1) < 0) {
    throw Error(ErrorCode::invalid_period, "reporting rule",
                detail::say("cần ngày chốt số liệu 0-31, ngày gửi báo cáo 1-31, 0-12 tháng sau kỳ, "
                            "và số ngày làm việc không âm",
                            "expected a cut-off day 0-31, a due day 1-31, 0-12 months after, and "
                            "no negative number of working days"));
  }
}

}  // namespace

ReportingRule calendar_reporting(int due_day, int due_months_after) {
  ReportingRule rule;
  rule.cut_off_day = 0;
  rule.due_day = due_day;
  rule.due_months_after = due_months_after;
  return rule;
}

ReportingPeriod::ReportingPeriod(ReportKind kind, int year, int number, ReportingRule rule)
    : kind_(kind), year_(year), number_(number), rule_(rule) {
  if (number < 1 || number > facts(kind).count) {
    throw Error(ErrorCode::invalid_period,
                std::string(to_string(kind)) + " " + std::to_string(number),
                detail::expected_number(1, facts(kind).count));
  }
  check(rule);
  (void)start();  // a year outside the calendar shows here
}

std::vector<ReportingPeriod> ReportingPeriod::of_year(ReportKind kind, int year,
                                                      const ReportingRule& rule) {
  std::vector<ReportingPeriod> periods;
  for (int number = 1; number <= facts(kind).count; ++number) {
    periods.emplace_back(kind, year, number, rule);
  }
  return periods;
}

Date ReportingPeriod::start() const {
  const int month = rule_.cumulative ? 1 : facts(kind_).months * (number_ - 1) + 1;
  return month_later(year_, month, -1, rule_.cut_off_day).plus_days(1);
}

Date ReportingPeriod::cut_off() const {
  return day_of(year_, facts(kind_).months * number_, rule_.cut_off_day);
}

Date ReportingPeriod::due(const WorkingCalendar& calendar) const {
  if (rule_.due_working_days) return calendar.add(cut_off(), *rule_.due_working_days);
  const Date due =
      month_later(year_, facts(kind_).months * number_, rule_.due_months_after, rule_.due_day);
  if (rule_.roll == Roll::none) return due;
  return rule_.roll == Roll::forward ? calendar.on_or_after(due) : calendar.on_or_before(due);
}

std::string ReportingPeriod::label() const {
  constexpr std::array<const char*, 4> roman = {"I", "II", "III", "IV"};
  const std::string year = std::to_string(year_);
  switch (kind_) {
    case ReportKind::month:
      return "Tháng " + std::to_string(number_) + "/" + year;
    case ReportKind::quarter:
      return std::string("Quý ") + roman[static_cast<std::size_t>(number_ - 1)] + "/" + year;
    case ReportKind::half_year:
      return (number_ == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + year;
    case ReportKind::nine_months:
      return "9 tháng năm " + year;
    case ReportKind::year:
      break;
  }
  return "Năm " + year;
}

}  // namespace sauro::inline v0_1
