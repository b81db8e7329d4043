#pragma once

#include <cstddef>
#include <vector>

#include "phrases/time_labels.hpp"

namespace sauro::inline v0_1::detail {

/// Reads the pieces of a timeframe; each try_ either takes its words or leaves the place alone.
class PieceReader : public LabelReader {
 public:
  using LabelReader::LabelReader;

 protected:
  bool try_subject();
  bool try_item();
  bool try_dated_limit();
  bool before_happening();
  bool until_event();
  bool try_open_end();
  bool try_rhythm();
  bool try_roadmap();
  bool try_span();

  bool about_ = false;        ///< "khoảng" stands before
  bool alternative_ = false;  ///< "hoặc" stands before
  bool joined_ = false;       ///< "và" or a comma stands before
  bool by_and_ = false;       ///< "và" stands before
  std::size_t begin_ = 0;     ///< of what is read
  bool round_the_clock(TimeItem& item);
  void note_side();
  void join_sides();
  void pair_periods();

 private:
  void add(TimeItem item);
  bool try_limit();
  bool try_event();
  void add_event(std::size_t begin, Construction construction);
  bool try_continuous();
  bool try_vision();
  [[nodiscard]] const TimeItem* neighbour() const;
  Side side_ = Side::none;  ///< "bắt đầu" or "hoàn thành" stands before
  bool try_length();
  bool each_day(TimeItem& item);
  bool month_list();
  bool feast_days(TimeItem& item);
  bool length_of_range(TimeItem& item);
  bool months_from(TimeItem& item);
  std::vector<int> years();
  bool edges_of_years(const TimeItem& told);
  bool each_of_years(const TimeItem& item);
  bool more_years(const TimeItem& item, std::vector<int>& all);
  static Construction construction_of(const TimePoint& point);
  bool week_list();
  bool day_list(const TimeItem& told);
  void time_behind(TimeItem& item);
  void weekday_behind(TimeItem& item);
  static void lean_on(const TimeItem& before, TimeItem& item);
};

}  // namespace sauro::inline v0_1::detail
