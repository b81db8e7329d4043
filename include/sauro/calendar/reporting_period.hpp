#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/period.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// What a periodic report covers.
enum class ReportKind { month, quarter, half_year, nine_months, year };

constexpr std::array<std::string_view, 5> enum_names(ReportKind /*value*/) noexcept {
  return {"month", "quarter", "half_year", "nine_months", "year"};
}

/// Where a due day that isn't worked moves; Nghị định 09/2019 doesn't say.
enum class Roll { forward, backward, none };

constexpr std::array<std::string_view, 3> enum_names(Roll /*value*/) noexcept {
  return {"forward", "backward", "none"};
}

/// When a kind of report closes and falls due; the default is Nghị định 09/2019/NĐ-CP.
struct ReportingRule {
  /// Last day of the data in the last month of the period; 0 for the end of the month.
  int cut_off_day = 14;
  /// Day of a month on which it is due (art. 13: the 25th of the period's last month) ...
  int due_day = 25;
  /// ... that many months after the last month of the period.
  int due_months_after = 0;
  /// Due so many working days after the cut-off instead, as provinces set it (art. 8(5): at least
  /// one).
  std::optional<int> due_working_days = {};
  /// The figures run from the beginning of the year.
  bool cumulative = false;
  Roll roll = Roll::forward;

  friend bool operator==(const ReportingRule&, const ReportingRule&) = default;
};

/// Periods of the calendar, due on a day of the month after: "trước ngày 10/4" for quarter I.
[[nodiscard]] SAURO_API ReportingRule calendar_reporting(int due_day, int due_months_after = 1);

/// One periodic report of a year.
class SAURO_API ReportingPeriod {
 public:
  /// `number` counts within the year: 1-12, 1-4 or 1-2; 1 for nine months and the year.
  ///
  /// Throws Error(invalid_period) for other numbers and for a rule with days that no month has.
  ReportingPeriod(ReportKind kind, int year, int number = 1, ReportingRule rule = {});

  /// All reports of one kind in a year.
  [[nodiscard]] static std::vector<ReportingPeriod> of_year(ReportKind kind, int year,
                                                            const ReportingRule& rule = {});

  [[nodiscard]] ReportKind kind() const noexcept { return kind_; }
  [[nodiscard]] int year() const noexcept { return year_; }
  [[nodiscard]] int number() const noexcept { return number_; }
  [[nodiscard]] const ReportingRule& rule() const noexcept { return rule_; }
  /// First day of the data.
  [[nodiscard]] Date start() const;
  /// Last day of the data.
  [[nodiscard]] Date cut_off() const;
  [[nodiscard]] Period period() const { return {start(), cut_off()}; }
  /// Last day for sending the report.
  [[nodiscard]] Date due(const WorkingCalendar& calendar) const;
  /// "Quý I/2026", "6 tháng đầu năm 2026".
  [[nodiscard]] std::string label() const;

  friend bool operator==(const ReportingPeriod&, const ReportingPeriod&) = default;

 private:
  ReportKind kind_;
  int year_;
  int number_;
  ReportingRule rule_;
};

}  // namespace sauro::inline v0_1
