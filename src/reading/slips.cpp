#include <algorithm>
#include <utility>

#include "sauro/text/fold.hpp"
#include "data/phrases.hpp"
#include "reading/cell_text.hpp"
#include "reading/context.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

struct WordAt {
  std::size_t at = 0;
  std::size_t end = 0;
  bool marked = false;  ///< has a mark of Vietnamese
  bool lower = true;    ///< has no capital
};

/// The next word of letters from `at` on; empty at the end of the text.
WordAt next_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (letter_of(c.value).base != 0) break;
    at += c.size;
  }
  WordAt word{at, at};
  while (word.end < text.size()) {
    const CodePoint c = decode(text, word.end);
    const Letter letter = letter_of(c.value);
    if (letter.base == 0) break;
    word.marked = word.marked || c.value >= 0x80;
    word.lower = word.lower && !letter.upper;
    word.end += c.size;
  }
  return word;
}

}  // namespace

SlipFinder::SlipFinder(const Source& source, const std::vector<std::string>& names)
    : source_(source) {
  const auto number = [](Numbers& numbers, std::string_view word) {
    return numbers.try_emplace(std::string(word), numbers.size() + 1).first->second;
  };
  const auto add = [&](std::string_view phrase, bool name) {
    const std::string key = fold(phrase);
    const std::size_t space = key.find(' ');
    const std::size_t first = number(firsts_, key.substr(0, space));
    const std::size_t second = number(seconds_, key.substr(space + 1));
    const std::string tones = tone_key(phrase);
    const std::size_t part = tones.find(' ');
    phrases_.emplace(pair_of(first, second), Phrase{tones.substr(0, part), tones.substr(part + 1),
                                                    std::string(phrase), name});
  };
  for (const std::string& name : names) {
    if (std::count(name.begin(), name.end(), ' ') == 1) add(name, true);
  }
  for (const auto& row : data::phrases) add(row[0], false);
}

/// What is asked once for each different word of the document.
const SlipFinder::Known& SlipFinder::know(std::string_view word) {
  const auto [at, added] = known_.try_emplace(word);
  if (added) {
    const auto number = [key = fold(word)](const Numbers& numbers) {
      const auto found = numbers.find(key);
      return found == numbers.end() ? 0 : found->second;
    };
    at->second = {is_vietnamese_syllable(word), number(firsts_), number(seconds_), tone_key(word)};
  }
  return at->second;
}

void SlipFinder::look(std::string_view text, Place place, std::vector<Slip>& slips) {
  WordAt before{0, 0};
  const Known* known_before = nullptr;
  for (WordAt word = next_word(text, 0); word.end > word.at && slips.size() < most;
       word = next_word(text, word.end)) {
    const std::string_view own = text.substr(word.at, word.end - word.at);
    const Known& known = know(own);
    constexpr std::string_view list_letter = "đ";  // "đ)", "điểm đ"; also the currency
    if (word.marked && word.lower && own != list_letter && !known.syllable) {
      slips.push_back({std::string(own), "", source_.span(place)});
    }
    const bool adjacent =
        known_before != nullptr && word.at == before.end + 1 && text[before.end] == ' ';
    const Phrase* phrase = adjacent ? mistaken(*known_before, known) : nullptr;
    const auto is_person = [&] { return starts_upper(own) && !is_all_caps(own); };
    if (phrase != nullptr && (phrase->name || !is_person())) {  // "Hải Long" is not "hài lòng"
      const std::string_view pair = text.substr(before.at, word.end - before.at);
      slips.push_back({std::string(pair), phrase->text, source_.span(place)});
    }
    before = word;
    known_before = &known;
  }
}

/// The phrase that has the letters of two words, but other marks.
const SlipFinder::Phrase* SlipFinder::mistaken(const Known& first, const Known& second) const {
  if (first.as_first == 0 || second.as_second == 0) return nullptr;
  const auto phrase = phrases_.find(pair_of(first.as_first, second.as_second));
  if (phrase == phrases_.end()) return nullptr;
  const Phrase& right = phrase->second;
  return right.first == first.tones && right.second == second.tones ? nullptr : &right;
}

}  // namespace sauro::inline v0_1::detail
