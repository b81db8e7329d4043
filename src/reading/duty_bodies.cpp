#include "reading/duty_bodies.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_roles.hpp"
#include "reading/cell_text.hpp"
#include "reading/duty_names.hpp"
#include "reading/duty_words.hpp"
#include "reading/official_lines.hpp"
#include "reading/prose_labels.hpp"
#include "reading/words.hpp"
#include "text/capitals.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// "Nguyễn Văn An": two to five words with capitals; one where a sign ends it: "Nam:".
std::size_t end_of_person(const Clause& clause, std::size_t first) {
  constexpr std::size_t most = 5;
  std::size_t at = first;
  while (at < clause.words.size() && at - first < most && !starts_small(clause, at) &&
         !is_digit(decode(clause.text, clause.words[at].at).value) &&
         (at == first || clause.gap(at) == " ")) {
    ++at;
  }
  const bool ends = at == clause.words.size() || clause.gap(at) != " ";
  return at - first >= (ends ? 1U : 2U) ? at : first;
}

bool starts_post(const Clause& clause, std::size_t first) {
  return words_ahead(DutyWord::head_post, clause.words, first) != 0 ||
         words_ahead(DutyWord::post, clause.words, first) != 0 ||
         words().starts_post(fold(clause.from(first).substr(0, 60)));
}

class PersonReader {
 public:
  PersonReader(Context& context, const Clause& clause) : context_(context), clause_(clause) {}

  /// Persons from word `first` on.
  DutyOwner read(std::size_t first) {
    DutyOwner owner;
    owner.end = first;
    while (true) {
      const std::size_t count = words_ahead(DutyWord::honorific, clause_.words, first);
      if (count == 0 || !take(first + count, owner)) return owner;
      first = owner.end;
      if (first < clause_.words.size() && clause_.words[first].key == "va") ++first;
    }
  }

  /// A person by the whole name and a post before a colon: "Nguyễn Văn Em, Tổ trưởng ...: ..."
  DutyOwner read_named(std::size_t first) {
    if (first >= clause_.words.size() || !words().is_surname(clause_.words[first].key)) return {};
    const std::size_t at = end_of_person(clause_, first);
    const bool posted = at > first + 1 && at < clause_.words.size() && clause_.gap(at) != " " &&
                        !parts_clause(at) && starts_post(clause_, at) &&
                        is_person(clause_.between(first, at));
    DutyOwner owner;
    if (!posted || !take(first, owner)) return {};
    const bool ends = owner.end >= clause_.words.size() ||
                      clause_.gap(owner.end).find(':') != std::string_view::npos;
    return ends ? owner : DutyOwner{};
  }

 private:
  bool take(std::size_t first, DutyOwner& owner) {
    std::size_t at = starts_post(clause_, first) ? first : end_of_person(clause_, first);
    const bool called = at == first && first + 1 < clause_.words.size() &&
                        !starts_small(clause_, first) && leads_to_work(clause_, first + 1);
    if (called && !starts_post(clause_, first)) at = first + 1;  // "chị Lan phụ trách"
    if (at == first && !starts_post(clause_, first)) return false;
    Person person;
    person.name = clause_.between(first, at);
    if (at < clause_.words.size() && starts_post(clause_, at) && !parts_clause(at)) {
      const std::size_t before = owner.leads.size();
      const std::size_t end = end_of_post(at, owner.leads);
      person.post = one_line(clause_.between(at, end));
      at = end;
      const bool is_body = person.name.empty() && owner.leads.size() == before &&
                           !words().starts_post(fold(person.post)) &&
                           context_.agencies.is_agency(person.post);
      if (is_body) {  // "Các đồng chí Trưởng thôn"
        add_id(owner.leads, context_.agencies.identify(person.post));
        owner.end = at;
        return true;
      }
    }
    owner.people.push_back(std::move(person));
    owner.end = at;
    return true;
  }

  [[nodiscard]] bool parts_clause(std::size_t at) const {
    return clause_.gap(at).find_first_of(";:.") != std::string_view::npos;
  }

