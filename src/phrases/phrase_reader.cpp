#include "phrases/phrase_reader.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "data/time_phrases.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::array<std::string_view, 39> role_names = {
    "lead",       "text_lead",   "event",       "event_alone", "continuous",   "until",
    "next",       "this",        "last",        "open_end",    "day_part",     "sunday",
    "ten_days_1", "ten_days_2",  "ten_days_3",  "work",        "report",       "stop",
    "about",      "times",       "stage",       "who",         "feast_lead",   "new_year",
    "tet",        "hung_kings",  "victory_day", "labour_day",  "national_day", "culture_day",
    "begin",      "finish",      "lunar",       "if_any",      "no_day",       "things",
    "each",       "until_event", "happening"};

constexpr std::uint64_t bit_of(std::size_t role) { return std::uint64_t{1} << role; }

/// The phrases of each role, longer ones first ("ngay sau khi" before "ngay sau"), and by its
/// first word which roles a phrase may have: most words begin none.
struct RolePhrases {
  std::array<std::vector<std::vector<PhraseWord>>, role_names.size()> lists;
  TextMap<std::uint64_t> begun;
};

const RolePhrases& role_phrases() {
  static const RolePhrases loaded = [] {
    RolePhrases made;
    for (const auto& [phrase, name] : data::time_phrases) {
      const auto* found = std::find(role_names.begin(), role_names.end(), name);
      if (found == role_names.end()) continue;
      const auto role = static_cast<std::size_t>(found - role_names.begin());
      std::vector<PhraseWord> words = phrase_words(phrase);
      made.begun[words.front().key] |= bit_of(role);
      made.begun[words.front().bare] |= bit_of(role);
      made.lists[role].push_back(std::move(words));
    }
    for (auto& list : made.lists) {
      std::stable_sort(list.begin(), list.end(),
                       [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }
    return made;
  }();
  return loaded;
}

}  // namespace

PhraseReader::PhraseReader(std::string_view text, std::vector<Token> tokens)
    : TokenReader(text, std::move(tokens)), begun_(tokens_.size(), 0) {
  const auto& begun = role_phrases().begun;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].kind != Token::Kind::word) continue;
    const auto known = begun.find(tokens_[i].key);
    if (known != begun.end()) begun_[i] = known->second;
  }
}

std::size_t PhraseReader::phrase_from(PhraseRole role, std::size_t begin) const {
  const auto index = static_cast<std::size_t>(role);
  if (begin >= begun_.size() || (begun_[begin] & bit_of(index)) == 0) return 0;
  for (const std::vector<PhraseWord>& phrase : role_phrases().lists[index]) {
    if (stands_at(phrase, tokens_, begin)) return phrase.size();
  }
  return 0;
}

bool PhraseReader::follows(PhraseRole role) const {
  constexpr std::size_t pair = 2;
  return (at_ >= pair && phrase_from(role, at_ - pair) == pair) ||
         (at_ >= 1 && phrase_from(role, at_ - 1) == 1);
}

}  // namespace sauro::inline v0_1::detail
