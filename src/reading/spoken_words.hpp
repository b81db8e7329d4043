#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sauro::inline v0_1::detail {

/// One word of a text: its folded form, as it is written, and its place.
struct SpokenWord {
  std::string key;
  std::string_view text;
  std::size_t at = 0;
  std::size_t end = 0;
  std::uint64_t begins = 0;  ///< a bit for each DutyWord of which phrases begin with it
};

/// The words of a text, without the signs between them.
[[nodiscard]] std::vector<SpokenWord> spoken_words(std::string_view text);

/// How many of the words from `first` on are those of a folded phrase; 0 where they differ.
[[nodiscard]] std::size_t matching_words(const std::vector<SpokenWord>& words, std::size_t first,
                                         std::string_view phrase);

}  // namespace sauro::inline v0_1::detail
