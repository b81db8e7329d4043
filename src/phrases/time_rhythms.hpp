#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "phrases/time_spans.hpp"

namespace sauro::inline v0_1::detail {

/// Reads rhythms: "hằng quý", "02 lần/năm", "trước ngày 20 hằng tháng".
class RhythmReader : public SpanReader {
 public:
  using SpanReader::SpanReader;

 protected:
  bool rhythm(TimeItem& item);

  std::vector<TimeItem> items_;
  bool periodic_ = false;   ///< after "định kỳ"
  bool has_every_ = false;  ///< a rhythm stands before

 private:
  [[nodiscard]] PointUnit unit_at(std::size_t ahead) const;
  bool take_unit(TimeItem& item);
  bool take_counted_unit(TimeItem& item);
  bool named_rhythm(TimeItem& item);
  bool each_unit(TimeItem& item);
  bool take_times(TimeItem& item);
  bool times_of_rhythm(TimeItem& item);
  bool day_of_rhythm(TimeItem& item);
  void first_of_days(TimeItem& item);
  bool month_of_quarter(TimeItem& item);
  void further_days(TimeItem& item);
  bool day_of_next(TimeItem& item);
  bool day_of_last_month(TimeItem& item);
  bool part_of_rhythm(TimeItem& item);
  bool weekday_of_week(TimeItem& item);
  void further_weekdays(TimeItem& item);
  bool unit_a_time(TimeItem& item);
  [[nodiscard]] PointUnit last_rhythm() const;
  [[nodiscard]] bool stands_alone() const;
  bool bare_rhythm(TimeItem& item);
};

}  // namespace sauro::inline v0_1::detail
