#include "reading/duty_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "data/duty_words.hpp"
#include "data/verbs.hpp"
#include "reading/cell_text.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::array<std::pair<std::string_view, DutyWord>, 41> duty_word_names{{
    {"introduction", DutyWord::introduction},
    {"limit", DutyWord::limit},
    {"soft_limit", DutyWord::soft_limit},
    {"no_limit", DutyWord::no_limit},
    {"hard_no_limit", DutyWord::hard_no_limit},
    {"holding", DutyWord::holding},
    {"standing", DutyWord::standing},
    {"honorific", DutyWord::honorific},
    {"head_post", DutyWord::head_post},
    {"post", DutyWord::post},
    {"chair", DutyWord::chair},
    {"telling", DutyWord::telling},
    {"formula", DutyWord::formula},
    {"demand", DutyWord::demand},
    {"aim", DutyWord::aim},
    {"heed", DutyWord::heed},
    {"topic", DutyWord::topic},
    {"link", DutyWord::link},
    {"attribute", DutyWord::attribute},
    {"nominal", DutyWord::nominal},
    {"examining", DutyWord::examining},
    {"state", DutyWord::state},
    {"outcome", DutyWord::outcome},
    {"right", DutyWord::right},
    {"modal", DutyWord::modal},
    {"meeting", DutyWord::meeting},
    {"making", DutyWord::making},
    {"submitting", DutyWord::submitting},
    {"deadline", DutyWord::deadline},
    {"issuing", DutyWord::issuing},
    {"issued", DutyWord::issued},
    {"unmade", DutyWord::unmade},
    {"condition", DutyWord::condition},
    {"steady", DutyWord::steady},
    {"finishing", DutyWord::finishing},
    {"visiting", DutyWord::visiting},
    {"recipient", DutyWord::recipient},
    {"gathering", DutyWord::gathering},
    {"qualifier", DutyWord::qualifier},
    {"step", DutyWord::step},
    {"doing", DutyWord::doing},
}};

constexpr std::uint64_t bit_of(DutyWord role) {
  return std::uint64_t{1} << static_cast<unsigned>(role);
}

/// Words in a row, compared without tones first and with them then: "tính" is no "tỉnh".
struct DutyPhrase {
  std::string key;
  std::string tones;
  std::size_t size = 0;  ///< words

  [[nodiscard]] bool stands_at(const std::vector<SpokenWord>& words, std::size_t first) const {
    if (matching_words(words, first, key) == 0) return false;
    std::string written;
    for (std::size_t at = first; at < first + size; ++at)
      written += (at == first ? "" : " ") + std::string(words[at].text);
    return tone_key(written) == tones;
  }
};

/// The phrases of each role by their first words, the longest first.
class DutyPhrases {
 public:
  DutyPhrases() {
    for (const auto& [name, list] : data::duty_words) {
      for (const auto& [known, role] : duty_word_names) {
        if (known == name) add(role, list);
      }
    }
  }

  [[nodiscard]] const std::vector<DutyPhrase>& of(DutyWord role, const std::string& first) const {
    static const std::vector<DutyPhrase> none;
    const auto& all = phrases_[static_cast<std::size_t>(role)];
    const auto found = all.find(first);
    return found == all.end() ? none : found->second;
  }

  /// A bit for each role of which phrases begin with a word.
  [[nodiscard]] std::uint64_t begun(const std::string& first) const {
    const auto found = begun_.find(first);
    return found == begun_.end() ? 0 : found->second;
  }

  /// Words of the longest phrase.
  [[nodiscard]] std::size_t longest() const noexcept { return longest_; }

 private:
  void add(DutyWord role, std::string_view list) {
    auto& all = phrases_[static_cast<std::size_t>(role)];
    each_piece(list, '|', [&](std::string_view phrase) {
      const auto spaces = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' '));
      const std::string key = fold(phrase);
      longest_ = std::max(longest_, spaces + 1);
      begun_[key.substr(0, key.find(' '))] |= bit_of(role);
      all[key.substr(0, key.find(' '))].push_back({key, tone_key(phrase), spaces + 1});
    });
    for (auto& [first, phrases] : all) {
      std::stable_sort(phrases.begin(), phrases.end(),
                       [](const DutyPhrase& a, const DutyPhrase& b) { return a.size > b.size; });
    }
  }

  std::array<TextMap<std::vector<DutyPhrase>>, duty_word_names.size()> phrases_;
  TextMap<std::uint64_t> begun_;
  std::size_t longest_ = 0;
};

const DutyPhrases& duty_phrases() {
  static const DutyPhrases instance;
  return instance;
}

/// Verbs of tasks, as written: "thành lập" doesn't begin in "Truyền thanh lập dự toán".
class WorkVerbs {
 public:
  WorkVerbs() {
    for (const auto& [kind, phrases] : data::verbs) {
      each_piece(phrases, '|', [&](std::string_view phrase) {
        const auto spaces = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' '));
        all_.insert(phrase);
        std::size_t& longest = longest_[phrase.substr(0, phrase.find(' '))];
        longest = std::max(longest, spaces + 1);
      });
    }
  }

  [[nodiscard]] bool contains(std::string_view verb) const { return all_.contains(verb); }

  /// Words of the longest verb that begins with a word; 0 where none does.
  [[nodiscard]] std::size_t longest(std::string_view first) const {
    const auto found = longest_.find(first);
    return found == longest_.end() ? 0 : found->second;
  }

 private:
  std::unordered_set<std::string_view, ViewHash> all_;
  std::unordered_map<std::string_view, std::size_t> longest_;
};

const WorkVerbs& work_verbs() {
  static const WorkVerbs instance;
  return instance;
}

