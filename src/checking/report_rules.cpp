#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "sauro/text/fold.hpp"
#include "checking/findings.hpp"

namespace sauro::detail {
namespace {

/// Kinds of periods, by the words for them and by the rule of a rhythm.
struct PeriodName {
  std::string_view key;
  std::string_view rule;
  std::string_view vi;
};

constexpr std::array<PeriodName, 6> periods = {{{"thang nam", "", ""},
                                                {"hang thang", "month", "hằng tháng"},
                                                {"quy", "quarter", "quý"},
                                                {"6 thang", "half_year", "6 tháng"},
                                                {"9 thang", "nine_months", "9 tháng"},
                                                {"nam", "year", "năm"}}};

std::set<std::string_view> periods_in(std::string_view text) {
  const std::string key = " " + fold(text) + " ";
  std::set<std::string_view> found;
  for (const PeriodName& period : periods) {
    if (period.rule.empty()) continue;
    if (key.find(" " + std::string(period.key) + " ") != std::string::npos)
      found.insert(period.rule);
  }
  return found;
}

/// What a task's occurrences cover: the report of quarter III is the one of nine months.
std::set<std::string_view> covered_by(const Task& task) {
  std::set<std::string_view> found = periods_in(task.timeframe.text);
  for (const PeriodName& period : periods) {
    const bool in_rule =
        !period.rule.empty() &&
        ("+" + task.timeframe.rule + "+").find("+" + std::string(period.rule) + "+") !=
            std::string::npos;
    if (in_rule) found.insert(period.rule);
  }
  for (const Occurrence& one : task.timeframe.occurrences) {
    if (one.due.month() == 9 || one.due.month() == 10) found.insert("nine_months");
  }
  return found;
}

}  // namespace

void check_reports(const Plan& plan, Collector& out) {
  for (const Reporting& reporting : plan.reporting) {
    if (reporting.frequency.empty() || plan.tasks.empty()) continue;
    const Task* report = nullptr;
    for (const Task& task : plan.tasks) {
      if (report == nullptr && is_report(task)) report = &task;
    }
    if (report == nullptr) {
      out.add("report.no_task", reporting.span, {reporting.frequency});
      continue;
    }
    const auto covered = covered_by(*report);
    std::string missing;
    for (const PeriodName& period : periods) {
      const bool asked =
          !period.rule.empty() && periods_in(reporting.frequency).contains(period.rule);
      if (asked && !covered.contains(period.rule)) {
        missing += (missing.empty() ? "" : ", ") + std::string(period.vi);
      }
    }
    if (!missing.empty()) {
      out.add("report.missing_period", reporting.span, {reporting.frequency, report->id, missing});
    }
  }
}

}  // namespace sauro::detail
