#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "reading/spoken_words.hpp"

namespace sauro::inline v0_1::detail {

/// A sentence, or a part of one between semicolons; with the sign that ends it.
struct Clause {
  std::string_view text;
  std::vector<SpokenWord> words;

  /// The text from word `first` on.
  [[nodiscard]] std::string_view from(std::size_t first) const {
    return first < words.size() ? text.substr(words[first].at) : std::string_view{};
  }
  /// The text of words [first, last), with what stands between them.
  [[nodiscard]] std::string_view between(std::size_t first, std::size_t last) const {
    if (first >= last || last > words.size()) return {};
    return text.substr(words[first].at, words[last - 1].end - words[first].at);
  }
  /// What stands before word `at`, behind the word before it.
  [[nodiscard]] std::string_view gap(std::size_t at) const {
    if (at == 0 || at >= words.size()) return {};
    return text.substr(words[at - 1].end, words[at].at - words[at - 1].end);
  }
};

/// A text as one clause, whatever signs stand in it.
[[nodiscard]] Clause clause_of(std::string_view text);

/// The clauses of a paragraph; together they are all of it.
[[nodiscard]] std::vector<Clause> cut_clauses(std::string_view text);

}  // namespace sauro::inline v0_1::detail
