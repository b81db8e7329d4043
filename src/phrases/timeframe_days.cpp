#include "phrases/timeframe_days.hpp"

#include <algorithm>
#include <array>

#include "sauro/calendar/working_calendar.hpp"
#include "sauro/core/error.hpp"
#include "calendar/official_day.hpp"
#include "core/say.hpp"

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

namespace {

[[noreturn]] void no_such_day(const std::string& where) {
  throw Error(ErrorCode::invalid_date, where, say("không có ngày như vậy", "there is no such day"));
}

/// Made once: only few phrases ask for it.
const WorkingCalendar& office_calendar() {
  static const WorkingCalendar calendar = WorkingCalendar::vietnam();
  return calendar;
}

std::string part_name(const Part& part) {
  switch (part.unit) {
    case PartUnit::week:
      if (part.count > 1) {
        return std::to_string(part.count) + (part.number == last_part ? " tuần cuối" : " tuần đầu");
      }
      return part.number == last_part ? "tuần cuối" : "tuần " + std::to_string(part.number);
    case PartUnit::ten_days:
      return part.number == last_part ? "hạ tuần" : part.number == 1 ? "thượng tuần" : "trung tuần";
    case PartUnit::half:
      return part.number == last_part ? "nửa cuối tháng" : "nửa đầu tháng";
    default:
      return part.number == last_part ? "tháng cuối" : "tháng đầu";
  }
}

std::string weekday_name(int weekday) {
  constexpr std::array<const char*, 8> names = {"",        "thứ Hai", "thứ Ba",  "thứ Tư",
                                                "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
  return names[static_cast<std::size_t>(weekday)];
}

Period days_between(const Date& first, std::int64_t count, const Period& whole) {
  const Date last = first.plus_days(count - 1);
  if (!whole.contains(first)) no_such_day(text_of(whole));
  return {first, std::min(last, whole.last())};
}

/// Which week of a month, from Monday to Sunday; the first and last may be short.
Period calendar_week(const Period& month, int which) {
  constexpr int week = 7;
  const bool last = which == last_part;
  const Date inside = last ? month.last() : month.first().plus_days(week * (which - 1));
  const Date monday = inside.plus_days(1 - inside.weekday());
  return {std::max(monday, month.first()), std::min(monday.plus_days(week - 1), month.last())};
}

}  // namespace

std::string text_of(const Period& days) {
  const std::string last = official_day(days.last());
  return days.first() == days.last() ? last : official_day(days.first()) + " - " + last;
}

Period part_of(const Period& whole, const Part& part) {
  const bool last = part.number == last_part;
  const Date first = whole.first();
  const Date end = whole.last();
  switch (part.unit) {
    case PartUnit::day:
      return last ? Period(end.plus_days(1 - part.count), end)
                  : days_between(first, part.count, whole);
    case PartUnit::working_day: {
      const Date day =
          last ? office_calendar().on_or_before(end) : office_calendar().on_or_after(first);
      return {day, day};
    }
    case PartUnit::week: {
      constexpr int week = 7;
      const int days = week * part.count;
      return last ? Period(end.plus_days(1 - days), end)
                  : days_between(first.plus_days(week * (part.number - 1)), days, whole);
    }
    case PartUnit::ten_days: {
      constexpr int days = 10;
      return last ? Period(first.plus_days(2 * days), end)
                  : days_between(first.plus_days(days * (part.number - 1)), days, whole);
    }
    case PartUnit::half: {
      constexpr int middle = 15;  // Civil Code 2015, art. 146(2)
      return last ? Period(first.plus_days(middle), end) : days_between(first, middle, whole);
    }
    case PartUnit::month: {
      const Date month = last ? end : first.plus_months(part.number - 1);
      return Period::month(month.year(), month.month());
    }
    case PartUnit::none:
      break;
  }
  return whole;
}

void DayComposer::begin_again(Choice other) {
  out_ = {};
  other_ = other;
  year_ = context_.year;
  if (!year_ && context_.issued) year_ = context_.issued->year();
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
    if (point.weekday != 0 && point.weekday != day.weekday()) {
      no_such_day(weekday_name(point.weekday) + " " + official_day(day));
    }
    return Period(day, day);
  }
  const Period whole = part_of(stretch(point.unit, point.number, *year), point.part);
  if (point.part.unit != PartUnit::none) return whole;
  Date day = whole.last();
  if (point.edge == Edge::none) return whole;
  if (point.edge == Edge::start) day = whole.first();
  if (point.edge == Edge::middle) {
    day = point.unit == PointUnit::year ? Date(*year, 6, 30) : Date(*year, point.number, 15);
  }
  return Period(day, day);
}

