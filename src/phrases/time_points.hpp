#pragma once

#include "phrases/phrase_reader.hpp"
#include "phrases/time_items.hpp"

namespace sauro::inline v0_1::detail {

/// Reads days and stretches of the calendar: "15/12/2026", "quý II", "cuối năm sau".
class PointReader : public PhraseReader {
 public:
  using PhraseReader::PhraseReader;

 protected:
  static constexpr std::uint64_t feasts =
      role_bit(PhraseRole::new_year) | role_bit(PhraseRole::tet) |
      role_bit(PhraseRole::hung_kings) | role_bit(PhraseRole::victory_day) |
      role_bit(PhraseRole::labour_day) | role_bit(PhraseRole::national_day) |
      role_bit(PhraseRole::culture_day);
  /// A stretch or a day; a bare number leans on the unit of `before`.
  bool point(TimePoint& to, const TimePoint* before);
  /// "/2026", "năm 2026", "năm sau", "2026"
  void year_after(TimePoint& to);
  /// "Bính Ngọ": the year that has this name in the cycle of today, or 0.
  int year_by_name();
  /// A number or a Roman numeral from 1 to `most`.
  [[nodiscard]] bool is_ordinal(int most, std::size_t ahead) const;
  /// "17 giờ 00", "17h30", "lúc 17:00"; minutes of the day, or -1.
  int time_of_day();
  /// "ngày", "ngày mùng"
  bool eat_day();
  /// "thứ Sáu", "chủ nhật"; 1 to 7, or 0.
  int weekday();
  /// "năm tiếp theo", "năm báo cáo", "năm trước liền kề": the year from the plan's.
  bool relative_year(TimePoint& to);
  /// "tuần đầu", "ngày làm việc cuối cùng", "thượng tuần": which part of the stretch that follows.
  bool part(Part& to);
  /// "tuần đầu" behind "thứ Hai", "cuối cùng" behind "thứ Sáu"
  bool part_of_weekday(Part& to);
  /// "2", "thứ 2", "đầu tiên", "cuối cùng"; 0 where no number stands.
  int part_number();
  bool edge_free_point(TimePoint& to, const TimePoint* before);

  /// The text is a running one, where figures and bare words mean many other things.
  bool is_running_ = false;

 private:
  bool half(TimePoint& to, int which);
  bool numbered(TimePoint& to, PointUnit unit, int most);
  bool named_year(TimePoint& to);
  bool numeric_point(TimePoint& to, const TimePoint* before, bool named_day);
  [[nodiscard]] bool is_quarter_again(const TimePoint* before) const;
  bool day_in_figures(TimePoint& to, bool named_day);
  bool day_of_months(TimePoint& to);
  bool last_year();
  bool next_year();
  int end_of_hours(int minute);
  bool part_of_point(TimePoint& to, int weekday);
  bool feast(TimePoint& to);
  bool counted_part(Part& to);
  [[nodiscard]] bool is_short_year(std::size_t ahead) const;
  [[nodiscard]] int year_at(std::size_t ahead) const;
};

}  // namespace sauro::inline v0_1::detail
