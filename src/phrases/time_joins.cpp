// What several times say together: a beginning and an end, a period and the day it is due on.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "phrases/time_pieces.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

/// "bắt đầu", "hoàn thành" lead the next time; behind a time they are said of it: "tháng 3: khởi
/// công".
void PieceReader::note_side() {
  std::size_t words = phrase_at(PhraseRole::begin);
  const Side side = words != 0 ? Side::begin : Side::finish;
  if (words == 0) words = phrase_at(PhraseRole::finish);
  if (words == 0) return;
  const bool ends = at_ + words == tokens_.size() ||
                    (token(words).kind == Token::Kind::sign && !is_sign(':', words));
  if (ends && item_touches(at_)) {
    items_.back().side = side;
  } else {
    side_ = side;
  }
}

namespace {

/// A time that another may end: it has neither an end nor a deadline of its own.
bool may_begin_range(const TimeItem& item) {
  const bool open = item.type == TimeItem::Type::open_end && !item.after_point;
  const bool span = item.type == TimeItem::Type::span && item.side == Side::begin;
  return (open || span) && item.point.unit != PointUnit::none && item.deadline == Deadline::none &&
         item.last.unit == PointUnit::none;
}

bool may_end_range(const TimeItem& item, const TimeItem& begin) {
  const bool by_time = begin.type == TimeItem::Type::open_end && item.deadline != Deadline::none &&
                       item.label.empty();
  return item.type == TimeItem::Type::span && !item.says_work &&
         (item.side == Side::finish || by_time) && item.limit == std::nullopt;
}

/// A month, quarter or year as a whole, that may say which report a day belongs to.
bool is_whole_period(const TimeItem& item) {
  return item.type == TimeItem::Type::span && item.point.unit >= PointUnit::month &&
         item.point.unit <= PointUnit::year && item.deadline == Deadline::none &&
         item.last.unit == PointUnit::none && item.point.edge == Edge::none &&
         item.point.part.unit == PartUnit::none && item.subject.empty();
}

bool is_day_of(const TimeItem& item) {
  return item.type == TimeItem::Type::span && item.point.unit == PointUnit::day &&
         item.last.unit == PointUnit::none && item.subject.empty();
}

}  // namespace

/// "Bắt đầu quý I, hoàn thành quý III": one time.
void PieceReader::join_sides() {
  for (std::size_t i = 0; i + 1 < items_.size(); ++i) {
    TimeItem& one = items_[i];
    TimeItem& next = items_[i + 1];
    const bool forward = may_begin_range(one) && may_end_range(next, one);
    if (!forward &&
        !(may_begin_range(next) && one.side == Side::finish && may_end_range(one, next)))
      continue;
    TimeItem range = std::move(forward ? one : next);
    const TimeItem& end = forward ? next : one;
    range.type = TimeItem::Type::span;
    range.construction = Construction::range;
    range.last = end.last.unit != PointUnit::none ? end.last : end.point;
    range.ends_before = end.deadline == Deadline::before;
    range.alternative = range.joined = range.by_and = false;
    share_year_of_range(range);
    one = std::move(range);
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

/// "6 tháng trước ngày 15/6, năm trước ngày 15/12": each period says which report is due on the day
/// behind it. Of a period alone the day is the end: "quý II trước ngày 15/6".
void PieceReader::pair_periods() {
  const auto pairs = [&](std::size_t i) {
    return i + 1 < items_.size() && is_whole_period(items_[i]) && items_[i + 1].touches &&
           is_day_of(items_[i + 1]);
  };
  std::size_t count = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const bool reported = is_day_of(items_[i]) && items_[i].report.unit != PointUnit::none;
    if (pairs(i) || reported) ++count;
  }
  if (count < 2) return;
  std::vector<TimeItem> kept;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (!pairs(i)) {
      kept.push_back(std::move(items_[i]));
      continue;
    }
    TimeItem& day = items_[i + 1];
    day.report = items_[i].point;
    day.label = items_[i].label + (items_[i].label.empty() ? "" : ", ") + items_[i].words;
    day.says_work = true;
    day.joined = items_[i].joined;
  }
  items_ = std::move(kept);
}

