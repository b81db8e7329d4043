#include "phrases/time_rhythms.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

bool RhythmReader::rhythm(TimeItem& item) {
  item.type = TimeItem::Type::every;
  const auto reads = [&](bool (RhythmReader::*construction)(TimeItem&), Construction name) {
    item.construction = name;
    item.point = {};  // what the construction before has read of it
    item.deadline = Deadline::none;
    item.every = 1;
    item.times = item.months_after = 0;
    item.more_days = 0;
    return (this->*construction)(item);
  };
  return reads(&RhythmReader::day_of_rhythm, Construction::day_of_rhythm) ||
         reads(&RhythmReader::part_of_rhythm, Construction::part_of_rhythm) ||
         reads(&RhythmReader::weekday_of_week, Construction::weekday_of_rhythm) ||
         reads(&RhythmReader::times_of_rhythm, Construction::times_a_unit) ||
         reads(&RhythmReader::named_rhythm, Construction::every_unit) ||
         reads(&RhythmReader::unit_a_time, Construction::unit_a_time) ||
         reads(&RhythmReader::bare_rhythm, Construction::bare_unit);
}

PointUnit RhythmReader::unit_at(std::size_t ahead) const {
  if (is(tuan, ahead)) return PointUnit::week;
  if (is(thang, ahead)) return PointUnit::month;
  if (is(quy, ahead) && !is(dinh, ahead + 1)) return PointUnit::quarter;  // "quy định"
  if (is(nam, ahead)) return PointUnit::year;
  if (is(ky, ahead)) return PointUnit::unnamed;
  return PointUnit::none;
}

bool RhythmReader::take_unit(TimeItem& item) {
  item.point.unit = unit_at(0);
  if (item.point.unit == PointUnit::none) return false;
  ++at_;
  return true;
}

/// "6 tháng", "3 tháng", "5 năm" as a rhythm
bool RhythmReader::take_counted_unit(TimeItem& item) {
  if (is_small(1) && is(quy, 1)) {
    at_ += 2;
    item.point.unit = PointUnit::quarter;
    return true;
  }
  if (!is_small(12) || (!is(thang, 1) && !is(nam, 1) && !is(tuan, 1))) return false;
  const int count = number();
  const bool months = is(thang, 1);
  if (months && (is(dau, 2) || is(cuoi, 2))) return false;  // "6 tháng đầu năm"
  if (months && is_number(2) && !is(lan, 3)) return false;  // "20 tháng 6"
  if (is(tuan, 1)) {
    at_ += 2;
    item.point.unit = PointUnit::week;
    item.every = count;
    return true;
  }
  at_ += 2;
  item.point.unit = PointUnit::year;
  item.every = count;
  if (!months) return true;
  item.every = 1;
  switch (count) {
    case 1:
      item.point.unit = PointUnit::month;
      return true;
    case 3:
      item.point.unit = PointUnit::quarter;
      return true;
    case 6:
      item.point.unit = PointUnit::half;
      return true;
    case 9:
      item.point.unit = PointUnit::nine;
      return true;
    case 12:
      return true;
    default:  // "2 tháng một lần"
      item.point.unit = PointUnit::month;
      item.every = count;
      return is(lan, 1);  // "một lần", "/lần"
  }
}

/// "hằng quý", "mỗi năm 02 lần", "theo tháng", "cuối mỗi quý"
bool RhythmReader::named_rhythm(TimeItem& item) {
  return attempt([&] {
    if (eat(cuoi)) {
      item.point.edge = Edge::end;
    } else if (eat(dau)) {
      item.point.part = {PartUnit::day, 1};
    }
    if (is(theo) && (unit_at(1) == PointUnit::none || is_number(2) || is_ordinal(4, 2)))
      return false;
    if (!(eat(hang) || eat(moi) || eat(theo))) return false;
    if (!take_unit(item) && !take_counted_unit(item)) return false;
    take_times(item);
    return true;
  });
}

/// "02 lần", "một lần"
bool RhythmReader::take_times(TimeItem& item) {
  if (eat(mot, lan)) {
    item.times = 1;
    return true;
  }
  if (!is_small(99) || !(is(lan, 1) || phrase_at(PhraseRole::times, 1) == 1)) return false;
  item.times = number();
  at_ += 2;
  return true;
}

/// "01 lần/quý", "2 lần mỗi năm"
bool RhythmReader::times_of_rhythm(TimeItem& item) {
  return attempt([&] {
    if (!take_times(item)) return false;
    eat_sign('/') || eat(moi) || eat(mot) || eat(trong) || eat(hang);
    if (is_number() && number() == 1) ++at_;
    return take_unit(item) || take_counted_unit(item);
  });
}

/// "ngày 20 hằng tháng", "trước 16h30 ngày 10 và 25 của tháng sau"
bool RhythmReader::day_of_rhythm(TimeItem& item) {
  return attempt([&] {
    item.deadline = deadline();
    skip_phrase(PhraseRole::day_part);
    item.point.minute = time_of_day();
    if (is(ngay, 1)) eat(cac);
    const bool named = eat_day();
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

/// "tháng cuối quý", "của tháng cuối cùng của mỗi quý"
bool RhythmReader::day_of_last_month(TimeItem& item) {
  item.months_after = 0;
  if (!eat(thang, cuoi)) return false;
  eat(cung);
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

/// "6 tháng/lần", "03 tháng một lần"
bool RhythmReader::unit_a_time(TimeItem& item) {
  return attempt([&] {
    if (!take_counted_unit(item) && !take_unit(item)) return false;
    item.times = 1;
    if (eat_sign('/')) {
      if (is_small(1) && is(lan, 1)) ++at_;
      return eat(lan);
    }
    return take_times(item);
  });
}

PointUnit RhythmReader::last_rhythm() const {
  for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
    if (item->type == TimeItem::Type::every) return item->point.unit;
  }
  return PointUnit::none;
}

/// Whether a list goes on or ends after the next token.
bool RhythmReader::stands_alone() const {
  return at_ + 1 == tokens_.size() || token(1).kind == Token::Kind::sign || is(va, 1) ||
         is(hoac, 1) || (!is_running_ && opens_bracket(1));
}

/// Bare units: "tháng/quý/năm"; after "định kỳ" or another rhythm "6 tháng" and "năm" too
bool RhythmReader::bare_rhythm(TimeItem& item) {
  return attempt([&] {
    const bool rhythm = periodic_ || has_every_;
    if (rhythm && take_counted_unit(item)) return true;
    const PointUnit unit = unit_at(0);
    const bool numbered = is_number(1) || is_ordinal(12, 1);
    const bool in_it = at_ > 0 && tokens_[at_ - 1].word == trong;  // "trong quý": which one?
    if (unit == PointUnit::none || numbered || in_it || !stands_alone()) return false;
    if (unit == PointUnit::unnamed && !rhythm) return false;
    if (unit == PointUnit::year && (!rhythm || is(nay, 1) || is(sau, 1))) return false;
    return take_unit(item);
  });
}

}  // namespace sauro::inline v0_1::detail
