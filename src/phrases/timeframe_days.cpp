#include "phrases/timeframe_days.hpp"

#include <algorithm>
#include <array>

#include "calendar/official_day.hpp"

namespace sauro::inline v0_1::detail {

std::string label_of(PointUnit unit, int number, int year) {
  constexpr std::array<const char*, 5> roman = {"", "I", "II", "III", "IV"};
  const std::string in_year = std::to_string(year);
  switch (unit) {
    case PointUnit::week:
      return "Tuần " + std::to_string(number) + "/" + in_year;
    case PointUnit::month:
      return "Tháng " + std::to_string(number) + "/" + in_year;
    case PointUnit::quarter:
      return std::string("Quý ") + roman[static_cast<std::size_t>(number)] + "/" + in_year;
    case PointUnit::half:
      return (number == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + in_year;
    case PointUnit::nine:
      return "9 tháng năm " + in_year;
    default:
      return "Năm " + in_year;
  }
}

Period stretch(PointUnit unit, int number, int year) {
  switch (unit) {
    case PointUnit::week:
      return Period::week(year, number);
    case PointUnit::month:
      return Period::month(year, number);
    case PointUnit::quarter:
      return Period::quarter(year, number);
    case PointUnit::half:
      return Period::half_year(year, number);
    case PointUnit::nine:
      return Period::nine_months(year);
    default:
      return Period::year(year);
  }
}

DayComposer::DayComposer(const TimeframeContext& context, Timeframe& out)
    : context_(context), out_(out) {
  if (context.year) {
    year_ = *context.year;
  } else if (context.issued) {
    year_ = context.issued->year();
  }
}

void DayComposer::note(const std::string& text) {
  if (out_.reading.find(text) != std::string::npos) return;
  out_.reading += (out_.reading.empty() ? "" : "; ") + text;
}

std::optional<int> DayComposer::year_of(const TimePoint& point) const {
  if (point.year != 0) return point.year;
  if (!year_) return std::nullopt;
  return *year_ + point.year_shift;
}

std::optional<Period> DayComposer::days_of(const TimePoint& point) const {
  const std::optional<int> year = year_of(point);
  if (!year) return std::nullopt;
  if (point.unit == PointUnit::day) {
    const Date day(*year, point.number, point.day);
    return Period(day, day);
  }
  const Period whole = stretch(point.unit, point.number, *year);
  Date day = whole.last();
  if (point.edge == Edge::none) return whole;
  if (point.edge == Edge::start) day = whole.first();
  if (point.edge == Edge::middle) {
    day = point.unit == PointUnit::year ? Date(*year, 6, 30) : Date(*year, point.number, 15);
  }
  return Period(day, day);
}

std::optional<DayComposer::Resolved> DayComposer::resolve(const TimeItem& item) {
  const std::optional<Period> first = days_of(item.point);
  if (!first) return std::nullopt;
  if (item.last.unit != PointUnit::none) {
    const std::optional<Period> last = days_of(item.last);
    if (!last) return std::nullopt;
    const Period range(first->first(), last->last());
    return Resolved{label(item.point, *first) + " - " + label(item.last, *last), range.first(),
                    range.last()};
  }
  if (item.deadline == Deadline::none) {
    std::optional<Date> start = first->first();
    if (item.point.edge != Edge::none) start = std::nullopt;
    return Resolved{label(item.point, *first), start, first->last()};
  }
  Date due = first->last();
  if (item.deadline == Deadline::before) due = before(item, *first);
  std::optional<Date> start = context_.issued;
  if (start && due < *start) start = std::nullopt;
  return Resolved{label(item.point, *first), start, due};
}

/// "trước ngày D" and "trước quý II": law and practice leave two readings.
Date DayComposer::before(const TimeItem& item, const Period& days) {
  if (item.point.unit != PointUnit::day && item.point.edge == Edge::none) {
    const Date due = days.first().plus_days(-1);
    note("\"trước " + label(item.point, days) + "\" hiểu là đến hết ngày " + official_day(due));
    return due;
  }
  const std::string day = official_day(days.last());
  if (context_.before_excludes_day) {
    note("\"trước ngày " + day + "\" hiểu là không tính ngày đó");
    return days.last().plus_days(-1);
  }
  note("\"trước ngày " + day +
       "\" hiểu là chậm nhất ngày đó, theo thực tế; hiểu chặt là đến hết ngày " +
       official_day(days.last().plus_days(-1)));
  return days.last();
}

std::string DayComposer::label(const TimePoint& point, const Period& days) {
  if (point.unit == PointUnit::day || point.edge != Edge::none) return official_day(days.last());
  return label_of(point.unit, point.number, days.last().year());
}

void DayComposer::add_occurrence(const Resolved& days) {
  out_.occurrences.push_back({days.label, days.start, days.due});
}

void DayComposer::order_occurrences() {
  auto& list = out_.occurrences;
  const auto length = [](const Occurrence& o) {
    return o.start ? o.due.day_number() - o.start->day_number() : 0;
  };
  std::stable_sort(list.begin(), list.end(), [&](const Occurrence& a, const Occurrence& b) {
    return a.due != b.due ? a.due < b.due : length(a) > length(b);
  });
  list.erase(std::unique(list.begin(), list.end(),
                         [](const auto& a, const auto& b) { return a.due == b.due; }),
             list.end());
}

void DayComposer::say_no_year() { note("không rõ năm, nên chưa tính được ngày"); }

void DayComposer::begin_of_year() {
  if (year_) out_.start = Date(*year_, 1, 1);
}

}  // namespace sauro::inline v0_1::detail