  /// The end of a post; adds the body that its holder heads.
  std::size_t end_of_post(std::size_t first, std::vector<std::string>& leads) {
    const std::size_t head = words_ahead(DutyWord::head_post, clause_.words, first);
    if (head != 0 && first + head < clause_.words.size()) {
      const NameRun run = find_names(context_, clause_, first + head);
      identify(context_, clause_, run, leads);
      if (run.end != no_word) return run.end;
    }
    std::size_t at = first + 1;
    while (at < clause_.words.size() &&
           clause_.gap(at).find_first_of(",;:.)") == std::string::npos &&
           !(starts_small(clause_, at) && words_of_work(clause_, at) != 0) &&
           !(starts_small(clause_, at) && at > first + 1 &&
             words_ahead(DutyWord::link, clause_.words, at) != 0)) {
      ++at;
    }
    const std::string_view post = clause_.between(first, at);
    if (words_ahead(DutyWord::post, clause_.words, first) != 0 && context_.agencies.is_known(post))
      add_id(leads, context_.agencies.identify(post));  // "công chức Tư pháp - Hộ tịch"
    const bool heads = first + 2 < at && clause_.words[first].key == clause_.words[first + 2].key;
    if (heads && !starts_small(clause_, first + 2))  // "Tổ trưởng Tổ CNSCĐ"
      add_id(leads, context_.agencies.identify(clause_.between(first + 2, at)));
    return at;
  }

  Context& context_;
  const Clause& clause_;
};

/// Whether words [first, last) name the issuer or who heads it: "Chủ tịch UBND tỉnh".
bool is_speaker(const Context& context, const Clause& clause, std::size_t first, std::size_t last) {
  if (context.agencies.is_issuer(clause.between(first, last))) return true;
  if (!starts_post(clause, first)) return false;
  for (std::size_t at = first + 1; at < last; ++at) {
    if (context.agencies.is_issuer(clause.between(at, last))) return true;
  }
  return false;
}

/// The word with which the issuer, who speaks in a clause, gives something to somebody: "yêu cầu"
/// of "Để khắc phục, Chủ tịch UBND tỉnh yêu cầu ..."; `from` where he doesn't.
std::size_t end_of_speaker(const Context& context, const Clause& clause, std::size_t from) {
  const auto& words = clause.words;
  const auto without_demands = [&](std::size_t first, std::size_t last) {
    while (last > first + 1 && words_behind(DutyWord::demand, words, last) != 0)
      last -= words_behind(DutyWord::demand, words, last);
    return last;
  };
  std::size_t start = from;
  for (std::size_t at = from; at < std::min(words.size(), from + longest_names); ++at) {
    if (at > from && clause.gap(at).find_first_of(",:") != std::string_view::npos) {
      const std::size_t last = without_demands(start, at);
      if (last == at || !is_speaker(context, clause, start, last)) start = at;
    }
    const bool hands_out = at > start && starts_small(clause, at) &&
                           words_ahead(DutyWord::introduction, words, at) != 0;
    if (!hands_out) continue;
    if (is_speaker(context, clause, start, without_demands(start, at))) return at;
  }
  return from;
}

/// Whether what may be the name of a body is a verb as well and no sign says that it is one:
/// "Thanh tra, kiểm tra việc ..."; no "Thanh tra tỉnh", no "Thanh tra: ...".
bool is_only_verb(const Clause& clause, std::size_t first, std::size_t last) {
  constexpr std::size_t longest_verb = 2;  // words
  const bool sign = last >= clause.words.size() || clause.gap(last).find(':') != std::string::npos;
  if (last > first && clause.words[last - 1].key == "va") --last;
  if (sign || last - first > longest_verb) return false;
  const std::string lowered = uncapitalised(clause.between(first, last));
  return words_of_work(clause_of(lowered), 0) == last - first;
}

