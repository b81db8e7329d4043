// Where known bodies end in a clause, and such as have no name of their own.
#include <algorithm>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/duty_names.hpp"
#include "reading/duty_words.hpp"
#include "reading/words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Whether a word names a level of places: "xã".
bool is_level(const Clause& clause, std::size_t at) {
  const std::string& word = clause.words[at].key;
  return word == "xa" || word == "phuong" || word == "tinh" || word == "huyen";
}

/// Behind "các xã, phường" that a known name has: "Công an các xã".
std::size_t behind_places(const Clause& clause, std::size_t at) {
  const auto& all = clause.words;
  if (all[at].key != "cac" || clause.gap(at) != " ") return at;
  std::size_t end = at + 1;
  while (end < all.size() && (end == at + 1 || trim(clause.gap(end)) == ",")) {
    const std::string pair = end + 1 < all.size() ? all[end].key + " " + all[end + 1].key : "";
    const std::size_t size = words().is_place_level(all[end].key) ? 1
                             : words().is_place_level(pair)       ? 2
                                                                  : 0;
    if (size == 0) break;
    end += size;
  }
  return end == at + 1 ? at : end;
}

}  // namespace

std::size_t start_of_last(const Clause& clause, std::size_t first, std::size_t end) {
  std::size_t start = first;
  for (std::size_t at = behind_bracket(clause, first + 1); at < end;
       at = behind_bracket(clause, at + 1)) {
    if (clause.gap(at) != " " || clause.words[at - 1].key == "va") start = at;
  }
  return start;
}

std::size_t behind_branch(const Clause& clause, std::size_t at) {
  if (at >= clause.words.size() || trim(clause.gap(at)).size() > 1) return at;
  if (const std::size_t end = behind_places(clause, at); end != at) return end;
  constexpr std::size_t longest = 60;  // bytes
  const std::string key = fold(clause.from(at).substr(0, longest));
  const std::size_t size = words().branch_size(key);
  const std::size_t first = at + count_words(key.substr(0, size));
  std::size_t end = first;
  while (size != 0 && end < clause.words.size() && clause.gap(end) == " " &&
         (!starts_small(clause, end) || is_level(clause, end)))
    ++end;
  return end == first ? at : end;
}

std::size_t end_of_known(const Context& context, const Clause& clause, std::size_t first,
                         std::size_t end) {
  if (clause.gap(end).starts_with(')') || clause.gap(end).starts_with(']')) return end;
  const std::size_t start = start_of_last(clause, first, end);
  if (context.agencies.is_known(clause.between(start, end))) return end;
  bool only_names = true;  // what follows may belong to it: "liên quan", "cơ sở 6"
  for (std::size_t at = end - 1; at > start + 1; --at) {
    const std::string& key = clause.words[at].key;
    const bool counts = key.front() >= '0' && key.front() <= '9';
    if (!counts && !starts_small(clause, at)) return end;
    only_names = only_names && (counts || words().is_within_name(key) || words().is_generic(key));
    if (!only_names && context.agencies.is_known(clause.between(start, at))) return at;
  }
  return end;
}

std::size_t known_at(const Context& context, const Clause& clause, std::size_t first) {
  constexpr std::size_t longest = 14;  // words
  const std::size_t last = std::min(clause.words.size(), first + longest);
  if (first >= last || starts_small(clause, first) || !begins_name(clause.from(first)))
    return no_word;
  for (std::size_t at = last; at > first + 1; --at) {
    const bool ends =
        at == clause.words.size() || starts_small(clause, at) || clause.gap(at) != " ";
    if (!ends || !context.agencies.is_known(clause.between(first, at))) continue;
    const bool level = at + 1 < clause.words.size() && clause.words[at].text == "xã";
    const bool named = level && clause.gap(at) == " " && starts_small(clause, at + 1);
    return named ? at + 1 : behind_branch(clause, at);
  }
  return no_word;
}

