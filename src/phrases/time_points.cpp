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
    to.minute = time_of_day();
    if (eat(dau)) {
      to.edge = Edge::start;
    } else if (eat(giua)) {
      to.edge = Edge::middle;
    } else if (eat(cuoi)) {
      to.edge = Edge::end;
    }
    const bool found = edge_free_point(to, before);
    if (!found) return false;
    if (to.edge == Edge::none) return to.minute < 0 || to.unit == PointUnit::day;
    const bool middle_known = to.unit == PointUnit::month || to.unit == PointUnit::year;
    return to.unit != PointUnit::day && (to.edge != Edge::middle || middle_known);
  });
}

bool PointReader::edge_free_point(TimePoint& to, const TimePoint* before) {
  if (is_number()) return numeric_point(to, before, false);
  if (eat(ngay)) return is_number() && numeric_point(to, before, true);
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
  if (eat(nua, dau, nam)) return half(to, 1);
  if (eat(nua, cuoi, nam)) return half(to, 2);
  if (before != nullptr && is_ordinal(4, 0) && before->unit == PointUnit::quarter) {
    return numbered(to, PointUnit::quarter, 4);
  }
  return named_year(to);
}

bool PointReader::half(TimePoint& to, int which) {
  to.unit = PointUnit::half;
  to.number = which;
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

bool PointReader::named_year(TimePoint& to) {
  eat(ca) || eat(toan);
  if (!eat(nam)) return false;
  to.unit = PointUnit::year;
  if (is_year()) {
    to.year = number();
    ++at_;
  } else if (eat(sau) || eat(den) || eat(ke, tiep)) {  // năm sau, năm tới
    to.year_shift = 1;
  } else {
    eat(nay);
  }
  return !is_number() && !is(tiep);
}

/// Dates, months and years in figures.
bool PointReader::numeric_point(TimePoint& to, const TimePoint* before, bool named_day) {
  if (is_year() && !named_day) {
    to.unit = PointUnit::year;
    to.year = number();
    ++at_;
    return true;
  }
  const char sign = is_sign('/', 1) || is_sign('.', 1) || is_sign('-', 1) ? token(1).sign : '\0';
  if (sign != '\0' && is_small(31) && is_small(12, 2) && is_sign(sign, 3) && is_year(4)) {
    set_day(to, number(), number(2), number(4));
    at_ += 5;
    return true;
  }
  if (is_small(12) && is_sign('/', 1) && is_year(2) && !named_day) {
    to.unit = PointUnit::month;
    to.number = number();
    to.year = number(2);
    at_ += 3;
    return true;
  }
  if (is_small(31) && (is_sign('/', 1) || is(thang, 1)) && is_small(12, 2)) {
    set_day(to, number(), number(2), 0);
    at_ += 3;
    year_after(to);
    return true;
  }
  if (before == nullptr || named_day || is(thang, 1)) return false;
  if (is(nam, 1) && !is_year(2)) return false;  // "5 năm"
  if (before->unit == PointUnit::month) return numbered(to, PointUnit::month, 12);
  if (before->unit == PointUnit::quarter) return numbered(to, PointUnit::quarter, 4);
  return false;
}

/// "/2026", "năm 2026", "năm sau", "2026"
void PointReader::year_after(TimePoint& to) {
  attempt([&] {
    bool led = eat_sign('/') || eat_sign('-') || eat_sign('.') || eat(cua);
    if (eat(nam)) {
      led = true;
      if (eat(nay)) return true;
      // "những năm sau" begins otherwise; "năm tới" is the next one
      if (eat(sau) || eat(ke, tiep) || (is(den) && !is_number(1) && !is(nam, 1) && eat(den))) {
        to.year_shift = 1;
        return true;
      }
    }
    if (!is_year() || (!led && is_sign('-', 1))) return false;
    to.year = number();
    ++at_;
    return true;
  });
}

/// "17 giờ 00", "17h30", "17:00"; minutes of the day, or -1
int PointReader::time_of_day() {
  int minute = -1;
  attempt([&] {
    eat(vao);
    if (!is_number() || token().digits > 2 || number() > 24) return false;
    const int hour = number();
    ++at_;
    const bool colon = is_sign(':');
    if (!eat_sign(':') && !eat(gio) && !eat(h)) return false;
    int minutes = 0;
    if (is_number() && token().digits == 2 && number() < 60 && !is_sign('/', 1)) {
      minutes = number();
      ++at_;
      eat(phut);
    } else if (colon) {
      return false;
    }
    minute = hour * 60 + minutes;
    eat_sign(',');
    eat(cua);
    return minute <= 24 * 60;
  });
  return minute;
}

}  // namespace sauro::inline v0_1::detail
