#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "sauro/text/written_out.hpp"
#include "checking/findings.hpp"
#include "core/poll.hpp"
#include "text/parts.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t least_words = 5;  // shorter titles are headings rather than tasks

using WordIds = std::vector<std::uint32_t>;

/// The first sentence of a title, which says what the task is.
std::string_view first_sentence(std::string_view title) {
  const std::size_t end = std::min(title.find(". "), title.find("; "));
  return title.substr(0, end);
}

/// Numbers for words and for pairs of neighbours, in one count.
class Numbers {
 public:
  /// Of a folded word, or of the words that it abbreviates.
  const WordIds& of(std::string_view word) {
    const auto found = written_.find(word);
    if (found != written_.end()) return found->second;
    WordIds& numbers = written_[std::string(word)];
    for (const std::string& one : written_out(word)) {
      const auto [place, first] = words_.try_emplace(one, next_);
      next_ += first ? 1 : 0;
      numbers.push_back(place->second);
    }
    return numbers;
  }
  std::uint32_t of_pair(std::uint32_t a, std::uint32_t b) {
    const auto [found, first] = pairs_.try_emplace(std::uint64_t{a} << 32 | b, next_);
    next_ += first ? 1 : 0;
    return found->second;
  }
  [[nodiscard]] std::size_t size() const { return next_; }

 private:
  std::unordered_map<std::string, WordIds, ViewHash, std::equal_to<>> written_;
  std::unordered_map<std::string, std::uint32_t> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> pairs_;
  std::uint32_t next_ = 0;
};

/// Words of the titles and pairs of neighbours, as ranks by frequency: the rarest comes first.
std::vector<WordIds> word_sets(const Plan& plan) {
  Numbers numbers;
  std::vector<WordIds> sets(plan.tasks.size());
  WordIds words;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    poll();
    words.clear();
    for_each_part(fold(first_sentence(plan.tasks[i].title)), ' ', [&](std::string_view word) {
      const WordIds& written = numbers.of(word);
      words.insert(words.end(), written.begin(), written.end());
    });
    if (words.size() < least_words) continue;
    for (std::size_t k = 0; k < words.size(); ++k) {
      sets[i].push_back(words[k]);
      if (k > 0) sets[i].push_back(numbers.of_pair(words[k - 1], words[k]));
    }
    std::sort(sets[i].begin(), sets[i].end());
    sets[i].erase(std::unique(sets[i].begin(), sets[i].end()), sets[i].end());
  }
  std::vector<std::uint32_t> frequency(numbers.size(), 0);
  for (const WordIds& set : sets) {
    for (const std::uint32_t word : set) ++frequency[word];
  }
  std::vector<std::uint32_t> order(frequency.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(frequency[a], a) < std::pair(frequency[b], b);
  });
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  for (WordIds& set : sets) {
    for (std::uint32_t& word : set) word = rank[word];
    std::sort(set.begin(), set.end());
  }
  return sets;
}

/// Whether two sets have at least `needed` words in common.
bool share(const WordIds& a, const WordIds& b, std::size_t needed) {
  std::size_t common = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (common + std::min(a.size() - i, b.size() - j) < needed) return false;
    if (a[i] == b[j]) ++common;
    const bool next_a = a[i] <= b[j];
    const bool next_b = b[j] <= a[i];
    i += next_a ? 1 : 0;
    j += next_b ? 1 : 0;
  }
  return common >= needed;
}

/// Finds for each set an earlier one that is alike: that shares so much of the words of both
/// (Jaccard).
///
/// Two such sets share one of their rarest words (prefix filter of Chaudhuri, Ganti and Kaushik
/// 2006), so only sets with a rare word in common are compared, and of those only the ones that
/// have enough words after it (positional filter of Xiao, Wang, Lin and Yu 2008) and whose
/// signatures allow it. A set that is like an earlier one isn't remembered itself, so many copies
/// of one text cost no more than one.
class EarlierLike {
 public:
  EarlierLike(const std::vector<WordIds>& sets, double least) : sets_(sets), least_(least) {
    std::uint32_t most = 0;
    for (const WordIds& set : sets) most = set.empty() ? most : std::max(most, set.back() + 1);
    by_word_.resize(most);
  }

  /// The first earlier set that is alike, or `self`.
  std::size_t operator()(std::size_t self) {
    const WordIds& own = sets_[self];
    const auto size = static_cast<double>(own.size());
    const std::size_t rarest = own.size() - at_least(least_ * size) + 1;
    const Entry mine{self, own.size(), signature_of(own)};
    std::size_t best = self;
    const std::size_t looked_at = std::min(rarest, own.size());
    for (std::size_t k = 0; k < looked_at; ++k) {
      for (const auto& [shape, others] : by_word_[own[k]]) {
        poll();
        // a word before this one that both have has let them meet before
        const std::size_t most = std::min(own.size() - k, shape.left);
        if (most < needed(own.size(), shape.size)) continue;
        for (const Entry& other : others) {
          if (other.set >= best) break;
          if (is_like(mine, other)) best = other.set;
        }
      }
    }
    if (best != self) return best;
    for (std::size_t k = 0; k < looked_at; ++k) {
      by_word_[own[k]][{own.size(), own.size() - k}].push_back(mine);
    }
    return self;
  }

 private:
  using Signature = std::array<std::uint64_t, 2>;  ///< a bit for each word
  struct Entry {
    std::size_t set;
    std::size_t size;
    Signature signature;
  };

  /// Of a set that has a word: how many words, and how many from that one on.
  struct WordShape {
    std::size_t size;
    std::size_t left;
    friend auto operator<=>(const WordShape&, const WordShape&) = default;
  };

  /// How many words two sets of these sizes have in common if they are alike.
  [[nodiscard]] std::size_t needed(std::size_t a, std::size_t b) const {
    return at_least(least_ / (1 + least_) * static_cast<double>(a + b));
  }

  static std::size_t at_least(double count) {
    return static_cast<std::size_t>(std::ceil(count - 1e-9));
  }

  static Signature signature_of(const WordIds& set) {
    Signature signature{};
    for (const std::uint32_t word : set) {
      const std::uint32_t bit = (word * 2654435761U) >> 25;  // Knuth's multiplicative hash
      signature[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    return signature;
  }

  bool is_like(const Entry& a, const Entry& b) const {
    const std::size_t shared = needed(a.size, b.size);
    const auto apart = static_cast<std::size_t>(std::popcount(a.signature[0] ^ b.signature[0]) +
                                                std::popcount(a.signature[1] ^ b.signature[1]));
    if (a.size + b.size < 2 * shared + apart) return false;  // too many words of only one of them
    return share(sets_[a.set], sets_[b.set], shared);
  }

  const std::vector<WordIds>& sets_;
  double least_;
  std::vector<std::map<WordShape, std::vector<Entry>>> by_word_;
};

}  // namespace

void check_duplicates(const Plan& plan, const CheckOptions& options, Collector& out) {
  const std::vector<WordIds> sets = word_sets(plan);
  EarlierLike earlier_like(sets, options.least_alike);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    poll();
    if (sets[i].empty()) continue;
    const std::size_t other = earlier_like(i);
    if (other != i) out.add("task.duplicate", plan.tasks[i], {plan.tasks[other].id});
  }
}

}  // namespace sauro::inline v0_1::detail
