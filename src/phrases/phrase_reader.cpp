#include "phrases/phrase_reader.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>
#include "data/time_phrases.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using RolePhrases = std::vector<std::vector<PhraseWord>>;

/// Phrases by role, longer ones first: "ngay sau khi" before "ngay sau".
const std::unordered_map<std::string_view, RolePhrases>& phrases_of_roles() {
  static const auto loaded = [] {
    std::unordered_map<std::string_view, RolePhrases> made;
    for (const auto& [phrase, role] : data::time_phrases)
      made[role].push_back(phrase_words(phrase));
    for (auto& [role, list] : made) {
      std::stable_sort(list.begin(), list.end(),
                       [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }
    return made;
  }();
  return loaded;
}

}  // namespace

std::size_t PhraseReader::phrase_from(std::string_view role, std::size_t begin) const {
  const auto known = phrases_of_roles().find(role);
  if (known == phrases_of_roles().end()) return 0;
  for (const std::vector<PhraseWord>& phrase : known->second) {
    std::size_t met = 0;
    while (met < phrase.size() && begin + met < tokens_.size() &&
           phrase[met].meets(tokens_[begin + met])) {
      ++met;
    }
    if (met == phrase.size()) return met;
  }
  return 0;
}

std::size_t PhraseReader::phrase_at(std::string_view role, std::size_t ahead) const {
  return is_word(ahead) ? phrase_from(role, at_ + ahead) : 0;
}

bool PhraseReader::follows_pair(std::string_view role) const {
  constexpr std::size_t pair = 2;
  return at_ >= pair && phrase_from(role, at_ - pair) == pair;
}

bool PhraseReader::skip_phrase(std::string_view role) {
  const std::size_t words = phrase_at(role);
  at_ += words;
  return words != 0;
}

}  // namespace sauro::inline v0_1::detail
