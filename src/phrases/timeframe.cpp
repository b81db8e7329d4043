#include "sauro/phrases/timeframe.hpp"

#include <algorithm>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/text/unicode.hpp"
#include "phrases/meanings.hpp"
#include "phrases/timeframe_spans.hpp"
#include "phrases/timeframe_years.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::Choice;
using detail::Deadline;
using detail::Edge;
using detail::PointUnit;
using detail::TimeItem;
using detail::TimePoint;
using Type = TimeItem::Type;

/// Turns the pieces of a timeframe into days.
class Composer : public detail::SpanComposer {
 public:
  Composer(const TimeframeContext& context, std::vector<TimeItem> items)
      : SpanComposer(context, std::move(items)), shared_(detail::share_years(items_)) {}

  /// The meaning, and what the words may mean too.
  Timeframe all(std::string_view text) {
    Timeframe usual = read(text, Choice::none);
    for (int i = 0; i < static_cast<int>(Choice::none); ++i) {
      if (has_met(static_cast<Choice>(i))) add_other(usual, static_cast<Choice>(i));
    }
    return usual;
  }

 private:
  void add_other(Timeframe& usual, Choice choice) {
    Timeframe other = read({}, choice);
    const bool same = other.kind == usual.kind && other.start == usual.start &&
                      other.due == usual.due && other.rule == usual.rule &&
                      other.limit == usual.limit && other.occurrences == usual.occurrences;
    if (same || other.kind == TimeframeKind::unparsed) return;
    usual.alternatives.push_back({std::move(other.reading), other.kind, other.start, other.due,
                                  std::move(other.rule), std::move(other.occurrences),
                                  other.limit});
  }

  Timeframe read(std::string_view text, Choice other) {
    begin_again(other);
    if (shared_.year) year_ = shared_.year;
    spans_.clear();
    rhythms_.clear();
    events_.clear();
    begin_ = ended_start_ = std::nullopt;
    first_year_ = last_year_ = 0;
    try {
      compose();
    } catch (const Error& error) {  // 31/02, or a range that ends before it begins
      out_ = {};
      out_.kind = TimeframeKind::unparsed;
      out_.reading = "không có ngày như vậy: " + error.where();
    }
    out_.text = text;
    return std::move(out_);
  }

