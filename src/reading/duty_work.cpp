// What the work of a duty is called.
#include "reading/duty_work.hpp"

#include <algorithm>

#include "reading/cell_text.hpp"
#include "reading/duty_names.hpp"
#include "reading/duty_words.hpp"
#include "reading/prose_labels.hpp"
#include "text/capitals.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// "chịu trách nhiệm | trước UBND xã về ...": no end of a work.
bool answers_to(const Clause& clause, std::size_t at) {
  return at + 1 < clause.words.size() && clause.words[at].text == "trước" &&
         starts_upper(clause.from(at + 1));
}

/// "phụ trách | chung": the work itself.
bool is_in_charge(const Clause& clause, std::size_t at, std::size_t link) {
  return clause.words[at].key == "phu" && at + link < clause.words.size() &&
         !leads_to_work(clause, at + link);
}

}  // namespace

std::size_t start_of_work(const Clause& clause, const DutyOwner& owner, const Partners& partners) {
  std::size_t at = owner.end;
  while (at < clause.words.size()) {
    if (partners.ends_before_work && at == partners.begin) {
      at = partners.end;
    } else if (const std::size_t link = words_ahead(DutyWord::link, clause.words, at);
               link != 0 && !answers_to(clause, at + link) && !is_in_charge(clause, at, link)) {
      at += link;
    } else {
      break;
    }
  }
  return at;
}

bool only_limits(const Clause& clause, std::size_t from, const std::optional<FoundTime>& limit) {
  while (from < clause.words.size()) {
    if (limit && clause.words[from].at >= limit->begin) break;
    const std::size_t size = std::max({words_ahead(DutyWord::limit, clause.words, from),
                                       words_ahead(DutyWord::finishing, clause.words, from),
                                       words_ahead(DutyWord::doing, clause.words, from)});
    if (size == 0) return false;
    from += size;
  }
  return from == clause.words.size() || clause.words.back().end <= limit->end;
}

std::string title_of(std::string_view text, const Clause& first, std::size_t work) {
  constexpr std::size_t fewest = 3;  // words
  const bool alone = text.size() <= first.text.size();
  const bool short_rest =
      work >= first.words.size() || (alone && work + fewest > first.words.size());
  if (work == 0 || short_rest) return one_line(without_separators(text));
  const std::string_view rest =
      text.substr(static_cast<std::size_t>(first.text.data() + first.words[work].at - text.data()));
  std::string title = one_line(without_separators(rest));
  if (title.ends_with(" và")) title.resize(title.size() - std::string_view(" và").size());
  return capitalised(title);
}

}  // namespace sauro::inline v0_1::detail
