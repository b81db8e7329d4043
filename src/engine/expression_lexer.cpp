#include "engine/expression_lexer.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Kind = Lexeme::Kind;

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<std::string_view, 19> reserved = {
    "if",    "else", "and", "or",    "not",   "lambda", "for",  "while", "import", "def",
    "class", "in",   "is",  "yield", "await", "del",    "with", "try",   "return"};

}  // namespace

void fail(const Lexeme& at, Bilingual what) {
  throw ParseError(ErrorCode::invalid_expression,
                   "line " + std::to_string(at.line) + ", column " + std::to_string(at.column),
                   std::move(what));
}

void refuse_unexpected(const Lexeme& at, std::string_view found) {
  fail(at, say("gặp \"{}\" không đúng chỗ", "unexpected \"{}\"", found));
}

bool is_reserved(std::string_view word) {
  return std::find(reserved.begin(), reserved.end(), word) != reserved.end();
}

bool is_one_name(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return false;
  const auto is_part = [](char c) { return is_letter(c) || is_digit(c); };
  return std::all_of(text.begin(), text.end(), is_part);
}

Lexeme ExpressionLexer::next() {
  skip_blanks();
  Lexeme lexeme{Kind::end, {}, 0, line_, at_ - line_start_ + 1};
  if (at_ >= text_.size()) return lexeme;
  const std::size_t start = at_;
  const char c = text_[at_];
  if (c == '\n' || c == ';') {
    ++at_;
    lexeme.kind = Kind::end_of_line;
    if (c == '\n') {
      ++line_;
      line_start_ = at_;
    }
  } else if (is_letter(c)) {
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
    lexeme.kind = Kind::name;
  } else if (is_digit(c) || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
    number(lexeme);
  } else if (c == '"' || c == '\'') {
    const std::size_t end = text_.find(c, at_ + 1);
    if (end == std::string_view::npos || text_.substr(at_, end - at_).find('\n') != text_.npos) {
      fail(lexeme, say("thiếu dấu ngoặc kép đóng", "a quote isn't closed"));
    }
    at_ = end + 1;
    lexeme.kind = Kind::text;
  } else {
    symbol(lexeme);
  }
  lexeme.text = text_.substr(start, at_ - start);
  return lexeme;
}

void ExpressionLexer::skip_blanks() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '#') {
      while (at_ < text_.size() && text_[at_] != '\n') ++at_;
    } else if (c == '\n' && brackets_ > 0) {
      ++at_;
      ++line_;
      line_start_ = at_;
    } else if (c == ' ' || c == '\t' || c == '\r') {
      ++at_;
    } else {
      return;
    }
  }
}

void ExpressionLexer::number(Lexeme& lexeme) {
  lexeme.kind = Kind::number;
  const char* first = text_.data() + at_;
  const auto [end, error] = std::from_chars(first, text_.data() + text_.size(), lexeme.number);
  at_ += static_cast<std::size_t>(end - first);
  if (error != std::errc() || lexeme.number > 1e300) {
    fail(lexeme, say("số quá lớn", "the number is too large"));
  }
  if (at_ < text_.size() && (is_letter(text_[at_]) || text_[at_] == '.')) {
    fail(lexeme, no_number({first, end + 1}));
  }
  if (at_ + 1 < text_.size() && text_[at_] == ',' && is_digit(text_[at_ + 1]) && brackets_ == 0) {
    fail(lexeme,
         say("viết phần thập phân sau dấu chấm: 0.25", "write decimals with a point: 0.25"));
  }
}

void ExpressionLexer::symbol(Lexeme& lexeme) {
  static constexpr std::array<std::string_view, 6> pairs = {"<=", ">=", "==", "!=", "//", "**"};
  lexeme.kind = Kind::symbol;
  for (const std::string_view pair : pairs) {
    if (text_.substr(at_, 2) == pair) {
      at_ += 2;
      return;
    }
  }
  const char c = text_[at_];
  if (c == '.') fail(lexeme, say("không dùng được thuộc tính", "attributes can't be reached"));
  if (c == '[' || c == '{') {
    fail(lexeme, say("không dùng được danh sách, chỉ mục và từ điển",
                     "lists, indices and dicts can't be used"));
  }
  if (std::string_view("+-*/%<>=(),").find(c) == std::string_view::npos) {
    refuse_unexpected(lexeme, text_.substr(at_, 1));
  }
  if (c == '(') ++brackets_;  // inside brackets a line may break
  if (c == ')' && brackets_ > 0) --brackets_;
  ++at_;
}

}  // namespace sauro::inline v0_1::detail
