// Days and parts of what comes again: "ngày 20 hằng tháng", "thứ Sáu hằng tuần".
#include "phrases/time_rhythms.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

/// "ngày 20 hằng tháng", "trước 16h30 ngày 10 và 25 của tháng sau"
bool RhythmReader::day_of_rhythm(TimeItem& item) {
  return attempt([&] {
    item.deadline = deadline();
    skip_phrase(PhraseRole::day_part);
    item.point.minute = time_of_day();
    first_of_days(item);
    if (is(ngay, 1)) eat(cac);
    const bool named = eat_day() || item.first_day != 0;
    if (!is_small(31) || (!named && item.deadline == Deadline::none)) return false;
    item.point.day = number();
    ++at_;
    further_days(item);
    if (has_every_ && (at_ == tokens_.size() || token().kind == Token::Kind::sign)) {
      item.point.unit = last_rhythm();  // "hằng tháng (trước ngày 20)"
      return !is_sign('/') && !is_sign('-') && item.point.unit >= PointUnit::month &&
             item.point.unit <= PointUnit::year;
    }
    eat(cua);
    if ((eat(hang) || eat(moi)) && take_unit(item)) return item.point.unit == PointUnit::month;
    return day_of_next(item) || day_of_last_month(item);
  });
}

/// "từ ngày 10 đến" before "ngày 15 hằng tháng"
void RhythmReader::first_of_days(TimeItem& item) {
  item.first_day = 0;
  attempt([&] {
    if (!eat(tu) && !is(ngay)) return false;
    eat_day();
    if (!is_small(31) || (!is(den, 1) && !is_sign('-', 1))) return false;
    item.first_day = number();
    at_ += 2;
    return true;
  });
}

/// ", 20 và ngày 30": days beside the first
void RhythmReader::further_days(TimeItem& item) {
  const auto one_more = [&] {
    if (!eat(va) && !eat_sign(',')) return false;
    eat(va);
    eat(ngay);
    if (!is_small(31) || is_sign('/', 1)) return false;
    const bool month_of_rhythm = is(thang, 1) && (is(cuoi, 2) || is(dau, 2) || is(sau, 2));
    const bool counts = is_word(1) && !month_of_rhythm && !is(va, 1) && !is(hang, 1) &&
                        !is(moi, 1) && !is(cua, 1);  // "6 tháng", "2 lần"
    if (counts) return false;
    item.more_days |= std::uint32_t{1} << number();
    ++at_;
    return true;
  };
  constexpr int most_further = 6;
  for (int i = 0; i < most_further && attempt(one_more); ++i) {
  }
}

/// "của tháng sau", "tháng đầu quý sau", "của quý tiếp theo": the first month after the stretch;
/// "tháng đầu quý": the first of the stretch
bool RhythmReader::day_of_next(TimeItem& item) {
  return attempt([&] {
    item.months_after = 1;
    if (is(thang) && phrase_at(PhraseRole::next, 1) != 0) {
      ++at_;
      item.point.unit = last_rhythm();  // "hằng quý, ngày 10 tháng sau": after the quarter
      if (item.point.unit <= PointUnit::month || item.point.unit > PointUnit::year) {
        item.point.unit = PointUnit::month;
      }
      return skip_phrase(PhraseRole::next);
    }
    if (is(thang) && phrase_at(PhraseRole::report, 1) != 0 &&
        phrase_at(PhraseRole::this_one, 1) != 0) {  // "ngày 25 tháng báo cáo"
      at_ += 1 + phrase_at(PhraseRole::this_one, 1);
      item.point.unit = PointUnit::month;
      item.months_after = 0;
      return true;
    }
    const bool first_month = is(thang) && is(dau, 1);
    if (first_month) {
      at_ += 2;
      eat(tien);
      eat(cua);
    }
    const bool quarter = eat(quy);
    item.point.unit = quarter ? PointUnit::quarter : PointUnit::unnamed;
    if (!quarter && !eat(ky)) return false;
    if (skip_phrase(PhraseRole::next)) return true;
    constexpr int last_to_first = -2;
    item.months_after = last_to_first;
    return first_month && quarter;
  });
}

