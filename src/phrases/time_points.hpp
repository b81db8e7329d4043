#pragma once

#include "phrases/time_items.hpp"
#include "phrases/token_reader.hpp"

namespace sauro::inline v0_1::detail {

/// Reads days and stretches of the calendar: "15/12/2026", "quý II", "cuối năm sau".
class PointReader : public TokenReader {
 public:
  using TokenReader::TokenReader;

 protected:
  /// A stretch or a day; a bare number leans on the unit of `before`.
  bool point(TimePoint& to, const TimePoint* before);
  /// "/2026", "năm 2026", "năm sau", "2026"
  void year_after(TimePoint& to);
  /// A number or a Roman numeral from 1 to `most`.
  [[nodiscard]] bool is_ordinal(int most, std::size_t ahead) const;

 private:
  bool edge_free_point(TimePoint& to, const TimePoint* before);
  bool half(TimePoint& to, int which);
  bool numbered(TimePoint& to, PointUnit unit, int most);
  bool named_year(TimePoint& to);
  bool numeric_point(TimePoint& to, const TimePoint* before, bool named_day);
  int time_of_day();
};

}  // namespace sauro::inline v0_1::detail
