#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "phrases/vocabulary.hpp"

namespace sauro::inline v0_1::detail {

/// A word, a number or a sign of a text.
struct Token {
  enum class Kind : std::uint8_t { word, number, sign };

  Kind kind = Kind::sign;
  Word word = Word::other;
  /// One of , ; / - . : % and of the comparisons g (>=), >, l (<=), <, =; 0 for others.
  char sign = 0;
  std::uint8_t digits = 0;  ///< of the whole part of a number, leading zeros too
  double value = 0;         ///< of a number
  std::uint32_t begin = 0;  ///< bytes of the text
  std::uint32_t end = 0;
  std::string key;  ///< tone_key of a word
};

/// How numbers are written.
enum class Numbers {
  whole,     ///< 15.12.2026 is three numbers
  decimals,  ///< 1.000,5 is one
};

/// The tokens of a text, at most `most`; brackets, quotes and bullets are left out.
std::vector<Token> tokenize(std::string_view text, Numbers numbers,
                            std::size_t most = std::numeric_limits<std::size_t>::max());

/// A word of a phrase, or its comma; a token without any mark meets a word with marks.
struct PhraseWord {
  std::string key;
  std::string bare;

  [[nodiscard]] bool meets(const Token& token) const {
    if (token.kind == Token::Kind::word) return token.key == key || token.key == bare;
    return token.sign == ',' && key == ",";
  }
};

/// The words of a phrase of a data file.
std::vector<PhraseWord> phrase_words(std::string_view phrase);

/// Whether all words of a phrase stand at token `at` and behind it.
bool stands_at(const std::vector<PhraseWord>& phrase, const std::vector<Token>& tokens,
               std::size_t at);

/// Roman numeral from I to XII, or 0.
int roman(std::string_view word);

}  // namespace sauro::inline v0_1::detail
