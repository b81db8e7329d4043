#include "reading/duty_bodies.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/duty_words.hpp"
#include "reading/prose_labels.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_names = 60;  // words of a list of bodies
constexpr std::size_t no_word = static_cast<std::size_t>(-1);

bool starts_small(const Clause& clause, std::size_t word) {
  return starts_lower(clause.text.substr(clause.words[word].at));
}

/// Whether a word in small letters begins work, or leads to it: "rà soát", "chịu trách nhiệm".
bool leads_to_work(const Clause& clause, std::size_t at) {
  if (at >= clause.words.size() || !starts_small(clause, at)) return false;
  return words_of_work(clause, at) != 0 ||
         (clause.words[at].key != "va" && words_ahead(DutyWord::link, clause.words, at) != 0);
}

/// Whether a word leads to work and nowhere else: "tổ chức" may be a part of a name, "công" of
/// "hành chính công bố trí" belongs to one.
bool is_verb(const Clause& clause, std::size_t at) {
  const bool overlaps = words_of_work(clause, at) > 1 && leads_to_work(clause, at + 1);
  return leads_to_work(clause, at) && !overlaps && matching_words(clause.words, at, "to chuc") == 0;
}

/// Whether no name goes on over what stands before word `at`.
bool parts_names(const Clause& clause, std::size_t at) {
  return clause.gap(at).find_first_of(";:.()") != std::string_view::npos;
}

/// Names from a word on: the word behind them, and the words with which each of them begins where
/// a comma is missing between two.
struct NameRun {
  std::size_t end = no_word;
  std::vector<std::size_t> starts;
  bool guessed = false;  ///< it is open where they end or part
};

/// Finds the longest names from word `first` on. They end before a verb, a sign or the end; else
/// behind a capital or a word such as "liên quan".
class NameFinder {
 public:
  NameFinder(const Context& context, const Clause& clause, std::size_t first)
      : context_(context), clause_(clause), first_(first) {}

  [[nodiscard]] NameRun find() {
    const std::size_t last = std::min(clause_.words.size(), first_ + longest_names);
    std::size_t stop = first_ + 1;
    for (; stop <= last; ++stop) {
      const bool ends = stop == last || parts_names(clause_, stop);
      const bool found = (ends || may_end(stop)) && is_name(first_, stop);
      if (found) run_ = {stop, {first_}, false};
      if (ends || (found && is_verb(clause_, stop))) break;
    }
    if (run_.end == no_word) look_for_missing_comma(std::min(stop, last));
    if (run_.end == no_word) look_behind_words(std::min(stop, last));
    return std::move(run_);
  }

 private:
  [[nodiscard]] bool is_name(std::size_t first, std::size_t last) const {
    return context_.agencies.is_agency(clause_.between(first, last));
  }

  /// Whether work begins at a word, or a comma before it ends a list.
  [[nodiscard]] bool may_end(std::size_t at) const {
    const bool comma = clause_.gap(at).find(',') != std::string_view::npos;
    return leads_to_work(clause_, at) ||
           (comma && starts_small(clause_, at) && !words().is_generic(clause_.words[at].key));
  }

  /// "Trung tâm Văn hóa xã Ủy ban Mặt trận Tổ quốc xã": two names one after the other.
  void look_for_missing_comma(std::size_t stop) {
    std::vector<std::size_t> starts{first_};
    for (std::size_t at = first_ + 1; at < stop && run_.end == no_word; ++at) {
      const bool begins =
          clause_.gap(at) == " " && !starts_small(clause_, at) && begins_name(clause_.from(at));
      if (!begins || !is_name(starts.back(), at)) continue;
      starts.push_back(at);
      for (std::size_t end = stop; end > at && run_.end == no_word; --end) {
        if ((end == stop || may_end(end)) && is_name(at, end)) run_ = {end, starts, true};
      }
    }
  }

  /// A known body; else what ends with a word such as "liên quan", or with a capital.
  void look_behind_words(std::size_t stop) {
    for (std::size_t at = stop; at > first_ + 1 && run_.end == no_word; --at) {
      if (context_.agencies.is_known(clause_.between(first_, at))) run_ = {at, {first_}, true};
    }
    for (std::size_t at = stop; at > first_ + 1 && run_.end == no_word; --at) {
      const bool may_be_last =
          !starts_small(clause_, at - 1) || words().is_generic(clause_.words[at - 1].key);
      if (may_be_last && is_name(first_, at)) run_ = {at, {first_}, true};
    }
  }

  const Context& context_;
  const Clause& clause_;
  std::size_t first_;
  NameRun run_;
};

/// Adds the ids of the bodies of a run that aren't there yet.
void identify(Context& context, const Clause& clause, const NameRun& run,
              std::vector<std::string>& ids) {
  for (std::size_t i = 0; i < run.starts.size(); ++i) {
    const std::size_t end = i + 1 < run.starts.size() ? run.starts[i + 1] : run.end;
    for (std::string& id : context.agencies.identify_all(clause.between(run.starts[i], end)))
      add_id(ids, std::move(id));
  }
}

