#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/text/fold.hpp"
#include "checking/findings.hpp"
#include "text/parts.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Kinds of periods, by the words for them and by the rule of a rhythm.
struct PeriodName {
  std::string_view key;
  std::string_view rule;
  std::string_view vi;
};

constexpr std::array<PeriodName, 5> periods = {{{"hang thang", "month", "hằng tháng"},
                                                {"quy", "quarter", "quý"},
                                                {"6 thang", "half_year", "6 tháng"},
                                                {"9 thang", "nine_months", "9 tháng"},
                                                {"nam", "year", "năm"}}};

std::set<std::string_view> periods_in(std::string_view text) {
  const std::string key = " " + fold(text) + " ";
  std::set<std::string_view> found;
  for (const PeriodName& period : periods) {
    const bool named = key.find(" " + std::string(period.key) + " ") != std::string::npos;
    if (named) found.insert(period.rule);
  }
  return found;
}

/// What a task's occurrences cover: the report of quarter III is the one of nine months.
std::set<std::string_view> covered_by(const Task& task) {
  std::set<std::string_view> found = periods_in(task.timeframe.text);
  for_each_part(task.timeframe.rule, '+', [&](std::string_view rule) { found.insert(rule); });
  for (const Occurrence& one : task.timeframe.occurrences) {
    if (one.due.month() == 9 || one.due.month() == 10) found.insert("nine_months");
  }
  return found;
}

}  // namespace

void check_reports(const Plan& plan, Collector& out) {
  if (plan.tasks.empty()) return;
  const auto report = std::find_if(plan.tasks.begin(), plan.tasks.end(), is_report);
  for (const Reporting& reporting : plan.reporting) {
    if (reporting.frequency.empty()) continue;
    if (report == plan.tasks.end()) {
      out.add("report.no_task", reporting.span, {reporting.frequency});
      continue;
    }
    const auto asked = periods_in(reporting.frequency);
    const auto covered = covered_by(*report);
    std::vector<std::string> missing;
    for (const PeriodName& period : periods) {
      const bool lacks = asked.contains(period.rule) && !covered.contains(period.rule);
      if (lacks) missing.emplace_back(period.vi);
    }
    if (!missing.empty()) {
      out.add("report.missing_period", reporting.span,
              {reporting.frequency, report->id, joined(missing, ", ")});
    }
  }
}

}  // namespace sauro::inline v0_1::detail
