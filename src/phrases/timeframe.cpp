#include "sauro/phrases/timeframe.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sauro/calendar/period.hpp"
#include "sauro/core/error.hpp"
#include "sauro/text/unicode.hpp"
#include "calendar/official_day.hpp"
#include "phrases/time_items.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::Deadline;
using detail::Edge;
using detail::PointUnit;
using detail::TimeItem;
using detail::TimePoint;
using Type = TimeItem::Type;

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

constexpr std::array<std::string_view, 9> rule_names = {
    "none", "day", "week", "month", "quarter", "half_year", "nine_months", "year", "period"};

/// Turns the pieces of a timeframe into days.
class Composer {
 public:
  Composer(const TimeframeContext& context, std::vector<TimeItem> items, Timeframe& out)
      : context_(context), items_(std::move(items)), out_(out) {
    if (context.year) {
      year_ = *context.year;
    } else if (context.issued) {
      year_ = context.issued->year();
    }
  }

  void run() {
    share_years();
    for (const TimeItem& item : items_) {
      if (item.type == Type::span) spans_.push_back(&item);
      if (item.type == Type::every) rhythms_.push_back(&item);
      if (item.type == Type::event) events_.push_back(&item);
    }
    if (has(Type::open_end)) {
      open_ended();
    } else if (!rhythms_.empty()) {
      periodic();
    } else if (!spans_.empty()) {
      spans();
    } else if (has(Type::vision)) {
      vision_only();
    } else if (has(Type::continuous)) {
      continuous();
    } else {
      event();
    }
  }

 private:
  [[nodiscard]] bool has(Type type) const {
    return std::any_of(items_.begin(), items_.end(),
                       [&](const TimeItem& item) { return item.type == type; });
  }

  void note(const std::string& text) {
    if (out_.reading.find(text) != std::string::npos) return;
    out_.reading += (out_.reading.empty() ? "" : "; ") + text;
  }

