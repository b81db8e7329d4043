#include "reading/duty_products.hpp"

#include <algorithm>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/duty_names.hpp"
#include "reading/duty_words.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_noun = 60;  // bytes of "dự thảo nghị quyết" and the like

/// Whether something that can be shown is named at a word, and isn't one that is there already: "Kế
/// hoạch", no "Kế hoạch số 12/KH-UBND".
bool names_product(const Clause& clause, std::size_t at) {
  if (at >= clause.words.size()) return false;
  const std::string key = fold(clause.from(at).substr(0, longest_noun));
  if (!words().starts_product(key)) return false;
  constexpr std::size_t longest_kind = 3;  // words
  for (std::size_t next = at + 1; next < std::min(clause.words.size(), at + longest_kind); ++next) {
    const bool number = clause.words[next].key == "so" && next + 1 < clause.words.size() &&
                        is_digit(decode(clause.words[next + 1].text, 0).value);
    if (number || (starts_small(clause, next) && clause.words[next].key == "nay")) return false;
  }
  return true;
}

/// "cung cấp số liệu để Văn phòng xây dựng báo cáo": what others make of it.
bool is_for_others(const Clause& clause, std::size_t verb) {
  for (std::size_t at = 1; at < verb; ++at) {
    const bool aim = starts_small(clause, at) &&
                     (clause.words[at].key == "de" || clause.words[at].key == "nham");
    if (aim && at + 1 < verb &&
        (!starts_small(clause, at + 1) || clause.words[at + 1].key == "cac"))
      return true;
  }
  return false;
}

/// Whether the verb at `at` is no order: "việc ban hành", "không ban hành", "góp ý dự thảo".
bool is_told(const Clause& clause, std::size_t at) {
  if (at == 0) return false;
  const auto& all = clause.words;
  const bool draft = all[at].key == "du" && words_ahead(DutyWord::making, all, at) != 0;
  return words_behind(DutyWord::nominal, all, at) != 0 ||
         words_behind(DutyWord::unmade, all, at) != 0 ||
         (draft && words_behind(DutyWord::examining, all, at) != 0);
}

/// The word with which the product begins that is made or handed in at a verb; no_word for none.
std::size_t product_at(const Clause& clause, std::size_t verb) {
  const auto& all = clause.words;
  if (const std::size_t makes = words_ahead(DutyWord::making, all, verb); makes != 0) {
    std::size_t at = verb + makes;
    while (at < all.size() && (all[at].key == "va" || words_ahead(DutyWord::making, all, at) != 0))
      at += std::max<std::size_t>(1, words_ahead(DutyWord::making, all, at));
    return names_product(clause, at) ? at : no_word;
  }
  const std::size_t submits = words_ahead(DutyWord::submitting, all, verb);
  constexpr std::size_t longest_reader = 10;  // words of "Chủ tịch UBND xã xem xét"
  for (std::size_t at = verb + submits; submits != 0 && at < all.size(); ++at) {
    const bool parted =
        at > verb + submits && clause.gap(at).find_first_of(",;:(") != std::string::npos;
    if (parted || at > verb + submits + longest_reader) break;
    if (!starts_small(clause, at) && names_product(clause, at)) return at;
  }
  return no_word;
}

/// The word behind a product: it ends at a sign, at what it is for and at the next work.
std::size_t end_of_product(const Clause& clause, std::size_t first, std::string_view time) {
  constexpr std::size_t longest = 30;  // words
  const auto& all = clause.words;
  const std::size_t limit =
      time.empty() ? std::string_view::npos : clause.text.find(time, all[first].at);
  std::size_t at = first + 1;
  for (; at < std::min(all.size(), first + longest); ++at) {
    const std::string& key = all[at].key;
    const bool small = starts_small(clause, at);
    const bool sign = clause.gap(at).find_first_of(",;:.()") != std::string_view::npos;
    const bool aim = small && (key == "de" || key == "nham" || key == "theo");
    const bool next = key == "va" && at + 1 < all.size() && words_of_work(clause, at + 1) != 0;
    const bool ends = small && (words_ahead(DutyWord::limit, all, at) != 0 ||
                                words_ahead(DutyWord::submitting, all, at) != 0);
    if (sign || aim || next || ends || all[at].at >= limit) break;
  }
  return at;
}

}  // namespace

std::string product_of(const Clause& clause, std::string_view time) {
  for (std::size_t verb = 0; verb < clause.words.size(); ++verb) {
    if (is_told(clause, verb)) continue;
    const std::size_t at = product_at(clause, verb);
    if (at != no_word && !is_for_others(clause, verb))
      return one_line(clause.between(at, end_of_product(clause, at, time)));
  }
  return {};
}

}  // namespace sauro::inline v0_1::detail
