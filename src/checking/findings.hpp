#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/checking/check.hpp"

namespace sauro::inline v0_1::detail {

/// Collects findings with the words and severities of their rules.
class Collector {
 public:
  explicit Collector(const CheckOptions& options);

  /// Whether anybody wants to know.
  [[nodiscard]] bool is_on(std::string_view rule) const {
    return rules_.at(rule).severity != Severity::off;
  }

  /// Of the plan as a whole.
  void add(std::string_view rule, const Span& span, const std::vector<std::string>& words = {},
           std::string correction = {});
  /// The same with words that differ by language, as numbers do.
  void add_said(std::string_view rule, const Span& span, const std::vector<Bilingual>& words,
                std::string correction = {});
  /// Of a task.
  void add(std::string_view rule, const Task& task, const std::vector<std::string>& words = {},
           std::string correction = {});

  std::vector<Finding> findings;

 private:
  struct Rule {
    Severity severity;
    std::string_view vi;
    std::string_view en;
  };
  std::map<std::string_view, Rule> rules_;
};

// The rules, by what they look at.
void check_document(const Plan& plan, const CheckOptions& options, Collector& out);
void check_agencies(const Plan& plan, Collector& out);
void check_reports(const Plan& plan, Collector& out);
void check_progress(const Plan& plan, Collector& out);
void check_numbers(const Plan& plan, Collector& out);
void check_times(const Plan& plan, const CheckOptions& options, Collector& out);
/// Of duties that a task says too.
void check_duties(const Plan& plan, Collector& out);
void check_duplicates(const Plan& plan, const CheckOptions& options, Collector& out);
void check_targets(const Plan& plan, Collector& out);
void check_indicators(const Plan& plan, Collector& out);
/// Fills the tables of the six clears as well.
void check_clears(const Plan& plan, Collector& out, Findings& findings);

/// Whether a task is a periodic report.
bool is_report(const Task& task);
}  // namespace sauro::inline v0_1::detail