  /// A year that stands once at the end of a list holds for the whole list.
  void share_years() {
    if (items_.size() > 1) {
      const TimeItem& tail = items_.back();
      const bool bare_year = tail.type == Type::span && tail.point.unit == PointUnit::year &&
                             tail.point.year != 0 && tail.deadline == Deadline::none &&
                             tail.last.unit == PointUnit::none && !tail.roadmap;
      const bool wanted = std::all_of(items_.begin(), items_.end() - 1, [](const TimeItem& item) {
        return item.type != Type::span || (item.point.year == 0 && item.point.year_shift == 0 &&
                                           item.point.unit != PointUnit::year);
      });
      const bool any = items_.front().type == Type::span;
      if (bare_year && wanted && any) {
        year_ = tail.point.year;
        items_.pop_back();
      }
    }
    int year = 0;
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) share_year(*item, year);
    year = 0;
    for (TimeItem& item : items_) share_year(item, year);
  }

  static void share_year(TimeItem& item, int& year) {
    if (item.type != Type::span || item.point.unit == PointUnit::year) return;
    for (TimePoint* point : {&item.point, &item.last}) {
      if (point->unit == PointUnit::none || point->unit == PointUnit::year ||
          point->year_shift != 0)
        continue;
      if (point->year == 0) point->year = year;
    }
    if (item.point.year != 0) year = item.point.year;
  }

  [[nodiscard]] std::optional<int> year_of(const TimePoint& point) const {
    if (point.year != 0) return point.year;
    if (!year_) return std::nullopt;
    return *year_ + point.year_shift;
  }

  /// First and last day of a point; throws Error for a day that doesn't exist.
  [[nodiscard]] std::optional<Period> days_of(const TimePoint& point) const {
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

  struct Resolved {
    std::string label;
    std::optional<Date> start;
    Date due;
  };

  /// Days of a span; nothing where no year is known.
  std::optional<Resolved> resolve(const TimeItem& item) {
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
  Date before(const TimeItem& item, const Period& days) {
    if (item.point.unit != PointUnit::day && item.point.edge == Edge::none) {
      const Date due = days.first().plus_days(-1);
      note("\"trước " + label(item.point, days) + "\" hiểu là đến hết ngày " +
           detail::official_day(due));
      return due;
    }
    const std::string day = detail::official_day(days.last());
    if (context_.before_excludes_day) {
      note("\"trước ngày " + day + "\" hiểu là không tính ngày đó");
      return days.last().plus_days(-1);
    }
    note("\"trước ngày " + day +
         "\" hiểu là chậm nhất ngày đó, theo thực tế; hiểu chặt là đến hết ngày " +
         detail::official_day(days.last().plus_days(-1)));
    return days.last();
  }

  static std::string label(const TimePoint& point, const Period& days) {
    if (point.unit == PointUnit::day || point.edge != Edge::none)
      return detail::official_day(days.last());
    return label_of(point.unit, point.number, days.last().year());
  }

  void add_occurrence(const Resolved& days) {
    out_.occurrences.push_back({days.label, days.start, days.due});
  }

  /// In order of due days; of several on one day the longest stretch names it.
  void order_occurrences() {
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

  void say_no_year() { note("không rõ năm, nên chưa tính được ngày"); }

  void begin_of_year() {
    if (year_) out_.start = Date(*year_, 1, 1);
  }

  void continuous() {
    out_.kind = TimeframeKind::continuous;
    begin_of_year();
    if (!events_.empty()) out_.event = events_.front()->event;
  }

  void open_ended() {
    out_.kind = TimeframeKind::open_ended;
    for (const TimeItem& item : items_) {
      if (item.point.unit == PointUnit::none) continue;
      if (item.deadline != Deadline::none) {
        begin_of_year();  // "đến năm 2030 và những năm tiếp theo"
      } else if (const auto days = days_of(item.point)) {
        out_.start = days->first();
      }
      return;
    }
  }

  void vision_only() {
    out_.kind = TimeframeKind::roadmap;
    begin_of_year();
    const auto vision = std::find_if(items_.begin(), items_.end(), [](const TimeItem& item) {
      return item.type == Type::vision;
    });
    out_.due = Date(vision->point.year, 12, 31);
    note("tầm nhìn, không phải thời hạn của nhiệm vụ");
  }

  void event() {
    out_.kind = TimeframeKind::event;
    const TimeItem& item = *events_.front();
    for (const TimeItem* other : events_) {
      out_.event += (out_.event.empty() ? "" : "; ") + other->event;
    }
    out_.limit = item.limit;
    out_.before_event = item.before_event;
    if (item.limit && item.event.empty()) note("không nêu mốc tính thời hạn");
  }

  void keep_event() {
    if (events_.empty()) return;
    out_.event = events_.front()->event;
    note("ngoài ra: " + out_.event);
  }

  // spans

  [[nodiscard]] bool is_roadmap(const TimeItem& item) const {
    const TimePoint& end = item.last.unit != PointUnit::none ? item.last : item.point;
    const auto last = year_of(end);
    if (!last) return item.roadmap;
    if (item.last.unit != PointUnit::none) {
      const bool years = item.point.unit == PointUnit::year && item.last.unit == PointUnit::year;
      return item.roadmap || (years && *year_of(item.point) != *last);
    }
    const bool until = item.deadline == Deadline::until && end.unit == PointUnit::year;
    return item.roadmap || (until && year_ && *last > *year_);
  }

  /// "Năm 2026 (Quý II)": the second says more exactly what the first does.
  void narrow() {
    if (spans_.size() != 2 || spans_[1]->joined || spans_[0]->deadline != Deadline::none ||
        spans_[1]->deadline != Deadline::none) {
      return;
    }
    const auto whole = days_of(spans_[0]->point);
    const auto part = days_of(spans_[1]->point);
    const bool inside = whole && part && whole->contains(part->first()) &&
                        whole->contains(part->last()) && *whole != *part;
    if (inside && spans_[0]->last.unit == PointUnit::none) spans_.erase(spans_.begin());
  }

  /// "Quý II (hoàn thành trước 30/6)": the second only tells the end of the first.
  void join_end() {
    if (spans_.size() != 2 || spans_[0]->deadline != Deadline::none ||
        spans_[1]->deadline == Deadline::none || spans_[1]->point.unit != PointUnit::day) {
      return;
    }
    const auto whole = days_of(spans_[0]->point);
    const auto end = days_of(spans_[1]->point);
    if (!whole || !end || spans_[0]->point.unit == PointUnit::day || !whole->contains(end->last()))
      return;
    ended_start_ = whole->first();
    spans_.erase(spans_.begin());
  }

  void spans() {
    narrow();
    join_end();
    const bool many = spans_.size() > 1;
    out_.kind = many ? TimeframeKind::occasions : TimeframeKind::window;
    if (!many && has(Type::continuous)) out_.kind = TimeframeKind::continuous;
    keep_event();
    for (const TimeItem* item : spans_) {
      const auto days = resolve(*item);
      if (!days) {
        say_no_year();
        continue;
      }
      if (many) add_occurrence(*days);
      out_.start = ended_start_ ? ended_start_ : days->start;
      if (out_.kind != TimeframeKind::continuous) out_.due = days->due;
      if (item->point.minute >= 0) out_.due_minute = item->point.minute;
    }
    if (many) {
      several();
    } else if (out_.kind == TimeframeKind::window) {
      single(*spans_.front());
    }
  }

  void several() {
    order_occurrences();
    if (out_.occurrences.empty()) return;
    out_.start = out_.occurrences.front().start;
    out_.due = out_.occurrences.back().due;
    if (has(Type::continuous)) note("thường xuyên, có các mốc nêu trên");
  }

  void single(const TimeItem& item) {
    if (is_roadmap(item)) {
      out_.kind = TimeframeKind::roadmap;
      if (item.last.unit == PointUnit::none && item.point.unit == PointUnit::year &&
          item.deadline != Deadline::none) {
        begin_of_year();
      }
    } else if (item.first_half_meant && item.point.unit == PointUnit::half) {
      note("\"6 tháng\" hiểu là 6 tháng đầu năm");
    }
    for (const TimeItem& other : items_) {
      if (other.type != Type::vision) continue;
      out_.kind = TimeframeKind::roadmap;
      note("tầm nhìn, định hướng đến " + std::to_string(other.point.year) +
           " không tính là thời hạn");
    }
  }

  // rhythms

  void periodic() {
    out_.kind = TimeframeKind::periodic;
    begin_of_year();
    keep_event();
    const bool choice = std::any_of(rhythms_.begin(), rhythms_.end(),
                                    [](const TimeItem* item) { return item->alternative; });
    std::vector<const TimeItem*> used = rhythms_;
    if (choice) {
      const auto shortest =
          std::min_element(used.begin(), used.end(), [](const TimeItem* a, const TimeItem* b) {
            return std::pair(a->point.unit, a->every) < std::pair(b->point.unit, b->every);
          });
      used = {*shortest};
      note("nêu nhiều nhịp để chọn; lấy nhịp ngắn nhất");
    }
    for (const TimeItem* item : used) add_rule(*item);
    if (!year_) {
      say_no_year();
      return;
    }
    const bool dated = !spans_.empty();
    for (const TimeItem* item : spans_) {
      if (const auto days = resolve(*item)) add_occurrence(*days);
    }
    for (const TimeItem* item : used) {
      // "hằng tháng, trước ngày 25": the day belongs to the rhythm beside it
      const bool dayless =
          item->point.day == 0 && std::any_of(used.begin(), used.end(), [&](auto* o) {
            return o->point.day != 0 && o->point.unit == item->point.unit;
          });
      if (!dayless && (!dated || item->point.unit != PointUnit::year)) repeat(*item, dated);
    }
    order_occurrences();
  }

  void add_rule(const TimeItem& item) {
    std::string name(rule_names[static_cast<std::size_t>(item.point.unit)]);
    if (item.every > 1) name = std::to_string(item.every) + "_years";
    const bool known = ("+" + out_.rule + "+").find("+" + name + "+") != std::string::npos;
    if (!known) out_.rule += (out_.rule.empty() ? "" : "+") + name;
  }

  /// Occurrences of a rhythm in the year; named days of the same list stand in its place.
  void repeat(const TimeItem& item, bool dated) {
    PointUnit unit = item.point.unit;
    if (item.times > 1) unit = more_often(item);
    const bool named_days = dated && std::all_of(spans_.begin(), spans_.end(), [](const auto* s) {
                              return s->point.unit == PointUnit::day;
                            });
    if (named_days || unit == PointUnit::none || unit == PointUnit::unnamed || item.every > 1) {
      if (unit == PointUnit::unnamed) note("kỳ báo cáo không nêu rõ");
      return;
    }
    if (unit == PointUnit::week) {
      for (int week = 1; week <= Date(*year_, 12, 28).iso_week().week; ++week)
        add(item, unit, week);
      return;
    }
    constexpr std::array<int, 9> in_a_year = {0, 0, 0, 12, 4, 2, 1, 1, 0};
    const int count = in_a_year[static_cast<std::size_t>(unit)];
    for (int number = 1; number <= count; ++number) add(item, unit, number);
  }

  void add(const TimeItem& item, PointUnit unit, int number) {
    const Period days = stretch(unit, number, *year_);
    Date due = days.last();
    if (item.point.day != 0) {
      const Date month =
          days.last().plus_days(1 - days.last().day()).plus_months(item.months_after);
      due = Date(month.year(), month.month(), std::min(item.point.day, month.end_of_month().day()));
      if (item.deadline == Deadline::before) {
        note("\"trước ngày\" hiểu là chậm nhất ngày đó, theo thực tế");
        if (context_.before_excludes_day) due = due.plus_days(-1);
      }
    }
    out_.occurrences.push_back({label_of(unit, number, *year_), days.first(), due});
  }

  /// "2 lần/năm" is each half; what doesn't divide the year has no days of its own.
  PointUnit more_often(const TimeItem& item) {
    if (item.point.unit == PointUnit::year && item.times == 2) return PointUnit::half;
    if (item.point.unit == PointUnit::year && item.times == 4) return PointUnit::quarter;
    if (item.point.unit == PointUnit::year && item.times == 12) return PointUnit::month;
    if (item.point.unit == PointUnit::quarter && item.times == 3) return PointUnit::month;
    note(std::to_string(item.times) + " lần mỗi kỳ, không nêu mốc");
    return PointUnit::none;
  }

  const TimeframeContext& context_;
  std::vector<TimeItem> items_;
  Timeframe& out_;
  std::optional<int> year_;
  std::optional<Date> ended_start_;  ///< of a stretch whose end stands apart
  std::vector<const TimeItem*> spans_;
  std::vector<const TimeItem*> rhythms_;
  std::vector<const TimeItem*> events_;
};

}  // namespace

Timeframe parse_timeframe(std::string_view text, const TimeframeContext& context) {
  Timeframe timeframe;
  timeframe.text = text;
  timeframe.kind = TimeframeKind::unparsed;
  auto items = detail::time_items(text);
  if (!items) {
    if (count_visible(text) == 0) timeframe.kind = TimeframeKind::unstated;
    return timeframe;
  }
  try {
    Composer(context, std::move(*items), timeframe).run();
  } catch (const Error& error) {  // 31/02, or a range that ends before it begins
    timeframe = {};
    timeframe.text = text;
    timeframe.kind = TimeframeKind::unparsed;
    timeframe.reading = "không có ngày như vậy: " + error.where();
  }
  return timeframe;
}

}  // namespace sauro::inline v0_1
