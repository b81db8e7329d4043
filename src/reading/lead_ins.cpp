#include "reading/lead_ins.hpp"

#include <utility>

#include "phrases/meanings.hpp"
#include "reading/cell_text.hpp"
#include "reading/duty_words.hpp"
#include "reading/official_lines.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_lead_in = 900;  // bytes

/// The bodies that the document is sent to.
DutyOwner owner_of_addressees(Context& context) {
  DutyOwner owner;
  for (const std::string& name : context.plan.document.addressees) {
    for (std::string& id : context.agencies.identify_all(name)) add_id(owner.leads, std::move(id));
  }
  return owner;
}

/// "Quý II/2026:"
bool is_time_alone(const Clause& clause, const TimeframeContext& times) {
  constexpr std::size_t longest = 12;  // words
  if (clause.words.size() > longest) return false;
  const auto found = find_times(clause.text, times);
  return found.size() == 1 && trim(clause.text.substr(0, found[0].begin)).empty() &&
         trim(clause.text.substr(found[0].end)) == ":";
}

/// One that is nobody's.
Charge charge_with(bool Charge::* way) {
  Charge made;
  made.*way = true;
  return made;
}

}  // namespace

const Charge& only_introduced() {
  static const Charge charge = charge_with(&Charge::only_introduced);
  return charge;
}

const Charge& by_verb() {
  static const Charge charge = charge_with(&Charge::by_verb);
  return charge;
}

const Charge& to_others() {
  static const Charge charge = [] {
    Charge made = by_verb();
    made.only_others = true;
    return made;
  }();
  return charge;
}

const Charge& to_anyone() {
  static const Charge charge = charge_with(&Charge::to_anyone);
  return charge;
}

std::optional<Charge> read_lead_in(Context& context, std::string_view text,
                                   const TimeframeContext& times) {
  if (!text.ends_with(':') || text.size() > longest_lead_in) return std::nullopt;
  const Clause clause = cut_orders(context, text).back();
  if (clause.words.empty()) return std::nullopt;
  Charge charge;
  charge.by_lead_in = true;
  const std::size_t time = end_of_leading_time(clause, times);
  if (is_time_alone(clause, times)) {
    charge.limit = find_limit(clause, times);
    charge.to_anyone = true;
    return charge.limit ? std::optional(std::move(charge)) : std::nullopt;
  }
  charge.owner = find_owner(context, clause, time);
  if (!charge.owner.any()) {
    const bool may_name_nobody = !gives_in_parts(orders_of_kind(context.plan.document.kind));
    if (!may_name_nobody || !has_words(DutyWord::demand, clause.words, 0, clause.words.size()))
      return std::nullopt;
    charge.owner = owner_of_addressees(context);
    charge.to_anyone = !charge.owner.any();
  }
  charge.owner.guessed = false;
  charge.limit = find_limit(clause, times);
  return charge;
}

}  // namespace sauro::inline v0_1::detail
