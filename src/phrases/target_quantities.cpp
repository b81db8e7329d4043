#include "phrases/target_quantities.hpp"

#include <algorithm>
#include <utility>

#include "sauro/text/fold.hpp"
#include "data/rank_scopes.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

bool QuantityReader::try_quantity() {
  const std::size_t begin = at_;
  Target target;
  target.kind = TargetKind::quantity;
  skip_each();
  Lead lead = read_lead(target);
  const bool multiple = lead.equals && is_number() && token().value > 1 && is(lan, 1);
  if (multiple) target.direction = "increase";
  if (lead.times || multiple) return try_times(std::move(target), lead, begin);
  if (try_fraction(target, lead, begin)) return true;
  const std::size_t first = at_;
  target.value = read_count(lead);
  if (!target.value) return try_part_of_all(std::move(target), lead, begin) || back_to(begin);
  const bool joined = after_target_ && !targets_.empty();
  std::string share = read_share();
  const std::string scale = read_smaller(target);
  if (read_margin(target) && share.empty()) share = read_share();
  read_range(target, lead, share);
  const bool falls = target.upper && *target.upper < *target.value;  // "15-6" is no range
  // numbers whose meaning is unclear are passed: each alone would be taken for a target
  if (falls || !follow_rise(target, lead, first, share)) return true;
  const bool of_set_number = names_set_number(lead, target, share);
  read_counted(target, share);
  if (!scale.empty()) target.unit = scale + (target.unit.empty() ? "" : " ") + target.unit;
  if (!fits(target, lead, share)) return back_to(begin);
  if (is_rhythm(target)) return true;
  read_rate(target);
  const bool up = read_tail(target);
  if (!accepts(lead, target, !share.empty() || up, begin, joined)) return back_to(begin);
  if (lead.limit && !is_limit(target)) return true;
  settle_comparison(lead, target, up, joined);
  settle_kind(target, lead);
  if (of_set_number) target.baseline = std::exchange(target.of, "");
  read_baseline(target);
  as_relative(target, lead, up);
  const bool listed = joined && begin > 0 && tokens_[begin - 1].word == va;
  if (listed && !lead.any) share_change(target);
  finish(std::move(target), begin);
  return true;
}

/// "dự toán" behind "vượt 10%": by how much; what is over 100% is a share of it.
bool QuantityReader::names_set_number(const Lead& lead, const Target& target,
                                      const std::string& share) const {
  constexpr double whole = 100;
  const std::size_t next = is(cua) ? 1 : 0;
  return lead.relative != TargetRole::none && share == "%" && *target.value < whole &&
         phrase(next).role == TargetRole::set_number;
}

/// Takes "lên 90%" after "từ 80%", so that `lead` says what leads to 90; false where both
/// contradict each other.
bool QuantityReader::follow_rise(Target& target, Lead& lead, std::size_t first,
                                 std::string& share) {
  Lead second;
  const Rise rise = lead.place ? Rise::none : read_rise(target, lead, first, share, second);
  if (rise != Rise::read) return rise == Rise::none;
  second.change = second.level = second.marked = true;
  lead = second;
  read_range(target, lead, share);
  return true;
}

/// Whether what is counted agrees with the word that leads: "nâng 5 bậc", but not "nâng 5 trạm".
bool QuantityReader::fits(const Target& target, const Lead& lead, const std::string& share) {
  if (lead.place) return counts_places(target);
  return !lead.raise || lead.level || !share.empty() || counts_places(target) ||
         fold(target.unit).starts_with("diem");
}

void QuantityReader::finish(Target target, std::size_t begin) {
  read_after(target);
  if (target.period.empty()) target.period = period_;
  as_rank(target);
  add(std::move(target), begin);
}

/// "gấp 1,5 lần năm 2025"
bool QuantityReader::try_times(Target target, Lead lead, std::size_t begin) {
  if (!read_times(target, lead)) return back_to(begin);
  if (target.direction != "increase") return true;  // "giảm gấp đôi" has no clear meaning
  finish(std::move(target), begin);
  return true;
}

/// Whether the figures here say how many of how many, and neither a day ("5/12") nor a fraction
/// ("2/3 số đại biểu", "1/2 ngày").
bool QuantityReader::is_part_of_all(const Lead& lead, bool at_start) const {
  constexpr double most_months = 12;
  constexpr double most_parts = 5;
  if (is_score(lead, at_start)) return true;
  const bool figures = is_number() && is_sign('/', 1) && is_number(2) && is_word(3);
  const bool shape = figures && !is_year(2) && token().value > 0;  // "6/2026" is a month
  if (!shape || names_number() || token().value > token(2).value) return false;
  if (is(ngay, 3) || is(gio, 3) || is(thang, 3) || is(tuan, 3) || is(so, 3)) return false;
  if (token(3).key == "sô2" || token(3).key == "tông3" || lead.change) return false;
  const double all = token(2).value;
  if (all > most_months) return true;
  return whole_ && at_start && (token().value == all || (all > most_parts && lead.any));
}

