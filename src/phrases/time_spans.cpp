#include "phrases/time_spans.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

Deadline SpanReader::deadline() {
  Deadline found = Deadline::none;
  for (int i = 0; i < most_leads; ++i) {
    if (eat(truoc)) {
      found = Deadline::before;
    } else if (skip_phrase(PhraseRole::until) || eat(cham, nhat) || eat(muon, nhat) ||
               eat(khong, qua) || eat(tu, nay, den) || eat(den, nay) || eat(den) || eat(het) ||
               eat(han, chot) || eat(han, cuoi, cung) || eat(han, cuoi) || eat(han)) {
      if (found == Deadline::none) found = Deadline::until;
    } else if (found == Deadline::none ||
               !(eat_sign(':') || eat(la) || eat(vao) || eat(trong) || eat(cua) || feast_lead())) {
      break;
    }
  }
  return found;
}

/// "dịp", "kỳ nghỉ lễ" before one day: "trước dịp 30/4 và 01/5" is not before each of the two
bool SpanReader::feast_lead() {
  const std::size_t at = phrase_at(PhraseRole::feast_lead);
  if (at == 0 || (is_number(at) && is_sign('/', at + 1) && is(va, at + 3))) return false;
  at_ += at;
  return true;
}

bool SpanReader::months_of_year(TimeItem& item) {
  return attempt([&] {
    if (!is_small(11) || !is(thang, 1) || is_number(2)) return false;
    const int count = number();
    at_ += 2;
    const bool first = eat(dau);
    const bool last = !first && eat(cuoi);
    TimePoint& at = item.point;
    if (first || last) {
      if (!relative_year(at)) {
        if (!eat(nam)) return false;
        year_after(at);
      }
    } else {
      const bool listed = count == 3 && is_sign(',') && is_number(1) && is(thang, 2);
      if (count != 6 && count != 9 && !listed) return false;  // "3 tháng, 6 tháng, 9 tháng"
      if (listed) {
        at.unit = PointUnit::quarter;
        at.number = 1;
        return true;
      }
      year_after(at);
    }
    if (count == 6 || (count == 9 && !last)) {
      at.unit = count == 6 ? PointUnit::half : PointUnit::nine;
      at.number = last ? 2 : 1;
      item.first_half_meant = !first && !last;
      return true;
    }
    at.unit = PointUnit::month;
    at.number = last ? 13 - count : 1;
    item.last = at;
    item.last.number = last ? 12 : count;
    return true;
  });
}

bool SpanReader::month_range(TimeItem& item) {
  return attempt([&] {
    if (is_running_ || !is_small(12)) return false;  // "số 1-3/2026" is a document
    const int first = number();
    ++at_;
    if (!eat_sign('-') && !eat(den)) return false;
    if (!is_small(12) || !point(item.last, nullptr) || item.last.unit != PointUnit::month) {
      item.last = {};
      return false;
    }
    item.construction = Construction::month_range;
    item.point = item.last;
    item.point.number = first;
    cross_year(item, item.last.year != 0 ? YearOf::last : YearOf::neither);
    return true;
  });
}

bool SpanReader::day_range(TimeItem& item) {
  return attempt([&] {
    eat(ngay);
    if (!is_small(31)) return false;
    const int first = number();
    ++at_;
    if (!eat_sign('-') && !eat(den)) return false;
    eat(het);
    eat(ngay);
    if (!point(item.last, nullptr) || item.last.unit != PointUnit::day || item.last.number == 0) {
      item.last = {};
      return false;
    }
    item.construction = Construction::day_range;
    item.point = item.last;
    item.point.day = first;
    return true;
  });
}

bool SpanReader::range_end(TimeItem& item) {
  return attempt([&] {
    if (!eat_sign('-') && !eat(den)) return false;
    eat_sign('>');  // "->"
    eat(het);
    item.ends_before = eat(truoc);
    TimePoint& first = item.point;
    if (!point(item.last, &first)) {
      item.last = {};
      item.ends_before = false;
      return false;
    }
    item.construction = Construction::range;
    share_year_of_range(item);
    return true;
  });
}

void SpanReader::share_year_of_range(TimeItem& item) {
  const auto has_year = [](const TimePoint& p) { return p.year != 0 || p.says_year; };
  const bool first_named = has_year(item.point);
  const bool last_named = has_year(item.last);
  if (first_named && last_named) return;
  TimePoint& without = first_named ? item.last : item.point;
  const TimePoint& with = first_named ? item.point : item.last;
  without.year = with.year;
  without.year_shift = with.year_shift;
  without.says_year = with.says_year;
  cross_year(item, first_named ? YearOf::first : last_named ? YearOf::last : YearOf::neither);
}

/// "Tháng 11 - tháng 2/2027", "từ 15/11 đến 15/01": an end that comes before its beginning is in
/// the next year.
void SpanReader::cross_year(TimeItem& item, YearOf named) {
  TimePoint& first = item.point;
  TimePoint& last = item.last;
  const bool parted = first.unit == PointUnit::day || first.unit == PointUnit::month ||
                      first.unit == PointUnit::quarter;
  if (!parted || first.unit != last.unit || first.number <= last.number) return;
  if (named == YearOf::neither) {
    item.crosses_year = true;
    return;
  }
  TimePoint& moved = named == YearOf::last ? first : last;
  const int by = named == YearOf::last ? -1 : 1;
  (moved.year != 0 ? moved.year : moved.year_shift) += by;
}

}  // namespace sauro::inline v0_1::detail
