#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "phrases/lexer.hpp"

namespace sauro::inline v0_1::detail {

/// A place in the tokens of a text: looking ahead and taking words.
class TokenReader {
 public:
  TokenReader(std::string_view text, std::vector<Token> tokens)
      : text_(text), tokens_(std::move(tokens)), marks_(tokens_.size() + farthest) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      const bool word = token.kind == Token::Kind::word;
      const bool sign = token.kind == Token::Kind::sign;
      marks_[i] = {token.kind, word ? token.word : Word::other, sign ? token.sign : '\0'};
    }
  }

 protected:
  [[nodiscard]] const Token& token(std::size_t ahead = 0) const {
    static const Token none;
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : none;
  }
  [[nodiscard]] bool is(Word word, std::size_t ahead = 0) const {
    return mark(ahead).word == word && word != Word::other;
  }
  [[nodiscard]] bool is_word(std::size_t ahead = 0) const {
    return mark(ahead).kind == Token::Kind::word;
  }
  [[nodiscard]] bool is_sign(char sign, std::size_t ahead = 0) const {
    return mark(ahead).sign == sign && sign != '\0';
  }
  [[nodiscard]] bool is_number(std::size_t ahead = 0) const {
    return mark(ahead).kind == Token::Kind::number;
  }
  [[nodiscard]] bool is_year(std::size_t ahead = 0) const {
    return is_number(ahead) && token(ahead).digits == 4 && token(ahead).value >= 1900 &&
           token(ahead).value <= 2199;
  }
  [[nodiscard]] int number(std::size_t ahead = 0) const {
    constexpr int most = 1'000'000;
    const double value = token(ahead).value;
    return value < most ? static_cast<int>(value) : most;
  }
  /// A number of one or two digits from 1 to `most`.
  [[nodiscard]] bool is_small(int most, std::size_t ahead = 0) const {
    return is_number(ahead) && token(ahead).digits <= 2 && number(ahead) >= 1 &&
           number(ahead) <= most;
  }

  template <class... Words>
  bool eat(Words... words) {
    std::size_t ahead = 0;
    if (!(is(words, ahead++) && ...)) return false;
    at_ += sizeof...(words);
    return true;
  }
  bool eat_sign(char sign) {
    if (!is_sign(sign)) return false;
    ++at_;
    return true;
  }

  /// Runs `action`; where it fails, what it took is given back.
  template <class Action>
  bool attempt(Action action) {
    const std::size_t before = at_;
    if (action()) return true;
    at_ = before;
    return false;
  }

  /// A bracket opens before the token; the lexer leaves brackets out.
  [[nodiscard]] bool opens_bracket(std::size_t ahead = 0) const {
    const std::size_t at = at_ + ahead;
    if (at == 0 || at >= tokens_.size()) return false;
    const std::size_t from = tokens_[at - 1].end;
    return text_.substr(from, tokens_[at].begin - from).find('(') != std::string_view::npos;
  }

  /// The text of tokens [begin, end).
  [[nodiscard]] std::string words(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    return std::string(
        text_.substr(tokens_[begin].begin, tokens_[end - 1].end - tokens_[begin].begin));
  }

  /// Words before a time, "chậm nhất là vào"; more would be read again from each of them.
  static constexpr int most_leads = 8;

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;

 private:
  /// What most questions ask of a token, close together; behind the last token stand empty ones.
  struct Mark {
    Token::Kind kind = Token::Kind::sign;
    Word word = Word::other;
    char sign = 0;
  };
  static constexpr std::size_t farthest = 8;

  [[nodiscard]] const Mark& mark(std::size_t ahead) const {
    return marks_[std::min(at_ + ahead, marks_.size() - 1)];
  }

  std::vector<Mark> marks_;
};

}  // namespace sauro::inline v0_1::detail
