#include "reading/spoken_words.hpp"

#include <algorithm>

#include "reading/duty_words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

std::vector<SpokenWord> spoken_words(std::string_view text) {
  constexpr std::size_t bytes_a_word = 6;
  std::vector<SpokenWord> words;
  words.reserve(text.size() / bytes_a_word + 1);
  bool within = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const char base = is_digit(c.value) ? static_cast<char>(c.value) : letter_of(c.value).base;
    if (base != 0) {
      if (!within) words.emplace_back().at = at;
      words.back().key += base;  // as fold does
      words.back().end = at + c.size;
    }
    within = base != 0;
    at += c.size;
  }
  for (SpokenWord& word : words) {
    word.text = text.substr(word.at, word.end - word.at);
    word.begins = duty_words_begun(word.key);
  }
  return words;
}

std::size_t matching_words(const std::vector<SpokenWord>& words, std::size_t first,
                           std::string_view phrase) {
  std::size_t count = 0;
  for (std::size_t at = 0; at <= phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
    if (first + count >= words.size() || words[first + count].key != phrase.substr(at, end - at))
      return 0;
    ++count;
    at = end + 1;
  }
  return count;
}

}  // namespace sauro::inline v0_1::detail
