// Who helps, and whom brackets say it of.
#include <algorithm>
#include <string_view>

#include "reading/agency_names.hpp"
#include "reading/cell_roles.hpp"
#include "reading/duty_bodies.hpp"
#include "reading/duty_names.hpp"
#include "reading/duty_words.hpp"
#include "reading/prose_labels.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {

std::size_t behind_lead(const Clause& clause, std::size_t at) {
  constexpr std::size_t role = 2;  // words of "chủ trì"
  std::size_t end = at;
  while (const std::size_t link = words_ahead(DutyWord::link, clause.words, end)) end += link;
  const bool leads =
      end >= at + role && prose_role(clause.between(end - role, end)) == ProseRole::lead;
  return leads ? end : at;
}

namespace {

/// Those who stand behind one who leads: "X chủ trì, Y và Z tham gia rà soát ...".
Partners find_named_helpers(Context& context, const Clause& clause, std::size_t from) {
  constexpr std::size_t longest_role = 3;  // words of "cùng phối hợp"
  Partners found;
  const auto& words = clause.words;
  const std::size_t first = behind_lead(clause, from);
  if (first == from || first + 2 > words.size()) return found;
  const std::string_view sign = trim(clause.gap(first));
  const bool names = !starts_small(clause, first) || words[first].key == "cac";
  if ((sign != "," && sign != ";") || !names) return found;
  const NameRun run = find_names(context, clause, first);
  if (run.end >= words.size() || run.guessed) return found;
  for (std::size_t count = longest_role; count > 0; --count) {
    const auto role = prose_role(clause.between(run.end, run.end + count));
    if (!role || certain(*role) != ProseRole::coordinator) continue;
    const std::size_t end = run.end + count;
    identify(context, clause, run, found.ids);
    if (end < words.size() && words[end].key == "voi") return found;  // "Y phối hợp với Z"
    found.begin = first;
    found.end = end;
    found.ends_before_work = true;
    break;
  }
  return found;
}

}  // namespace

DutyOwner find_bracketed(Context& context, const Clause& clause, std::size_t from) {
  DutyOwner owner;
  const auto& words = clause.words;
  for (std::size_t at = from + 1; at < std::min(words.size(), from + longest_names); ++at) {
    const std::size_t behind = behind_bracket(clause, at);
    if (behind == at) continue;
    const bool is_role = prose_role(clause.between(at, behind)).has_value();
    const bool goes_on = behind < words.size() && clause.gap(behind).find(',') != std::string::npos;
    if (!is_role || goes_on) continue;
    if (behind == words.size() || !starts_small(clause, behind)) return owner;
    const std::size_t begin = words[from].at;
    const CellRoles roles =
        read_roles(context.agencies, trim(clause.text.substr(begin, words[behind].at - begin)));
    if (roles.help.empty() || roles.guessed || !context.agencies.is_agency(roles.lead))
      return owner;
    owner.leads = context.agencies.identify_all(roles.lead);
    owner.helpers = context.agencies.identify_all(roles.help);
    owner.begin = from;
    owner.end = behind;
    return owner;
  }
  return owner;
}

Partners find_partners(Context& context, const Clause& clause, std::size_t from) {
  const auto& words = clause.words;
  Partners found = find_named_helpers(context, clause, from);
  for (std::size_t at = std::max(from, found.end); at + 2 < words.size(); ++at) {
    if (matching_words(words, at, "phoi hop") == 0) continue;
    std::size_t name = at + 2;
    name += matching_words(words, name, "chat che");
    const std::size_t with = name;
    while (name < words.size() && (words[name].key == "cung" || words[name].key == "voi")) ++name;
    if (name >= words.size()) continue;
    if (name == with && (starts_small(clause, name) || !begins_name(clause.from(name)))) continue;
    const NameRun run = find_names(context, clause, name);
    const std::size_t end = run.end;
    if (end == no_word) continue;
    identify(context, clause, run, found.ids);
    found.guessed = found.guessed || run.guessed;
    if (found.end == 0) {
      found.begin = at;
      found.end = end;
      found.ends_before_work =
          words_of_work(clause, end) != 0 || clause.gap(end).find(',') != std::string_view::npos;
    }
  }
  return found;
}

}  // namespace sauro::inline v0_1::detail
