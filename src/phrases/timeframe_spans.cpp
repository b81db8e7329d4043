#include "phrases/timeframe_spans.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace sauro::inline v0_1::detail {

bool SpanComposer::has(TimeItem::Type type) const {
  return std::any_of(items_.begin(), items_.end(),
                     [&](const TimeItem& item) { return item.type == type; });
}

void SpanComposer::keep_event() {
  if (events_.empty()) return;
  out_.event = events_.front()->event;
  if (!out_.event.empty()) note("ngoài ra: " + out_.event);
  if (out_.event.empty() && events_.front()->limit) note("ngoài ra: thời hạn không nêu mốc tính");
}

bool SpanComposer::is_roadmap(const TimeItem& item) const {
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

bool SpanComposer::say_two_works() const {
  return !spans_[0]->label.empty() && !spans_[1]->label.empty();
}

/// "Năm 2026 (Quý II)": the second says more exactly what the first does.
void SpanComposer::narrow() {
  if (spans_.size() != 2 || say_two_works() || spans_[1]->joined ||
      spans_[0]->deadline != Deadline::none || spans_[1]->deadline != Deadline::none) {
    return;
  }
  const auto whole = days_of(spans_[0]->point);
  const auto part = days_of(spans_[1]->point);
  const bool inside = whole && part && whole->contains(part->first()) &&
                      whole->contains(part->last()) && *whole != *part;
  if (inside && spans_[0]->last.unit == PointUnit::none) spans_.erase(spans_.begin());
}

/// "Quý II (hoàn thành trước 30/6)": the second only tells the end of the first.
void SpanComposer::join_end() {
  if (spans_.size() != 2 || say_two_works() || spans_[0]->deadline != Deadline::none ||
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

void SpanComposer::spans() {
  narrow();
  join_end();
  const bool many = spans_.size() > 1;
  out_.kind = many ? TimeframeKind::occasions : TimeframeKind::window;
  if (!many && has(TimeItem::Type::continuous)) {
    if (ends_apart()) {
      note("còn lại là thường xuyên");
    } else {
      out_.kind = TimeframeKind::continuous;
    }
  }
  keep_event();
  for (const TimeItem* item : spans_) {
    const auto days = resolve(*item);
    if (!days) {
      say_no_year();
      continue;
    }
    if (many) add_labelled(*item, *days);
    out_.start = ended_start_ ? ended_start_ : days->start;
    if (out_.kind != TimeframeKind::continuous) out_.due = days->due;
    const TimePoint& end = item->last.unit != PointUnit::none ? item->last : item->point;
    if (end.minute >= 0) out_.due_minute = end.minute;
  }
  if (many) {
    several();
  } else if (out_.kind == TimeframeKind::window) {
    single(*spans_.front());
  }
}

/// "từ tháng 7/2026; báo cáo trước 15/12/2026": what has no place beside a beginning is said.
void SpanComposer::say_further_spans() {
  for (const TimeItem* item : spans_) {
    const auto days = resolve(*item);
    if (days) note("ngoài ra: " + (item->label.empty() ? "" : item->label + " ") + days->label);
  }
}

/// "Quý II/2026 và thường xuyên", "thường xuyên; hoàn thành trước 15/12": a time with an end beside
/// what goes on; but "thường xuyên, quý II" goes on in that quarter.
bool SpanComposer::ends_apart() const {
  const TimeItem& span = *spans_.front();
  if (span.deadline != Deadline::none || span.point.unit == PointUnit::day) return true;
  return std::any_of(items_.begin(), items_.end(), [&](const TimeItem& item) {
    return item.type == TimeItem::Type::continuous && &item > &span && item.joined;
  });
}

void SpanComposer::add_labelled(const TimeItem& item, Resolved days) {
  if (item.label.empty()) return add_occurrence(days);
  for (Occurrence& known : out_.occurrences) {
    if (known.due != days.due) continue;
    known.label += "; " + item.label;
    return;
  }
  days.label = item.label;
  add_occurrence(days);
}

void SpanComposer::several() {
  order_occurrences();
  if (out_.occurrences.empty()) return;
  out_.start = out_.occurrences.front().start;
  out_.due = out_.occurrences.back().due;
  const bool listed = std::all_of(spans_.begin() + 1, spans_.end(), [](const TimeItem* item) {
    return item->alternative || item->joined;
  });
  if (listed && spans_.back()->alternative) return one_of_several();
  if (has(TimeItem::Type::continuous)) note("thường xuyên, có các mốc nêu trên");
}

/// "6 tháng" says neither of which months nor from when on.
void SpanComposer::first_half(const TimeItem& item) {
  const std::string months = item.point.unit == PointUnit::half ? "6 tháng" : "9 tháng";
  if (item.point.year == 0 && item.deadline == Deadline::none &&
      takes_other(Choice::half_or_limit)) {
    note("\"" + months + "\" hiểu là thời hạn " + months + ", không nêu mốc tính");
    out_.kind = TimeframeKind::event;
    out_.start = out_.due = std::nullopt;
    out_.limit = TimeLimit(item.point.unit == PointUnit::half ? 6 : 9, TimeUnit::months);
  } else {
    note("\"" + months + "\" hiểu là " + months + " đầu năm");
  }
}

/// "quý I hoặc quý II": a choice of times that leaves until the last of them.
void SpanComposer::one_of_several() {
  const Occurrence first = out_.occurrences.front();
  const Occurrence last = out_.occurrences.back();
  out_.occurrences.clear();
  out_.kind = TimeframeKind::window;
  out_.start = first.start;
  out_.due = last.due;
  if (takes_other(Choice::span_of_several)) {
    out_.due = first.due;
    note("nêu nhiều thời điểm để chọn; lấy thời điểm đầu: " + first.label);
  } else {
    note("nêu nhiều thời điểm để chọn; lấy thời điểm cuối: " + last.label);
  }
}

void SpanComposer::single(const TimeItem& item) {
  if (item.says_work) note("việc nêu kèm: " + item.label);
  if (item.limit) {
    out_.limit = limit_of(item);
    out_.before_event = item.before_event;
  }
  if (is_roadmap(item)) {
    out_.kind = TimeframeKind::roadmap;
    if (item.last.unit == PointUnit::none && item.point.unit == PointUnit::year &&
        item.deadline != Deadline::none) {
      begin_of_year();
    }
  } else if (item.first_half_meant) {
    first_half(item);
  }
  for (const TimeItem& other : items_) {
    if (other.type != TimeItem::Type::vision) continue;
    out_.kind = TimeframeKind::roadmap;
    note("tầm nhìn, định hướng đến " + std::to_string(other.point.year) +
         " không tính là thời hạn");
  }
}

}  // namespace sauro::inline v0_1::detail