/// "41/41 đơn vị"
bool QuantityReader::try_part_of_all(Target target, const Lead& lead, std::size_t begin) {
  if (!is_part_of_all(lead, piece_start_ || begin == 0 || lead.any)) return false;
  target.value = token().value;
  const std::size_t all = at_ + 2;
  const bool score = is_score(lead, true);
  at_ += 3;
  read_unit(target, false);
  if (target.unit.empty() && !score) return false;
  target.of = words(all, at_);
  settle_comparison(lead, target, false, false);
  finish(std::move(target), begin);
  return true;
}

void QuantityReader::read_range(Target& target, const Lead& lead, std::string& share) {
  const std::size_t before = at_;
  if (!eat_sign('-') && !eat(den)) return;
  target.upper_excluded = eat(duoi);
  const bool other = is_number() && (names_something() || is_year());
  if (is_score(lead, true) && is(diem, 3)) {  // "80 - 85/100 điểm"
    target.upper = token().value;
    at_ += 3;
    target.of = words(at_ - 1, at_ + 1);
  } else if (!other) {
    target.upper = read_count(lead);
  }
  if (!target.upper) {
    target.upper_excluded = false;
    at_ = before;
    return;
  }
  if (const std::string last = read_share(); !last.empty()) share = last;
}

/// What is counted, or what a share is of; "điểm %" and "điểm phần trăm" are units.
void QuantityReader::read_counted(Target& target, const std::string& share) {
  if (!share.empty()) target.unit = share;
  if (share.empty() && is(diem)) {
    const std::size_t begin = at_++;
    if (!read_share().empty()) {
      target.unit = words(begin, at_);
      return;
    }
    at_ = begin;
  }
  read_unit(target, !share.empty());
}

bool QuantityReader::accepts(const Lead& lead, const Target& target, bool clear, std::size_t begin,
                             bool joined) const {
  const bool plain_range = target.upper.has_value();
  if (clear || lead.change) return clear || lead.marked || !target.unit.empty();
  if (lead.marked) return whole_ || !target.unit.empty();
  if (!whole_) return false;
  const bool at_start = piece_start_ || begin == 0 || (joined && !target.unit.empty());
  return at_start || lead.comparison != Comparison::none || plain_range;
}

void QuantityReader::settle_comparison(const Lead& lead, Target& target, bool up, bool joined) {
  if (target.upper) {
    target.comparison = Comparison::range;
  } else if (up) {
    return;  // "trở lên" has said it
  } else if (lead.comparison != Comparison::none) {
    target.comparison = lead.comparison;
  } else if (lead.from) {
    target.comparison = Comparison::at_least;
  } else if (joined && !lead.any && target.unit != "%" && !targets_.back().unit.empty()) {
    target.comparison = targets_.back().comparison;  // "≥ 01 HTX và 10 tổ hợp tác"
    if (target.comparison == Comparison::range) target.comparison = Comparison::equal;
  } else {
    target.comparison = Comparison::equal;
  }
}

/// "giảm 30% thời gian và 20% chi phí": the second is cut too.
void QuantityReader::share_change(Target& target) const {
  const Target& before = targets_.back();
  const bool alike = before.unit == target.unit && before.of.empty() == target.of.empty();
  if (!alike || before.kind != TargetKind::change || target.unit != "%") return;
  target.kind = TargetKind::change;
  target.direction = before.direction;
}

/// "ít nhất 6 tháng một lần" says how often, not how many months.
bool QuantityReader::is_rhythm(const Target& target) const {
  const std::string key = fold(target.unit);
  const bool time = key.starts_with("ngay") || key.starts_with("tuan") ||
                    key.starts_with("thang") || key.starts_with("nam");
  return time && (key.ends_with(" mot lan") || (is_number() && is(lan, 1)));
}

bool QuantityReader::counts_places(const Target& target) {
  const std::string key = fold(target.unit);
  return key == "bac" || key.starts_with("bac ");
}

/// What rises to a level is a quantity that has a direction; places are always told by how many.
void QuantityReader::settle_kind(Target& target, const Lead& lead) {
  const bool level = lead.level && !counts_places(target);
  if (lead.change && !level) target.kind = TargetKind::change;
}

/// Whether what comes after "chậm nhất" is a length of time: "5 ngày làm việc", but not "17 giờ".
bool QuantityReader::is_limit(const Target& target) {
  constexpr double hours_a_day = 24;
  const std::string key = fold(target.unit);
  const auto counts = [&](std::string_view unit) {
    return key == unit || (key.starts_with(unit) && key[unit.size()] == ' ');
  };
  if (key.find(" truoc") != std::string::npos)
    return false;  // "15 ngày trước khi họp" is the other side
  if (counts("gio")) return key.starts_with("gio lam viec") || *target.value >= hours_a_day;
  return counts("ngay") || counts("tuan") || counts("thang") || counts("phut");
}

void QuantityReader::as_rank(Target& target) {
  if (target.unit.empty() || target.unit == "%") return;
  if (!names_scope(target.unit)) return;
  target.kind = TargetKind::rank;
  target.scope = std::exchange(target.unit, "");
}

bool QuantityReader::names_scope(std::string_view words) {
  const std::string key = fold(words);
  return std::any_of(data::rank_scopes.begin(), data::rank_scopes.end(),
                     [&](const auto& row) { return row[1] == "whole" && key.starts_with(row[0]); });
}

}  // namespace sauro::inline v0_1::detail
