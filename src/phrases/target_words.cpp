#include "phrases/target_words.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <string_view>

#include "sauro/text/fold.hpp"
#include "data/target_phrases.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::size_t ends_of(std::string_view word) {
  constexpr std::size_t values = 256;
  return static_cast<unsigned char>(word.front()) * values +
         static_cast<unsigned char>(word.back());
}

struct RolePhrase {
  std::vector<PhraseWord> words;
  TargetRole role;
};

TargetRole target_role(std::string_view name) {
  constexpr std::array<std::string_view, 20> names = {
      "",      "increase", "raise",    "decrease",   "up_to",    "down_to", "more",
      "less",  "at_least", "at_most",  "limit",      "times",    "group",   "place",
      "about", "joined",   "assigned", "set_number", "steadily", "counted"};
  const auto* const known = std::find(names.begin(), names.end(), name);
  return known == names.end() ? TargetRole::none : static_cast<TargetRole>(known - names.begin());
}

/// The phrases by their first word, with and without its marks.
struct TargetPhrases {
  TextMap<std::vector<RolePhrase>> by_word;
  std::bitset<65536> ends;  ///< first and last byte of these words; most words have others

  TargetPhrases() {
    for (const auto& [phrase, role] : data::target_phrases) {
      const RolePhrase made{phrase_words(phrase), target_role(role)};
      const PhraseWord& first = made.words.front();
      note(first.key, made);
      if (first.bare != first.key) note(first.bare, made);
    }
  }

  void note(const std::string& word, const RolePhrase& phrase) {
    by_word[word].push_back(phrase);
    ends.set(ends_of(word));
  }
};

std::string_view key_at(const std::vector<Token>& tokens, std::size_t at) {
  const bool word = at < tokens.size() && tokens[at].kind == Token::Kind::word;
  return word ? std::string_view(tokens[at].key) : std::string_view();
}

struct Numeral {
  std::string_view key;
  int value;
};

int numeral_of(std::string_view key, const Numeral* begin, const Numeral* end) {
  const auto* const known =
      std::find_if(begin, end, [&](const Numeral& one) { return one.key == key; });
  return known == end ? 0 : known->value;
}

/// The keys are tone_keys: "sáu" is "sau2", "bảy" is "bay3".
constexpr std::array<Numeral, 10> digits_in_words = {{{"môt5", 1},
                                                      {"hai", 2},
                                                      {"ba", 3},
                                                      {"bôn2", 4},
                                                      {"năm", 5},
                                                      {"sau2", 6},
                                                      {"bay3", 7},
                                                      {"bây3", 7},
                                                      {"tam2", 8},
                                                      {"chin2", 9}}};
/// What only follows a ten: "mười lăm", "hai mươi mốt", "ba mươi tư".
constexpr std::array<Numeral, 3> after_ten = {{{"lăm", 5}, {"môt2", 1}, {"tư", 4}}};

int one_at(const std::vector<Token>& tokens, std::size_t at) {
  return numeral_of(key_at(tokens, at), digits_in_words.begin(), digits_in_words.end());
}

/// Whether a word after a number word makes something else of it.
bool undoes_number(std::string_view key) {
  constexpr std::array<std::string_view, 19> words = {
      "sô2", "trong", "phân1", "nưa3", "cưa3", "vai1",  "trăm",  "nghin1", "ngan1", "triêu5",
      "ty3", "ti3",   "chuc5", "van5", "it2",  "rươi4", "cach2", "bên",    "la1"};
  return std::find(words.begin(), words.end(), key) != words.end();
}

/// "năm" is five only where no word beside it makes a year of it.
bool undoes_five(std::string_view key) {
  constexpr std::array<std::string_view, 14> words = {"hoc5",  "nay", "sau",   "trươc2", "tơi2",
                                                      "qua",   "kê2", "liên1", "đâu1",   "cuôi2",
                                                      "tiêp2", "đo2", "bao2",  "la1"};
  return key.empty() || std::find(words.begin(), words.end(), key) != words.end();
}

}  // namespace

TargetPhrase target_phrase_at(const std::vector<Token>& tokens, std::size_t at) {
  static const TargetPhrases phrases;
  const std::string_view key = key_at(tokens, at);
  if (key.empty() || !phrases.ends[ends_of(key)]) return {};
  const auto known = phrases.by_word.find(tokens[at].key);
  if (known == phrases.by_word.end()) return {};
  TargetPhrase best;
  for (const RolePhrase& phrase : known->second) {
    const std::size_t size = phrase.words.size();
    if (size > best.size && stands_at(phrase.words, tokens, at)) best = {phrase.role, size};
  }
  return best;
}

SpelledNumber spelled_number_at(const std::vector<Token>& tokens, std::size_t at) {
  SpelledNumber number;
  if (key_at(tokens, at) == "mươi1") {
    number = {10, 1};
  } else if (const int one = one_at(tokens, at); one != 0) {
    const bool tens = key_at(tokens, at + 1) == "mươi";
    number = {tens ? one * 10 : one, tens ? std::size_t{2} : std::size_t{1}};
  } else {
    return {};
  }
  if (number.value >= 10) {
    int last = numeral_of(key_at(tokens, at + number.size), after_ten.begin(), after_ten.end());
    if (last == 0) last = one_at(tokens, at + number.size);
    if (last != 0) number = {number.value + last, number.size + 1};
  }
  const std::string_view next = key_at(tokens, at + number.size);
  if (undoes_number(next) || (number.value == 5 && undoes_five(next))) return {};
  return number;
}

}  // namespace sauro::inline v0_1::detail
