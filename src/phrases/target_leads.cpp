// The words that lead a target: how it compares, which way it changes, what they say of its number.
#include "phrases/target_reader.hpp"

namespace sauro::inline v0_1::detail {

using enum Word;

bool TargetReader::eat(TargetRole role) {
  const TargetPhrase here = phrase();
  if (here.role != role) return false;
  at_ += here.size;
  return true;
}

/// The comparisons that are data: "lớn hơn hoặc bằng", "thấp nhất", "chậm nhất", "cao hơn".
bool TargetReader::compares(Lead& lead) {
  const TargetPhrase here = phrase();
  switch (here.role) {
    case TargetRole::at_least:
      lead.comparison = Comparison::at_least;
      lead.marked = true;
      break;
    case TargetRole::at_most:
      lead.comparison = Comparison::at_most;
      lead.marked = true;
      break;
    case TargetRole::limit:
      if (!whole_) return false;  // in a running text it is a limit of time, not a target
      lead.comparison = Comparison::at_most;
      lead.marked = lead.limit = true;
      break;
    case TargetRole::more:
    case TargetRole::less:
      lead.comparison = here.role == TargetRole::more ? Comparison::above : Comparison::below;
      lead.relative = here.role;
      break;
    default:
      return false;
  }
  at_ += here.size;
  return true;
}

bool TargetReader::comparison_word(Lead& lead) {
  using enum Comparison;
  if (compares(lead)) return true;
  const auto set = [&](Comparison comparison, bool marked) {
    lead.comparison = comparison;
    lead.marked = lead.marked || marked;
    return true;
  };
  if (eat(it, nhat) || eat(toi, thieu) || eat(khong, duoi) || eat(khong, thap, hon) ||
      eat(khong, it, hon) || eat(khong, nho, hon) || eat_sign('g')) {
    return set(at_least, true);
  }
  if (eat(toi, da) || eat(khong, vuot, qua) || eat(khong, qua) || eat(khong, lon, hon) ||
      eat(khong, hon) || eat(nhieu, nhat) || eat(khong, vuot) || eat_sign('l')) {
    return set(at_most, true);
  }
  if (eat_sign('>')) return set(above, true);
  if (eat_sign('<')) return set(below, true);
  if (eat_sign('=')) return set(equal, true);
  if (eat(duoi)) return set(below, false);
  if (eat(vuot)) {
    lead.relative = TargetRole::more;
    return set(above, false);
  }
  if (eat(tren) || eat(hon)) return set(above, false);
  return false;
}

/// "tăng lên", "giảm xuống còn": not by how much, but to what.
bool TargetReader::reaches_level(Lead& lead, const Target& target) {
  if (!lead.change || lead.level) return false;
  const bool up = target.direction == "increase";
  lead.level = eat(up ? TargetRole::up_to : TargetRole::down_to);
  return lead.level;
}

bool TargetReader::changes(Lead& lead, Target& target) {
  if (eat(TargetRole::times)) {
    lead.times = true;
    if (target.direction.empty()) target.direction = "increase";
  } else if (eat(TargetRole::decrease) || eat(cat, giam) || eat(giam)) {
    target.direction = "decrease";
  } else if (eat(TargetRole::raise)) {
    target.direction = "increase";
    lead.raise = true;
  } else if (eat(TargetRole::increase) || eat(co, them) || eat(tang, them) || eat(tang)) {
    target.direction = "increase";
  } else {
    return false;
  }
  eat(TargetRole::steadily);  // "tăng đều 5%"
  lead.change = true;
  return true;
}

bool TargetReader::lead_word(Lead& lead, Target& target) {
  if (eat(phan, dau)) {
    target.stretch = true;
    return true;
  }
  if (changes(lead, target) || reaches_level(lead, target)) return true;
  if (lead.change && eat(TargetRole::place)) return lead.place = true;
  if (eat(khoang) || eat(TargetRole::about)) {
    target.approximate = true;
    return true;
  }
  if (eat(tu)) {
    lead.from = true;
    return true;
  }
  if (lead.any && lead.relative == TargetRole::none && year_in_lead(target)) return true;
  if (is(co) && is_number(1)) return eat(co);
  if (eat(bang)) return lead.equals = true;
  return eat(dat) || eat(duy, tri) || eat(nhan, rong) || eat(ty, le) || eat(binh, quan) ||
         eat(muc) || eat(la) || eat(them) || (lead.any && eat(len));
}

/// "phấn đấu đến năm 2030 đạt"
bool TargetReader::year_in_lead(Target& target) {
  const std::size_t ahead = is(den) ? 1 : 0;
  if (!is(nam, ahead) || !is_year(ahead + 1)) return false;
  target.period = std::to_string(static_cast<int>(token(ahead + 1).value));
  at_ += ahead + 2;
  return true;
}

TargetReader::Lead TargetReader::read_lead(Target& target) {
  Lead lead;
  take_some([&] {
    const bool about = phrase().role == TargetRole::about;  // "trên dưới"
    const bool taken = (!about && comparison_word(lead)) || lead_word(lead, target);
    lead.any = lead.any || taken;
    return taken;
  });
  return lead;
}

}  // namespace sauro::inline v0_1::detail