/// Whether a heading that could be a name ends as a sentence and says something: "Ban Tiếp công dân
/// tỉnh tiếp dân."
bool is_sentence(const Context& context, const Clause& heading, std::size_t name) {
  constexpr std::size_t longest_named = 12;  // words
  const auto& words = heading.words;
  if (!heading.text.ends_with('.') && !heading.text.ends_with(';')) return false;
  if (known_list_at(context, heading, name) == words.size()) return false;
  if (nameless_at(heading, name) != no_word) return true;
  for (std::size_t at = name + 1; at < words.size(); ++at) {
    if (starts_small(heading, at) &&
        (words_of_work(heading, at) != 0 || words_ahead(DutyWord::limit, words, at) != 0 ||
         words_ahead(DutyWord::soft_limit, words, at) != 0))
      return true;
  }
  return words.size() > longest_named;
}

/// Verbs behind whoever does what stands before him: "do đồng chí Lê Văn An phụ trách".
bool is_done(const Clause& clause, std::size_t at) {
  const std::string_view verb = clause.between(at, at + 2);
  const auto role = prose_role(verb);
  return role == ProseRole::lead || role == ProseRole::coordinator || verb == "thực hiện" ||
         verb == "tổ chức" || verb == "phụ trách" || verb == "chỉ đạo" || verb == "theo dõi" ||
         verb == "đảm nhiệm";
}

}  // namespace

/// The end of names that end at a word, where the last of them is known as a longer or a shorter
/// one: "Ban Quản lý dự án đầu tư xây dựng" of "Ban Quản lý dự án | đầu tư xây dựng hoàn thiện".
static std::size_t longest_known(const Context& context, const Clause& clause, std::size_t first,
                                 std::size_t end) {
  const std::size_t start = start_of_last(clause, first, end);
  if (context.agencies.is_known(clause.between(start, end))) return end;
  const bool goes_on = end < clause.words.size() && clause.gap(end) == " ";
  const std::size_t known = goes_on ? known_at(context, clause, start) : no_word;
  if (known != no_word && known > end) return known;
  return end_of_known(context, clause, first, end);
}

/// A group of which some are meant: "Các xã còn lại"; which is open where the document isn't sent
/// to a group that is called so.
static DutyOwner owner_of_group(Context& context, const Clause& clause, std::size_t name,
                                std::size_t end) {
  DutyOwner owner;
  const std::string_view group = clause.between(name, end);
  owner.leads.push_back(context.agencies.identify(group));
  owner.end = end;
  const auto& addressees = context.plan.document.addressees;
  const std::string key = fold(group);
  owner.guessed =
      words().limits_group(key) && !context.agencies.is_listed(group) &&
      std::none_of(addressees.begin(), addressees.end(),
                   [&](const std::string& addressee) { return fold(addressee) == key; });
  return owner;
}

DutyOwner find_owner(Context& context, const Clause& clause, std::size_t from) {
  from = end_of_speaker(context, clause, from);
  const std::size_t first = from + words_ahead(DutyWord::introduction, clause.words, from);
  if (words_ahead(DutyWord::honorific, clause.words, first) != 0) {
    DutyOwner owner = PersonReader(context, clause).read(first);
    owner.introduced = first != from;
    if (owner.any()) return owner;
  }
  if (DutyOwner person = PersonReader(context, clause).read_named(first); person.any()) {
    person.introduced = first != from;
    return person;
  }
  DutyOwner owner;
  const std::size_t name = first + head_post_at(context, clause, first);
  if (const std::size_t end = group_at(clause, name); end != no_word) {
    owner = owner_of_group(context, clause, name, end);
    owner.introduced = first != from;
    owner.begin = from;
    return owner;
  }
  NameRun run;
  run.end = end_of_subject(context, clause, name);
  if (run.end != no_word) {
    const std::size_t end = longest_known(context, clause, name, run.end);
    const bool open = end < run.end || is_unfinished(context, clause, name, end) ||
                      !context.agencies.is_agency(names_between(context, clause, name, end));
    run = {end, {name}, open};
  }
  owner.introduced = first != from;
  if (run.end == no_word || clause.gap(run.end).find('(') != std::string_view::npos) {
    if (DutyOwner several = find_bracketed(context, clause, name); several.any()) {
      several.introduced = owner.introduced;
      return several;
    }
  }
  if (run.end == no_word && owner.introduced) run = find_names(context, clause, name);
  if (run.end == no_word || (!owner.introduced && is_only_verb(clause, name, run.end))) return {};
  identify(context, clause, run, owner.leads);
  owner.begin = from;
  owner.end = run.end;
  owner.guessed = run.guessed;
  return owner;
}

