#pragma once

#include <cstdint>
#include <string>

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
  void add(std::size_t row, const std::string& what) {
    constexpr std::size_t shown = 20;
    if (++count_ > shown) return;
    text_ += (text_.empty() ? "" : "\n") + std::string("row ") + std::to_string(row) + ": " + what;
    if (count_ == 1) first_ = row;
  }

  [[nodiscard]] std::size_t count() const { return count_; }

  /// ValidationError(invalid_rows); rows count from 0.
  void throw_if_any() const {
    if (count_ == 0) return;
    constexpr std::size_t shown = 20;
    std::string text = text_;
    if (count_ > shown) text += "\nand " + std::to_string(count_ - shown) + " more rows";
    throw ValidationError(ErrorCode::invalid_rows, "row " + std::to_string(first_), text);
  }

 private:
  std::string text_;
  std::size_t count_ = 0;
  std::size_t first_ = 0;
};

}  // namespace sauro::detail
