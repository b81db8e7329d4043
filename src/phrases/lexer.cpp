#include "phrases/lexer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sauro/text/fold.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Writes the letters of a word without tone, then the tone as a digit: the same as tone_key. Gives
/// where the word ends.
std::size_t read_word(std::string_view text, std::size_t at, std::string& key) {
  constexpr std::size_t longest_letter = 4;  // bytes
  std::array<char, 48> buffer;               // nearly all words fit into it
  char* out = buffer.data();
  const auto flush = [&] {
    key.append(buffer.data(), static_cast<std::size_t>(out - buffer.data()));
    out = buffer.data();
  };
  std::uint8_t tone = 0;
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    const Letter letter = letter_of(c.value);
    if (letter.base == 0) break;
    if (letter.tone != 0) tone = letter.tone;
    if (out + longest_letter >= buffer.data() + buffer.size()) flush();
    out = write_utf8(out, letter.toneless);
    at += c.size;
  }
  if (tone != 0) *out++ = static_cast<char>('0' + tone);
  flush();
  return at;
}

char sign_of(char32_t c) {
  switch (c) {
    case U'–':
    case U'—':
    case U'−':
    case U'‐':
    case U'‑':
    case U'‒':
    case U'―':
    case U'~':
      return '-';
    case U'÷':
    case U'→':
    case U'⇒':
      return '-';
    case U'≥':
    case U'⩾':
      return 'g';
    case U'≤':
    case U'⩽':
      return 'l';
    case U'…':
    case U'\n':
    case U'\r':
    case U'|':
      return ';';
    case U'&':
    case U'+':
      return ',';
    case U'％':
      return '%';
    default:
      return c < 0x80 && std::string_view(",;/-.:%<>=").find(static_cast<char>(c)) !=
                             std::string_view::npos
                 ? static_cast<char>(c)
                 : '\0';
  }
}

/// Cuts a text into tokens in one pass.
class Lexer {
 public:
  Lexer(std::string_view text, Numbers numbers, std::size_t most)
      : text_(text), numbers_(numbers), most_(most) {}

  std::vector<Token> run() {
    constexpr std::size_t bytes_a_token = 5;
    tokens_.reserve(std::min(text_.size() / bytes_a_token + 2, most_));
    while (at_ < text_.size() && tokens_.size() < most_) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    const CodePoint c = decode(text_, at_);
    if (c.value == U' ') {
      ++at_;
    } else if (is_digit(c.value)) {
      number();
    } else if (letter_of(c.value).base != 0) {
      word();
    } else {
      const bool arrow = c.value == U'→' || c.value == U'⇒';  // beside amounts no dash of a range
      const char sign = arrow && numbers_ == Numbers::decimals ? '\0' : sign_of(c.value);
      if (sign != '\0') {
        add_sign(sign, c.size);
      } else if (!is_ignored(c.value)) {
        add_sign('\0', c.size);
      }
      at_ += c.size;
    }
  }

  static bool is_ignored(char32_t c) {
    return is_space(c) ||
           std::u32string_view(U"()[]{}\"'“”‘’«»*•●·_").find(c) != std::u32string_view::npos;
  }

  void add_sign(char sign, std::size_t size) {
    if (sign == '=' && !tokens_.empty() && tokens_.back().end == at_) {  // >= and <=
      char& last = tokens_.back().sign;
      if (last == '>' || last == '<') {
        last = last == '>' ? 'g' : 'l';
        tokens_.back().end = static_cast<std::uint32_t>(at_ + size);
        return;
      }
    }
    Token& token = tokens_.emplace_back();
    token.sign = sign;
    place(token, at_, at_ + size);
  }

  void word() {
    const std::size_t begin = at_;
    Token& token = tokens_.emplace_back();
    token.kind = Token::Kind::word;
    at_ = read_word(text_, begin, token.key);
    token.word = word_of(token.key);
    at_ += power_size(token.key);
    place(token, begin, at_);
  }

