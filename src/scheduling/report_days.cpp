#include "scheduling/report_days.hpp"

#include <algorithm>
#include <string>

#include "sauro/core/error.hpp"
#include "sauro/phrases/timeframe.hpp"
#include "sauro/text/fold.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Day of the month so many months later, or its last one where it is shorter.
Date day_of_month(const Date& from, int months, int day) {
  const Date first = Date(from.year(), from.month(), 1).plus_months(months);
  return Date(first.year(), first.month(), std::min(day, first.end_of_month().day()));
}

/// When what goes on all the time is looked at.
std::vector<Occurrence> review_periods(const Plan& plan, const WorkingCalendar& calendar, int year,
                                       const ScheduleOptions& options, std::string& reading) {
  if (!options.review) {
    TimeframeContext context;
    context.year = year;
    for (const Reporting& reporting : plan.reporting) {
      const Timeframe rhythm = parse_timeframe(reporting.frequency, context);
      if (rhythm.occurrences.empty()) continue;
      reading = "rà soát theo kỳ báo cáo của kế hoạch: " + reporting.frequency;
      return rhythm.occurrences;
    }
  }
  reading = options.review ? "rà soát theo kỳ báo cáo đã chọn"
                           : "rà soát hằng quý (Nghị định 09/2019/NĐ-CP)";
  std::vector<Occurrence> reviews;
  const ReportKind kind = options.review.value_or(ReportKind::quarter);
  constexpr int last_day = 31;
  ReportingRule whole_months = calendar_reporting(last_day, 0);
  whole_months.roll = Roll::none;
  const ReportingRule& rule = options.report_day ? whole_months : options.review_rule;
  for (const ReportingPeriod& period : ReportingPeriod::of_year(kind, year, rule)) {
    reviews.push_back({period.label(), period.start(), period.due(calendar)});
  }
  return reviews;
}

}  // namespace

void check_report_day(const ReportDay& on) {
  constexpr int most_days = 31;
  constexpr int most_months = 12;
  const bool is_right =
      on.day >= 1 && on.day <= most_days && on.months_after >= 0 && on.months_after <= most_months;
  if (is_right) return;
  throw ValidationError(ErrorCode::invalid_option, "report_day",
                        say("cần ngày 1-31 của tháng cuối kỳ (14), hoặc của tháng sau kỳ (+10)",
                            "expected a day 1-31 of a period's last month (14), or of the month "
                            "after (+10)"));
}

Occurrence reported(Occurrence period, const ReportDay& on, const std::optional<Date>& issued) {
  if (period.due != period.due.end_of_month()) return period;
  const Date due = day_of_month(period.due, on.months_after, on.day);
  if (issued && due < *issued) return period;
  const bool from_first = period.start && period.start->day() == 1;
  if (from_first && on.months_after == 0) {
    period.start = day_of_month(*period.start, -1, on.day).plus_days(1);
  }
  period.due = due;
  return period;
}

Date end_of_period(const Occurrence& reported, const ReportDay& on) {
  const Date& due = reported.due;
  if (due != day_of_month(due, 0, on.day)) return due;  // the plan's own day
  return Date(due.year(), due.month(), 1).plus_months(-on.months_after).end_of_month();
}

bool is_report(const ScheduledTask& task) {
  const std::string words = " " + fold(task.title + " " + task.product) + " ";
  return words.find(" bao cao ") != std::string::npos;
}

std::string report_day_text(const ReportDay& on) {
  std::string text = "ngày báo cáo " + std::to_string(on.day);
  if (on.months_after == 1) text += " tháng sau kỳ";
  if (on.months_after > 1) text += ", " + std::to_string(on.months_after) + " tháng sau kỳ";
  return text + " theo lựa chọn";
}

std::vector<Occurrence> reviews_of(const Plan& plan, const WorkingCalendar& calendar, int year,
                                   const ScheduleOptions& options, std::string& reading) {
  std::vector<Occurrence> reviews = review_periods(plan, calendar, year, options, reading);
  if (!options.report_day) return reviews;
  for (Occurrence& one : reviews)
    one = reported(std::move(one), *options.report_day, plan.document.date);
  reading += "; " + report_day_text(*options.report_day);
  return reviews;
}

}  // namespace sauro::inline v0_1::detail
