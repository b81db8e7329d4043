#pragma once

#include <string>
#include <vector>

#include "sauro/plan/timeframe.hpp"
#include "sauro/scheduling/schedule.hpp"

namespace sauro::inline v0_1::detail {

/// Throws ValidationError(invalid_option) for a day that no month has.
void check_report_day(const ReportDay& on);

/// A period that closes with its month, as it is reported: up to the day of report, or due on one
/// of a later month. A period that ends on another day has the plan's own and stays, and so does
/// one whose day of report had passed when the plan came.
[[nodiscard]] Occurrence reported(Occurrence period, const ReportDay& on,
                                  const std::optional<Date>& issued);

/// The end of the months that a period is of, whenever it closes: the same tasks have the same
/// periods whatever the day of report.
[[nodiscard]] Date end_of_period(const Occurrence& reported, const ReportDay& on);

/// Whether words or a product are those of a report.
[[nodiscard]] bool is_report(const ScheduledTask& task);

/// "ngày báo cáo 14 theo lựa chọn"
[[nodiscard]] std::string report_day_text(const ReportDay& on);

/// When what goes on all the time is looked at, and how that was found.
[[nodiscard]] std::vector<Occurrence> reviews_of(const Plan& plan, const WorkingCalendar& calendar,
                                                 int year, const ScheduleOptions& options,
                                                 std::string& reading);

}  // namespace sauro::inline v0_1::detail
