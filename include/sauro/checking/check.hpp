#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// How bad a finding is; `off` switches a rule off.
enum class Severity { off, note, warning, error };

constexpr std::array<std::string_view, 4> enum_names(Severity /*value*/) noexcept {
  return {"off", "note", "warning", "error"};
}

/// Something that a plan doesn't keep of what it promises.
struct Finding {
  std::string rule = {};  ///< "time.missing"; docs/reference/findings.md has them all
  Severity severity = Severity::warning;
  std::string task = {};     ///< id; empty for the plan as a whole
  std::string message = {};  ///< in Vietnamese
  std::string message_en = {};
  std::string correction = {};  ///< what should stand there, where that is certain
  Span span = {};               ///< place in the source

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("rule", &Finding::rule, "Name: \"time.missing\".", traits::required | traits::shown),
        Field("severity", &Finding::severity, "How bad it is: note, warning or error.",
              traits::shown),
        Field("task", &Finding::task, "Id; empty for the plan as a whole.", traits::shown),
        Field("message", &Finding::message, "In Vietnamese.", traits::shown),
        Field("message_en", &Finding::message_en, "In English."),
        Field("correction", &Finding::correction,
              "What should stand there, where that is certain."),
        Field("span", &Finding::span, "Place in the source.")};
  }

  friend bool operator==(const Finding& a, const Finding& b) { return equal_fields(a, b); }
};

/// "[lỗi] nhiệm vụ 1.I.1: tên quá dài → ngắn hơn"; in English where asked for, and where the
/// finding is in English too.
[[nodiscard]] SAURO_API std::string to_text(const Finding& finding, bool english = false);

/// The six clears: person, work, time, responsibility, product, authority.
inline constexpr std::array<std::string_view, 6> six_clears = {
    "person", "work", "time", "responsibility", "product", "authority"};

/// A document that no longer holds.
struct ExpiredDocument {
  std::string number = {};  ///< "05/2015/TTLT-BTP-BCA-BYT", in any spelling of its number
  std::optional<Date> since = {};
};

/// A rule of the user's own.
using CheckRule = std::function<std::vector<Finding>(const Plan&)>;

struct CheckOptions {
  std::map<std::string, Severity> severities = {};  ///< by rule, in place of the built-in ones
  std::vector<CheckRule> more = {};                 ///< run after the built-in rules
  std::vector<ExpiredDocument> expired = {};
  int least_working_days = 5;  ///< between the plan's date and the end of a task
  double least_alike = 0.8;    ///< share of words, 0.1 to 1, that near duplicates share
  /// For working days; the civil service's by default.
  std::optional<WorkingCalendar> calendar = {};
};

/// A share for each of the six clears, 0 to 100; none where it applies to no task.
using ClearShares = std::array<std::optional<double>, six_clears.size()>;

/// What `check` gives.
struct Findings {
  std::vector<Finding> findings = {};  ///< of the document first, then by task in the plan's order
  /// A row a task: task, one column a clear (1 kept, 0 not, missing where it doesn't apply) and
  /// points (0 to 100).
  Table clarity = {};
  ClearShares clears = {};            ///< share of tasks that keep each clear
  std::optional<double> points = {};  ///< mean of the tasks' points

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("points", &Findings::points, "Mean of the tasks' points."),
        Field("clears", &Findings::clears, "Share of tasks that keep each clear, 0 to 100."),
        Field("clarity", &Findings::clarity, "A row a task with its six clears and points."),
        Field("findings", &Findings::findings, "Of the document first, then by task.")};
  }
};

/// A built-in rule.
struct CheckRuleInfo {
  std::string rule = {};
  Severity severity = Severity::warning;
  std::string message = {};  ///< with {0}, {1}, ... where words are filled in
  std::string message_en = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("rule", &CheckRuleInfo::rule, "Name: \"time.missing\".",
              traits::required | traits::shown),
        Field("severity", &CheckRuleInfo::severity, "How bad it is: note, warning or error.",
              traits::required | traits::shown),
        Field("message", &CheckRuleInfo::message,
              "In Vietnamese; words are filled in for {0}, {1}, ...",
              traits::required | traits::shown),
        Field("message_en", &CheckRuleInfo::message_en, "The same in English.", traits::required)};
  }

  friend bool operator==(const CheckRuleInfo& a, const CheckRuleInfo& b) {
    return equal_fields(a, b);
  }
};

/// All built-in rules, in the order of the documentation.
[[nodiscard]] SAURO_API std::vector<CheckRuleInfo> check_rules();

/// Holds a plan against its own promise of the six clears and against itself.
///
/// A parent task without cells of its own is judged by its children. Takes time in proportion to
/// the plan's text. Throws NotFoundError(not_found) for a rule that there isn't.
[[nodiscard]] SAURO_API Findings check(const Plan& plan, const CheckOptions& options = {});

}  // namespace sauro::inline v0_1
