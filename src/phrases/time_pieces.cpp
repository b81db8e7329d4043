#include "phrases/time_pieces.hpp"

#include <utility>
#include <vector>

namespace sauro::inline v0_1::detail {

using enum Word;

void PieceReader::add(TimeItem item) {
  item.alternative = alternative_ && !items_.empty();
  item.joined = joined_ && !items_.empty();
  item.about = about_;
  item.by_and = by_and_ && !items_.empty();
  item.touches = item_touches(begin_);
  item.side = side_;
  side_ = Side::none;
  if (item.type == TimeItem::Type::span) item.words = words(begin_, at_);
  about_ = alternative_ = joined_ = by_and_ = false;
  has_every_ = has_every_ || item.type == TimeItem::Type::every;
  settle_label(item);
  items_.push_back(std::move(item));
  item_ends();
}

bool PieceReader::try_subject() {
  TimeItem item;
  item.construction = Construction::report;
  if (!subject_period(item)) return false;
  add(std::move(item));
  return true;
}

bool PieceReader::try_item() {
  return try_length() || try_dated_limit() || attempt([&] { return try_limit(); }) ||
         attempt([&] { return try_continuous(); }) || attempt([&] { return try_rhythm(); }) ||
         attempt([&] { return try_vision(); }) || attempt([&] { return try_roadmap(); }) ||
         attempt([&] { return try_open_end(); }) || attempt([&] { return try_span(); }) ||
         attempt([&] { return try_event(); });
}

// events

bool PieceReader::try_length() {
  TimeItem item;
  if (!length_of_range(item) && !months_from(item)) return false;
  add(std::move(item));
  return true;
}

bool PieceReader::try_dated_limit() {
  TimeItem item;
  item.construction = Construction::limit_from_day;
  if (!dated_limit(item)) return false;
  add(std::move(item));
  return true;
}

bool PieceReader::try_limit() {
  TimeItem item;
  if (!limit(item) && !limit_behind(item)) return false;
  add(std::move(item));
  return true;
}

// what never ends

bool PieceReader::try_continuous() {
  TimeItem item;
  item.type = TimeItem::Type::continuous;
  item.construction = Construction::round_the_clock;
  if (round_the_clock(item)) {
    add(std::move(item));
    return true;
  }
  item.construction = Construction::all_the_time;
  if (each_day(item)) {
    add(std::move(item));
    return true;
  }
  if (!(eat(thuong, xuyen) || eat(lien, tuc) || eat(hang, ngay) || eat(moi, ngay) ||
        skip_phrase(PhraseRole::continuous))) {
    return false;
  }
  add(std::move(item));
  return true;
}

bool PieceReader::try_open_end() {
  TimeItem item;
  item.type = TimeItem::Type::open_end;
  item.construction = Construction::open_end;
  if (skip_phrase(PhraseRole::open_end)) {
    add(std::move(item));
    return true;
  }
  item.construction = Construction::open_beginning;
  // "từ quý II/2026 trở đi", "sau 30/6": a beginning that no end follows
  const bool from = eat(tu) || (!is_running_ && (eat(ke, tu) || eat(tinh, tu)));
  item.after_point = !is_running_ && eat(sau);
  if (!from && !item.after_point) return false;
  if (!point(item.point, nullptr) || item.point.hours_of_day) return false;
  if (item.point.feast != 0) return false;  // "sau Tết": after how many days?
  const bool always = is(thuong, 1) || is(lien, 1);
  const bool goes_on = is(va) && (always || phrase_at(PhraseRole::open_end, 1) != 0 ||
                                  phrase_at(PhraseRole::finish, 1) != 0);
  if (!eat(tro, di) && !goes_on && !(from && until_event()) && at_ < tokens_.size() &&
      !is_sign(',') && !is_sign(';') && !is_sign('.')) {
    return false;
  }
  add(std::move(item));
  return true;
}

// rhythms

bool PieceReader::try_rhythm() {
  if (eat(dinh, ky)) {
    periodic_ = true;
    return true;
  }
  TimeItem item;
  if (!rhythm(item)) return false;
  if (item.point.day != 0 || item.point.weekday != 0 || item.point.part.unit != PartUnit::none)
    time_behind(item);
  add(std::move(item));
  return true;
}

// years

bool PieceReader::try_vision() {
  TimeItem item;
  item.type = TimeItem::Type::vision;
  item.construction = Construction::vision;
  if (!(eat(tam, nhin) || eat(dinh, huong))) return false;
  eat(den);
  eat(nam);
  if (!is_year()) return false;
  item.point.unit = PointUnit::year;
  item.point.year = number();
  ++at_;
  add(std::move(item));
  return true;
}

bool PieceReader::try_roadmap() {
  const bool path = (eat(theo) || true) && eat(lo, trinh);
  const bool stage = eat(giai, doan);
  if (!path && !stage) return false;
  const std::size_t count = items_.size();
  if (!try_span() || items_.size() == count) return false;
  items_.back().roadmap = true;
  items_.back().construction = Construction::stage;
  return true;
}

// spans

/// The last item before, where this one may lean on it: "Quý I, II", "trước 20/6 và 20/12".
const TimeItem* PieceReader::neighbour() const {
  const bool quarters = is_small(4) && is_sign('/', 1) && at_ > 0 && tokens_[at_ - 1].sign == ';';
  if (!joined_ && !alternative_ && !quarters) return nullptr;  // "quý 1; 2/2026"
  if (items_.empty() || items_.back().type != TimeItem::Type::span) return nullptr;
  return &items_.back();
}

Construction PieceReader::construction_of(const TimePoint& point) {
  if (point.part.unit != PartUnit::none) return Construction::part;
  if (point.edge != Edge::none) return Construction::edge;
  switch (point.unit) {
    case PointUnit::week:
      return Construction::week;
    case PointUnit::month:
      return Construction::month;
    case PointUnit::quarter:
      return Construction::quarter;
    case PointUnit::half:
      return Construction::half_year;
    case PointUnit::year:
      return Construction::year;
    default:
      return Construction::day;
  }
}

bool PieceReader::try_span() {
  TimeItem item;
  item.deadline = deadline();
  const TimeItem* before = neighbour();
  const bool from = item.deadline == Deadline::none && (eat(tu) || eat(ke, tu) || eat(tinh, tu));
  if (months_of_year(item)) {
    item.construction = Construction::months_of_year;
    if (each_of_years(item)) return true;
    add(std::move(item));
    return true;
  }
  if (!from && (week_list() || month_list() || day_list(item) || edges_of_years(item))) return true;
  const bool within = item.deadline == Deadline::none;
  if (!from && !is_running_ && (within || item.deadline == Deadline::before) && feast_days(item)) {
    if (!within) item.last = {};  // before the first of the days
    add(std::move(item));
    return true;
  }
  const TimePoint* lean = before != nullptr ? &before->point : nullptr;
  const bool ranged = month_range(item) || day_range(item);
  if (!ranged && !point(item.point, lean)) return false;
  if (!ranged) item.construction = construction_of(item.point);
  const bool ends = ranged || range_end(item) || item.point.hours_of_day;
  if (!ends && from) return false;  // "từ" without an end
  const bool dayless = item.point.number == 0 && item.point.feast == 0;
  if (item.point.unit == PointUnit::day && dayless) return false;
  time_behind(item);
  weekday_behind(item);
  const bool says_day = is(truoc) || is(cham);  // "tháng 12 trước ngày 25/12"
  if (before != nullptr && item.last.unit == PointUnit::none && !says_day) lean_on(*before, item);
  if (item.point.unit != PointUnit::year && each_of_years(item)) return true;
  add(std::move(item));
  return true;
}

/// "ngày 20/5/2026, trước 17h00": the time of a day that stands before it
void PieceReader::time_behind(TimeItem& item) {
  const bool timed = item.point.unit == PointUnit::day || item.type != TimeItem::Type::span;
  if (!timed || item.point.minute >= 0 || is_running_) return;
  attempt([&] {
    eat_sign(',');
    const Deadline said = deadline();
    const int minute = time_of_day();
    const bool ends = at_ == tokens_.size() || token().kind == Token::Kind::sign;
    if (minute < 0 || !ends) return false;
    item.point.minute = minute;
    if (said != Deadline::none) item.deadline = said;
    return true;
  });
}

/// "20/5/2026 (thứ Tư)"
void PieceReader::weekday_behind(TimeItem& item) {
  if (item.point.unit != PointUnit::day || item.point.weekday != 0 || is_running_) return;
  if (item.last.unit != PointUnit::none) return;
  attempt([&] {
    eat_sign(',') || eat(vao);
    const int day = weekday();
    const bool ends = at_ == tokens_.size() || token().kind == Token::Kind::sign;
    if (day == 0 || !ends) return false;
    item.point.weekday = day;
    return true;
  });
}

/// "trước ngày 20 tháng 6 và tháng 11", "trước 20/6 và 20/12": what the first says holds for
/// both.
void PieceReader::lean_on(const TimeItem& before, TimeItem& item) {
  if (item.deadline != Deadline::none) return;
  const bool limited = before.deadline != Deadline::none;
  if (item.point.unit == PointUnit::month && before.point.unit == PointUnit::day &&
      (limited || before.point.worded_month)) {
    item.point.unit = PointUnit::day;
    item.point.day = before.point.day;
    item.point.worded_month = before.point.worded_month;
  }
  if (limited && item.point.unit == PointUnit::day) item.deadline = before.deadline;
}

}  // namespace sauro::inline v0_1::detail
