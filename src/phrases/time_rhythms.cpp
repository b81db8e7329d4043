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
    item.first_day = 0;
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
    const bool named = eat(hang) || eat(moi) || eat(theo);
    if (!named) return each_unit(item);
    if (!take_unit(item) && !take_counted_unit(item)) return false;
    attempt([&] {  // "mỗi năm ít nhất 2 lần"
      skip_phrase(PhraseRole::lead) || eat(khong, qua) || eat(toi, da);
      return take_times(item);
    });
    if (is(cua) && is(nam, 1)) ++at_;  // "hằng tháng của năm 2026"
    return true;
  });
}

/// "các tháng trong năm", "từng quý"; but "các quý II, III" are two, "các năm" may be any
bool RhythmReader::each_unit(TimeItem& item) {
  if (is_running_ || !skip_phrase(PhraseRole::each) || !take_unit(item)) return false;
  const PointUnit unit = item.point.unit;
  if (unit == PointUnit::year || unit == PointUnit::unnamed || is_ordinal(12, 0)) return false;
  const bool ends = at_ == tokens_.size() || token().kind == Token::Kind::sign;
  return ends || is(trong) || is(cua) || is(nam);
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
  const bool due = (is(truoc, 1) || (is(cham, 1) && is(nhat, 2))) &&
                   (periodic_ || has_every_ ||
                    follows(PhraseRole::report));  // "định kỳ 6 tháng trước 15/6, năm trước 15/12"
  return due || at_ + 1 == tokens_.size() || token(1).kind == Token::Kind::sign || is(va, 1) ||
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
