#include "phrases/number_words.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace sauro::inline v0_1::detail {
namespace {

using enum Word;

/// "hai" is 2; 0 for what is no figure. "năm" is left to its own rule: it is a year far more often.
int figure_of(Word word) {
  switch (word) {
    case mot:
      return 1;
    case hai:
      return 2;
    case ba:
      return 3;
    case bon:
    case tu_number:
      return 4;
    case sau_number:
      return 6;
    case bay:
      return 7;
    case tam_number:
      return 8;
    case chin:
      return 9;
    default:
      return 0;
  }
}

bool is_counted(Word word) {
  return word == ngay || word == tuan || word == thang || word == quy || word == nam ||
         word == gio || word == phut || word == lan;
}

/// One pass over the tokens; what is kept moves to the front.
class NumberWords {
 public:
  explicit NumberWords(std::vector<Token>& tokens) : tokens_(tokens) {}

  void run() {
    while (at_ < tokens_.size()) {
      const Spelled number = spelled();
      if (number.words == 0 || !(repeats(number) || is_meant(number))) {
        keep();
      } else if (repeats(number)) {
        at_ += number.words;  // "05 (năm) ngày": the figure stands before
      } else {
        take(number);
      }
    }
    tokens_.resize(kept_);
  }

 private:
  struct Spelled {
    int value = 0;
    std::size_t words = 0;
  };

  [[nodiscard]] Word word(std::size_t ahead) const {
    const std::size_t at = at_ + ahead;
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::word ? tokens_[at].word : other;
  }

  [[nodiscard]] bool is_number(std::size_t ahead) const {
    return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == Token::Kind::number;
  }

  [[nodiscard]] Word before() const {
    return kept_ > 0 && tokens_[kept_ - 1].kind == Token::Kind::word ? tokens_[kept_ - 1].word
                                                                     : other;
  }

  [[nodiscard]] int unit_figure(std::size_t ahead) const {
    if (word(ahead) == lam_number || word(ahead) == nam) return 5;
    return figure_of(word(ahead));
  }

  /// "mười lăm", "hai mươi mốt", "hai"
  [[nodiscard]] Spelled spelled() const {
    const Word first = word(0);
    if (first == nam) return {5, 1};
    const bool teens = first == muoi;
    const int tens = teens ? 1 : figure_of(first);
    if (tens == 0) return {};
    if (!teens && word(1) != muoi) return {tens, 1};
    const std::size_t words = teens ? 1 : 2;
    const bool counts_next = word(words) == nam && !is_counted(word(words + 1));  // "mười năm"
    const int rest = counts_next ? 0 : unit_figure(words);
    return {tens * 10 + rest, words + (rest != 0 ? 1 : 0)};
  }

  [[nodiscard]] bool repeats(const Spelled& number) const {
    return kept_ > 0 && tokens_[kept_ - 1].kind == Token::Kind::number &&
           tokens_[kept_ - 1].value == number.value && is_counted(word(number.words));
  }

  /// "trong năm ngày làm việc", "không quá năm tháng kể từ": five, not the year.
  [[nodiscard]] bool is_five() const {
    const Word lead = before();
    if (lead != trong && lead != vong && lead != han && lead != qua) return false;
    const Word unit = word(1);
    if (unit != ngay && unit != thang && unit != tuan && unit != gio) return false;
    const Word next = word(2);
    return next == lam || next == ke || next == tinh || next == sau || next == truoc;
  }

  /// "tháng Năm", "ngày 15 tháng Năm năm 2026"; but "3 tháng năm 2026", "hằng tháng năm 2026"
  [[nodiscard]] bool is_may() const {
    if (before() != thang) return false;
    const Token* lead = kept_ > 1 ? &tokens_[kept_ - 2] : nullptr;
    const bool counted = lead != nullptr && lead->kind == Token::Kind::number;
    const bool of_day = counted && kept_ > 2 && tokens_[kept_ - 3].word == ngay;
    if (counted && !of_day) return false;
    const bool leads = lead != nullptr && lead->kind == Token::Kind::word;
    if (leads && (lead->word == hang || lead->word == moi || lead->word == theo)) return false;
    const Word next = word(1);
    const bool ends = at_ + 1 == tokens_.size() || tokens_[at_ + 1].kind == Token::Kind::sign;
    return ends || next == nam || next == va || next == hoac || next == den;
  }

  [[nodiscard]] bool is_meant(const Spelled& number) const {
    const Word next = word(number.words);
    const Word lead = before();
    if (lead == thu) return number.value <= 7;  // "thứ Sáu", "tuần thứ hai"
    if (number.words == 1 && word(0) == nam) return is_five() || is_may();
    const bool invests = word(0) == tu_number && lead != thang && lead != quy;  // "đầu tư năm 2026"
    if (invests) return false;
    if (next == thang && is_number(number.words + 1)) return lead == ngay;  // "hai tháng 5 và 6"
    if (is_counted(next)) return true;
    const bool ends = next == ruoi && is_counted(lead);
    if (lead == thang) return number.value <= 12 || ends;
    return lead == quy && number.value <= 4;
  }

  void keep() {
    if (kept_ != at_) tokens_[kept_] = std::move(tokens_[at_]);
    ++kept_;
    ++at_;
  }

  void take(const Spelled& number) {
    Token token;
    token.kind = Token::Kind::number;
    token.value = number.value;
    token.digits = number.value < 10 ? 1 : 2;
    token.begin = tokens_[at_].begin;
    token.end = tokens_[at_ + number.words - 1].end;
    tokens_[kept_++] = std::move(token);
    at_ += number.words;
  }

  std::vector<Token>& tokens_;
  std::size_t at_ = 0;
  std::size_t kept_ = 0;
};

}  // namespace

std::vector<Token> with_number_words(std::vector<Token> tokens) {
  const bool any = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.word == muoi || token.word == nam || figure_of(token.word) != 0;
  });
  if (any) NumberWords(tokens).run();
  return tokens;
}

}  // namespace sauro::inline v0_1::detail