  /// Bytes of what squares or cubes the unit before it: "m2", "km²", "m3".
  [[nodiscard]] std::size_t power_size(std::string_view unit) const {
    constexpr std::size_t longest = 3;
    if (numbers_ != Numbers::decimals || unit.size() > longest || !unit.ends_with('m')) return 0;
    for (const std::string_view power : {"²", "³"}) {
      if (text_.substr(at_).starts_with(power)) return power.size();
    }
    const bool figure = at_ < text_.size() && (text_[at_] == '2' || text_[at_] == '3');
    if (!figure) return 0;
    const bool ends =
        at_ + 1 == text_.size() || (!is_digit(decode(text_, at_ + 1).value) &&
                                    letter_of(decode(text_, at_ + 1).value).base == 0);
    return ends ? 1 : 0;
  }

  [[nodiscard]] std::size_t digits_at(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
    return end - at;
  }

  void number() {
    const std::size_t begin = at_;
    double value = 0;
    const auto take = [&](std::size_t count) {
      for (; count > 0; --count) value = value * 10 + (text_[at_++] - '0');
    };
    const std::size_t first = digits_at(at_);
    take(first);
    if (numbers_ == Numbers::decimals) {
      const auto separated = [&](char sign) { return at_ < text_.size() && text_[at_] == sign; };
      bool grouped = false;
      while (first <= 3 && separated('.') && digits_at(at_ + 1) == 3) {  // 1.000.000
        ++at_;
        take(3);
        grouped = true;
      }
      const std::size_t decimals = digits_at(at_ + 1);
      if (decimals > 0 && (separated(',') || (separated('.') && !grouped))) {
        ++at_;
        double scale = 1;
        for (std::size_t i = 0; i < decimals; ++i) {
          scale /= 10;
          value += (text_[at_++] - '0') * scale;
        }
        value = rounded(value, decimals);
      }
    }
    Token& token = tokens_.emplace_back();
    token.kind = Token::Kind::number;
    token.value = value;
    token.digits = static_cast<std::uint8_t>(first < 200 ? first : 200);
    place(token, begin, at_);
  }

  /// The double that is nearest to the decimals as written.
  static double rounded(double value, std::size_t decimals) {
    constexpr std::array<double, 10> powers = {1, 10, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    if (decimals >= powers.size() || value > 1e6) return value;
    return static_cast<double>(static_cast<std::int64_t>(value * powers[decimals] + 0.5)) /
           powers[decimals];
  }

  static void place(Token& token, std::size_t begin, std::size_t end) {
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
  }

  std::string_view text_;
  Numbers numbers_;
  std::size_t most_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, Numbers numbers, std::size_t most) {
  return Lexer(text, numbers, most).run();
}

std::vector<PhraseWord> phrase_words(std::string_view phrase) {
  std::vector<PhraseWord> words;
  for (const Token& token : tokenize(phrase, Numbers::whole, 64)) {
    if (token.sign == ',') words.push_back({",", ","});
    if (token.kind != Token::Kind::word) continue;
    words.push_back({token.key, fold(phrase.substr(token.begin, token.end - token.begin))});
  }
  return words;
}

bool stands_at(const std::vector<PhraseWord>& phrase, const std::vector<Token>& tokens,
               std::size_t at) {
  std::size_t met = 0;
  while (met < phrase.size() && at + met < tokens.size() && phrase[met].meets(tokens[at + met])) {
    ++met;
  }
  return met == phrase.size();
}

int roman(std::string_view word) {
  constexpr std::array<std::string_view, 12> numerals = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                         "vii", "viii", "ix",  "x",  "xi", "xii"};
  const bool may_be = !word.empty() && (word[0] == 'i' || word[0] == 'v' || word[0] == 'x');
  for (std::size_t i = 0; may_be && i < numerals.size(); ++i) {
    if (word == numerals[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

}  // namespace sauro::inline v0_1::detail
