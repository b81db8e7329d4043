#pragma once

#include <cstdint>
#include <string>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "sauro/core/error.hpp"
#include "core/problem_list.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {

/// Day number as people read it: ISO date, "missing date" or the number itself.
inline Bilingual day_text(std::int64_t day) {
  if (day == missing_day) return {"ngày bị thiếu", "missing date"};
  constexpr std::int64_t far = 4'000'000;
  if (day <= far && day >= -far) {
    try {
      return said(Date::from_day_number(static_cast<std::int32_t>(day)).to_iso());
    } catch (const Error&) {  // a day that no date has is named by its number
    }
  }
  return say("ngày thứ {}", "day number {}", day);
}

/// "2300-01-01 lies outside the calendar (2021-01-01 to 2199-12-31)", or that alone.
inline Bilingual outside_text(const WorkingCalendar& calendar, const Bilingual& what = {}) {
  return joined(
      what, " ",
      say("nằm ngoài lịch làm việc (từ {} đến {})", "lies outside the calendar ({} to {})",
          calendar.first().to_iso(), calendar.last().to_iso()));
}

/// How a calendar comes to reach further.
inline Bilingual remedy_of(CalendarKind kind) {
  if (kind == CalendarKind::custom) {
    return say("hãy đặt lịch dài hơn", "give the calendar more years");
  }
  return say("năm sớm hơn cần first_year và một văn bản ấn định cả năm (settles: year)",
             "an earlier year wants first_year and a decision on all of it (settles: year)");
}

/// Rows of a column that are wrong.
class RowProblems {
 public:
  /// `what` gives the text, and isn't asked for rows beyond those that are told.
  template <class What>
  void add(std::size_t row, const What& what) {
    problems_.is_full() ? problems_.add({}, {})
                        : problems_.add("row " + std::to_string(row), what());
  }

  /// ValidationError(invalid_rows); rows count from 0.
  void throw_if_any() const { problems_.throw_if_any(); }

 private:
  ProblemList problems_{ErrorCode::invalid_rows, 20};
};

}  // namespace sauro::inline v0_1::detail
