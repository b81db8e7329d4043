#include "checking/target_matters.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/poll.hpp"
#include "data/target_words.hpp"

#include "sauro/phrases/target.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/written_out.hpp"

namespace sauro::inline v0_1::detail {
namespace {

bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  return c == ';' || c == '\n' || (c == '.' && at + 1 < text.size() && text[at + 1] == ' ');
}

template <class Function>
void for_each_sentence(std::string_view text, Function function) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!ends_sentence(text, at)) continue;
    function(text.substr(begin, at - begin));
    begin = at + 1;
  }
  if (begin < text.size()) function(text.substr(begin));
}

/// Whether a word only introduces a target.
bool introduces(const std::string& word) {
  static const auto introducing = [] {
    std::unordered_set<std::string> words;
    for (const auto& row : data::target_words) {
      for (std::string& one : written_out(row[0])) words.insert(std::move(one));
    }
    return words;
  }();
  return introducing.contains(word);
}

/// Spreads the bits of a number: the last step of splitmix64 (Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

/// Which words there are, in no order: a sum, from which some can be taken without going over the
/// others again.
struct WordSet {
  std::uint64_t sum = 0;
  std::size_t count = 0;

  void add(const std::string& word) {
    sum += mixed(std::hash<std::string>{}(word));
    ++count;
  }
  void remove(const std::string& word) {
    sum -= mixed(std::hash<std::string>{}(word));
    --count;
  }
};

/// A sentence cut at the targets that stand in it.
class Sentence {
 public:
  Sentence(std::string_view text, const std::vector<Target>& targets) {
    std::size_t at = 0;
    for (const Target& target : targets) {
      const std::size_t place = text.find(target.text, at);
      count(written_out(text.substr(at, place - at)));
      of_target_.push_back(written_out(target.text));
      count(of_target_.back());
      at = place + target.text.size();
    }
    count(written_out(text.substr(at)));
  }

  /// What the sentence is about: its words without those of a target and without those that only
  /// introduce one. Empty where too few are left to tell.
  [[nodiscard]] std::string matter(std::size_t target) const {
    constexpr std::size_t least_shared_words = 4;
    std::unordered_map<std::string, std::size_t> own;
    for (const std::string& word : of_target_[target]) ++own[word];
    WordSet rest = all_;
    for (const auto& [word, times] : own) {
      if (!introduces(word) && times == counts_.at(word)) rest.remove(word);
    }
    if (rest.count < least_shared_words) return {};
    return std::to_string(rest.sum) + "/" + std::to_string(rest.count);
  }

 private:
  void count(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      if (!introduces(word) && ++counts_[word] == 1) all_.add(word);
    }
  }

  std::vector<std::vector<std::string>> of_target_;  ///< words
  std::unordered_map<std::string, std::size_t> counts_;
  WordSet all_;
};

/// Finds the same matter with another target elsewhere in the plan.
class Matters {
 public:
  explicit Matters(Collector& out) : out_(out) {}

  /// Takes a sentence with the targets that stand in it, in their order; `task` where it is one's,
  /// else the place that names it.
  void add(std::string_view text, const std::vector<Target>& targets, const Task* task,
           const std::string& place, const Span& span) {
    if (targets.empty()) return;
    const Sentence sentence(text, targets);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (!is_comparable(targets[i]) || targets[i].approximate) continue;
      const std::string matter = sentence.matter(i);
      if (!matter.empty()) add(matter, targets[i], task, place, span);
    }
  }

 private:
  struct Said {
    Target target;
    std::string place;
  };

  void add(const std::string& matter, const Target& target, const Task* task,
           const std::string& place, const Span& span) {
    const std::string key = matter + "|" + target.unit + "|" + target.period + "|" +
                            target.direction + "|" + fold(target.baseline);
    const auto [found, first] = known_.try_emplace(key, Said{target, place});
    const auto& [other, its_place] = found->second;
    if (first || place == its_place) return;
    if (other.value == target.value && other.upper == target.upper) return;
    const std::vector<std::string> words = {target.text, other.text, its_place};
    if (task != nullptr) {
      out_.add("target.differs", *task, words);
    } else {
      out_.add("target.differs", span, words);
    }
  }

  Collector& out_;
  std::unordered_map<std::string, Said> known_;
};

using ByText = std::map<std::string_view, const Target*>;

/// The targets of a sentence, each as the task has it.
std::vector<Target> targets_in(std::string_view sentence, const ByText& of_task) {
  std::vector<Target> targets = find_targets(sentence);
  std::erase_if(targets, [&](const Target& target) { return !of_task.contains(target.text); });
  for (Target& target : targets) target = *of_task.at(target.text);
  return targets;
}

void add_task(const Task& task, Matters& matters) {
  poll();
  if (task.targets.empty()) return;
  ByText of_task;
  for (const Target& target : task.targets) of_task.emplace(target.text, &target);
  const auto of_sentence = [&](std::string_view sentence) {
    matters.add(sentence, targets_in(sentence, of_task), &task, task.id, task.span);
  };
  for_each_sentence(task.title, of_sentence);
  for (const std::string& point : task.points) for_each_sentence(point, of_sentence);
}

}  // namespace

void check_matters(const Plan& plan, Collector& out) {
  if (!out.is_on("target.differs")) return;
  Matters matters(out);
  const auto of_text = [&](std::string_view text, const std::string& place, const Span& span) {
    for_each_sentence(text, [&](std::string_view sentence) {
      poll();
      matters.add(sentence, find_targets(sentence), nullptr, place, span);
    });
  };
  for (const Section& section : plan.sections) {
    for (const std::string& text : section.paragraphs) of_text(text, section.id, section.span);
  }
  for (const Duty& duty : plan.duties) of_text(duty.text, duty.section, duty.span);
  for (const Task& task : plan.tasks) add_task(task, matters);
}

}  // namespace sauro::inline v0_1::detail
