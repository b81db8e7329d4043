#include "phrases/target_changes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sauro/text/fold.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

/// How many tokens before "lên" or "xuống": "(80) hồ sơ năm 2025 lên"; none where it doesn't come.
std::size_t ChangeReader::rise_ahead() const {
  constexpr std::size_t most_words = 8;
  constexpr std::size_t nowhere = most_words + 1;
  for (std::size_t i = 0; i <= most_words; ++i) {
    const TargetRole role = phrase(i).role;
    if (role == TargetRole::up_to || role == TargetRole::down_to) {
      return is(tro, i == 0 ? most_words : i - 1) ? nowhere : i;  // "trở lên"
    }
    if (!is_word(i) && !is_year(i) && !is_sign('/', i)) break;
  }
  return nowhere;
}

bool ChangeReader::tells_change(std::size_t at) const {
  const TargetRole role = phrases_[at].role;
  const Token& here = tokens_[at];
  return role == TargetRole::increase || role == TargetRole::decrease ||
         role == TargetRole::raise || here.word == tang || here.word == giam || here.key == "rut2";
}

ChangeReader::Rise ChangeReader::read_rise(Target& target, const Lead& lead, std::size_t first,
                                           std::string& share, Lead& second) {
  if (lead.change && !lead.from) return Rise::none;  // "tăng 5% lên 90%": by how much, and to what
  const std::size_t before = at_;
  const std::size_t ahead = rise_ahead();
  if (ahead >= tokens_.size() - at_) return Rise::none;
  std::size_t turn = at_;
  while (turn < at_ + ahead && !tells_change(turn)) ++turn;  // "15 ngày giảm xuống"
  at_ += ahead;
  const bool up = phrase().role == TargetRole::up_to;
  if (!eat(up ? TargetRole::up_to : TargetRole::down_to)) {
    at_ = before;
    return Rise::none;
  }
  Target after;
  second = read_lead(after);
  const std::optional<double> value = second.change ? std::nullopt : read_count(second);
  if (!value) {
    at_ = before;
    return Rise::none;
  }
  if (const std::string last = read_share(); !last.empty()) share = last;
  const double from = target.value.value_or(0);
  const std::string direction = up ? "increase" : "decrease";
  const bool agrees = target.direction.empty() || target.direction == direction;
  if (!agrees || (up ? *value <= from : *value >= from)) return Rise::contradictory;
  target.direction = direction;
  target.baseline = closed_words(first, turn);
  target.upper.reset();
  target.value = value;
  target.period = after.period;
  target.stretch = target.stretch || after.stretch;
  target.approximate = target.approximate || after.approximate;
  return Rise::read;
}

std::optional<double> ChangeReader::read_multiple(const Lead& lead) {
  if (token().key == "đôi") {
    ++at_;
    return 2;
  }
  if (token().key == "rươi4") {
    ++at_;
    return 1.5;
  }
  const bool figures = is_number();
  const std::optional<double> value = read_count(lead);
  if (!value || eat(lan)) return value;
  // "gấp ba" needs no "lần" where nothing else is counted
  return figures || is_word() ? std::nullopt : value;
}

bool ChangeReader::read_times(Target& target, Lead& lead) {
  lead.marked = true;  // numbers in words may follow
  std::optional<double> value;
  const std::size_t first = at_;
  if (is_number() && (is_sign('-', 1) || is(den, 1)) && is_number(2)) {
    value = token().value;
    at_ += 2;
    target.upper = read_multiple(lead);
    if (!target.upper) return back_to(first);
  } else {
    value = read_multiple(lead);
  }
  if (!value) return back_to(first);
  target.kind = TargetKind::change;
  target.value = value;
  target.unit = "lần";
  target.comparison = target.upper                          ? Comparison::range
                      : lead.comparison != Comparison::none ? lead.comparison
                                                            : Comparison::equal;
  if (read_tail(target)) target.comparison = Comparison::at_least;
  const bool against = is(nam) || is(muc) || is(ky) || is(cung) || is(binh) || is(so);
  if (eat(so, voi) || (against && !is(so))) target.baseline = rest_of_piece();
  return true;
}

void ChangeReader::as_relative(Target& target, const Lead& lead, bool bounded) {
  const bool places = fold(target.unit) == "bac";
  if (lead.relative == TargetRole::none || (target.baseline.empty() && !places)) return;
  const bool more = lead.relative == TargetRole::more;
  const Comparison plain = more ? Comparison::above : Comparison::below;
  target.kind = TargetKind::change;
  target.direction = more ? "increase" : "decrease";
  if (!bounded && target.comparison == plain) target.comparison = Comparison::equal;
}

