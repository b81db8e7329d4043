#pragma once

#include <optional>
#include <string>

#include "sauro/calendar/period.hpp"
#include "sauro/phrases/timeframe.hpp"
#include "phrases/time_items.hpp"

namespace sauro::inline v0_1::detail {

/// "Quý II/2026"
std::string label_of(PointUnit unit, int number, int year);

/// The days of a stretch.
Period stretch(PointUnit unit, int number, int year);

/// "31/12/2026" where it is one day, else "1/6/2026 - 7/6/2026".
std::string text_of(const Period& days);

/// A part of a stretch; throws Error where it has no such part.
Period part_of(const Period& whole, const Part& part);

/// Turns points and spans into days of a timeframe.
class DayComposer {
 public:
  DayComposer(const TimeframeContext& context, Timeframe& out);

 protected:
  /// The days of a span and their name.
  struct Resolved {
    std::string label;
    std::optional<Date> start;
    Date due;
  };

  void note(const std::string& text);
  void say_no_year();
  void begin_of_year();

  [[nodiscard]] std::optional<int> year_of(const TimePoint& point) const;
  /// First and last day of a point; throws Error for a day that doesn't exist.
  [[nodiscard]] std::optional<Period> days_of(const TimePoint& point) const;
  /// Days of a span; nothing where no year is known.
  std::optional<Resolved> resolve(const TimeItem& item);

  void add_occurrence(const Resolved& days);
  /// In order of due days; of several on one day the longest stretch names it.
  void order_occurrences();

  const TimeframeContext& context_;
  Timeframe& out_;
  std::optional<int> year_;

 private:
  Resolved counted(const TimeItem& item, const Date& from);
  Date before(const TimeItem& item, const Period& days);
  static std::string label(const TimePoint& point, const Period& days);
};

}  // namespace sauro::inline v0_1::detail