std::optional<DayComposer::Resolved> DayComposer::resolve(const TimeItem& item) {
  std::optional<Period> first = days_of(item.point);
  if (!first) return std::nullopt;
  if (item.limit) return counted(item, first->last());
  if (item.point.part.unit >= PartUnit::week) first = part_days(item, *first);
  if (item.last.unit != PointUnit::none) {
    TimePoint end = item.last;
    if (item.crosses_year) {
      TimePoint begin = item.point;
      end.year = *year_of(item.point) + 1;
      if (takes_other(Choice::year_of_range)) {
        begin.year = --end.year - 1;
        note("khoảng thời gian từ năm " + std::to_string(begin.year));
        first = days_of(begin);
      } else {
        note("khoảng thời gian sang năm " + std::to_string(end.year));
      }
    }
    const std::optional<Period> last = days_of(end);
    if (!last) return std::nullopt;
    const Period range(first->first(), last->last());
    return Resolved{label(item.point, *first) + " - " + label(end, *last), range.first(),
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

/// The days of "tuần đầu tháng 6" and other parts; a week of a month may end with its Sunday.
Period DayComposer::part_days(const TimeItem& item, const Period& days) {
  const Part& part = item.point.part;
  Period meant = days;
  const bool week = part.unit == PartUnit::week && part.count == 1 && part.number <= 4 &&
                    item.point.unit == PointUnit::month;
  if (week && takes_other(Choice::week_of_month)) {
    TimePoint month = item.point;
    month.part = {};
    meant = calendar_week(*days_of(month), part.number);
  }
  note("\"" + part_name(part) + "\" hiểu là " + text_of(meant));
  return meant;
}

/// "trong 30 ngày kể từ ngày 15/5/2026": the day itself isn't counted, and an end on a day of rest
/// moves to the next working day (Civil Code 2015, art. 147, 148(5)); counted back nothing moves.
DayComposer::Resolved DayComposer::counted(const TimeItem& item, const Date& from) {
  const std::string day = official_day(from);
  if (item.before_event) {
    const Date due = item.limit->before(from, office_calendar());
    note("tính ngược từ ngày " + day);
    return {official_day(due), std::nullopt, due};
  }
  const Date due = item.limit->due(from, office_calendar());
  const TimeLimit plain(item.limit->amount(), item.limit->unit(), {.roll = false});
  const Date end = plain.due(from, office_calendar());
  note("tính từ ngày " + day + ", không kể ngày đó");
  if (end != due) {
    note("hết hạn ngày " + official_day(end) + " là ngày nghỉ nên chuyển sang ngày " +
         official_day(due));
  }
  return {official_day(due), from, due};
}

/// "trước ngày D" and "trước quý II": law and practice leave two readings.
Date DayComposer::before(const TimeItem& item, const Period& days) {
  if (item.point.minute >= 0) return days.last();  // before that minute of the day
  const bool is_day = item.point.unit == PointUnit::day || item.point.edge != Edge::none ||
                      days.first() == days.last();
  if (!is_day) {
    const bool ends = takes_other(Choice::before_stretch);
    const Date due = ends ? days.last() : days.first().plus_days(-1);
    note("\"trước " + label(item.point, days) + "\" hiểu là đến hết ngày " + official_day(due));
    return due;
  }
  const std::string day = official_day(days.last());
  if (context_.before_excludes_day != takes_other(Choice::before_day)) {
    note("\"trước ngày " + day + "\" hiểu là không tính ngày đó");
    return days.last().plus_days(-1);
  }
  note("\"trước ngày " + day +
       "\" hiểu là chậm nhất ngày đó, theo thực tế; hiểu chặt là đến hết ngày " +
       official_day(days.last().plus_days(-1)));
  return days.last();
}

std::string DayComposer::label(const TimePoint& point, const Period& days) {
  if (point.part.unit != PartUnit::none) return text_of(days);
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