/// "ít nhất 5%", "là 2 bậc" where a baseline ends
bool ChangeReader::read_amount(Target& target) {
  Target amount;
  const Lead lead = read_lead(amount);
  const bool counted = !lead.change && !lead.times && !lead.limit && is_number();
  const std::optional<double> value = counted ? read_count(lead) : std::nullopt;
  if (!value) return false;
  amount.value = value;
  std::string share = read_share();
  if (share.empty() && (is(bac) || is(diem)) && !is_word(1)) share = is(bac) ? "bậc" : "điểm";
  if (share.empty()) return false;
  if (share != "bậc" && share != "điểm") {
    if (is_word() && !is(tro)) return false;
  } else {
    ++at_;
  }
  target.value = value;
  target.unit = share;
  target.comparison = lead.comparison != Comparison::none ? lead.comparison
                      : lead.from                         ? Comparison::at_least
                                                          : Comparison::equal;
  if (read_tail(amount)) target.comparison = Comparison::at_least;
  return true;
}

void ChangeReader::read_comparison(Target& target) {
  const std::size_t begin = at_;
  const std::size_t end = [&] {
    rest_of_piece();
    return at_;
  }();
  at_ = begin;
  // only what stands at the end of the piece can be the amount, so few places are tried
  constexpr std::size_t most_before_end = 8;
  std::size_t from = end - begin > most_before_end ? end - most_before_end : begin + 1;
  for (; from < end; ++from) {
    at_ = from;
    if (read_amount(target)) {
      target.baseline = words(begin, from);
      return;
    }
  }
  at_ = end;
  target.baseline = words(begin, end);
}

/// Whether nothing follows that a number could count.
bool ChangeReader::ends_piece() const {
  return !is_word() || is(tro) || is(so) || is(nam) || is(moi) || is(hang) || is(trong) ||
         is(den) || is(va);
}

/// The number here, by which or to which what stands since token `of` changes.
bool ChangeReader::read_change_at(Target& target, std::size_t of) {
  const bool ratio = tokens_[of].word == ty;
  const TargetRole turn = target.direction == "increase" ? TargetRole::up_to : TargetRole::down_to;
  const std::size_t end = at_;
  const bool level = eat(turn);
  Lead lead;
  while (at_ - end < 8 &&
         (comparison_word(lead) || eat(khoang) || eat(TargetRole::about) || eat(la) || eat(tu))) {
  }
  // "giảm tỷ lệ hộ nghèo dưới 2%", "ít nhất 2%": by so much or to so much
  const bool loose = lead.comparison == Comparison::above || lead.comparison == Comparison::below;
  if (!level && (loose || (ratio && lead.comparison != Comparison::none))) return false;
  lead.marked = true;
  target.value = read_count(lead);
  if (!target.value) return false;
  target.unit = read_share();
  if (target.unit.empty()) {
    if (!is(ngay) && !is(gio) && !is(bac) && !is(diem)) return false;
    read_unit(target, false);
  }
  target.of = words(of, end);
  target.kind = level ? TargetKind::quantity : TargetKind::change;
  target.comparison = lead.comparison == Comparison::none ? Comparison::equal : lead.comparison;
  read_rate(target);
  if (read_tail(target)) target.comparison = Comparison::at_least;
  return ends_piece();
}

/// Whether a word ties the number after it to something else than the change: "cho 20% hộ".
bool ChangeReader::leads_number() const {
  constexpr std::array words = {cua,  trong, o,    theo, voi,   dat, duoi,  tren,  hon,
                                vuot, nhat,  bang, den,  thieu, len, xuong, khong, qua};
  const bool known = std::find(words.begin(), words.end(), token().word) != words.end();
  return known || token().key == "cho" || token().key == "tai5" || token().key == "con1";
}

bool ChangeReader::try_change_of() {
  constexpr std::size_t most_words = 10;
  const std::size_t begin = at_;
  Target target;
  target.stretch = eat(phan, dau);
  const bool decrease = eat(TargetRole::decrease) || eat(cat, giam) || eat(giam);
  if (!decrease && !eat(tang)) return back_to(begin);
  target.direction = decrease ? "decrease" : "increase";
  const std::size_t of = at_;
  if (token().key == "cương1") return back_to(begin);  // "tăng cường"
  for (std::size_t i = 1; i <= most_words; ++i) {
    at_ = of + i - 1;
    if (!is_word()) break;
    const bool leads = leads_number();
    at_ = of + i;
    Target found = target;
    if (leads || !read_change_at(found, of)) continue;
    read_baseline(found);
    read_after(found);
    if (found.period.empty()) found.period = period_;
    add(std::move(found), begin);
    return true;
  }
  return back_to(begin);
}

}  // namespace sauro::inline v0_1::detail