/// "Nguyễn Văn An": two to five words with capitals.
std::size_t end_of_person(const Clause& clause, std::size_t first) {
  constexpr std::size_t most = 5;
  std::size_t at = first;
  while (at < clause.words.size() && at - first < most && !starts_small(clause, at) &&
         !is_digit(decode(clause.text, clause.words[at].at).value) &&
         (at == first || clause.gap(at) == " ")) {
    ++at;
  }
  return at - first >= 2 ? at : first;
}

bool starts_post(const Clause& clause, std::size_t first) {
  return words_ahead(DutyWord::head_post, clause.words, first) != 0 ||
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

 private:
  bool take(std::size_t first, DutyOwner& owner) {
    std::size_t at = starts_post(clause_, first) ? first : end_of_person(clause_, first);
    if (at == first && !starts_post(clause_, first)) return false;
    Person person;
    person.name = clause_.between(first, at);
    if (at < clause_.words.size() && starts_post(clause_, at) && !parts_clause(at)) {
      const std::size_t end = end_of_post(at, owner.leads);
      person.post = one_line(clause_.between(at, end));
      at = end;
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
      const NameRun run = NameFinder(context_, clause_, first + head).find();
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
    return at;
  }

  Context& context_;
  const Clause& clause_;
};

/// The word behind the bodies that a clause names from word `first` on: all before its colon, or
/// before its verb. "Tổ chức" may be one or a part of a name.
std::size_t end_of_subject(const Context& context, const Clause& clause, std::size_t first) {
  const std::size_t last = std::min(clause.words.size(), first + longest_names);
  const bool has_head = !head_of(fold(clause.from(first).substr(0, 80))).empty();
  std::size_t best = no_word;
  for (std::size_t at = first + 1; at < last; ++at) {
    const bool colon = clause.gap(at).find(':') != std::string_view::npos;
    if (!colon && !leads_to_work(clause, at)) continue;
    const bool found = context.agencies.is_agency(clause.between(first, at));
    if (found) best = at;
    const bool may_go_on = !found && has_head;  // "Ban quản lý dự án chủ trì"
    if (colon || (!may_go_on && is_verb(clause, at))) break;
  }
  return best;
}

}  // namespace

DutyOwner find_owner(Context& context, const Clause& clause, std::size_t from) {
  const std::size_t first = from + words_ahead(DutyWord::introduction, clause.words, from);
  if (words_ahead(DutyWord::honorific, clause.words, first) != 0) {
    DutyOwner owner = PersonReader(context, clause).read(first);
    owner.introduced = first != from;
    if (owner.any()) return owner;
  }
  DutyOwner owner;
  const std::size_t name = first + words_ahead(DutyWord::head_post, clause.words, first);
  NameRun run;
  run.end = end_of_subject(context, clause, name);
  if (run.end != no_word) run.starts = {name};
  owner.introduced = first != from;
  if (run.end == no_word && owner.introduced) run = NameFinder(context, clause, name).find();
  if (run.end == no_word) return owner;
  identify(context, clause, run, owner.leads);
  owner.end = run.end;
  owner.guessed = run.guessed;
  return owner;
}

DutyOwner owner_of_heading(Context& context, const Clause& heading) {
  const std::size_t first = words_ahead(DutyWord::introduction, heading.words, 0);
  if (words_ahead(DutyWord::honorific, heading.words, first) != 0) {
    DutyOwner owner = PersonReader(context, heading).read(first);
    return owner.end == heading.words.size() ? owner : DutyOwner{};
  }
  DutyOwner owner;
  const std::string_view who = heading.between(first, heading.words.size());
  if (who.empty() || !context.agencies.is_agency(who)) return owner;
  owner.leads = context.agencies.identify_all(who);
  owner.end = heading.words.size();
  return owner;
}

DutyOwner find_doer(Context& context, const Clause& clause) {
  DutyOwner owner;
  const auto& words = clause.words;
  for (std::size_t at = 1; at + 2 < words.size(); ++at) {
    if (clause.between(at, at + 1) != "do") continue;  // "độ" is folded so too
    const NameRun run = NameFinder(context, clause, at + 1).find();
    if (run.end >= words.size() || run.guessed) continue;
    const std::string_view verb = clause.between(run.end, run.end + 2);
    const auto role = prose_role(verb);
    if (role != ProseRole::lead && role != ProseRole::coordinator && verb != "thực hiện" &&
        verb != "tổ chức") {
      continue;
    }
    identify(context, clause, run, owner.leads);
    break;
  }
  return owner;
}

Partners find_partners(Context& context, const Clause& clause, std::size_t from) {
  const auto& words = clause.words;
  Partners found;
  for (std::size_t at = from; at + 2 < words.size(); ++at) {
    if (matching_words(words, at, "phoi hop") == 0) continue;
    std::size_t name = at + 2;
    name += matching_words(words, name, "chat che");
    const std::size_t with = name;
    while (name < words.size() && (words[name].key == "cung" || words[name].key == "voi")) ++name;
    if (name == with || name >= words.size()) continue;
    const NameRun run = NameFinder(context, clause, name).find();
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
