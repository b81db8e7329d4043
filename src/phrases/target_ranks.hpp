#pragma once

#include <cstddef>

#include "phrases/target_quantities.hpp"

namespace sauro::inline v0_1::detail {

/// Reads places among others: "thứ hạng từ 10 trở lên", "nằm trong tốp 15", "đứng thứ nhất".
class RankReader : public QuantityReader {
 public:
  using QuantityReader::QuantityReader;

 protected:
  bool try_rank();

 private:
  static bool names_others(std::string_view words);
  [[nodiscard]] bool heads_others(std::size_t begin) const;
  bool read_place_words();
  bool read_first(Target& target, bool named, std::size_t begin);
  bool read_bound(Target& target);
  bool read_place(Target& target);
  bool read_climb(Target& target, std::size_t first);
  bool read_number(Target& target, const Lead& lead, bool group);
};

}  // namespace sauro::inline v0_1::detail