/// How long a time is, beside its beginning and end: "03 tháng (từ tháng 4 đến tháng 6/2026)".
bool PieceReader::length_of_range(TimeItem& item) {
  return attempt([&] {
    const std::size_t begin = at_;
    limit_lead();
    if (is_year() || !length()) return false;
    const std::size_t end = at_;
    const bool marked = opens_bracket() || is_sign(':');
    eat_sign(':') || eat_sign(',');
    const bool from = eat(tu) || eat(ke, tu) || eat(tinh, tu);
    item.roadmap = eat(giai, doan);
    if (!marked && !from && !item.roadmap) return false;
    item.roadmap = item.roadmap || eat(giai, doan);
    if (item.roadmap) eat(tu);
    if (!month_range(item) && !day_range(item) &&
        !(point(item.point, nullptr) && range_end(item))) {
      item.point = item.last = {};
      return false;
    }
    item.construction = Construction::length_of_range;
    item.length = words(begin, end);
    return true;
  });
}

/// "03 tháng kể từ tháng 4/2026": that month is the first of them.
bool PieceReader::months_from(TimeItem& item) {
  return attempt([&] {
    limit_lead();
    const std::optional<TimeLimit> months = length();
    if (!months || months->unit() != TimeUnit::months) return false;
    eat_sign(',');
    if (!eat(ke, tu) && !eat(tinh, tu) && !eat(tu)) return false;
    constexpr int year = 12;
    const int count = static_cast<int>(months->amount());
    if (count != months->amount() || count < 1 || count > year) return false;
    if (!point(item.point, nullptr) || item.point.unit != PointUnit::month ||
        item.point.edge != Edge::none || item.point.part.unit != PartUnit::none ||
        (at_ < tokens_.size() && token().kind != Token::Kind::sign)) {
      return false;
    }
    item.construction = Construction::months_from;
    item.last = item.point;
    item.last.number += count - 1;
    if (item.last.number <= year) return true;
    item.last.number -= year;
    if (item.point.year != 0) {
      ++item.last.year;
    } else if (item.point.says_year) {
      ++item.last.year_shift;
    } else {
      item.crosses_year = true;
    }
    return true;
  });
}

/// "24/7", "24/24 giờ", "24 giờ/ngày", "7/7 ngày". "24/7" is a day where others stand beside it.
bool PieceReader::round_the_clock(TimeItem& item) {
  const std::size_t first = at_;
  return attempt([&] {
    constexpr int hours = 24;
    constexpr int days = 7;
    const auto is_figure = [&](int value, std::size_t ahead) {
      return is_number(ahead) && number(ahead) == value && token(ahead).digits <= 2;
    };
    const auto whole_week = [&] {
      if (!is_figure(days, 0) || !is_sign('/', 1) || !is_figure(days, 2) || !is(ngay, 3))
        return false;
      at_ += 4;
      eat(trong, tuan);
      return true;
    };
    const auto whole_year = [&] {
      constexpr int days_of_a_year = 365;
      const std::size_t from = is_sign(',') ? 1 : 0;
      if (!is_number(from) || number(from) != days_of_a_year || !is(ngay, from + 1)) return;
      at_ += from + 2;
    };
    if (whole_week()) return true;
    if (!is_figure(hours, 0)) return false;
    ++at_;
    const bool said = eat(gio) || eat(h);
    if (!eat_sign('/')) return false;
    const bool day = (said && eat(ngay)) || is_figure(hours, 0);
    if (!day && !is_figure(days, 0)) return false;
    if (is_number()) ++at_;
    const bool plain = !said && !day;
    eat(gio) || eat(h) || (said && eat(ngay));
    attempt([&] { return (eat_sign(',') || eat(va) || true) && whole_week(); });
    if (!plain) return true;
    whole_year();
    const bool beside = !items_.empty() && items_.back().type == TimeItem::Type::span;
    const bool ends = at_ == tokens_.size() || is_sign(';') || is_sign('.') ||
                      phrase_at(PhraseRole::continuous) != 0 || is(thuong) || is(lien);
    if (beside || !ends) return false;
    item.clock = first == 0 && at_ == tokens_.size();
    return true;
  });
}

/// "trước 16h hằng ngày", "hằng ngày, trước 16h00"
bool PieceReader::each_day(TimeItem& item) {
  return attempt([&] {
    deadline();
    item.point.minute = time_of_day();
    if (!eat(hang, ngay) && !eat(moi, ngay)) return false;
    time_behind(item);
    return item.point.minute >= 0;
  });
}

}  // namespace sauro::inline v0_1::detail
