#pragma once

#include <vector>

#include "phrases/timeframe_days.hpp"

namespace sauro::inline v0_1::detail {

/// Turns rhythms into the occurrences of a year.
class RhythmComposer : public DayComposer {
 public:
  using DayComposer::DayComposer;

 protected:
  void add_rule(const TimeItem& item);
  /// Occurrences of a rhythm in a year; named days of the same list stand in its place.
  void repeat(const TimeItem& item, bool dated, int year);

  std::vector<const TimeItem*> spans_;

 private:
  void add(const TimeItem& item, PointUnit unit, int number, int year);
  void add_days(const TimeItem& item, const std::string& label, const Period& days);
  PointUnit more_often(const TimeItem& item);
};

}  // namespace sauro::inline v0_1::detail
