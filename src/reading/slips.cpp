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
  const auto add = [&](std::string_view phrase, bool name) {
    phrases_.emplace(fold(phrase), Phrase{tone_key(phrase), std::string(phrase), name});
  };
  for (const std::string& name : names) {
    if (std::count(name.begin(), name.end(), ' ') == 1) add(name, true);
  }
  for (const auto& row : data::phrases) add(row[0], false);
}

/// is_vietnamese_syllable, asked once for each word of the document.
bool SlipFinder::is_good(std::string_view word) {
  const auto [at, added] = known_.try_emplace(word, true);
  if (added) at->second = is_vietnamese_syllable(word);
  return at->second;
}

void SlipFinder::look(std::string_view text, Place place, std::vector<Slip>& slips) {
  WordAt before{0, 0};
  for (WordAt word = next_word(text, 0); word.end > word.at && slips.size() < most;
       word = next_word(text, word.end)) {
    const std::string_view own = text.substr(word.at, word.end - word.at);
    if (word.marked && word.lower && !is_good(own)) {
      slips.push_back({std::string(own), "", source_.span(place)});
    }
    const bool adjacent =
        before.end > before.at && word.at == before.end + 1 && text[before.end] == ' ';
    if (adjacent) {
      const std::string_view pair = text.substr(before.at, word.end - before.at);
      const auto phrase = phrases_.find(fold(pair));
      const bool person = starts_upper(own) && !is_all_caps(own);  // "Hải Long" is not "hài lòng"
      if (phrase != phrases_.end() && (phrase->second.name || !person) &&
          tone_key(pair) != phrase->second.tones) {
        slips.push_back({std::string(pair), phrase->second.text, source_.span(place)});
      }
    }
    before = word;
  }
}

}  // namespace sauro::inline v0_1::detail
