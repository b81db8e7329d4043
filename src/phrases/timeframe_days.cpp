#include "phrases/timeframe_days.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "data/feasts.hpp"

#include "sauro/calendar/lunar.hpp"
#include "sauro/core/error.hpp"
#include "calendar/official_day.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string feast_name(const TimePoint& point) {
  return std::string(data::feasts[point.feast - 1U][1]);
}

}  // namespace

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
  if (point.feast != 0) {
    const Date day = feast_of(point, *year);
    return Period(day, day);
  }
  if (point.unit == PointUnit::day && point.lunar) {
    const Date day = from_lunar({*year, point.number, point.day, false});
    return Period(day, day);
  }
  if (point.unit == PointUnit::day) {
    const Date day(*year, point.number, point.day);
    if (point.weekday != 0 && point.weekday != day.weekday()) {
      no_such_day(weekday_name(point.weekday) + " " + official_day(day));
    }
    return Period(day, day);
  }
  const Period whole = part_of(stretch(point.unit, point.number, *year), point.part);
  if (point.weekday != 0) return weekday_in(whole, point.part, point.weekday);
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
  if (item.point.lunar) note("ngày âm lịch là ngày " + text_of(*first));
  if (item.conditional) note("chỉ khi có");
  if (item.point.feast != 0) note(feast_name(item.point) + " là ngày " + text_of(*first));
  if (item.report.unit != PointUnit::none) first = report_day(item, *first);
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
    if (!item.length.empty()) note("thời lượng nêu kèm: " + item.length);
    Date due = last->last();
    if (item.ends_before) {
      TimeItem before_end;
      before_end.point = end;
      due = before(before_end, *last);
    }
    const Period range(first->first(), due);
    return Resolved{label(item.point, *first) + " - " + label(end, *last), range.first(), due};
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
    month.weekday = 0;
    meant = calendar_week(*days_of(month), part.number);
    const Date day = meant.last().plus_days(item.point.weekday - meant.last().weekday());
    if (item.point.weekday != 0) meant = meant.contains(day) ? Period(day, day) : days;
  }
  const std::string weekday =
      item.point.weekday != 0 ? weekday_name(item.point.weekday) + " " : std::string();
  note("\"" + weekday + part_name(part) + "\" hiểu là " + text_of(meant));
  return meant;
}

/// "trong 30 ngày kể từ ngày 15/5/2026": the day itself isn't counted, and an end on a day of rest
/// moves to the next working day (Civil Code 2015, art. 147, 148(5)); counted back nothing moves.
DayComposer::Resolved DayComposer::counted(const TimeItem& item, const Date& from) {
  const std::string day = official_day(from);
  const TimeLimit limit = limit_of(item);
  if (item.before_event) {
    const Date due = limit.before(from, office_calendar());
    note("tính ngược từ ngày " + day);
    return {official_day(due), std::nullopt, due};
  }
  const Date due = limit.due(from, office_calendar());
  const TimeLimit plain(limit.amount(), limit.unit(), {.roll = false});
  const Date end = plain.due(from, office_calendar());
  note("tính từ ngày " + day + ", không kể ngày đó");
  if (end != due) {
    note("hết hạn ngày " + official_day(end) + " là ngày nghỉ nên chuyển sang ngày " +
         official_day(due));
  }
  return {official_day(due), from, due};
}

TimeLimit DayComposer::limit_of(const TimeItem& item) {
  if (item.half_day) note("nửa ngày hiểu là nửa ngày làm việc");
  if (item.least_amount == 0) return *item.limit;
  const bool shorter = takes_other(Choice::length_of_two);
  note(std::string("nêu hai thời hạn; lấy thời hạn ") + (shorter ? "ngắn" : "dài"));
  return shorter ? TimeLimit(item.least_amount, item.limit->unit()) : *item.limit;
}

Date DayComposer::feast_of(const TimePoint& point, int year) const {
  const auto& feast = data::feasts[point.feast - 1U];
  const auto number = [](std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
  };
  const auto in = [&](int which) {
    const int month = number(feast[3]);
    const int day = number(feast[4]);
    return feast[2] == "lunar" ? from_lunar({which, month, day, false}) : Date(which, month, day);
  };
  const Date day = in(year);
  const bool past =
      point.year == 0 && !point.says_year && context_.issued && day < *context_.issued;
  return past ? in(year + 1) : day;
}

/// "báo cáo năm trước ngày 15/01": what a report is due on comes after its period, but in the year
/// that is named or not at all far behind it.
Period DayComposer::report_day(const TimeItem& item, const Period& day) {
  constexpr int most_days_late = 92;
  const auto period = days_of(item.report);
  const bool open = item.point.unit == PointUnit::day && item.point.year == 0 &&
                    !item.point.says_year && item.point.weekday == 0 && period.has_value();
  if (!open || day.last() >= period->first().plus_days(most_days_late)) return day;
  TimePoint later = item.point;
  later.year = day.last().year() + 1;
  const std::optional<Period> next = days_of(later);
  if (!next || next->last() > period->last().plus_days(most_days_late)) return day;
  if (takes_other(Choice::year_of_report)) {
    note("ngày " + text_of(day) + " hiểu là trong năm " + std::to_string(day.last().year()));
    return day;
  }
  note("ngày " + text_of(*next) + " hiểu là sau kỳ báo cáo");
  return *next;
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
  if (item.point.feast != 0) {
    const Date eve = days.first().plus_days(-1);
    note("\"trước " + feast_name(item.point) + "\" hiểu là đến hết ngày " + official_day(eve));
    return eve;
  }
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

namespace {

/// Several days of one month or week are told apart by their days.
void part_labels(std::vector<Occurrence>& list) {
  std::unordered_map<std::string, int> times;
  for (const Occurrence& one : list) ++times[one.label];
  for (Occurrence& one : list) {
    if (times[one.label] > 1) one.label += " (" + official_day(one.due) + ")";
  }
}

}  // namespace

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
  part_labels(list);
}

void DayComposer::say_no_year() { note("không rõ năm, nên chưa tính được ngày"); }

void DayComposer::begin_of_year() {
  if (year_) out_.start = Date(*year_, 1, 1);
}

}  // namespace sauro::inline v0_1::detail