/// Words of two syllables of which one is a verb by itself: "công trình", "giao thông".
const std::unordered_set<std::string>& compounds() {
  static const std::unordered_set<std::string> all = [] {
    std::unordered_set<std::string> made;
    for (const auto& [name, list] : data::duty_words) {
      if (name != "compound") continue;
      each_piece(list, '|', [&](std::string_view word) { made.insert(tone_key(word)); });
    }
    for (const auto& [kind, phrases] : data::verbs) {  // "ký" of "Đăng ký"
      each_piece(phrases, '|', [&](std::string_view verb) {
        if (std::count(verb.begin(), verb.end(), ' ') == 1) made.insert(tone_key(verb));
      });
    }
    return made;
  }();
  return all;
}

/// Whether two words from `first` on are one of two syllables.
bool is_compound(const std::vector<SpokenWord>& words, std::size_t first) {
  if (first + 1 >= words.size() || words[first].end + 1 != words[first + 1].at) return false;
  return compounds().contains(
      tone_key(std::string(words[first].text) + " " + std::string(words[first + 1].text)));
}

/// Whether a word is only a syllable of a longer one: "trình" of "công trình", "ký" of "Đăng ký".
bool is_syllable(const std::vector<SpokenWord>& words, std::size_t at) {
  return is_compound(words, at) || (at > 0 && is_compound(words, at - 1));
}

}  // namespace

std::uint64_t duty_words_begun(const std::string& key) { return duty_phrases().begun(key); }

std::size_t words_ahead(DutyWord role, const std::vector<SpokenWord>& words, std::size_t first) {
  if (first >= words.size() || (words[first].begins & bit_of(role)) == 0) return 0;
  for (const DutyPhrase& phrase : duty_phrases().of(role, words[first].key)) {
    if (phrase.stands_at(words, first)) return phrase.size;
  }
  return 0;
}

std::size_t words_behind(DutyWord role, const std::vector<SpokenWord>& words, std::size_t last) {
  for (std::size_t size = std::min(last, duty_phrases().longest()); size > 0; --size) {
    if ((words[last - size].begins & bit_of(role)) == 0) continue;
    for (const DutyPhrase& phrase : duty_phrases().of(role, words[last - size].key)) {
      if (phrase.size == size && phrase.stands_at(words, last - size)) return size;
    }
  }
  return 0;
}

bool has_words(DutyWord role, const std::vector<SpokenWord>& words, std::size_t first,
               std::size_t last) {
  for (std::size_t at = first; at < last; ++at) {
    const std::size_t size = words_ahead(role, words, at);
    if (size > 1 || (size == 1 && !is_syllable(words, at))) return true;
  }
  return false;
}

namespace {

/// Whether a word begins a part of a clause: behind a sign, or as its first.
bool begins_part(const Clause& clause, std::size_t at) {
  return at == 0 || clause.gap(at).find_first_of(",;:(") != std::string_view::npos;
}

/// The word behind the part of a clause that holds word `at`: up to a comma, or to an "và" before
/// other work.
std::size_t end_of_part(const Clause& clause, std::size_t at) {
  for (++at; at < clause.words.size(); ++at) {
    if (begins_part(clause, at)) return at;
    if (clause.words[at].key == "va" && words_of_work(clause, at + 1) != 0) return at;
  }
  return at;
}

}  // namespace

Wait waiting_of(const Clause& clause) {
  Wait found;
  std::ptrdiff_t open = 0;  // brackets
  for (std::size_t at = 0; at < clause.words.size(); ++at) {
    const std::string_view gap =
        at == 0 ? clause.text.substr(0, clause.words[0].at) : clause.gap(at);
    open += std::count(gap.begin(), gap.end(), '(') - std::count(gap.begin(), gap.end(), ')');
    open = std::max<std::ptrdiff_t>(open, 0);  // "a) ..."
    const bool begins = begins_part(clause, at);
    const std::size_t condition =
        begins ? words_ahead(DutyWord::condition, clause.words, at) : std::size_t{0};
    const std::size_t steady = words_ahead(DutyWord::steady, clause.words, at);
    const std::size_t standing =
        std::max(condition, words_ahead(DutyWord::standing, clause.words, at));
    const std::size_t size = std::max(standing, steady);
    if (size == 0) continue;
    const bool limited = words_ahead(DutyWord::limit, clause.words, at + size) != 0;
    const bool of_part = limited && clause.words[at].key == "neu" && at != 0;
    if (open != 0 || of_part) {
      found.kind = Waiting::in_part;
      continue;
    }
    const bool apart = standing == 0 || (begins && at != 0);
    const std::size_t end = standing == 0 ? end_of_part(clause, at) : clause.words.size();
    return {Waiting::yes, apart ? at : 0, apart ? end : clause.words.size()};
  }
  return found;
}

std::size_t words_of_work(const Clause& clause, std::size_t first) {
  constexpr std::size_t longest = 4;  // "làm chủ đầu tư"
  if (first >= clause.words.size()) return 0;
  const WorkVerbs& verbs = work_verbs();
  const std::size_t most = std::min(verbs.longest(clause.words[first].text), longest);
  const std::size_t left = clause.words.size() - first;
  for (std::size_t size = std::min(most, left); size > 1; --size) {
    if (!verbs.contains(clause.between(first, first + size))) continue;
    const bool overlaps = size == 2 && first > 0 && starts_upper(clause.words[first - 1].text) &&
                          is_compound(clause.words, first - 1);  // "Thẩm định giá"
    return overlaps ? 0 : size;
  }
  if (left > 1 && words().is_duty_verb(clause.words[first].key + " " + clause.words[first + 1].key))
    return 2;
  const bool alone = most != 0 && verbs.contains(clause.between(first, first + 1));
  return alone && !is_syllable(clause.words, first) ? 1 : 0;
}

}  // namespace sauro::inline v0_1::detail
