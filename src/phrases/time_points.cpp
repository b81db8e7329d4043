#include "phrases/time_points.hpp"

namespace sauro::inline v0_1::detail {
namespace {

void set_day(TimePoint& to, int day, int month, int year) {
  to.unit = PointUnit::day;
  to.day = day;
  to.number = month;
  to.year = year;
}

}  // namespace

using enum Word;

bool PointReader::is_ordinal(int most, std::size_t ahead) const {
  if (is_number(ahead)) return is_small(most, ahead);
  const Token& next = token(ahead);
  const int value = next.kind == Token::Kind::word ? roman(next.key) : 0;
  return value >= 1 && value <= most;
}

/// A stretch or a day; a bare number leans on the unit of `before`.
bool PointReader::point(TimePoint& to, const TimePoint* before) {
  return attempt([&] {
    to = {};
    skip_phrase(PhraseRole::day_part);
    const int begin = time_of_day();
    const int minute = end_of_hours(begin);
    skip_phrase(PhraseRole::day_part);
    const int named_weekday = weekday();
    if (named_weekday != 0) eat_sign(',');
    if (part_of_point(to, named_weekday)) {
      to.minute = minute;
      return minute < 0 || to.weekday != 0 || to.part.unit < PartUnit::week;
    }
    to = {};
    to.minute = minute;
    to.hours_of_day = minute != begin;
    to.weekday = named_weekday;
    const bool strives = at_ > 0 && tokens_[at_ - 1].word == phan;  // "phấn đấu cả năm"
    if (!strives && eat(dau)) {
      to.edge = Edge::start;
    } else if (eat(giua)) {
      to.edge = Edge::middle;
    } else if (eat(cuoi)) {
      to.edge = Edge::end;
    }
    const bool found = edge_free_point(to, before);
    if (!found) return false;
    const bool needs_day = to.minute >= 0 || to.weekday != 0;
    if (to.edge == Edge::none) return !needs_day || to.unit == PointUnit::day;
    const bool middle_known = to.unit == PointUnit::month || to.unit == PointUnit::year;
    return to.unit != PointUnit::day && (to.edge != Edge::middle || middle_known);
  });
}

bool PointReader::edge_free_point(TimePoint& to, const TimePoint* before) {
  const bool named_day = !is_number() && !begins(feasts) && eat_day();
  if (is_number()) {
    if (!numeric_point(to, before, named_day)) return false;
    to.lunar = to.unit == PointUnit::day && skip_phrase(PhraseRole::lunar);
    if (to.lunar && to.year == 0) year_after(to);
    return true;
  }
  if (named_day) {
    --at_;
    if (is(mung)) --at_;
  }
  if (feast(to)) return true;
  if (is(ngay)) return false;
  if (!is_running_ && is_word() && !is(quy) && is_sign('/', 1) && is_year(2) && is_ordinal(4, 0)) {
    return numbered(to, PointUnit::quarter, 4);  // "II/2026"
  }
  if (is(thang) || is(t)) {
    ++at_;
    eat_sign('.');
    return numbered(to, PointUnit::month, 12);
  }
  if (is(quy) || is(q)) {
    ++at_;
    eat_sign('.');
    return numbered(to, PointUnit::quarter, 4);
  }
  if (const std::string& key = token().key; is_word() && key.size() > 1 && key[0] == 'q') {
    const int quarter = roman(std::string_view(key).substr(1));  // "QII/2026"
    if (quarter >= 1 && quarter <= 4) {
      to.unit = PointUnit::quarter;
      to.number = quarter;
      ++at_;
      year_after(to);
      return true;
    }
  }
  if (eat(tuan)) {
    constexpr int most_weeks = 53;
    constexpr int most_in_month = 5;  // "tuần 2": of which month?
    if (!numbered(to, PointUnit::week, most_weeks)) return false;
    const bool lone = !is_running_ && to.number > most_in_month && !is(thang) && !is(quy);
    return to.year != 0 || lone;
  }
  if (is(nua) && (is(dau, 1) || is(cuoi, 1)) && is(nam, 2)) {
    const bool first = is(dau, 1);
    at_ += 2;
    return half(to, first ? 1 : 2);
  }
  if (before != nullptr && is_ordinal(4, 0) && before->unit == PointUnit::quarter) {
    return numbered(to, PointUnit::quarter, 4);
  }
  return named_year(to);
}

/// "nửa đầu" of the year that follows
bool PointReader::half(TimePoint& to, int which) {
  to.unit = PointUnit::half;
  to.number = which;
  if (relative_year(to)) return true;
  ++at_;
  year_after(to);
  return true;
}

/// The number of a month or quarter and the year that follows it.
bool PointReader::numbered(TimePoint& to, PointUnit unit, int most) {
  eat(thu);
  if (!is_ordinal(most, 0)) return false;
  to.unit = unit;
  to.number = is_number() ? number() : roman(token().key);
  ++at_;
  year_after(to);
  return true;
}

/// A day with month and year in figures: "15/12/2026", "15.12.26", "2026-12-15"
bool PointReader::day_in_figures(TimePoint& to, bool named_day) {
  const char sign = is_sign('/', 1) || is_sign('.', 1) || is_sign('-', 1) ? token(1).sign : '\0';
  if (sign == '\0' || !is_sign(sign, 3)) return false;
  const bool iso = is_year() && sign != '.' && is_small(12, 2) && token(2).digits == 2 &&
                   is_small(31, 4) && token(4).digits == 2;
  const bool short_year = is_short_year(4) && (named_day || !is_running_) && !is_sign('/', 5);
  if (iso) {
    set_day(to, number(4), number(2), number());
  } else if (is_small(31) && is_small(12, 2) && (is_year(4) || short_year)) {
    set_day(to, number(), number(2), year_at(4));
  } else {
    return false;
  }
  at_ += 5;
  return true;
}

/// "20 của các tháng 3": months may follow, each with that day
bool PointReader::day_of_months(TimePoint& to) {
  return attempt([&] {
    const int day = number();
    ++at_;
    eat(cua);
    if (!eat(cac, thang) || !is_small(12)) return false;
    set_day(to, day, number(), 0);
    to.worded_month = true;
    ++at_;
    year_after(to);
    return true;
  });
}

/// "2/2026" behind "quý 1," or "quý 1 -": a quarter as the one before, which is in figures too.
bool PointReader::is_quarter_again(const TimePoint* before) const {
  const bool listed = before != nullptr && before->unit == PointUnit::quarter && at_ >= 2 &&
                      tokens_[at_ - 2].kind == Token::Kind::number && before->year == 0;
  return listed && is_small(4) && is_sign('/', 1) && !is_sign('/', 3) &&
         (is_year(2) || is_short_year(2));
}

/// Dates, months and years in figures.
bool PointReader::numeric_point(TimePoint& to, const TimePoint* before, bool named_day) {
  if (day_in_figures(to, named_day)) return true;
  if (!named_day && is_quarter_again(before)) return numbered(to, PointUnit::quarter, 4);
  if (is_year() && !named_day) {
    to.unit = PointUnit::year;
    to.year = number();
    ++at_;
    return true;
  }
  const bool short_year = is_short_year(2) && !is_running_ && !is_sign('/', 3) && is_sign('/', 1);
  const bool joined = is_sign('/', 1) ||  // "12-2026", "2.2026"
                      (!is_running_ && is_year(2) && (is_sign('-', 1) || is_sign('.', 1)));
  if (is_small(12) && joined && (is_year(2) || short_year) && !named_day) {
    to.unit = PointUnit::month;
    to.number = number();
    to.year = year_at(2);
    at_ += 3;
    return true;
  }
  if (is_small(31) && (is_sign('/', 1) || is(thang, 1)) && is_small(12, 2)) {
    set_day(to, number(), number(2), 0);
    to.worded_month = is(thang, 1);
    at_ += 3;
    year_after(to);
    return true;
  }
  if (is_small(31) && day_of_months(to)) return true;
  if (before == nullptr || named_day || is(thang, 1)) return false;
  if (is(nam, 1) && !is_year(2)) return false;  // "5 năm"
  if (before->unit == PointUnit::month) return numbered(to, PointUnit::month, 12);
  if (before->unit == PointUnit::quarter) return numbered(to, PointUnit::quarter, 4);
  if (before->unit == PointUnit::day && before->worded_month) {  // "ngày 20 các tháng 3, 6"
    to.day = before->day;
    to.worded_month = true;
    if (!numbered(to, PointUnit::day, 12)) return false;
    return true;
  }
  return false;
}

}  // namespace sauro::inline v0_1::detail