  void compose() {
    if (items_.size() == 1 && items_.front().clock) return clock();
    for (const TimeItem& item : items_) {
      if (item.type == Type::span) spans_.push_back(&item);
      if (item.type == Type::every) rhythms_.push_back(&item);
      if (item.type == Type::event) events_.push_back(&item);
      if (item.about) note("thời điểm ước chừng");
    }
    if (shared_.tail && lists_year()) spans_.push_back(&*shared_.tail);
    if (!rhythms_.empty() && take_years()) {
      periodic();
    } else if (has(Type::open_end)) {
      open_ended();
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

  /// "24/7"
  void clock() {
    if (!takes_other(Choice::day_or_clock)) {
      note("\"24/7\" hiểu là suốt ngày đêm, mọi ngày");
      return continuous();
    }
    if (!year_) return say_no_year();
    out_.kind = TimeframeKind::window;
    out_.start = out_.due = Date(*year_, 7, 24);
    note("\"24/7\" hiểu là ngày 24/07/" + std::to_string(*year_));
  }

  /// "quý I, II, năm 2026": whether the year is a time as well.
  bool lists_year() {
    const bool other = takes_other(Choice::year_of_list);
    const std::string year = "\"năm " + std::to_string(shared_.tail->point.year) + "\" hiểu là ";
    note(year + (other ? "cả năm" : "năm của các mốc đứng trước"));
    return other;
  }

  void continuous() {
    out_.kind = TimeframeKind::continuous;
    begin_of_year();
    for (const TimeItem& item : items_) {
      if (item.type == Type::continuous && item.point.minute >= 0)
        out_.due_minute = item.point.minute;
    }
    if (!events_.empty()) out_.event = events_.front()->event;
  }

  void open_ended() {
    out_.kind = TimeframeKind::open_ended;
    for (const TimeItem& item : items_) {
      if (item.point.unit == PointUnit::none) continue;
      if (item.deadline != Deadline::none) {
        begin_of_year();  // "đến năm 2030 và những năm tiếp theo"
      } else if (const auto days = days_of(item.point)) {
        out_.start = item.after_point ? days->last().plus_days(1) : days->first();
      }
      if (item.type == Type::open_end) say_further_spans();
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
    const auto limited = std::find_if(events_.begin(), events_.end(),
                                      [](const TimeItem* one) { return one->limit.has_value(); });
    const TimeItem& item = limited == events_.end() ? *events_.front() : **limited;
    for (const TimeItem* other : events_) {
      if (other->event.empty()) continue;
      out_.event += (out_.event.empty() ? "" : "; ") + other->event;
    }
    if (item.limit) out_.limit = limit_of(item);
    out_.before_event = item.before_event;
    if (item.limit && out_.event.empty()) note("không nêu mốc tính thời hạn");
  }

  // rhythms

  /// "Hằng năm, giai đoạn 2026 - 2030", "hằng quý, từ năm 2027": the years of a rhythm, or false
  /// where something else goes on without an end.
  bool take_years() {
    if (year_) first_year_ = last_year_ = *year_;
    for (const TimeItem& item : items_) {
      if (item.type != Type::open_end) continue;
      if (item.point.unit == PointUnit::none || item.deadline != Deadline::none) return false;
      const auto days = days_of(item.point);
      if (!days) continue;
      begin_ = item.after_point ? days->last().plus_days(1) : days->first();
      first_year_ = last_year_ = begin_->year();
    }
    std::erase_if(spans_, [&](const TimeItem* item) { return is_years_of_rhythm(*item); });
    return true;
  }

  bool is_years_of_rhythm(const TimeItem& item) {
    const bool whole = item.point.unit == PointUnit::year && item.point.edge == Edge::none;
    const bool ranged = item.last.unit == PointUnit::year && item.last.edge == Edge::none;
    if (!whole || (item.last.unit != PointUnit::none && !ranged)) return false;
    const auto first = year_of(item.point);
    const auto last = ranged ? year_of(item.last) : first;
    if (!first || !last || item.deadline == Deadline::before) return false;
    const bool until = item.deadline == Deadline::until && !ranged;
    if (!until && !ranged && !item.roadmap && item.joined) return false;  // "hằng quý và năm 2026"
    if (!until) first_year_ = *first;
    last_year_ = std::max(*last, first_year_);
    return true;
  }

  void periodic() {
    out_.kind = TimeframeKind::periodic;
    begin_of_year();
    if (first_year_ != 0) out_.start = begin_ ? *begin_ : Date(first_year_, 1, 1);
    keep_event();
    const bool choice = std::any_of(rhythms_.begin(), rhythms_.end(),
                                    [](const TimeItem* item) { return item->alternative; });
    std::vector<const TimeItem*> used = rhythms_;
    if (choice) {
      const auto [shortest, longest] =
          std::minmax_element(used.begin(), used.end(), [](const TimeItem* a, const TimeItem* b) {
            return std::pair(a->point.unit, a->every) < std::pair(b->point.unit, b->every);
          });
      const bool longer = takes_other(Choice::rhythm_of_two);
      used = {longer ? *longest : *shortest};
      note(std::string("nêu nhiều nhịp để chọn; lấy nhịp ") + (longer ? "dài" : "ngắn") + " nhất");
    }
    for (const TimeItem* item : used) add_rule(*item);
    if (first_year_ == 0) {
      say_no_year();
      return;
    }
    constexpr int most_years = 30;
    const int last = std::min(last_year_, first_year_ + most_years - 1);
    for (int year = first_year_; year <= last; ++year) {
      year_ = year;
      repeat_all(used, year);
    }
    if (begin_) {
      std::erase_if(out_.occurrences, [&](const Occurrence& o) { return o.due < *begin_; });
    }
    order_occurrences();
  }

  void repeat_all(const std::vector<const TimeItem*>& used, int year) {
    const bool dated = !spans_.empty();
    for (const TimeItem* item : spans_) {
      if (const auto days = resolve(*item)) add_labelled(*item, *days);
      if (item->point.minute >= 0) out_.due_minute = item->point.minute;
    }
    const auto has_days = [](const TimeItem& item) {
      return item.point.day != 0 || item.point.weekday != 0 ||
             item.point.part.unit != detail::PartUnit::none;
    };
    for (const TimeItem* item : used) {
      // "hằng tháng, trước ngày 25": the day belongs to the rhythm beside it
      const bool dayless =
          !has_days(*item) && std::any_of(used.begin(), used.end(), [&](const TimeItem* other) {
            return has_days(*other) && other->point.unit == item->point.unit;
          });
      if (!dayless && (!dated || item->point.unit != PointUnit::year)) repeat(*item, dated, year);
    }
  }

  detail::SharedYear shared_;
  int first_year_ = 0;  ///< of a rhythm; 0 where no year is known
  int last_year_ = 0;
  std::optional<Date> begin_;  ///< of a rhythm, where one is named
  std::vector<const TimeItem*> rhythms_;
};

/// What the pieces of a timeframe mean together.
Timeframe composed(std::string_view text, std::vector<TimeItem> items,
                   const TimeframeContext& context) {
  return Composer(context, std::move(items)).all(text);
}

}  // namespace

namespace detail {

std::vector<FoundTime> find_times(std::string_view text, const TimeframeContext& context) {
  std::vector<FoundTime> found;
  for (TimeRun& run : time_runs(text)) {
    Timeframe timeframe =
        composed(text.substr(run.begin, run.end - run.begin), std::move(run.items), context);
    if (timeframe.kind == TimeframeKind::unparsed) continue;
    found.push_back({std::move(timeframe), run.begin, run.end});
  }
  return found;
}

}  // namespace detail

Timeframe parse_timeframe(std::string_view text, const TimeframeContext& context) {
  auto [items, stopped] = detail::time_items(text);
  if (text.find('\n') != text.npos) {
    auto joined = detail::time_items(detail::in_one_line(text));
    if (!joined.items.empty()) items = std::move(joined.items);
  }
  if (!items.empty()) return composed(text, std::move(items), context);
  Timeframe timeframe;
  timeframe.text = text;
  const bool blank = count_visible(text) == 0;
  timeframe.kind = blank ? TimeframeKind::unstated : TimeframeKind::unparsed;
  if (!stopped.empty()) {
    timeframe.reading = "chưa hiểu từ \"" + stopped + "\"";
  } else if (!blank) {
    timeframe.reading = "không nêu thời gian";
  }
  return timeframe;
}

std::vector<Timeframe> find_timeframes(std::string_view text, const TimeframeContext& context) {
  std::vector<Timeframe> found;
  for (auto& one : detail::find_times(text, context)) found.push_back(std::move(one.timeframe));
  return found;
}

}  // namespace sauro::inline v0_1
