#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "phrases/token_reader.hpp"

namespace sauro::inline v0_1::detail {

/// What a phrase of src/data/time_phrases.json says; the file tells what each role means.
enum class PhraseRole : std::uint8_t {
  lead,
  text_lead,
  event,
  event_alone,
  continuous,
  until,
  next,
  this_one,
  last,
  open_end,
  day_part,
  sunday,
  ten_days_1,
  ten_days_2,
  ten_days_3,
  work,
  report,
  stop,
  about,
  times,
  stage,
  who,
  feast_lead,
  new_year,
  tet,
  hung_kings,
  victory_day,
  labour_day,
  national_day,
  culture_day,
  begin,
  finish,
  lunar,
  if_any,
  no_day,
  things,
  each,
  until_event,
  happening,
};

/// Reads phrases by their role.
class PhraseReader : public TokenReader {
 public:
  PhraseReader(std::string_view text, std::vector<Token> tokens);

 protected:
  /// How many tokens the longest phrase of a role takes `ahead` of the place; 0 where none stands.
  [[nodiscard]] std::size_t phrase_at(PhraseRole role, std::size_t ahead = 0) const {
    return begins(role_bit(role), ahead) ? phrase_from(role, at_ + ahead) : 0;
  }
  /// Whether a token says something to the grammar: all but words that it doesn't know.
  [[nodiscard]] bool is_known(std::size_t at) const {
    const Token& token = tokens_[at];
    return token.kind != Token::Kind::word || token.word != Word::other || begun_[at] != 0;
  }
  bool skip_phrase(PhraseRole role) {
    const std::size_t words = phrase_at(role);
    at_ += words;
    return words != 0;
  }
  static constexpr std::uint64_t role_bit(PhraseRole role) {
    return std::uint64_t{1} << static_cast<unsigned>(role);
  }
  /// Whether the token `ahead` begins a phrase of one of several roles: few do.
  [[nodiscard]] bool begins(std::uint64_t roles, std::size_t ahead = 0) const {
    return at_ + ahead < begun_.size() && (begun_[at_ + ahead] & roles) != 0;
  }
  /// A phrase of a role, of one word or two, ends right before the place.
  [[nodiscard]] bool follows(PhraseRole role) const;

 private:
  [[nodiscard]] std::size_t phrase_from(PhraseRole role, std::size_t begin) const;

  std::vector<std::uint64_t> begun_;  ///< a bit for each role that a token begins a phrase of
};

}  // namespace sauro::inline v0_1::detail
