#include "phrases/time_spans.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

Deadline SpanReader::deadline() {
  Deadline found = Deadline::none;
  while (true) {
    if (eat(truoc)) {
      found = Deadline::before;
    } else if (eat(cham, nhat) || eat(muon, nhat) || eat(khong, qua) || eat(tu, nay, den) ||
               eat(den, nay) || eat(den) || eat(het) || eat(han, chot) || eat(han, cuoi, cung) ||
               eat(han, cuoi) || eat(han)) {
      if (found == Deadline::none) found = Deadline::until;
    } else if (found == Deadline::none || !(eat(la) || eat(vao) || eat(trong) || eat(cua))) {
      return found;
    }
  }
}

bool SpanReader::months_of_year(TimeItem& item) {
  return attempt([&] {
    if (!is_small(11) || !is(thang, 1) || is_number(2)) return false;
    const int count = number();
    at_ += 2;
    const bool first = eat(dau);
    const bool last = !first && eat(cuoi);
    if ((first || last) && !eat(nam)) return false;
    if (!first && !last && count != 6 && count != 9) return false;
    TimePoint& at = item.point;
    year_after(at);
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

bool SpanReader::day_range(TimeItem& item) {
  return attempt([&] {
    eat(ngay);
    if (!is_small(31)) return false;
    const int first = number();
    ++at_;
    if (!eat_sign('-') && !eat(den)) return false;
    eat(ngay);
    if (!point(item.last, nullptr) || item.last.unit != PointUnit::day || item.last.number == 0) {
      return false;
    }
    item.point = item.last;
    item.point.day = first;
    return true;
  });
}

bool SpanReader::range_end(TimeItem& item) {
  return attempt([&] {
    if (!eat_sign('-') && !eat(den)) return false;
    eat(het);
    TimePoint& first = item.point;
    if (!point(item.last, &first)) {
      item.last = {};
      return false;
    }
    if (first.year == 0 && first.year_shift == 0) {
      first.year = item.last.year;
      first.year_shift = item.last.year_shift;
    }
    return true;
  });
}

}  // namespace sauro::inline v0_1::detail
