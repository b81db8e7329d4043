#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "sauro/core/error.hpp"

namespace sauro::detail {

/// Day number as people read it: ISO date, "missing date" or the number itself.
inline std::string day_text(std::int64_t day) {
  if (day == missing_day) return "missing date";
  constexpr std::int64_t far = 4'000'000;
  if (day > far || day < -far) return "day number " + std::to_string(day);
  try {
    return Date::from_day_number(static_cast<std::int32_t>(day)).to_iso();
  } catch (const Error&) {
    return "day number " + std::to_string(day);
  }
}

/// Rows of a column that are wrong: the first ones in words, all of them counted.
class RowProblems {
 public:
  void add(std::size_t row, const Bilingual& what) {
    constexpr std::size_t shown = 20;
    if (++count_ > shown) return;
    problems_.push_back({ErrorCode::invalid_rows, "row " + std::to_string(row), what.vi, what.en});
  }

  void add(std::size_t row, const std::string& what) { add(row, Bilingual{what, what}); }
  void add(std::size_t row, const char* what) { add(row, std::string(what)); }

  [[nodiscard]] std::size_t count() const { return count_; }

  /// ValidationError(invalid_rows); rows count from 0.
  void throw_if_any() const {
    if (count_ == 0) return;
    std::vector<Problem> all = problems_;
    if (const std::size_t more = count_ - all.size(); more > 0) {
      all.push_back({ErrorCode::invalid_rows, "", "và " + std::to_string(more) + " dòng nữa",
                     "and " + std::to_string(more) + " more rows"});
    }
    throw ValidationError(std::move(all));
  }

 private:
  std::vector<Problem> problems_;
  std::size_t count_ = 0;
};

}  // namespace sauro::detail