DutyOwner find_known_owner(Context& context, const Clause& clause, std::size_t from,
                           bool may_be_nameless) {
  DutyOwner owner;
  const std::size_t name = from + head_post_at(context, clause, from);
  NameRun run{known_list_at(context, clause, name), {name}, true};
  if (run.end == no_word && may_be_nameless) run.end = nameless_at(clause, from);
  if (run.end == no_word || run.end >= clause.words.size()) return owner;
  const bool told = tells_at(clause, run.end) || clause.between(run.end, run.end + 1) == "do";
  if (told || is_only_verb(clause, from, run.end)) return owner;
  identify(context, clause, run, owner.leads);
  owner.begin = from;
  owner.end = run.end;
  owner.guessed = true;
  return owner;
}

DutyOwner owner_of_heading(Context& context, const Clause& heading) {
  const std::size_t first = words_ahead(DutyWord::introduction, heading.words, 0);
  if (words_ahead(DutyWord::honorific, heading.words, first) != 0) {
    DutyOwner owner = PersonReader(context, heading).read(first);
    return owner.end == heading.words.size() ? owner : DutyOwner{};
  }
  DutyOwner owner;
  const std::size_t name = first + head_post_at(context, heading, first);
  if (name >= heading.words.size()) return owner;
  if (group_at(heading, name) == heading.words.size() && !heading.text.ends_with('.'))
    return owner_of_group(context, heading, name, heading.words.size());
  const std::string who = names_between(context, heading, name, heading.words.size());
  if (who.empty() || !context.agencies.is_agency(who) || is_sentence(context, heading, name))
    return owner;
  owner.leads = context.agencies.identify_all(who);
  owner.end = heading.words.size();
  return owner;
}

/// Whoever does, from word `first` on, what stands before him: "đồng chí Lê Văn An phụ trách",
/// "Trưởng các thôn thực hiện"; nobody where no such verb follows.
static DutyOwner doer_at(Context& context, const Clause& clause, std::size_t first) {
  const auto& words = clause.words;
  if (DutyOwner person = PersonReader(context, clause).read(first); person.any()) {
    const bool done = person.end < words.size() && is_done(clause, person.end);
    person.end = 0;
    return done ? person : DutyOwner{};
  }
  DutyOwner owner;
  NameRun run;
  if (DutyOwner several = find_bracketed(context, clause, first); several.any()) {
    run.end = std::exchange(several.end, 0);
    owner = std::move(several);
  } else {
    run = find_names(context, clause, first + head_post_at(context, clause, first));
  }
  if (run.end >= words.size() || run.guessed || !is_done(clause, run.end)) return {};
  if (owner.leads.empty()) identify(context, clause, run, owner.leads);
  return owner;
}

DutyOwner find_doer(Context& context, const Clause& clause) {
  const auto& words = clause.words;
  if (words_ahead(DutyWord::meeting, words, 0) != 0) return {};  // somebody chairs it
  for (std::size_t at = 1; at + 2 < words.size(); ++at) {
    const bool introduced = clause.between(at, at + 1) == "do";  // "độ" is folded so too
    const bool listed = clause.gap(at).find(':') != std::string_view::npos;
    if (!introduced && (!listed || starts_small(clause, at))) continue;
    if (DutyOwner owner = doer_at(context, clause, at + (introduced ? 1 : 0)); owner.any())
      return owner;
  }
  return {};
}

}  // namespace sauro::inline v0_1::detail
