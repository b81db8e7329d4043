#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {

/// What an error says, without its place.
inline Bilingual message_of(const Error& error) { return {error.message(), error.message_en()}; }

/// What a problem says, with its place.
inline Bilingual text_of(const Problem& problem) {
  return {to_text(problem), to_text(problem, true)};
}

/// Problems of one kind that are thrown together: the first ones in words, all of them counted.
class ProblemList {
 public:
  explicit ProblemList(ErrorCode code, std::size_t shown = SIZE_MAX) : code_(code), shown_(shown) {}

  void add(std::string where, Bilingual what) {
    if (++count_ > shown_) return;
    problems_.push_back({code_, std::move(where), std::move(what.vi), std::move(what.en)});
  }

  /// Another problem would only be counted: its text isn't needed.
  [[nodiscard]] bool is_full() const { return count_ >= shown_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }

  /// ValidationError with all of them, where there are any.
  void throw_if_any() const {
    if (empty()) return;
    std::vector<Problem> all = problems_;
    if (const std::size_t more = count_ - all.size(); more > 0) {
      const Bilingual text = say("và {} lỗi khác", "and {} more", more);
      all.push_back({code_, "", text.vi, text.en});
    }
    throw ValidationError(std::move(all));
  }

 private:
  ErrorCode code_;
  std::size_t shown_;
  std::size_t count_ = 0;
  std::vector<Problem> problems_;
};

}  // namespace sauro::inline v0_1::detail
