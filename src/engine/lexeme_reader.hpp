#pragma once

#include <string_view>

#include "core/say.hpp"
#include "engine/expression_lexer.hpp"

namespace sauro::inline v0_1::detail {

/// The lexemes of a formula one after another, two of them seen ahead.
class LexemeReader {
 protected:
  using Kind = Lexeme::Kind;

  explicit LexemeReader(std::string_view text) : lexer_(text) {
    ahead_ = lexer_.next();
    after_ = lexer_.next();
  }

  struct Deeper {
    explicit Deeper(LexemeReader& reader) : reader_(reader) {
      if (++reader_.depth_ > most_depth) {
        fail(reader_.ahead_,
             say("lồng nhau quá {} tầng", "nests deeper than {} levels", most_depth));
      }
    }
    ~Deeper() { --reader_.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    LexemeReader& reader_;
  };

  [[nodiscard]] bool is_name(std::string_view word) const {
    return ahead_.kind == Kind::name && ahead_.text == word;
  }
  [[nodiscard]] bool is_symbol(std::string_view symbol) const {
    return ahead_.kind == Kind::symbol && ahead_.text == symbol;
  }
  Lexeme take() {
    const Lexeme taken = ahead_;
    ahead_ = after_;
    after_ = lexer_.next();
    return taken;
  }
  void expect(std::string_view symbol) {
    if (!is_symbol(symbol)) {
      const Bilingual found = ahead_.text.empty() ? Bilingual{} : found_text(ahead_.text);
      fail(ahead_, joined(expected_text(symbol), ", ", found));
    }
    take();
  }

  Lexeme ahead_;
  Lexeme after_;

 private:
  static constexpr int most_depth = 200;

  ExpressionLexer lexer_;
  int depth_ = 0;
};

}  // namespace sauro::inline v0_1::detail
