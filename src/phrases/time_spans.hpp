#pragma once

#include <cstdint>

#include "phrases/time_points.hpp"

namespace sauro::inline v0_1::detail {

/// Reads spans and how their ends are worded: "trước 30/6", "6 tháng đầu năm", "15-20/5/2026".
class SpanReader : public PointReader {
 public:
  using PointReader::PointReader;

 protected:
  Deadline deadline();
  /// "6 tháng đầu năm", "3 tháng cuối năm 2026", "6 tháng", "9 tháng"
  bool months_of_year(TimeItem& item);
  /// "1-3/2026", "07 - 11/26"
  bool month_range(TimeItem& item);
  /// "15-20/5/2026", "ngày 15 đến ngày 20 tháng 5"
  bool day_range(TimeItem& item);
  /// What a range says of the year of one end holds for the other.
  static void share_year_of_range(TimeItem& item);
  /// The end of a range after its beginning, or nothing.
  bool range_end(TimeItem& item);

 private:
  bool feast_lead();
  enum class YearOf : std::uint8_t { neither, first, last };
  static void cross_year(TimeItem& item, YearOf named);
};

}  // namespace sauro::inline v0_1::detail
