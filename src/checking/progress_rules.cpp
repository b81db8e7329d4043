#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/plan/progress.hpp"
#include "sauro/text/fold.hpp"
#include "checking/findings.hpp"
#include "core/poll.hpp"
#include "text/parts.hpp"
#include "text/phrase_set.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// What tables of progress go by.
struct ReportWords {
  std::map<std::string, std::string> columns;   ///< name of the field by folded header
  std::map<std::string, std::string> statuses;  ///< name of the status by folded words
  PhraseSet future;
  PhraseSet counted;

  ReportWords() {
    for (const ProgressWords& one : progress_words()) {
      for (const std::string& words : one.words) {
        if (one.kind == "column") columns.emplace(fold(words), one.name);
        if (one.kind == "status") statuses.emplace(fold(words), one.name);
        if (one.kind == "future") future.add(words);
        if (one.kind == "counted") counted.add(words);
      }
    }
  }
};

const ReportWords& report_words() {
  static const ReportWords words;
  return words;
}

/// The text of a task's column of that field.
const std::string* cell_of(const Task& task, std::string_view field) {
  for (const auto& [header, text] : task.extra) {
    const auto found = report_words().columns.find(fold(header));
    if (found != report_words().columns.end() && found->second == field) return &text;
  }
  return nullptr;
}

std::vector<std::string> words_of(const std::string& text) { return parts_of(tone_key(text), ' '); }

std::optional<int> number_of(const std::string& word) {
  int value = 0;
  const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
  if (result.ec != std::errc() || result.ptr != word.data() + word.size()) return std::nullopt;
  return value;
}

bool stands_at(const std::vector<std::string>& words, std::size_t at,
               const std::vector<std::string>& phrase) {
  return at + phrase.size() <= words.size() &&
         std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
}

/// Numbers that a text gives for a status: "22/37 nhiệm vụ đã hoàn thành", or "hoàn thành 22 việc".
std::vector<int> totals_of(const std::vector<std::string>& words,
                           const std::vector<std::string>& status) {
  constexpr std::size_t apart = 3;  // "... nhiệm vụ được giao đã hoàn thành"
  const auto is_counted = [&](std::size_t at) {
    return at + 1 < words.size() && (report_words().counted.find(words[at] + " " + words[at + 1]) ||
                                     report_words().counted.find(words[at]));
  };
  std::vector<int> totals;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto number = number_of(words[i]);
    if (!number) continue;
    std::size_t next = i + 1;
    if (next < words.size() && number_of(words[next])) ++next;  // of so many
    if (!is_counted(next)) continue;
    bool says_status = i >= status.size() && stands_at(words, i - status.size(), status);
    for (std::size_t k = next + 1; k <= next + 2 + apart; ++k) {
      says_status = says_status || stands_at(words, k, status);
      if (k < words.size() && number_of(words[k])) break;
    }
    if (says_status) totals.push_back(*number);
    i = next;
  }
  return totals;
}

void check_totals(const Plan& plan, Collector& out) {
  std::map<std::string, int> counts;  // by status as the table writes it
  for (const Task& task : plan.tasks) {
    poll();
    const std::string* status = cell_of(task, "status");
    if (status != nullptr && !status->empty()) ++counts[tone_key(*status)];
  }
  if (counts.empty()) return;
  const auto look = [&](const std::string& text, const Span& span) {
    const std::vector<std::string> words = words_of(text);
    for (const auto& [status, count] : counts) {
      for (const int total : totals_of(words, words_of(status))) {
        if (total == count) continue;
        out.add("progress.totals", span, {text, std::to_string(total), std::to_string(count)},
                std::to_string(count));
      }
    }
  };
  for (const Section& section : plan.sections) {
    for (const std::string& text : section.paragraphs) look(text, section.span);
  }
  for (const Duty& duty : plan.duties) look(duty.text, duty.span);
  for (const Annex& annex : plan.annexes) {
    for (const std::string& text : annex.paragraphs) look(text, annex.span);
  }
}

}  // namespace

void check_progress(const Plan& plan, Collector& out) {
  check_totals(plan, out);
  for (const Task& task : plan.tasks) {
    poll();
    const std::string* status = cell_of(task, "status");
    const std::string* result = cell_of(task, "result");
    if (status == nullptr || result == nullptr) continue;
    const auto known = report_words().statuses.find(fold(*status));
    const bool is_done = known != report_words().statuses.end() && known->second == "done";
    if (is_done && report_words().future.find(tone_key(*result))) {
      out.add("progress.future_result", task, {*status, *result});
    }
  }
}

}  // namespace sauro::inline v0_1::detail
