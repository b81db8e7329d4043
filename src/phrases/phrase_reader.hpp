#pragma once

#include <cstddef>
#include <string_view>

#include "phrases/token_reader.hpp"

namespace sauro::inline v0_1::detail {

/// Reads phrases that src/data/time_phrases.json lists by their role.
class PhraseReader : public TokenReader {
 public:
  using TokenReader::TokenReader;

 protected:
  /// How many tokens the longest phrase of a role takes `ahead` of the place; 0 where none stands.
  [[nodiscard]] std::size_t phrase_at(std::string_view role, std::size_t ahead = 0) const;
  bool skip_phrase(std::string_view role);
  /// A phrase of two words of a role ends right before the place.
  [[nodiscard]] bool follows_pair(std::string_view role) const;

 private:
  [[nodiscard]] std::size_t phrase_from(std::string_view role, std::size_t begin) const;
};

}  // namespace sauro::inline v0_1::detail