std::size_t known_list_at(const Context& context, const Clause& clause, std::size_t first) {
  std::size_t end = no_word;
  for (std::size_t next = first; next < clause.words.size();) {
    const std::size_t one = known_at(context, clause, next);
    if (one == no_word) break;
    end = one;
    if (one >= clause.words.size()) break;
    const std::size_t behind = behind_bracket(clause, one);
    std::string_view sign = trim(clause.gap(behind));
    if (behind != one) {
      end = behind;
      sign = trim(sign.substr(1));
    }
    const bool joined = sign.empty() && clause.words[behind].key == "va";
    if (!joined && sign != "," && sign != ";") break;
    next = behind + (joined ? 1 : 0);
  }
  return end;
}

std::size_t nameless_at(const Clause& clause, std::size_t first) {
  if (first >= clause.words.size() || starts_small(clause, first)) return no_word;
  constexpr std::size_t longest = 12;  // words
  const std::size_t plural = clause.words[first].key == "cac" ? 1 : 0;
  const std::string key = fold(clause.from(first + plural).substr(0, 80));
  const std::size_t head = count_words(head_of(key));
  const std::size_t begin = first + plural + head;
  const std::size_t last = std::min(clause.words.size(), first + longest);
  if (head == 0 || begin >= last || clause.gap(begin) != " ") return no_word;
  if (const std::size_t end = behind_branch(clause, begin); end != begin) return end;
  const bool placed = is_level(clause, begin) && starts_small(clause, begin);  // "Bưu điện xã"
  const std::size_t level = placed ? 1 : 0;
  const bool alone = head > 1 && begin + level < last && starts_small(clause, begin + level);
  if (alone) return begin + level;
  if (starts_small(clause, begin)) return no_word;
  for (std::size_t at = last - 1; at > begin + 1; --at) {  // behind a place: "... Phú An sửa ..."
    const bool of_place =
        starts_small(clause, at) && !starts_small(clause, at - 1) && !starts_small(clause, at - 2);
    if (of_place && clause.between(first, at).find_first_of(",;:.()") == std::string_view::npos)
      return at;
  }
  return no_word;
}

namespace {

/// The word behind the body or the place that a group is of: "thuộc UBND tỉnh", "trên địa bàn xã".
std::size_t behind_whole(const Clause& clause, std::size_t at) {
  constexpr std::size_t longest = 10;  // words
  const std::size_t last = std::min(clause.words.size(), at + longest);
  const std::size_t first = at;
  while (at < last && (at == first || clause.gap(at) == " ") &&
         (!starts_small(clause, at) || is_level(clause, at)))
    ++at;
  return at;
}

}  // namespace

std::size_t group_at(const Clause& clause, std::size_t first) {
  constexpr std::size_t longest = 10;  // words of the kinds
  const auto& all = clause.words;
  if (first >= all.size() || all[first].key != "cac") return no_word;
  const std::size_t last = std::min(all.size(), first + 1 + longest);
  for (std::size_t at = first + 2; at < last; ++at) {
    const std::string_view sign = trim(clause.gap(at));
    if ((!sign.empty() && sign != ",") || !starts_small(clause, at)) return no_word;
    std::size_t size = words_ahead(DutyWord::qualifier, all, at);
    const bool of_whole = all[at].key == "thuoc";
    if (size == 0 && !of_whole) {
      if (words_of_work(clause, at) != 0) return no_word;
      continue;
    }
    std::size_t end = at + std::max<std::size_t>(size, 1);
    for (bool more = true; more && end < all.size() && clause.gap(end) == " ";) {
      const bool whole = all[end - 1].key == "thuoc" || all[end - 1].key == "ban";
      const std::size_t next = whole ? behind_whole(clause, end) : end;
      size = next < all.size() ? words_ahead(DutyWord::qualifier, all, next) : 0;
      if (size == 0 && next < all.size() && all[next].key == "thuoc") size = 1;
      more = next != end || size != 0;
      end = next + size;
    }
    if (all[end - 1].key == "thuoc") return no_word;
    const bool ends = end >= all.size() || clause.gap(end) != " " || leads_to_work(clause, end) ||
                      begins_time(clause, end);
    return ends ? std::min(end, all.size()) : no_word;
  }
  return no_word;
}

}  // namespace sauro::inline v0_1::detail
