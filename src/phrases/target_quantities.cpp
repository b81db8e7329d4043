#include "phrases/target_quantities.hpp"

#include <algorithm>
#include <utility>
#include "data/rank_scopes.hpp"

#include "sauro/text/fold.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

bool QuantityReader::try_quantity() {
  const std::size_t begin = at_;
  Target target;
  target.kind = TargetKind::quantity;
  const Lead lead = read_lead(target);
  if (!is_number() || names_something()) return back_to(begin);
  const bool joined = after_target_ && !targets_.empty();
  target.value = token().value;
  ++at_;
  bool percent = eat_sign('%');
  read_range(target, percent);
  if (percent) target.unit = "%";
  read_unit(target, percent);
  read_rate(target);
  const bool up = read_tail(target);
  if (!accepts(lead, target, percent || up, begin, joined)) return back_to(begin);
  settle_comparison(lead, target, up, joined);
  if (lead.change) target.kind = TargetKind::change;
  read_baseline(target);
  read_after(target);
  if (target.period.empty()) target.period = period_;
  as_rank(target);
  add(std::move(target), begin);
  return true;
}

void QuantityReader::read_range(Target& target, bool& percent) {
  const std::size_t before = at_;
  if (!eat_sign('-') && !eat(den)) return;
  target.upper_excluded = eat(duoi);
  if (!is_number() || names_something() || is_year()) {
    target.upper_excluded = false;
    at_ = before;
    return;
  }
  target.upper = token().value;
  ++at_;
  percent = eat_sign('%') || percent;
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

void QuantityReader::as_rank(Target& target) {
  if (target.unit.empty() || target.unit == "%") return;
  if (!names_scope(target.unit)) return;
  target.kind = TargetKind::rank;
  target.scope = std::exchange(target.unit, "");
}

bool QuantityReader::names_scope(std::string_view words) {
  const std::string key = fold(words);
  return std::any_of(data::rank_scopes.begin(), data::rank_scopes.end(),
                     [&](const auto& row) { return key.starts_with(row[0]); });
}

}  // namespace sauro::inline v0_1::detail
