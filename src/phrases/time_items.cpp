#include "phrases/time_items.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "phrases/number_words.hpp"
#include "phrases/time_pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using enum Word;

constexpr std::size_t most_tokens = 96;  // a cell of more words is no timeframe

/// "Nam" without its mark is no year where other words of a running text have theirs: "Việt Nam
/// 10/10/2026".
std::vector<Token> without_places(std::vector<Token> tokens) {
  const bool marked = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return std::any_of(token.key.begin(), token.key.end(),
                       [](char letter) { return letter < 'a' || letter > 'z'; });
  });
  for (Token& token : tokens) {
    if (marked && token.key == "nam") token.word = other;
  }
  return tokens;
}

/// Recursive descent over the tokens.
class Parser : public PieceReader {
 public:
  explicit Parser(std::string_view text)
      : PieceReader(text, with_number_words(tokenize(text, Numbers::whole, most_tokens + 1))) {}
  Parser(std::string_view text, std::vector<Token> tokens)
      : PieceReader(text, with_number_words(std::move(tokens))) {}

  TimeItems run() {
    if (tokens_.size() > most_tokens) return {};
    while (at_ < tokens_.size()) {
      if (take() == Taken::nothing) return {{}, stopped_at(at_)};
    }
    if (!finish()) return {{}, std::string(text_)};
    return {std::move(items_)};
  }

  TimeSteps steps() {
    TimeSteps told;
    while (at_ < tokens_.size() && tokens_.size() <= most_tokens) {
      const std::size_t begin = at_;
      const std::size_t items = items_.size();
      const Taken taken = take();
      if (taken == Taken::nothing) {
        told.stopped = stopped_at(at_);
        break;
      }
      const bool construction = items_.size() > items;
      const std::string_view name = taken == Taken::separator ? "separator"
                                    : taken == Taken::label   ? "label"
                                    : construction ? to_string(items_.back().construction)
                                                   : "lead";
      told.steps.push_back({name, construction, begin, at_});
    }
    if (told.stopped.empty() && !finish()) told.stopped = text_;
    if (at_ < tokens_.size()) told.steps.push_back({"unread", false, at_, tokens_.size()});
    told.tokens = std::move(tokens_);
    return told;
  }

  std::vector<TimeRun> runs() {
    is_running_ = true;
    std::vector<TimeRun> found;
    for (std::size_t first = 0; first < tokens_.size();) {
      if (!is_known(first)) {  // no time begins with it
        ++first;
        continue;
      }
      if (const std::size_t behind = figures_end(first); behind > first) {
        first = behind;
        continue;
      }
      const std::size_t end = run_end(first);
      pair_periods();
      if (items_.empty()) {
        ++first;
        continue;
      }
      found.push_back({std::move(items_), tokens_[first].begin, tokens_[end - 1].end});
      first = end;
    }
    return found;
  }

 private:
  /// Reads times from token `first` on, as far as they follow one another; their end.
  std::size_t run_end(std::size_t first) {
    at_ = first;
    items_.clear();
    alternative_ = joined_ = by_and_ = has_every_ = periodic_ = false;
    constexpr int most_text_leads = 4;  // "hoàn thành xong trong"
    for (int i = 0; i < most_text_leads && skip_phrase(PhraseRole::text_lead); ++i) {
    }
    std::size_t end = at_;
    while (at_ < tokens_.size()) {
      if (!items_.empty() && !is_sign('.') && skip_separator()) continue;
      begin_ = at_;
      if (figures_end(at_) > at_) break;
      if (!try_dated_limit() && !attempt([&] { return try_rhythm(); }) &&
          !attempt([&] { return try_roadmap(); }) && !attempt([&] { return try_open_end(); }) &&
          !attempt([&] { return try_span(); })) {
        break;
      }
      end = at_;
    }
    return end;
  }

  /// Behind figures that are no time in a running text: "số 30/2020/NĐ-CP", "đường 30/4", "3/4 số
  /// hộ", "24/24 giờ"; the place itself where they may be one.
  std::size_t figures_end(std::size_t first) {
    if (tokens_[first].kind != Token::Kind::number) return first;
    constexpr std::size_t most = 8;
    const std::size_t place = std::exchange(at_, first);
    std::size_t end = first + 1;  // of the figures, and of letters behind a slash
    std::size_t figures = end;
    bool letters = false;
    for (; end < tokens_.size() && end < first + most && tokens_[end].begin == tokens_[end - 1].end;
         ++end) {
      const Token& next = tokens_[end];
      if (next.kind == Token::Kind::number) figures = end + 1;
      letters = letters || (next.kind == Token::Kind::word && next.word == other &&
                            tokens_[end - 1].sign == '/');
    }
    const bool fraction =
        is_sign('/', 1) && is_number(2) && !is_year(2) && phrase_at(PhraseRole::things, 3) != 0;
    const bool named = follows(PhraseRole::no_day);
    TimeItem clock;
    const bool always = round_the_clock(clock);
    const std::size_t behind_clock = std::exchange(at_, place);
    if (letters) return end;
    if (named) return figures;
    if (fraction) return first + 3;
    return always ? behind_clock : first;
  }

  bool finish() {
    if (!finish_labels()) return false;
    join_sides();
    pair_periods();
    return true;
  }

  enum class Taken : std::uint8_t { nothing, separator, item, label, lead };

  /// Takes what stands next.
  Taken take() {
    const std::size_t place = at_;
    if (skip_separator()) {
      label_separated(place);
      return Taken::separator;
    }
    begin_ = at_;
    note_side();
    if (try_subject() || try_item()) return Taken::item;
    if (label_word()) return Taken::label;
    if (!items_.empty() && if_any()) return Taken::lead;
    if (skip_phrase(PhraseRole::about)) {
      about_ = true;
      return Taken::lead;
    }
    return skip_lead() ? Taken::lead : Taken::nothing;
  }

  bool skip_separator() {
    const Token& next = token();
    if (next.kind == Token::Kind::word) {
      if (next.word != va && next.word != hoac) return false;
      alternative_ = alternative_ || next.word == hoac;
      joined_ = by_and_ = true;
    } else if (next.kind == Token::Kind::sign) {
      if (next.sign == '\0' || next.sign == '%') return false;
      joined_ = joined_ || next.sign == ',';
    } else {
      return false;
    }
    ++at_;
    return true;
  }

  /// The words that no rule reads: from `begin` up to the next sign, a few of them.
  [[nodiscard]] std::string stopped_at(std::size_t begin) const {
    constexpr std::size_t most_words = 6;
    std::size_t end = begin + 1;
    while (end < tokens_.size() && end < begin + most_words &&
           tokens_[end].kind != Token::Kind::sign) {
      ++end;
    }
    return words(begin, end);
  }

  /// "(nếu có)" behind a time
  bool if_any() {
    const std::size_t words = phrase_at(PhraseRole::if_any);
    const bool ends = at_ + words == tokens_.size() || token(words).kind == Token::Kind::sign;
    if (words == 0 || !ends) return false;
    items_.back().conditional = true;
    at_ += words;
    return true;
  }

  bool skip_lead() {
    const std::size_t begin = at_;
    if (!skip_phrase(PhraseRole::lead)) return false;
    lead_ends(begin);
    return true;
  }
};

}  // namespace

TimeSteps time_steps(std::string_view text) { return Parser(text).steps(); }

std::vector<TimeRun> time_runs(std::string_view text) {
  return Parser(text, without_places(tokenize(text, Numbers::whole))).runs();
}

TimeItems time_items(std::string_view text) { return Parser(text).run(); }

std::string in_one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace sauro::inline v0_1::detail
