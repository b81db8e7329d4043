#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sauro/text/units.hpp"
#include "phrases/target_changes.hpp"

namespace sauro::inline v0_1::detail {

/// Reads targets that are a number and what it counts: "ít nhất 90% hồ sơ", "giảm 10%/năm".
class QuantityReader : public ChangeReader {
 public:
  using ChangeReader::ChangeReader;

 protected:
  bool try_quantity();
  /// Whether words name those among whom one is ranked.
  static bool names_scope(std::string_view words);

 private:
  bool try_times(Target target, Lead lead, std::size_t begin);
  bool follow_rise(Target& target, Lead& lead, std::size_t first, std::string& share);
  static bool fits(const Target& target, const Lead& lead, const std::string& share);
  void finish(Target target, std::size_t begin);
  [[nodiscard]] bool is_part_of_all(const Lead& lead, bool at_start) const;
  [[nodiscard]] bool is_score(const Lead& lead, bool at_start) const;
  bool try_part_of_all(Target target, const Lead& lead, std::size_t begin);
  [[nodiscard]] bool names_set_number(const Lead& lead, const Target& target,
                                      const std::string& share) const;
  std::string read_smaller(Target& target);
  [[nodiscard]] double parts_of_unit() const;
  [[nodiscard]] MeasuringUnit read_unit_of(std::size_t ahead) const;
  bool read_margin(Target& target);
  /// A fraction in percent.
  std::optional<double> fraction(const Lead& lead);
  bool try_fraction(Target target, const Lead& lead, std::size_t begin);
  void skip_each();
  [[nodiscard]] bool unit_of_time(std::size_t ahead) const;
  void read_range(Target& target, const Lead& lead, std::string& share);
  void read_counted(Target& target, const std::string& share);
  [[nodiscard]] bool accepts(const Lead& lead, const Target& target, bool clear, std::size_t begin,
                             bool joined) const;
  void settle_comparison(const Lead& lead, Target& target, bool up, bool joined);
  void share_change(Target& target) const;
  [[nodiscard]] bool is_rhythm(const Target& target) const;
  static bool counts_places(const Target& target);
  static void settle_kind(Target& target, const Lead& lead);
  [[nodiscard]] static bool is_limit(const Target& target);
  static void as_rank(Target& target);
};

}  // namespace sauro::inline v0_1::detail
