// Weekdays, parts of stretches, feasts and times of day: "thứ Sáu", "tuần đầu tháng 6", "Quốc khánh
// 2/9".
#include <cstdint>
#include <utility>

#include "phrases/time_points.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

bool PointReader::eat_day() {
  if (!eat(ngay)) return false;
  eat(mung);
  return true;
}

int PointReader::weekday() {
  constexpr int sunday = 7;
  if (skip_phrase(PhraseRole::sunday)) return sunday;
  if (!is(thu) || !is_small(sunday, 1) || number(1) < 2) return 0;
  if (is_running_ && is_sign(',', 2)) return 0;  // "Thứ hai, ..." counts what is said
  const int day = number(1) - 1;
  at_ += 2;
  return day;
}

/// Which part: "đầu tiên", "cuối cùng", "thứ 2", "2"; 0 where no number stands.
int PointReader::part_number() {
  if (eat(dau)) {
    eat(tien);
    return 1;
  }
  if (eat(cuoi)) {
    eat(cung);
    return last_part;
  }
  constexpr int most = 5;
  if (eat(thu, nhat)) return 1;
  const bool ordinal = is(thu) && is_small(most, 1);
  if (!ordinal && !is_small(most)) return 0;
  if (ordinal) ++at_;
  const int which = number();
  ++at_;
  return which;
}

/// "10 ngày đầu", "02 tuần cuối"
bool PointReader::counted_part(Part& to) {
  constexpr int most = 20;
  if (!is_small(most) || (!is(dau, 2) && !is(cuoi, 2))) return false;
  if (!is(ngay, 1) && !is(tuan, 1)) return false;
  to.unit = is(ngay, 1) ? PartUnit::day : PartUnit::week;
  to.count = number();
  at_ += 2;
  to.number = part_number();
  return true;
}

/// "tuần đầu" behind "thứ Hai", "cuối cùng" behind "thứ Sáu"
bool PointReader::part_of_weekday(Part& to) {
  return attempt([&] {
    eat_sign(',') || eat(cua);
    if (is(dau) || is(cuoi) || is(thu)) {
      to = {PartUnit::weekday, part_number()};
      return to.number != 0;
    }
    return part(to) && to.unit == PartUnit::week && to.count == 1;
  });
}

bool PointReader::part(Part& to) {
  return attempt([&] {
    to = {};
    for (const auto& [role, which] :
         {std::pair{PhraseRole::ten_days_1, 1}, std::pair{PhraseRole::ten_days_2, 2},
          std::pair{PhraseRole::ten_days_3, last_part}}) {
      if (!skip_phrase(role)) continue;
      to = {PartUnit::ten_days, which};
      return true;
    }
    if (counted_part(to)) return true;
    if (eat(tuan)) {
      to.unit = PartUnit::week;
    } else if (eat(ngay, lam, viec)) {
      to.unit = PartUnit::working_day;
    } else if (is(ngay) && (is(dau, 1) || is(cuoi, 1))) {
      ++at_;
      to.unit = PartUnit::day;
    } else if (is(thang) && (is(dau, 1) || is(cuoi, 1))) {
      ++at_;
      to.unit = PartUnit::month;
    } else if (is(nua) && (is(dau, 1) || is(cuoi, 1)) && !is(nam, 2)) {
      ++at_;
      to.unit = PartUnit::half;
    } else {
      return false;
    }
    to.number = part_number();
    const bool counted = to.unit == PartUnit::week || to.number == 1 || to.number == last_part;
    return to.number != 0 && counted;
  });
}

/// "tuần đầu tháng 6/2026", "ngày làm việc cuối cùng của tháng 5"
bool PointReader::part_of_point(TimePoint& to, int weekday) {
  return attempt([&] {
    Part named;
    if (!(weekday != 0 ? part_of_weekday(named) : part(named))) return false;
    eat(cua) || eat(trong);
    if (!edge_free_point(to, nullptr)) return false;
    to.part = named;
    to.weekday = weekday;
    switch (named.unit) {
      case PartUnit::ten_days:
      case PartUnit::half:
        return to.unit == PointUnit::month;
      case PartUnit::month:
        return to.unit == PointUnit::quarter;
      default:
        return to.unit == PointUnit::month || to.unit == PointUnit::quarter ||
               (to.unit == PointUnit::year && !is_running_);
    }
  });
}

/// "Tết Nguyên đán", "Quốc khánh 2/9"
bool PointReader::feast(TimePoint& to) {
  if (!begins(feasts, is(ngay) ? 1 : 0)) return false;
  return attempt([&] {
    if (is_running_ && (at_ == 0 || tokens_[at_ - 1].word != truoc))
      return false;  // many tell of it
    eat(ngay);
    std::uint8_t number = 0;
    for (const PhraseRole role :
         {PhraseRole::new_year, PhraseRole::tet, PhraseRole::hung_kings, PhraseRole::victory_day,
          PhraseRole::labour_day, PhraseRole::national_day, PhraseRole::culture_day}) {
      ++number;
      if (!skip_phrase(role)) continue;
      if (attempt([&] { return (eat(ngay) || true) && numeric_point(to, nullptr, true); })) {
        return to.unit == PointUnit::day;
      }
      to = {};
      to.unit = PointUnit::day;
      to.feast = number;
      if (role != PhraseRole::tet) {
        year_after(to);
        return true;
      }
      const int named = year_by_name();
      to.year = named;
      year_after(to);
      return named == 0 || to.year == named;  // "Tết Bính Ngọ 2026"
    }
    return false;
  });
}

/// "từ 8h00 đến 11h30": the end of what begins at `minute`
int PointReader::end_of_hours(int minute) {
  if (minute < 0) return minute;
  attempt([&] {
    if (!eat_sign('-') && !eat(den)) return false;
    const int end = time_of_day();
    if (end <= minute) return false;
    minute = end;
    return true;
  });
  return minute;
}

int PointReader::time_of_day() {
  int minute = -1;
  attempt([&] {
    eat(vao);
    eat(luc) || eat(hoi);
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
