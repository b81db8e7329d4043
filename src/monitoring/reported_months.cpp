#include "monitoring/reported_months.hpp"

#include <algorithm>

#include "sauro/calendar/period.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {

bool ReportedMonths::begins_month(std::int32_t day) {
  return Date::from_day_number(day).day() == 1;
}

/// The first day that is reported for a month.
std::int32_t ReportedMonths::first_of(int year, int month) const {
  const bool is_first = month == 1;
  return Date(is_first ? year - 1 : year, is_first ? 12 : month - 1, cut_off_ + 1).day_number();
}

std::int32_t ReportedMonths::moved(std::int32_t day) const {
  const Date date = Date::from_day_number(day);
  const bool is_next = date.day() > cut_off_;
  const int month = is_next ? date.month() % 12 + 1 : date.month();
  const int year = is_next && date.month() == 12 ? date.year() + 1 : date.year();
  const Period whole = Period::month(year, month);
  if (date.day() == cut_off_) return whole.last().day_number();
  const std::int32_t moved = day - first_of(year, month) + whole.first().day_number();
  return std::min(moved, whole.last().day_number() - 1);
}

std::int32_t ReportedMonths::moved_back(std::int32_t day) const {
  const Date date = Date::from_day_number(day);
  const std::int32_t last = Date(date.year(), date.month(), cut_off_).day_number();
  if (begins_month(day + 1)) return last;
  return std::min(first_of(date.year(), date.month()) + date.day() - 1, last - 1);
}

Bilingual ReportedMonths::flaw_of(std::int32_t first, std::int32_t last, bool is_cumulated) const {
  if (are_calendar()) return {};
  const int from = Date::from_day_number(first).day();
  const int to = Date::from_day_number(last).day();
  const bool by_name = begins_month(last + 1) && (is_cumulated || from == 1);
  const bool by_days = to == cut_off_ && (is_cumulated || from == cut_off_ + 1);
  if (by_name || by_days) return {};
  const std::string begin = Date::from_day_number(first).to_iso();
  const std::string end = Date::from_day_number(last).to_iso();
  return say("có kỳ từ {} đến {}, không phải tháng từ ngày {} đến ngày {}",
             "it has a period from {} to {}, which is no month from day {} to day {}", begin, end,
             cut_off_ + 1, cut_off_);
}

}  // namespace sauro::inline v0_1::detail
