#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace sauro::inline v0_1::detail {

/// Numbers for keys, from 0 in order of first sight: a table of places without lists, at most half
/// full. Keys that only point to their text have to stay where they are.
template <class Key>
class Numbering {
 public:
  std::size_t number_of(const Key& key) {
    if (keys_.size() * 2 >= places_.size()) grow();
    std::size_t& place = place_of(key);
    if (place == 0) {
      keys_.push_back(key);
      place = keys_.size();
    }
    return place - 1;
  }

  [[nodiscard]] const std::vector<Key>& keys() const noexcept { return keys_; }
  [[nodiscard]] std::size_t size() const noexcept { return keys_.size(); }

 private:
  std::size_t& place_of(const Key& key) {
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15U;  // 2^64 / the golden ratio
    std::size_t at = (std::hash<Key>()(key) * spread) >> shift_;
    while (places_[at] != 0 && keys_[places_[at] - 1] != key) at = (at + 1) & (places_.size() - 1);
    return places_[at];
  }

  void grow() {
    --shift_;
    places_.assign(std::size_t{1} << (64U - shift_), 0);
    for (std::size_t i = 0; i < keys_.size(); ++i) place_of(keys_[i]) = i + 1;
  }

  unsigned shift_ = 64 - 6;
  std::vector<std::size_t> places_;  ///< number + 1; 0 where nothing is
  std::vector<Key> keys_;
};

}  // namespace sauro::inline v0_1::detail
