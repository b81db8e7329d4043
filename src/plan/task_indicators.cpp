#include "sauro/plan/task_indicators.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "text/parts.hpp"
#include "text/phrase_set.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr int several = -1;
constexpr std::ptrdiff_t least_words = 3;  // fewer are words of any text
constexpr std::ptrdiff_t most_words = 40;  // more are no name, and slow to look for

/// Things of a plan by what a cell calls them.
class Named {
 public:
  template <class Things, class Name>
  Named(const Things& things, Name name) {
    for (std::size_t i = 0; i < things.size(); ++i) {
      const int at = static_cast<int>(i);
      add(things[i].id, at);
      add(things[i].number, at);
      add(name(things[i]), at);
      add(things[i].number + " " + name(things[i]), at);
    }
  }

  /// What a cell names: a part of it between marks, with or without the words before the number.
  [[nodiscard]] std::set<int> in_cell(std::string_view cell) const {
    std::set<int> found;
    const auto look = [&](std::string_view part) {
      const int one = find(part);
      if (one >= 0) found.insert(one);
      return one >= 0;
    };
    if (look(cell)) return found;
    std::string text(cell);
    for (char& letter : text) {
      if (letter == '\n' || letter == ';') letter = ',';
    }
    detail::for_each_part(text, ',', [&](std::string_view part) {
      if (look(part)) return;
      const std::size_t last = part.find_last_not_of(" \t.");
      const std::size_t blank = part.find_last_of(" \t", last);
      if (last != std::string_view::npos && blank != std::string_view::npos) {
        look(part.substr(blank + 1, last - blank));  // "Chỉ tiêu số 5"
      }
    });
    return found;
  }

 private:
  void add(std::string_view name, int at) {
    std::string key = tone_key(name);
    if (key.empty()) return;
    const auto [known, is_new] = places_.try_emplace(std::move(key), at);
    if (!is_new && known->second != at) known->second = several;
  }

  [[nodiscard]] int find(std::string_view name) const {
    const auto known = places_.find(tone_key(name));
    return known == places_.end() ? several : known->second;
  }

  std::unordered_map<std::string, int, detail::ViewHash, std::equal_to<>> places_;
};

bool heads(std::string_view header, std::string_view words) {
  return (' ' + fold(header) + ' ').find(words) != std::string::npos;
}

class TaskLinker {
 public:
  explicit TaskLinker(const Plan& plan) : plan_(plan), linked_(plan.tasks.size()) {}

  TaskIndicators run() {
    by_columns();
    by_words();
    for (std::size_t i = 0; i < linked_.size(); ++i) {
      if (linked_[i].empty()) continue;
      std::vector<std::string> ids;
      for (const int at : linked_[i])
        ids.push_back(plan_.indicators[static_cast<std::size_t>(at)].id);
      out_.links.emplace_back(plan_.tasks[i].id, std::move(ids));
    }
    return std::move(out_);
  }

 private:
  void by_columns() {
    const Named indicators(plan_.indicators, [](const Indicator& one) { return one.name; });
    const Named tasks(plan_.tasks, [](const Task& one) { return one.title; });
    for (std::size_t i = 0; i < plan_.tasks.size(); ++i) {
      for (const ExtraCell& cell : plan_.tasks[i].extra) {
        if (!heads(cell.column, " chi tieu ")) continue;
        const std::set<int> found = indicators.in_cell(cell.text);
        linked_[i].insert(found.begin(), found.end());
        out_.is_told = out_.is_told || !found.empty();
      }
    }
    for (std::size_t i = 0; i < plan_.indicators.size(); ++i) {
      for (const ExtraCell& cell : plan_.indicators[i].extra) {
        if (!heads(cell.column, " nhiem vu ")) continue;
        for (const int task : tasks.in_cell(cell.text)) {
          linked_[static_cast<std::size_t>(task)].insert(static_cast<int>(i));
          out_.is_told = true;
        }
      }
    }
  }

  void by_words() {
    detail::PhraseSet names;
    std::map<std::string, int> known;
    for (std::size_t i = 0; i < plan_.indicators.size(); ++i) {
      const std::string key = tone_key(plan_.indicators[i].name);
      const auto words = 1 + std::count(key.begin(), key.end(), ' ');
      if (words < least_words || words > most_words) continue;
      const auto [one, is_new] = known.try_emplace(key, static_cast<int>(i));
      if (!is_new) one->second = several;
    }
    for (const auto& [key, at] : known) {
      if (at >= 0) names.add(key, at);
    }
    for (std::size_t i = 0; i < plan_.tasks.size(); ++i) {
      detail::poll();
      const Task& task = plan_.tasks[i];
      look_in(names, task.title, i);
      look_in(names, task.product, i);
      for (const std::string& point : task.points) look_in(names, point, i);
    }
  }

  void look_in(const detail::PhraseSet& names, std::string_view text, std::size_t task) {
    const std::string key = tone_key(text);
    for (auto one = names.find(key); one; one = names.find(key, one.at + one.size)) {
      linked_[task].insert(one.number);
    }
  }

  const Plan& plan_;
  std::vector<std::set<int>> linked_;
  TaskIndicators out_;
};

}  // namespace

TaskIndicators task_indicators(const Plan& plan) { return TaskLinker(plan).run(); }

}  // namespace sauro::inline v0_1
