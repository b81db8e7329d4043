#pragma once

#include <cstddef>
#include <string_view>

#include "sauro/core/problem.hpp"

namespace sauro::inline v0_1::detail {

/// A number, a name or a sign of a formula, and where it stands.
struct Lexeme {
  enum class Kind { number, name, text, symbol, end_of_line, end };

  Kind kind = Kind::end;
  std::string_view text;
  double number = 0;
  std::size_t line = 1;
  std::size_t column = 1;
};

/// Throws ParseError(invalid_expression) with the place of a lexeme.
[[noreturn]] void fail(const Lexeme& at, Bilingual what);
[[noreturn]] void refuse_unexpected(const Lexeme& at, std::string_view found);

/// Whether a word has a meaning of its own in Python.
bool is_reserved(std::string_view word);
/// Whether a text is one name, reserved or not.
bool is_one_name(std::string_view text);

/// Cuts a formula into lexemes.
class ExpressionLexer {
 public:
  explicit ExpressionLexer(std::string_view text) : text_(text) {}

  Lexeme next();

 private:
  void skip_blanks();
  void number(Lexeme& lexeme);
  void symbol(Lexeme& lexeme);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t line_start_ = 0;
  int brackets_ = 0;
};

}  // namespace sauro::inline v0_1::detail
