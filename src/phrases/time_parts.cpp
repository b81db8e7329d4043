// Weekdays and parts of stretches: "thứ Sáu", "tuần đầu tháng 6", "ngày làm việc cuối cùng".
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
bool PointReader::part_of_point(TimePoint& to) {
  return attempt([&] {
    Part named;
    if (!part(named)) return false;
    eat(cua) || eat(trong);
    if (!edge_free_point(to, nullptr)) return false;
    to.part = named;
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

}  // namespace sauro::inline v0_1::detail
