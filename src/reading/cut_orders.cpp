// The clauses of a paragraph that give work to somebody, one for each body.
#include <algorithm>
#include <string_view>
#include <utility>

#include "reading/duty_bodies.hpp"
#include "reading/duty_names.hpp"
#include "reading/duty_words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Whether a list of bodies ends before a word, of which the one behind a comma or "và" is one too.
bool ends_list(const Context& context, const Clause& clause, std::size_t first, std::size_t last) {
  constexpr std::size_t longest_name = 12;  // words
  for (std::size_t at = std::max(first, last - std::min(last, longest_name)); at < last; ++at) {
    if (!starts_small(clause, at) && context.agencies.is_agency(clause.between(at, last)))
      return true;
  }
  return false;
}

/// The words with which a clause gives work to other bodies behind a comma or "và": "Phòng Nội vụ"
/// of "Phòng Kinh tế rà soát chợ và Phòng Nội vụ lập danh sách"; none among partners.
std::vector<std::size_t> further_subjects(const Context& context, const Clause& clause) {
  std::vector<std::size_t> found;
  std::size_t start = 0;       // of the body before
  std::size_t work = no_word;  // of that body: looked for where another may be
  for (std::size_t at = 1; at < clause.words.size(); ++at) {
    const bool behind_and = clause.words[at - 1].key == "va" && clause.gap(at) == " ";
    const bool apart = behind_and || clause.gap(at).find(',') != std::string_view::npos;
    if (!apart || starts_small(clause, at)) continue;
    const std::size_t end = known_at(context, clause, at);
    if (end >= clause.words.size() || !leads_to_work(clause, end)) continue;
    if (work == no_word) {
      const std::size_t name = start + words_ahead(DutyWord::introduction, clause.words, start);
      work = end_of_subject(context, clause, name);
      if (work == no_word) return found;
    }
    if (at <= work || ends_list(context, clause, start, behind_and ? at - 1 : at)) continue;
    found.push_back(at);
    start = at;
    work = no_word;
  }
  return found;
}

/// The word with which a report that comes again and again begins behind other work: "định kỳ" of
/// "theo dõi, đôn đốc, định kỳ ngày 25 hằng tháng báo cáo Sở Y tế"; no_word for none. What is
/// summed up for it is no work beside it.
std::size_t start_of_report(const Clause& clause) {
  if (clause.text.find("báo cáo") == std::string_view::npos) return no_word;
  const auto& words = clause.words;
  for (std::size_t at = 2; at + 3 < words.size(); ++at) {
    const bool rhythm = words[at].text == "định" || words[at].text == "hằng" ||
                        words[at].text == "hàng" || words[at].text == "mỗi";
    if (!rhythm || clause.gap(at).find(',') == std::string_view::npos) continue;
    if (clause.from(at).find("báo cáo") == std::string_view::npos) continue;
    for (std::size_t before = 0; before < at; ++before) {
      const std::string& key = words[before].key;
      if (words_of_work(clause, before) == 0 || !starts_small(clause, before)) continue;
      const bool sums = key == "tong" || key == "thong" || key == "bao" || key == "chu" ||
                        key == "phoi" || key == "tham";
      if (!sums) return at;
      ++before;
    }
    return no_word;
  }
  return no_word;
}

/// Parts clauses that give work to one body after the other, or a report besides.
std::vector<Clause> part_subjects(const Context& context, std::vector<Clause> clauses) {
  std::vector<Clause> parted;
  for (Clause& clause : clauses) {
    std::size_t begin = 0;
    std::vector<std::size_t> starts = further_subjects(context, clause);
    if (const std::size_t report = starts.empty() ? start_of_report(clause) : no_word;
        report != no_word)
      starts.push_back(report);
    for (const std::size_t word : starts) {
      const std::size_t end = clause.words[word].at;
      parted.push_back(clause_of(clause.text.substr(begin, end - begin)));
      begin = end;
    }
    parted.push_back(begin == 0 ? std::move(clause) : clause_of(clause.text.substr(begin)));
  }
  return parted;
}

}  // namespace

std::vector<Clause> cut_orders(const Context& context, std::string_view text) {
  constexpr std::size_t longest_list = 30;  // words
  std::vector<Clause> clauses = cut_clauses(text);
  for (std::size_t at = clauses.size() - 1; at-- > 0;) {
    Clause& clause = clauses[at];
    std::size_t size = clause.words.size();
    const bool is_short = clauses[at + 1].words.size() < longest_names * 4;
    if (!clause.text.ends_with(';') || size == 0 || size > longest_list || !is_short) continue;
    std::size_t first = words_ahead(DutyWord::introduction, clause.words, 0);
    first += head_post_at(context, clause, first);
    constexpr std::size_t role = 2;  // words of "chủ trì"
    if (size > first + role && behind_lead(clause, size - role) == size) size -= role;
    if (first >= size || !context.agencies.is_agency(names_between(context, clause, first, size)) ||
        end_of_known(context, clause, first, size) != size ||
        end_of_subject(context, clause, first) < size)
      continue;  // "Công an xã tuần tra; Phòng Kinh tế cấp kinh phí"
    const std::string_view next = clauses[at + 1].text;
    const auto whole = static_cast<std::size_t>(next.data() + next.size() - clause.text.data());
    clause = clause_of({clause.text.data(), whole});
    clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }
  return part_subjects(context, std::move(clauses));
}

}  // namespace sauro::inline v0_1::detail
