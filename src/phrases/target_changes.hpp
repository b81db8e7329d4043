#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "phrases/target_reader.hpp"

namespace sauro::inline v0_1::detail {

/// Reads what changes: from a level to another, by how many times, by how much over something.
class ChangeReader : public TargetReader {
 public:
  using TargetReader::TargetReader;

 protected:
  enum class Rise { none, read, contradictory };

  /// After the number at token `first`: "(từ 80%) lên 90%", "(từ 15) xuống còn 10 ngày". The level
  /// before becomes the baseline, `target` gets the one after and `second` what is said of it.
  Rise read_rise(Target& target, const Lead& lead, std::size_t first, std::string& share,
                 Lead& second);
  /// After "gấp": "1,5 lần năm 2025", "đôi", "ba lần trở lên".
  bool read_times(Target& target, Lead& lead);
  /// "cao hơn năm 2025 5%": the number after what it is compared with, which ends before it.
  void read_comparison(Target& target);
  /// "5% so với năm 2025" after "cao hơn"
  static void as_relative(Target& target, const Lead& lead, bool bounded);

  /// "giảm thời gian giải quyết 20%": what changes stands before the number
  bool try_change_of();

 private:
  bool read_change_at(Target& target, std::size_t of);
  [[nodiscard]] bool ends_piece() const;
  [[nodiscard]] bool leads_number() const;
  [[nodiscard]] std::size_t rise_ahead() const;
  [[nodiscard]] bool tells_change(std::size_t at) const;
  std::optional<double> read_multiple(const Lead& lead);
  bool read_amount(Target& target);
};

}  // namespace sauro::inline v0_1::detail
