#include "reading/spoken_words.hpp"

#include "sauro/text/fold.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {

std::vector<SpokenWord> spoken_words(std::string_view text) {
  const auto is_sign = [](char32_t c) { return letter_of(c).base == 0 && !is_digit(c); };
  std::vector<SpokenWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_sign(c.value)) {
      at += c.size;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_sign(decode(text, end).value)) end += decode(text, end).size;
    const std::string_view word = text.substr(at, end - at);
    words.push_back({fold(word), word, at, end});
    at = end;
  }
  return words;
}

std::size_t matching_words(const std::vector<SpokenWord>& words, std::size_t first,
                           std::string_view phrase) {
  std::size_t count = 0;
  bool same = true;
  each_piece(phrase, ' ', [&](std::string_view word) {
    same = same && first + count < words.size() && words[first + count].key == word;
    ++count;
  });
  return same ? count : 0;
}

}  // namespace sauro::inline v0_1::detail
