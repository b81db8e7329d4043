#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "phrases/lexer.hpp"

namespace sauro::inline v0_1::detail {

/// What a phrase of src/data/target_phrases.json says of a target.
enum class TargetRole : std::uint8_t {
  none,
  increase,
  raise,
  decrease,
  up_to,
  down_to,
  more,
  less,
  at_least,
  at_most,
  limit,
  times,
  group,
  place,
  about,
  joined,
  assigned,
  set_number,
  steadily,
  counted,
};

/// A phrase that begins at a token.
struct TargetPhrase {
  TargetRole role = TargetRole::none;
  std::size_t size = 0;  ///< tokens
};

/// The longest phrase at a token, or none.
TargetPhrase target_phrase_at(const std::vector<Token>& tokens, std::size_t at);

/// A number in words: "hai", "mười lăm", "hai mươi mốt".
struct SpelledNumber {
  int value = 0;
  std::size_t size = 0;  ///< tokens; 0 where there is none
};

/// The number that is spelled at a token. A word beside it that makes something else of it ("một
/// số", "hai phần ba", "năm học") gives none; so do letters without their marks.
SpelledNumber spelled_number_at(const std::vector<Token>& tokens, std::size_t at);

}  // namespace sauro::inline v0_1::detail