/// "thứ hai" of the months of a quarter
bool RhythmReader::month_of_quarter(TimeItem& item) {
  constexpr int months = 3;
  int which = 0;
  if (eat(thu, nhat)) {
    which = 1;
  } else if (is(thu) && is_small(months, 1)) {
    which = number(1);
    at_ += 2;
  }
  item.months_after = which - months;
  const std::size_t unit = is(cua) ? 1 : 0;
  const bool every = is(moi, unit) || is(hang, unit);
  return which != 0 && is(quy, unit + (every ? 1 : 0));
}

/// "tháng cuối quý", "của tháng cuối cùng của mỗi quý"
bool RhythmReader::day_of_last_month(TimeItem& item) {
  item.months_after = 0;
  if (!eat(thang)) return false;
  if (eat(cuoi)) {
    eat(cung);
  } else if (!month_of_quarter(item)) {
    return false;
  }
  eat(cua);
  eat(moi) || eat(hang);
  return take_unit(item) && item.point.unit != PointUnit::week &&
         item.point.unit != PointUnit::month;
}

/// "tuần đầu hằng tháng", "ngày làm việc cuối cùng của quý", "tháng đầu tiên của quý sau"
bool RhythmReader::part_of_rhythm(TimeItem& item) {
  return attempt([&] {
    item.deadline = deadline();
    item.point.minute = time_of_day();
    attempt([&] {
      eat(vao);
      eat(ngay);
      item.point.weekday = weekday();
      return item.point.weekday != 0;
    });
    const bool named = item.point.weekday != 0;
    if (!(named ? part_of_weekday(item.point.part) : part(item.point.part))) return false;
    eat(cua) || eat(trong);
    const bool every = eat(moi) || eat(hang);
    const bool stands_free = !is_number(1) && !is_ordinal(12, 1);
    if (!stands_free || (!every && is_running_) || !take_unit(item)) return false;
    if (skip_phrase(PhraseRole::next)) item.next_stretch = true;
    const PointUnit unit = item.point.unit;
    if (named) return unit >= PointUnit::month && unit <= PointUnit::year;
    if (item.point.part.unit == PartUnit::month) return unit == PointUnit::quarter;
    const bool working_day = item.point.part.unit == PartUnit::working_day;
    if (unit == PointUnit::week) return working_day;
    const bool third =
        item.point.part.unit == PartUnit::ten_days || item.point.part.unit == PartUnit::half;
    return unit == PointUnit::month || (unit == PointUnit::quarter && !third);
  });
}

/// "thứ Sáu hằng tuần"; after "hằng tuần" a weekday alone
bool RhythmReader::weekday_of_week(TimeItem& item) {
  return attempt([&] {
    item.deadline = deadline();
    skip_phrase(PhraseRole::day_part);
    item.point.minute = time_of_day();
    skip_phrase(PhraseRole::day_part);
    eat(vao);
    eat(ngay);
    item.point.weekday = weekday();
    if (item.point.weekday == 0) return false;
    item.point.unit = PointUnit::week;
    further_weekdays(item);
    eat(cua) || eat(trong);
    if (eat(hang) || eat(moi)) return eat(tuan);
    const bool ends = at_ == tokens_.size() || token().kind == Token::Kind::sign;
    return has_every_ && ends && last_rhythm() == PointUnit::week;
  });
}

/// ", thứ Tư và thứ Sáu", ", 4, 6": weekdays beside the first
void RhythmReader::further_weekdays(TimeItem& item) {
  const auto one_more = [&] {
    if (!eat(va) && !eat_sign(',')) return false;
    eat(va);
    eat(ngay);
    constexpr int most = 7;
    const bool bare = is_small(most) && number() >= 2 &&
                      (!is_word(1) || is(va, 1) || is(hang, 1) || is(moi, 1) || is(cua, 1));
    int day = weekday();
    if (day == 0 && bare) day = number() - 1;
    if (day == 0) return false;
    if (bare) ++at_;
    item.more_days |= std::uint32_t{1} << day;
    return true;
  };
  constexpr int most_further = 6;
  for (int i = 0; i < most_further && attempt(one_more); ++i) {
  }
}

}  // namespace sauro::inline v0_1::detail
