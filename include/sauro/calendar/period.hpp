#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "sauro/calendar/date.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// A span of days, both ends included.
class SAURO_API Period {
 public:
  /// Throws Error(invalid_period) where `last` comes before `first`.
  Period(Date first, Date last);

  [[nodiscard]] static Period year(int year);
  /// `half` is 1 or 2; this and the next ones throw Error(invalid_period) for other numbers.
  [[nodiscard]] static Period half_year(int year, int half);
  /// `quarter` is 1 to 4; the Civil Code doesn't define it, practice takes the calendar's.
  [[nodiscard]] static Period quarter(int year, int quarter);
  /// 1 January to 30 September.
  [[nodiscard]] static Period nine_months(int year);
  [[nodiscard]] static Period month(int year, int month);
  /// Monday to Sunday of a week of ISO 8601.
  [[nodiscard]] static Period week(int year, int week);

  [[nodiscard]] const Date& first() const noexcept { return first_; }
  [[nodiscard]] const Date& last() const noexcept { return last_; }
  /// Number of its days, at least 1.
  [[nodiscard]] std::int32_t days() const { return last_.day_number() - first_.day_number() + 1; }
  [[nodiscard]] bool contains(const Date& date) const noexcept {
    return first_ <= date && date <= last_;
  }
  /// The days that both have, or nothing.
  [[nodiscard]] std::optional<Period> intersect(const Period& other) const;

  friend bool operator==(const Period&, const Period&) = default;
  friend auto operator<=>(const Period&, const Period&) = default;

 private:
  Date first_;
  Date last_;
};

}  // namespace sauro::inline v0_1

template <>
struct std::hash<sauro::Period> {
  std::size_t operator()(const sauro::Period& period) const noexcept {
    const std::hash<sauro::Date> of_day;
    return of_day(period.first()) * 1000003U ^ of_day(period.last());
  }
};
