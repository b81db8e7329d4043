#pragma once

#include <cstddef>
#include <string_view>

#include "phrases/target_reader.hpp"

namespace sauro::inline v0_1::detail {

/// Reads targets that are a number and what it counts: "ít nhất 90% hồ sơ", "giảm 10%/năm".
class QuantityReader : public TargetReader {
 public:
  using TargetReader::TargetReader;

 protected:
  bool try_quantity();
  /// Whether words name those among whom one is ranked.
  static bool names_scope(std::string_view words);

 private:
  void read_range(Target& target, bool& percent);
  [[nodiscard]] bool accepts(const Lead& lead, const Target& target, bool clear, std::size_t begin,
                             bool joined) const;
  void settle_comparison(const Lead& lead, Target& target, bool up, bool joined);
  static void as_rank(Target& target);
};

}  // namespace sauro::inline v0_1::detail
