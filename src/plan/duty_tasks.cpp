#include "plan/duty_tasks.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t fewest_words = 4;   ///< of a title that says enough to be compared
constexpr std::size_t most_tasks = 64;    ///< that are looked at for one duty
constexpr std::size_t common_tenths = 8;  ///< of the words of the shorter title

/// The different words of a title, sorted; those of its time say nothing of its work.
std::vector<std::string> words_in(std::string_view title, std::string_view time) {
  std::string text(title);
  const std::size_t at = time.empty() ? std::string::npos : text.find(time);
  if (at != std::string::npos) text.erase(at, time.size());
  const std::string key = fold(text);
  std::vector<std::string> words;
  each_piece(key, ' ', [&](std::string_view word) {
    if (!word.empty()) words.emplace_back(word);
  });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::size_t count_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const int order = a[i].compare(b[j]);
    common += order == 0 ? 1 : 0;
    i += order <= 0 ? 1 : 0;
    j += order >= 0 ? 1 : 0;
  }
  return common;
}

bool has_limit(const Duty& duty) { return duty.timeframe.kind != TimeframeKind::unstated; }

/// The tasks that some bodies lead, by lead and word.
class TaskIndex {
 public:
  TaskIndex(const Plan& plan, const std::unordered_set<std::string_view>& leads)
      : words_(plan.tasks.size()) {
    for (std::size_t place = 0; place < plan.tasks.size(); ++place) {
      poll();
      const Task& task = plan.tasks[place];
      for (const std::string& lead : task.leads) {
        if (!leads.contains(lead)) continue;
        if (words_[place].empty()) words_[place] = words_in(task.title, task.timeframe.text);
        for (const std::string& word : words_[place]) {
          places_[lead + '\n' + word].push_back(place);
        }
      }
    }
  }

  /// The task that has the most words of a duty.
  [[nodiscard]] std::optional<std::size_t> find(const Duty& duty) const {
    const std::vector<std::string> words = words_in(duty.title, duty.timeframe.text);
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (const std::string& lead : duty.leads) {
      for (const std::size_t place : candidates(lead, words)) {
        const std::size_t shorter = std::min(words.size(), words_[place].size());
        const std::size_t common = count_common(words, words_[place]);
        const bool same = shorter >= fewest_words && common * 10 >= shorter * common_tenths;
        if (!same || common <= most) continue;
        most = common;
        best = place;
      }
    }
    return best;
  }

 private:
  /// Tasks of a lead that have one of the duty's rarest words.
  [[nodiscard]] std::vector<std::size_t> candidates(const std::string& lead,
                                                    const std::vector<std::string>& words) const {
    std::vector<const std::vector<std::size_t>*> lists;
    for (const std::string& word : words) {
      const auto found = places_.find(lead + '\n' + word);
      if (found != places_.end()) lists.push_back(&found->second);
    }
    std::sort(lists.begin(), lists.end(),
              [](const auto* a, const auto* b) { return a->size() < b->size(); });
    std::vector<std::size_t> places;
    for (const auto* list : lists) {
      if (places.size() + list->size() > most_tasks) break;
      places.insert(places.end(), list->begin(), list->end());
    }
    return places;
  }

  std::vector<std::vector<std::string>> words_;
  std::unordered_map<std::string, std::vector<std::size_t>> places_;
};

}  // namespace

std::vector<std::optional<std::size_t>> tasks_of_duties(const Plan& plan) {
  std::vector<std::optional<std::size_t>> tasks(plan.duties.size());
  std::unordered_set<std::string_view> leads;
  for (const Duty& duty : plan.duties) {
    if (has_limit(duty)) leads.insert(duty.leads.begin(), duty.leads.end());
  }
  if (leads.empty()) return tasks;
  const TaskIndex index(plan, leads);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    poll();
    if (has_limit(plan.duties[i])) tasks[i] = index.find(plan.duties[i]);
  }
  return tasks;
}

}  // namespace sauro::inline v0_1::detail
