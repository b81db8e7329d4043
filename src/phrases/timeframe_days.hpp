#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sauro/phrases/timeframe.hpp"
#include "phrases/stretches.hpp"

namespace sauro::inline v0_1::detail {

/// What words leave open; of each the usual reading is taken.
enum class Choice : std::uint8_t {
  before_day,       ///< "trước ngày D": on D at the latest, or before it begins
  before_stretch,   ///< "trước tháng 6": before it begins, or before it ends
  week_of_month,    ///< "tuần đầu tháng 6": its first seven days, or up to the first Sunday
  year_of_range,    ///< "15/11 - 15/01" without a year: into the next year, or from the last one
  half_or_limit,    ///< "6 tháng": of the year's beginning, or from the plan's day on
  span_of_several,  ///< "quý I hoặc quý II": the last of them, or the first
  rhythm_of_two,    ///< "hằng tháng hoặc hằng quý": the shorter, or the longer
  year_of_report,   ///< "báo cáo năm: 15/01": of the next year, or of the plan's
  year_of_list,     ///< "quý I, II, năm 2026": the year of them all, or the year too
  day_or_clock,     ///< "24/7": all the time, or the 24th of July
  length_of_two,    ///< "03 - 05 ngày": the longer, or the shorter
  none,
};

/// Turns points and spans into days of a timeframe.
class DayComposer {
 public:
  explicit DayComposer(const TimeframeContext& context) : context_(context) { begin_again(); }

 protected:
  /// Whether the reading is to be taken that isn't the usual one of a choice.
  bool takes_other(Choice choice) {
    met_ |= 1U << static_cast<unsigned>(choice);
    return other_ == choice;
  }
  [[nodiscard]] bool has_met(Choice choice) const {
    return (met_ >> static_cast<unsigned>(choice) & 1U) != 0;
  }
  /// The longer of two lengths.
  TimeLimit limit_of(const TimeItem& item);
  void begin_again(Choice other = Choice::none);

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
  Timeframe out_;
  std::optional<int> year_;

 private:
  /// The day of a feast, the first that is not before the plan's day.
  [[nodiscard]] Date feast_of(const TimePoint& point, int year) const;
  Period report_day(const TimeItem& item, const Period& day);
  Period part_days(const TimeItem& item, const Period& days);
  Resolved counted(const TimeItem& item, const Date& from);
  Date before(const TimeItem& item, const Period& days);
  static std::string label(const TimePoint& point, const Period& days);

  std::uint32_t met_ = 0;  ///< a bit for each choice that the words left
  Choice other_ = Choice::none;
};

}  // namespace sauro::inline v0_1::detail
