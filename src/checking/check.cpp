#include "sauro/checking/check.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "data/checks.hpp"

#include "sauro/core/error.hpp"
#include "checking/findings.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "plan/relations.hpp"
#include "text/number_words.hpp"

namespace sauro::inline v0_1 {
namespace {

Severity severity_of(std::string_view name) { return *try_parse<Severity>(name); }

/// Rules that the user names, but that there aren't.
void require_known(const CheckOptions& options) {
  for (const auto& option : options.severities) {
    const std::string& rule = option.first;
    const auto& rules = detail::data::checks;
    const bool known =
        std::any_of(rules.begin(), rules.end(), [&](const auto& row) { return row[0] == rule; });
    if (known) continue;
    const std::string group = rule.substr(0, rule.find('.'));
    std::string near;
    for (const auto& row : rules) {
      if (row[0].starts_with(group)) near += (near.empty() ? "" : ", ") + std::string(row[0]);
    }
    const Bilingual known_ones =
        near.empty() ? Bilingual{"check_rules() liệt kê tất cả", "check_rules() lists all"}
                     : detail::say("có {}", "there are {}", near);
    throw NotFoundError(
        ErrorCode::not_found, rule,
        detail::say("không có quy tắc kiểm tra này; {}", "there is no such rule; {}", known_ones));
  }
}

/// Hardly a word in common is no likeness, and would have every task compared with all others.
void require_share(double least_alike) {
  if (least_alike >= 0.1 && least_alike <= 1) return;
  throw ValidationError(ErrorCode::invalid_option, "least_alike",
                        detail::say("{}: tỷ lệ từ chung phải từ 0,1 đến 1",
                                    "{}: the share of common words lies between 0.1 and 1",
                                    detail::number_words(least_alike)));
}

/// Findings of the document first, then those of each task in the plan's order.
void sort_by_task(const Plan& plan, std::vector<Finding>& findings) {
  const auto places = detail::places_of(plan);
  std::vector<std::pair<std::size_t, std::size_t>> keys(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto found = places.find(findings[i].task);
    keys[i] = {found == places.end() ? 0 : found->second + 1, i};
  }
  std::sort(keys.begin(), keys.end());
  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  for (const auto& [place, i] : keys) sorted.push_back(std::move(findings[i]));
  findings = std::move(sorted);
}

}  // namespace

std::vector<CheckRuleInfo> check_rules() {
  std::vector<CheckRuleInfo> rules;
  for (const auto& [rule, severity, vi, en] : detail::data::checks) {
    rules.push_back({std::string(rule), severity_of(severity), std::string(vi), std::string(en)});
  }
  return rules;
}

Findings check(const Plan& plan, const CheckOptions& options) {
  require_known(options);
  require_share(options.least_alike);
  detail::Collector out(options);
  Findings findings;
  check_document(plan, options, out);
  check_agencies(plan, out);
  check_reports(plan, out);
  check_clears(plan, out, findings);
  check_numbers(plan, out);
  check_times(plan, options, out);
  if (out.is_on("duty.other_day")) check_duties(plan, out);
  if (out.is_on("task.duplicate")) check_duplicates(plan, options, out);
  check_targets(plan, out);
  check_indicators(plan, out);
  check_progress(plan, out);
  for (const CheckRule& rule : options.more) {
    detail::poll();
    for (Finding& one : rule(plan)) out.findings.push_back(std::move(one));
  }
  findings.findings = std::move(out.findings);
  sort_by_task(plan, findings.findings);
  return findings;
}

std::string to_text(const Finding& finding, bool english) {
  static const std::map<Severity, Bilingual> names = {{Severity::off, {"tắt", "off"}},
                                                      {Severity::note, {"lưu ý", "note"}},
                                                      {Severity::warning, {"cảnh báo", "warning"}},
                                                      {Severity::error, {"lỗi", "error"}}};
  const Bilingual& severity = names.at(finding.severity);
  std::string text = "[" + (english ? severity.en : severity.vi) + "] ";
  if (!finding.task.empty()) text += (english ? "task " : "nhiệm vụ ") + finding.task + ": ";
  // a rule of the user's own may have said it in Vietnamese alone
  text += english && !finding.message_en.empty() ? finding.message_en : finding.message;
  if (!finding.correction.empty()) text += " → " + finding.correction;
  return text;
}

namespace detail {

Collector::Collector(const CheckOptions& options) {
  for (const auto& [rule, severity, vi, en] : data::checks) {
    const auto own = options.severities.find(std::string(rule));
    rules_.emplace(
        rule, Rule{own == options.severities.end() ? severity_of(severity) : own->second, vi, en});
  }
}

void Collector::add(std::string_view rule, const Span& span, const std::vector<std::string>& words,
                    std::string correction) {
  std::vector<Bilingual> said;
  for (const std::string& word : words) said.push_back({word, word});
  add_said(rule, span, said, std::move(correction));
}

void Collector::add_said(std::string_view rule, const Span& span,
                         const std::vector<Bilingual>& words, std::string correction) {
  const Rule& known = rules_.at(rule);
  if (known.severity == Severity::off) return;
  std::vector<std::string> vi;
  std::vector<std::string> en;
  for (const Bilingual& word : words) {
    vi.push_back(word.vi);
    en.push_back(word.en);
  }
  Finding finding;
  finding.rule = rule;
  finding.severity = known.severity;
  finding.message = filled(known.vi, vi);
  finding.message_en = filled(known.en, en);
  finding.correction = std::move(correction);
  finding.span = span;
  findings.push_back(std::move(finding));
}

void Collector::add(std::string_view rule, const Task& task, const std::vector<std::string>& words,
                    std::string correction) {
  const std::size_t before = findings.size();
  add(rule, task.span, words, std::move(correction));
  if (findings.size() > before) findings.back().task = task.id;
}

}  // namespace detail
}  // namespace sauro::inline v0_1
