#include "reading/header_weights.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "data/columns.hpp"
#include "reading/columns.hpp"
#include "reading/labels.hpp"
#include "reading/prose_labels.hpp"
#include "text/letters.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string without_blanks(std::string_view text) {
  std::string bare(text);
  std::erase(bare, ' ');
  return bare;
}

/// A row of columns.json.
struct Pattern {
  std::string_view role;
  std::string_view words;  ///< stand in a header as whole words
  bool whole = false;      ///< and are all of it
  int weight = 0;

  [[nodiscard]] bool stands_at(std::string_view key, std::size_t at) const {
    const std::string_view rest = key.substr(at);
    if (!rest.starts_with(words)) return false;
    if (whole) return at == 0 && rest.size() == words.size();
    return rest.size() == words.size() || rest[words.size()] == ' ';
  }
};

/// The patterns by their first words.
class Patterns {
 public:
  Patterns() {
    for (const auto& [role, text, weight] : data::columns) {
      Pattern pattern{role, text, false, leading_int(weight)};
      pattern.whole = pattern.words.starts_with('=');
      if (pattern.whole) pattern.words.remove_prefix(1);
      if (pattern.whole) wholes_.push_back({without_blanks(pattern.words), pattern});
      starts_[pattern.words.substr(0, pattern.words.find(' '))].push_back(pattern);
    }
  }

  template <class Take>
  void each_in(std::string_view key, Take take) const {
    for (std::size_t at = 0; at < key.size();) {
      const std::size_t end = std::min(key.find(' ', at), key.size());
      if (const auto found = starts_.find(key.substr(at, end - at)); found != starts_.end()) {
        for (const Pattern& pattern : found->second)
          if (pattern.stands_at(key, at)) take(pattern);
      }
      at = end + 1;
    }
  }

  /// Those that are all of a header whose words a narrow column breaks: "ST T".
  template <class Take>
  void each_broken(std::string_view bare, Take take) const {
    for (const auto& [words, pattern] : wholes_)
      if (words == bare) take(pattern);
  }

 private:
  std::unordered_map<std::string_view, std::vector<Pattern>, ViewHash> starts_;
  std::vector<std::pair<std::string, Pattern>> wholes_;
};

const Patterns& patterns() {
  static const Patterns instance;
  return instance;
}

/// The header folded, with "yyyy" for each year: "thuc hien nam yyyy".
std::string key_of(std::string_view header) {
  std::string key = spelled_out(fold(header));
  for (std::string year = year_in(key); !year.empty(); year = year_in(key)) {
    key.replace(key.find(year), year.size(), "yyyy");
  }
  return key;
}

}  // namespace

Weights weigh(std::string_view header) {
  const std::string key = key_of(header);
  Weights weights;
  if (key.empty()) return weights;
  constexpr std::size_t longest_broken = 12;
  const bool broken = key.size() <= longest_broken && key.find(' ') != key.npos;
  const auto take = [&](const Pattern& pattern) {
    int& weight = weights[pattern.role];
    weight = std::max(weight, pattern.weight);
  };
  patterns().each_in(key, take);
  if (broken) patterns().each_broken(without_blanks(key), take);
  if (!year_in(header).empty()) weights["horizon"] = std::max(weights["horizon"], 8);
  if (weights.contains("duration")) weights.erase("timeframe");
  for (const std::string_view role : {"title", "product", "timeframe", "horizon"}) {
    const auto against = weights.find("not_" + std::string(role));
    if (against != weights.end() && weights[role] < against->second) weights.erase(role);
  }
  return weights;
}

std::string year_in(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const std::string_view four = text.substr(at, 4);
    const bool digits = four.find_first_not_of("0123456789") == std::string_view::npos;
    const bool alone =
        (at == 0 || !is_digit(static_cast<unsigned char>(text[at - 1]))) &&
        (at + 4 == text.size() || !is_digit(static_cast<unsigned char>(text[at + 4])));
    if (digits && alone && leading_int(four) >= 1900 && leading_int(four) < 2200)
      return std::string(four);
  }
  return "";
}

}  // namespace sauro::inline v0_1::detail
