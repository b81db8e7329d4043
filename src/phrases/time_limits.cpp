#include "phrases/time_limits.hpp"

#include <algorithm>
#include <cmath>

namespace sauro::inline v0_1::detail {

using enum Word;

LimitReader::Lead LimitReader::limit_lead() {
  Lead lead = Lead::none;
  for (int i = 0; i < most_leads; ++i) {
    if (eat(trong, vong) || skip_limit_noun()) {
      lead = Lead::length;
    } else if (eat(trong) || eat(cham, nhat) || eat(muon, nhat) || eat(khong, qua) ||
               eat(toi, da) || eat(la) || eat(sau) || skip_phrase(PhraseRole::until)) {
      lead = std::max(lead, Lead::some);
    } else {
      break;
    }
  }
  return lead;
}

bool LimitReader::skip_limit_noun() {  // "thời hạn", "thời gian"
  if (token().key != "thơi1" && token().key != "thoi") return false;
  if (!is(han, 1) && token(1).key != "gian") return false;
  at_ += 2;
  return true;
}

/// "05", "0,5", "1/2", "nửa"
std::optional<double> LimitReader::amount() {
  constexpr double half = 0.5;
  constexpr std::size_t most_digits = 4;
  if (eat(nua)) return half;
  if (!is_number() || token().digits > most_digits) return std::nullopt;
  const int whole = number();
  const bool touches = token(1).begin == token().end && token(2).begin == token(1).end;
  if (whole == 1 && is_sign('/', 1) && is_number(2) && number(2) == 2 && touches) {
    at_ += 3;
    return half;
  }
  if ((is_sign(',', 1) || is_sign('.', 1)) && is_number(2) && touches) {
    if (number(2) != 5 || token(2).digits != 1) return std::nullopt;
    at_ += 3;
    return whole + half;
  }
  ++at_;
  return whole;
}

std::optional<TimeUnit> LimitReader::unit() {
  if (eat(ngay)) return eat(lam, viec) ? TimeUnit::working_days : TimeUnit::days;
  if (eat(thang)) return TimeUnit::months;
  if (eat(tuan)) return TimeUnit::weeks;
  if (eat(nam)) return TimeUnit::years;
  if (eat(phut)) return TimeUnit::minutes;
  constexpr int hours_a_day = 24;
  const bool hours = is(h) && at_ > 0 && tokens_[at_ - 1].value >= hours_a_day;  // "24h"
  if (eat(gio) || (hours && !is_number(1) && eat(h)))
    return eat(lam, viec) ? TimeUnit::working_hours : TimeUnit::hours;
  return std::nullopt;
}

/// "05 ngày làm việc", "nửa tháng", "một tháng rưỡi", "30 phút"
std::optional<TimeLimit> LimitReader::length() {
  constexpr double half = 0.5;
  const std::optional<double> count = amount();
  if (!count) return std::nullopt;
  std::optional<TimeUnit> counted = unit();
  if (!counted) return std::nullopt;
  const double all = *count + (eat(ruoi) ? half : 0);
  half_day_ = all != std::floor(all) && counted == TimeUnit::days;
  if (half_day_) counted = TimeUnit::working_days;
  if (all != std::floor(all) && !has_half(*counted)) return std::nullopt;
  return TimeLimit(all, *counted);
}

/// A length, or two: "03 - 05 ngày làm việc", "từ 3 đến 5 ngày"
bool LimitReader::lengths(TimeItem& item) {
  item.least_amount = 0;
  const bool two = attempt([&] {
    eat(tu);
    const std::optional<double> least = amount();
    if (!least || (!eat_sign('-') && !eat(den))) return false;
    item.limit = length();
    if (!item.limit || item.limit->amount() <= *least) return false;
    item.least_amount = *least;
    return *least == std::floor(*least) || has_half(item.limit->unit());
  });
  if (two) return true;
  item.least_amount = 0;
  item.limit = length();
  item.half_day = half_day_ && item.limit.has_value();
  return item.limit.has_value();
}

/// "báo cáo 6 tháng trước ngày 15/6" is no limit of six months, it says which report.
bool LimitReader::stands_for_subject(const TimeLimit& length, bool marked) const {
  constexpr double half_year = 6;
  constexpr double nine_months = 9;
  return !marked && length.unit() == TimeUnit::months &&
         (length.amount() == half_year || length.amount() == nine_months);
}

bool LimitReader::dated_limit(TimeItem& item) {
  return attempt([&] {
    const bool marked = limit_lead() != Lead::none;
    if (!lengths(item)) return false;
    eat_sign(',');
    const bool from = eat(ke, tu) || eat(tinh, tu) || eat(tu) || (eat(sau) && is(ngay));
    item.before_event = !from && eat(truoc);
    if (!from && !item.before_event) return false;
    if (item.before_event && stands_for_subject(*item.limit, marked)) return false;
    if (!point(item.point, nullptr) || item.point.unit != PointUnit::day) return false;
    return !is(den) && !ends_within_day(item.limit->unit());
  });
}

/// "trong ngày làm việc": on the working day itself
bool LimitReader::same_day(TimeItem& item) {
  return attempt([&] {
    if (token().key == "ngay") ++at_;
    if (!eat(trong, ngay)) return false;
    const bool worked = eat(lam, viec);
    if (!segment_ends()) return false;
    item.limit = TimeLimit(0, worked ? TimeUnit::working_days : TimeUnit::days);
    return true;
  });
}

/// A month, a quarter or a longer stretch that the segment ends with.
bool LimitReader::names_stretch() {
  const std::size_t place = at_;
  TimePoint named;
  const bool found = point(named, nullptr) && named.unit >= PointUnit::month && segment_ends();
  at_ = place;
  return found;
}

bool LimitReader::limit(TimeItem& item) {
  item.type = TimeItem::Type::event;
  item.construction = Construction::same_day;
  if (same_day(item)) return true;
  item.construction = Construction::limit;
  return attempt([&] {
    const Lead lead = limit_lead();
    const bool marked = lead != Lead::none;
    const bool bare_year = is_year();
    if (!lengths(item) || bare_year) return false;
    const bool comma = is_sign(',') && (is(ke, 1) || is(tinh, 1));
    if (comma) ++at_;
    const bool from = eat(ke, tu) || eat(tinh, tu) || (is(tu) && !is_number(1) && eat(tu));
    item.before_event = !from && is(truoc);
    const bool after = from || item.before_event || is(sau);
    if (!from && after) ++at_;
    if (from && names_stretch()) return false;  // "30 ngày kể từ tháng 4": from which day?
    const bool ends = segment_ends();
    const TimeUnit unit = item.limit->unit();
    const bool halved = item.limit->amount() != std::floor(item.limit->amount());
    const bool in_days = (unit != TimeUnit::months && unit != TimeUnit::years) ||
                         (unit == TimeUnit::months && halved) || lead == Lead::length ||
                         is_plain_length(*item.limit);
    if (!after && !(ends && in_days && (marked || unit != TimeUnit::weeks))) return false;
    if (after && (ends || (is_number() && !from))) return false;
    if (item.before_event && stands_for_subject(*item.limit, marked)) return false;
    item.event = after ? rest_of_event() : "";
    return true;
  });
}

/// "2 tháng", "một năm" and nothing else; "6 tháng" is the first half of a year, "3 tháng" a
/// quarter.
bool LimitReader::is_plain_length(const TimeLimit& length) const {
  constexpr double quarter = 3;
  const double count = length.amount();
  const bool rhythm = length.unit() == TimeUnit::months && std::fmod(count, quarter) == 0;
  const bool alone = items_.empty() && at_ + (segment_ends() ? 1 : 0) >= tokens_.size();
  return alone && count == std::floor(count) && !rhythm && !periodic_;
}

bool LimitReader::limit_behind(TimeItem& item) {
  return attempt([&] {
    if (!is(truoc) || is_number(1)) return false;
    ++at_;
    const std::size_t begin = at_;
    const std::size_t words_end = [&] {
      std::size_t end = begin;
      while (end < tokens_.size() && tokens_[end].kind == Token::Kind::word) ++end;
      return end;
    }();
    if (words_end < begin + 2 || words_end == tokens_.size()) return false;
    at_ = words_end;
    if (!lengths(item) || !segment_ends()) return false;
    item.type = TimeItem::Type::event;
    item.construction = Construction::limit_behind_event;
    item.before_event = true;
    item.event = words(begin, words_end);
    return true;
  });
}

std::string LimitReader::rest_of_event() {
  const std::size_t begin = at_;
  while (at_ < tokens_.size()) {
    if (is_sign(';') || is(hang) || (at_ > begin && is(dinh) && is(ky, 1))) break;
    if ((is_sign(',') || is(va)) && begins_time(1)) break;
    ++at_;
  }
  return words(begin, at_);
}

bool LimitReader::begins_time(std::size_t ahead) const {
  return is(truoc, ahead) || is(cham, ahead) || is(muon, ahead) || is(hang, ahead) ||
         is(moi, ahead) || is(dinh, ahead) || (is(quy, ahead) && is_ordinal(4, ahead + 1)) ||
         (is(thang, ahead) && is_number(ahead + 1)) || is(thuong, ahead) ||
         (is(hoac, ahead) && is(hang, ahead + 1));
}

}  // namespace sauro::inline v0_1::detail
