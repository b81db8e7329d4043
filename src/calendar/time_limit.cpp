#include "sauro/calendar/time_limit.hpp"

#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "sauro/core/error.hpp"
#include "calendar/rows.hpp"
#include "calendar/working_clock.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr double most_amount = 100'000;
constexpr int minutes_a_day = 24 * 60;

std::string amount_text(double amount) {
  std::string text = std::to_string(amount);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

[[noreturn]] void refuse(double amount, TimeUnit unit, Bilingual why) {
  throw Error(ErrorCode::invalid_time_limit,
              amount_text(amount) + " " + std::string(to_string(unit)), std::move(why));
}

}  // namespace

TimeLimit::TimeLimit(double amount, TimeUnit unit, TimeLimitOptions options)
    : halves_(0), unit_(unit), options_(options) {
  if (!(amount >= 0 && amount <= most_amount))
    refuse(
        amount, unit,
        detail::say("cần một thời hạn từ 0 đến 100.000", "expected an amount from 0 to 100,000"));
  halves_ = std::llround(amount * 2);
  if (static_cast<double>(halves_) != amount * 2) {
    refuse(amount, unit,
           detail::say("cần một bội số của 0,5; hãy làm tròn trước, như cut() vẫn làm",
                       "expected a multiple of a half; round it first, as cut() does"));
  }
  if (halves_ % 2 != 0 && !has_half(unit)) {
    refuse(amount, unit,
           detail::say("Bộ luật Dân sự chỉ có nửa tháng và nửa năm, không có nửa của đơn vị này",
                       "the Civil Code knows half a month and half a year, not half of this unit"));
  }
}

Date TimeLimit::raw(const Date& start, const WorkingCalendar& calendar, int sign) const {
  const std::int64_t whole = sign * (halves_ / 2);
  const std::int64_t half = sign * (halves_ % 2);
  switch (unit_) {
    case TimeUnit::days:
      return start.plus_days(whole);
    case TimeUnit::weeks:
      return start.plus_days(7 * whole);
    case TimeUnit::working_days:
      return calendar.add(start, whole + half);
    case TimeUnit::months:
      return (options_.contiguous ? start.plus_months(whole) : start.plus_days(30 * whole))
          .plus_days(15 * half);
    case TimeUnit::years:
      return options_.contiguous ? start.plus_months(12 * whole + 6 * half)
                                 : start.plus_days(365 * whole + 180 * half);
    case TimeUnit::minutes:
    case TimeUnit::hours:
    case TimeUnit::working_hours:
      break;
  }
  refuse(amount(), unit_,
         detail::say("thời hạn theo giờ tính từ một thời điểm: hãy cho ngày kèm giờ",
                     "hours are counted from a moment: give a date with its time"));
}

Date TimeLimit::due(const Date& start, const WorkingCalendar& calendar) const {
  const Date last = raw(start, calendar, 1);
  return options_.roll ? calendar.on_or_after(last) : last;
}

Moment TimeLimit::due(const Moment& start, const WorkingCalendar& calendar,
                      const WorkingHours& hours) const {
  if (!ends_within_day(unit_)) return {due(start.date, calendar), minutes_a_day};
  if (unit_ == TimeUnit::working_hours) {
    return detail::WorkingClock(calendar, hours).after(start, 30 * halves_);
  }
  const std::int64_t length = unit_ == TimeUnit::minutes ? halves_ / 2 : 30 * halves_;
  const std::int64_t minutes = start.minute + length;
  const Date last = start.date.plus_days(minutes / minutes_a_day);
  if (options_.roll && !calendar.is_working(last)) {
    return {calendar.on_or_after(last), minutes_a_day};
  }
  return {last, static_cast<int>(minutes % minutes_a_day)};
}

Date TimeLimit::before(const Date& event, const WorkingCalendar& calendar) const {
  return raw(event, calendar, -1);
}

void TimeLimit::due(std::span<const std::int64_t> start, const WorkingCalendar& calendar,
                    std::span<std::int64_t> out, OnProblem on_problem) const {
  if (start.size() != out.size()) {
    throw ValidationError(ErrorCode::invalid_column, "start",
                          detail::say("không dài bằng cột kết quả", "not as long as the result"));
  }
  if (ends_within_day(unit_))
    (void)raw(calendar.first(), calendar, 1);  // says that it wants a moment
  if (unit_ == TimeUnit::working_days) {
    const std::int64_t days = halves_ / 2 + halves_ % 2;
    calendar.add(start, std::span(&days, 1), out, on_problem);
    if (options_.roll && days == 0) calendar.roll(out, false, out, on_problem);
    return;
  }
  detail::RowProblems problems;
  for (std::size_t i = 0; i < start.size(); ++i) {
    try {
      if (start[i] < INT32_MIN || start[i] > INT32_MAX) {
        throw Error(
            ErrorCode::invalid_date, "",
            detail::say("{} không phải là một ngày", "{} is no day", detail::day_text(start[i])));
      }
      const Date from = Date::from_day_number(static_cast<std::int32_t>(start[i]));
      out[i] = due(from, calendar).day_number();
    } catch (const Error& error) {
      out[i] = missing_day;
      if (on_problem == OnProblem::raise) {
        problems.add(i, [&] { return detail::text_of(error.problems().front()); });
      }
    }
  }
  problems.throw_if_any();
}

TimeLimit TimeLimit::cut(double percent, Rounding rounding) const {
  if (!(percent >= 0 && percent <= 100)) {
    throw Error(ErrorCode::invalid_time_limit, amount_text(percent) + " %",
                detail::say("mức cắt giảm phải từ 0 đến 100 %", "expected a cut from 0 to 100 %"));
  }
  // in thousandths of a per cent of a half, so that 30 % of 5 days is exactly 3.5
  const double left = static_cast<double>(halves_) * std::round((100 - percent) * 1000);
  constexpr double half = 100'000;
  constexpr double whole = 2 * half;
  double amount = 0;
  switch (rounding) {
    case Rounding::up:
      amount = std::ceil(left / whole);
      break;
    case Rounding::down:
      amount = std::max(std::floor(left / whole), left > 0 ? 1.0 : 0.0);
      break;
    case Rounding::nearest:
      amount = std::floor(left / whole + 0.5);
      break;
    case Rounding::half:
      amount = std::floor(left / half + 0.5) / 2;
      break;
  }
  return {amount, unit_, options_};
}

}  // namespace sauro::inline v0_1
