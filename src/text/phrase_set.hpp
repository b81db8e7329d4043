#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sauro/text/fold.hpp"
#include "text/parts.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {

/// Phrases that are looked for in a text by whole words and exact tones, with a number each.
class PhraseSet {
 public:
  /// Phrases as written, joined by "|"; later ones of the same words don't count.
  void add(std::string_view phrases, int number = 0) {
    for_each_part(phrases, '|', [&](std::string_view phrase) {
      std::string key = tone_key(phrase);
      const auto words = 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
      std::size_t& longest = longest_[key.substr(0, key.find(' '))];
      longest = std::max(longest, words);
      numbers_.emplace(std::move(key), number);
    });
  }

  struct Match {
    int number = -1;  ///< negative where nothing was found
    std::size_t at = 0;
    std::size_t size = 0;
    explicit operator bool() const { return number >= 0; }
  };

  /// The first phrase from byte `from` of a tone key on, the longest of those that begin there.
  [[nodiscard]] Match find(std::string_view key, std::size_t from = 0) const {
    for (std::size_t at = from; at < key.size();) {
      Match best;
      std::size_t end = at;
      const auto first =
          longest_.find(key.substr(at, std::min(key.find(' ', at), key.size()) - at));
      const std::size_t most = first == longest_.end() ? 0 : first->second;
      for (std::size_t words = 0; words < most && end < key.size(); ++words) {
        end = std::min(key.find(' ', end + (words == 0 ? 0 : 1)), key.size());
        const auto found = numbers_.find(key.substr(at, end - at));
        if (found != numbers_.end()) best = {found->second, at, end - at};
      }
      if (best) return best;
      at = std::min(key.find(' ', at), key.size()) + 1;
    }
    return {};
  }

 private:
  std::unordered_map<std::string, int, ViewHash, std::equal_to<>> numbers_;
  std::unordered_map<std::string, std::size_t, ViewHash, std::equal_to<>>
      longest_;  ///< by first word
};

}  // namespace sauro::inline v0_1::detail
