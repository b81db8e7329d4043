#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "data/target_words.hpp"

#include "sauro/phrases/target.hpp"
#include "sauro/text/fold.hpp"
#include "checking/findings.hpp"
#include "text/parts.hpp"
#include "text/written_out.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string target_subject(const Task& task, const Target& target) {
  return target.unit + "|" + fold(task.title) + "|" + fold(target.of);
}

/// A span of values that a target allows.
std::pair<double, double> allowed(const Target& target) {
  constexpr double most = std::numeric_limits<double>::infinity();
  const double value = *target.value;
  switch (target.comparison) {
    case Comparison::at_least:
    case Comparison::above:
      return {value, most};
    case Comparison::at_most:
    case Comparison::below:
      return {-most, value};
    case Comparison::range:
      return {value, target.upper.value_or(value)};
    default:
      return {value, value};
  }
}

bool contradict(const Target& a, const Target& b) {
  const auto [a_low, a_high] = allowed(a);
  const auto [b_low, b_high] = allowed(b);
  return a_low > b_high || b_low > a_high;
}

bool is_comparable(const Target& target) {
  return target.kind == TargetKind::quantity && target.value && !target.stretch &&
         target.comparison != Comparison::none;
}

void check_tasks(const Plan& plan, Collector& out) {
  std::unordered_map<std::string, std::vector<std::pair<const Task*, const Target*>>> by_subject;
  for (const Task& task : plan.tasks) {
    for (const Target& target : task.targets) {
      const bool words_only = target.kind == TargetKind::not_measurable ||
                              (target.kind == TargetKind::quantity && !target.value);
      if (words_only) out.add("target.no_measure", task, {target.text});
      if (!is_comparable(target) || target.of.empty()) continue;
      auto& others = by_subject[target_subject(task, target)];
      for (const auto& [other, its] : others) {
        if (!contradict(target, *its)) continue;
        out.add("target.contradiction", task, {target.text, its->text, other->id});
        break;
      }
      others.emplace_back(&task, &target);
    }
  }
}

void check_indicators(const Plan& plan, Collector& out) {
  std::map<std::pair<std::string, std::string>, std::pair<const Indicator*, const Target*>> known;
  for (const Indicator& indicator : plan.indicators) {
    for (const IndicatorTarget& by : indicator.targets) {
      for (const Target& target : by.targets) {
        if (!is_comparable(target)) continue;
        const auto [found, first] =
            known.try_emplace({fold(indicator.name), by.horizon}, &indicator, &target);
        if (first || !contradict(target, *found->second.second)) continue;
        out.add(
            "target.contradiction", indicator.span,
            {indicator.name + ": " + by.text, found->second.second->text, found->second.first->id});
      }
    }
  }
}

/// Sentences of a text.
template <class Function>
void for_each_sentence(std::string_view text, Function function) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = text.find(". ", at);
    const std::size_t pause = text.find_first_of(";\n", at);
    const std::size_t end = std::min({stop, pause, text.size()});
    function(text.substr(at, end - at));
    at = end + 1;
  }
}

/// What a sentence is about: its words without the target and without those that only introduce
/// one, in no order. Empty where too few are left to tell.
std::string matter_of(std::string_view sentence, const Target& target) {
  static const auto introducing = [] {
    std::unordered_set<std::string> words;
    for (const auto& row : data::target_words) {
      for (std::string& word : written_out(row[0])) words.insert(std::move(word));
    }
    return words;
  }();
  constexpr std::size_t least_shared_words = 4;
  const std::size_t place = sentence.find(target.text);
  if (place == std::string_view::npos) return {};
  std::string rest(sentence.substr(0, place));
  rest += ' ';
  rest += sentence.substr(place + target.text.size());
  std::vector<std::string> words = written_out(rest);
  std::erase_if(words, [](const std::string& word) { return introducing.contains(word); });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words.size() < least_shared_words ? std::string() : joined(words, " ");
}

/// Finds the same matter with another target elsewhere in the plan.
class Matters {
 public:
  explicit Matters(Collector& out) : out_(out) {}

  /// Takes a target of a sentence; `task` where it is one's, else the place that names it.
  void add(std::string_view sentence, const Target& target, const Task* task,
           const std::string& place, const Span& span) {
    if (!is_comparable(target) || target.approximate) return;
    const std::string matter = matter_of(sentence, target);
    if (matter.empty()) return;
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

 private:
  struct Said {
    Target target;
    std::string place;
  };
  Collector& out_;
  std::unordered_map<std::string, Said> known_;
};

void check_matters(const Plan& plan, Collector& out) {
  if (!out.is_on("target.differs")) return;
  Matters matters(out);
  const auto of_text = [&](std::string_view text, const std::string& place, const Span& span) {
    for_each_sentence(text, [&](std::string_view sentence) {
      for (const Target& target : find_targets(sentence)) {
        matters.add(sentence, target, nullptr, place, span);
      }
    });
  };
  for (const Section& section : plan.sections) {
    for (const std::string& text : section.paragraphs) of_text(text, section.id, section.span);
  }
  for (const Duty& duty : plan.duties) of_text(duty.text, duty.section, duty.span);
  for (const Task& task : plan.tasks) {
    for (const Target& target : task.targets) {
      const auto of_task = [&](std::string_view sentence) {
        matters.add(sentence, target, &task, task.id, task.span);
      };
      for_each_sentence(task.title, of_task);
      for (const std::string& point : task.points) for_each_sentence(point, of_task);
    }
  }
}

}  // namespace

void check_targets(const Plan& plan, Collector& out) {
  check_tasks(plan, out);
  check_indicators(plan, out);
  check_matters(plan, out);
}

}  // namespace sauro::inline v0_1::detail
