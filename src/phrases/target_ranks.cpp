#include "phrases/target_ranks.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "sauro/text/fold.hpp"
#include "data/rank_scopes.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

/// Whether a text begins with those whom a rank is among: "các xã", no "công tác".
bool RankReader::names_others(std::string_view words) {
  const std::string key = fold(words) + " ";
  return std::any_of(data::rank_scopes.begin(), data::rank_scopes.end(),
                     [&](const auto& row) { return key.starts_with(std::string(row[0]) + " "); });
}

/// "đứng đầu cả nước", but not "đứng đầu cơ quan", "đứng đầu trong công tác", "người đứng đầu".
bool RankReader::heads_others(std::size_t begin) const {
  if (begin > 0 && fold(words(begin - 1, begin)) == "nguoi") return false;
  if (!is_word() || is(ve)) return true;
  const bool within = is(trong);
  if (within && is_number(1)) return true;
  const std::size_t from = at_ + (within ? 1 : 0);
  const std::string rest = words(from, std::min(from + 3, tokens_.size()));
  return within ? names_others(rest) : names_scope(rest);
}

bool RankReader::read_place_words() {
  return take_some([&] { return eat(TargetRole::place) || eat(xep) || eat(dung); });
}

/// "đứng đầu cả nước", "xếp thứ nhất", "đứng thứ nhì"
bool RankReader::read_first(Target& target, bool named, std::size_t begin) {
  if (!named) return false;
  const std::size_t before = at_;
  const bool head = eat(dau);
  const bool second = !head && (token().key == "nhi1");
  if (!head && !second && !is(nhat)) return false;
  if (!head) ++at_;
  if (!heads_others(begin)) return back_to(before);
  target.comparison = Comparison::equal;
  target.value = second ? 2 : 1;
  target.scope = rest_of_piece();
  return true;
}

/// What bounds a place: "không thấp hơn 10", "≤ 10". Of words only those that ask for the place or
/// a better one are clear; "tối đa 10" and "≥ 10" may mean either side.
bool RankReader::read_bound(Target& target) {
  const bool sign = !is_word();
  Lead lead;
  if (!comparison_word(lead)) return true;
  using enum Comparison;
  const bool clear =
      sign ? lead.comparison == at_most || lead.comparison == below || lead.comparison == equal
           : lead.comparison == at_least;
  target.comparison = sign ? lead.comparison : at_most;
  return clear;
}

bool RankReader::read_place(Target& target) {
  eat(dat) || eat(la);
  eat(TargetRole::place);
  eat(thu);
  if (!is_number() || is_sign('%', 1)) return false;
  target.value = token().value;
  ++at_;
  if (is_sign('/') && is_number(1)) {  // "5/34 tỉnh"
    at_ += 2;
    Target among;
    read_unit(among, false);
  }
  return true;
}

/// "(từ vị trí thứ 15) lên thứ 10"; higher places are smaller numbers
bool RankReader::read_climb(Target& target, std::size_t first) {
  const TargetRole role = phrase().role;
  const std::size_t turn = at_;
  const double before = *target.value;
  eat(role);
  const bool up = role == TargetRole::up_to;
  if (!read_place(target) || up != (*target.value < before)) return false;
  target.direction = up ? "increase" : "decrease";
  target.baseline = words(first, turn);
  return true;
}

/// The number of a rank and what is said of it; what has no clear meaning gives false.
bool RankReader::read_number(Target& target, const Lead& lead, bool group) {
  target.comparison = group ? Comparison::at_most : Comparison::equal;
  if (is(nam) && is_year(1)) read_after(target);  // "thứ hạng năm 2026"
  eat(dat);
  const bool about = eat(khoang);
  const bool from = eat(tu) || lead.from;
  if (!from && !group && !read_bound(target)) return false;
  const std::size_t first = at_;
  if (!read_place(target)) return false;
  const TargetRole turn = phrase().role;
  const bool climbs = turn == TargetRole::up_to || turn == TargetRole::down_to;
  if (climbs ? !read_climb(target, first) : lead.change) return false;
  if (eat_sign('-') || eat(den)) {
    if (!is_number()) return false;
    if (group) {  // "tốp 10 - 15"
      ++at_;
      return false;
    }
    target.upper = token().value;
    target.comparison = Comparison::range;
    ++at_;
  }
  read_unit(target, false);
  target.scope = std::exchange(target.unit, "");
  target.approximate = about && !target.upper;
  if (is(tro) && is(xuong, 1)) return false;
  if (eat(tro, len)) {
    target.comparison = Comparison::at_most;
    return true;
  }
  return !from || climbs || target.upper;  // "từ 10" alone is no bound
}

/// "xếp hạng trong nhóm 10 địa phương dẫn đầu", "top 5", "đứng thứ 3"
bool RankReader::try_rank() {
  const std::size_t begin = at_;
  Target target;
  target.kind = TargetKind::rank;
  Lead lead;
  take_some([&] { return lead.any = lead_word(lead, target); });
  const bool named = read_place_words() || lead.place;
  eat(trong) || eat(thuoc) || eat(o);
  const bool group = eat(TargetRole::group);
  if (!group && !lead.change && read_first(target, named, begin)) {
    add(std::move(target), begin);
    return true;
  }
  const bool counted = begin > 0 && tokens_[begin - 1].kind == Token::Kind::number;
  if ((!group && !named) || counted) return back_to(begin);  // "3 nhóm 5 người"
  const std::size_t before = at_;
  if (!read_number(target, lead, group)) {
    // a place that isn't clear is passed with its number, which would else be taken for a quantity
    if (!target.value && !is_number()) return back_to(begin);
    at_ = std::max(at_, before + 1);
    return true;
  }
  read_after(target);
  if (target.period.empty()) target.period = period_;
  add(std::move(target), begin);
  return true;
}

}  // namespace sauro::inline v0_1::detail
