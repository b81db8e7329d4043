#include "sauro/plan/progress.hpp"

#include "data/progress_words.hpp"

#include "text/parts.hpp"

namespace sauro::inline v0_1 {

const std::vector<ProgressWords>& progress_words() {
  static const auto all = [] {
    std::vector<ProgressWords> list;
    for (const auto& [kind, name, words] : detail::data::progress_words) {
      list.push_back({std::string(kind), std::string(name), detail::parts_of(words, '|')});
    }
    return list;
  }();
  return all;
}

Progress merged(const Progress& first, const Progress& second) {
  Progress all = first;
  all.entries.insert(all.entries.end(), second.entries.begin(), second.entries.end());
  all.problems.insert(all.problems.end(), second.problems.begin(), second.problems.end());
  return all;
}

}  // namespace sauro::inline v0_1
