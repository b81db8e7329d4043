#include "reading/duty_names.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/duty_words.hpp"
#include "reading/words.hpp"
#include "text/capitals.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
bool starts_small(const Clause& clause, std::size_t word) {
  return starts_lower(clause.text.substr(clause.words[word].at));
}

bool tells_at(const Clause& clause, std::size_t at) {
  return at < clause.words.size() && starts_small(clause, at) &&
         words_ahead(DutyWord::telling, clause.words, at) != 0 &&
         words_ahead(DutyWord::link, clause.words, at) == 0;
}

std::size_t behind_bracket(const Clause& clause, std::size_t at) {
  const std::string_view open = trim(clause.gap(at));
  if (open != "(" && open != "[") return at;
  for (std::size_t end = at + 1; end < clause.words.size(); ++end) {
    const std::string_view sign = clause.gap(end);
    const std::size_t mark = sign.find_first_of("()[];:");
    if (mark != sign.npos) return sign[mark] == ')' || sign[mark] == ']' ? end : at;
  }
  return at;
}

bool leads_to_work(const Clause& clause, std::size_t at) {
  if (at >= clause.words.size() || !starts_small(clause, at)) return false;
  return words_of_work(clause, at) != 0 ||
         (clause.words[at].key != "va" && words_ahead(DutyWord::link, clause.words, at) != 0);
}

bool begins_time(const Clause& clause, std::size_t at) {
  static const std::unordered_set<std::string_view> units{"ngay", "tuan", "thang", "quy",
                                                          "nam",  "cuoi", "dau"};
  const auto& words = clause.words;
  if (at >= words.size() || !starts_small(clause, at)) return false;
  const auto has_digit = [&](std::size_t word) {
    return word < words.size() && is_digit(decode(words[word].key, 0).value);
  };
  if (has_digit(at)) return has_digit(at + 1) && clause.gap(at + 1) == "/";
  const std::size_t next = at + 1;
  const std::string_view text = words[at].text;
  if (text == "hằng" || text == "hàng" || text == "mỗi")
    return next < words.size() && units.contains(words[next].key);
  const std::size_t limit = std::max(words_ahead(DutyWord::limit, words, at),
                                     words_ahead(DutyWord::soft_limit, words, at));
  const std::size_t time = at + limit;
  return limit != 0 && time < words.size() && (has_digit(time) || units.contains(words[time].key));
}

namespace {

/// Whether a word leads to work and nowhere else: "tổ chức" may be a part of a name, "công" of
/// "hành chính công bố trí" belongs to one.
bool is_verb(const Clause& clause, std::size_t at) {
  const std::string_view before = at == 0 ? std::string_view{} : clause.words[at - 1].text;
  const bool ends =
      starts_upper(before) || words().is_within_name(fold(before));  // "xã | cung cấp"
  const bool overlaps = words_of_work(clause, at) > 1 && leads_to_work(clause, at + 1) && !ends;
  return leads_to_work(clause, at) && !overlaps && matching_words(clause.words, at, "to chuc") == 0;
}

/// Whether the work comes behind the time that begins at a word: "trong tháng 6/2026 | rà soát".
bool work_follows(const Clause& clause, std::size_t time) {
  constexpr std::size_t longest_time = 8;  // words
  const std::size_t last = std::min(clause.words.size(), time + longest_time);
  for (std::size_t at = time + 2; at < last; ++at) {
    if (clause.gap(at).find_first_of(",;:") != std::string_view::npos) return false;
    if (leads_to_work(clause, at)) return true;
  }
  return false;
}

/// Whether a known name ends before a word that begins work and belongs to no longer one: "bàn" of
/// "Phòng Kinh tế bàn giao".
bool ends_known(const Context& context, const Clause& clause, std::size_t first, std::size_t at) {
  return leads_to_work(clause, at) && context.agencies.is_known(clause.between(first, at)) &&
         !context.agencies.is_known(clause.between(first, at + 1));
}

/// Whether a colon before word `at` introduces names that share a head: "các Sở: Tài chính, ...".
bool introduces_names(const Clause& clause, std::size_t at) {
  constexpr std::size_t longest = 6;  // words of "các cơ quan chuyên môn"
  return clause.gap(at) == ": " && !starts_small(clause, at) &&
         ends_with_shared_head(clause.between(at - std::min(at, longest), at));
}

/// Whether no name goes on over what stands before word `at`, but for the end of a bracket in it.
bool parts_names(const Clause& clause, std::size_t at, bool closes_bracket) {
  std::string_view sign = clause.gap(at);
  if (closes_bracket) sign.remove_prefix(sign.find_first_of(")]") + 1);
  return !introduces_names(clause, at) && sign.find_first_of(";:.()[]") != std::string_view::npos;
}

}  // namespace

std::size_t head_post_at(const Context& context, const Clause& clause, std::size_t at) {
  const std::size_t head = words_ahead(DutyWord::head_post, clause.words, at);
  if (head != 0) return head;
  const std::size_t chair = words_ahead(DutyWord::chair, clause.words, at);
  std::size_t end = at + chair;
  if (chair == 0 || end >= clause.words.size()) return 0;
  do {
    ++end;
  } while (end < clause.words.size() && clause.gap(end) == " " && !is_verb(clause, end));
  const bool others = !context.agencies.is_issuer(clause.between(at + chair, end));
  return others && begins_name(clause.from(at + chair)) ? chair : 0;
}

std::string names_between(const Context& context, const Clause& clause, std::size_t first,
                          std::size_t last) {
  std::string names;
  std::size_t from = first;
  bool left_out = false;  // a bracket that stays ends the names
  for (std::size_t at = first + 1; at < last; ++at) {
    if (const std::size_t behind = behind_bracket(clause, at); behind != at) {
      if (words().leaves_out(fold(clause.between(at, behind)))) {  // "(trừ Sở Y tế)"
        left_out = behind >= last;
        at = behind - 1;
        continue;
      }
      if (behind >= last) return names += clause.between(from, at);
      const std::string_view sign = trim(clause.gap(behind));
      const bool colon = sign.find(':') != sign.npos;
      names += clause.between(from, at);
      names += sign.size() == 1 ? " " : colon ? ": " : ", ";
      from = at = behind;
    }
    const bool listed = clause.gap(at) != " " || clause.words[at - 1].key == "va";
    const std::size_t post = listed ? head_post_at(context, clause, at) : 0;
    if (post == 0 || at + post >= last) continue;
    names += std::string(clause.between(from, at)) + (clause.gap(at) == " " ? " " : "; ");
    from = at + post;
    at = from;
  }
  names += clause.between(from, last);
  return left_out ? names + ")" : names;
}

namespace {

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
      const std::size_t opened = stop;  // a bracket: "Sở Y tế (Chi cục Dân số)"
      if (stop < last) stop = std::min(behind_bracket(clause_, stop), last);
      const bool telling = stop < last && tells_at(clause_, stop);
      const bool limit =
          stop < last && starts_small(clause_, stop) &&
          (words_ahead(DutyWord::limit, clause_.words, stop) != 0 || begins_time(clause_, stop));
      const bool ends =
          stop == last || telling || limit || parts_names(clause_, stop, stop != opened);
      const bool found =
          (ends || may_end(stop)) && is_name(first_, stop) && (ends || !goes_on(stop));
      if (found && limit && !leads_to_work(clause_, stop)) {
        run_ = {end_without_verb(stop), {first_}, starts_small(clause_, stop - 1)};
      } else if (found) {
        run_ = {stop, {first_}, false};
      }
      if (ends ||
          (found && (is_verb(clause_, stop) || ends_known(context_, clause_, first_, stop))))
        break;
    }
    if (run_.end == no_word) look_for_missing_comma(std::min(stop, last));
    if (run_.end == no_word) look_behind_words(std::min(stop, last));
    if (run_.end != no_word) {
      const std::size_t end = end_of_known(context_, clause_, run_.starts.back(), run_.end);
      run_.guessed = run_.guessed || end != run_.end;
      run_.end = behind_branch(clause_, end);
    }
    return std::move(run_);
  }

 private:
  [[nodiscard]] bool is_name(std::size_t first, std::size_t last) const {
    return context_.agencies.is_agency(names_between(context_, clause_, first, last));
  }

  /// Whether the last name is only the beginning of a known one: "Trung tâm Dịch vụ | tổng hợp".
  [[nodiscard]] bool goes_on(std::size_t stop) const {
    const std::size_t end = known_at(context_, clause_, start_of_last(clause_, first_, stop));
    return end != no_word && end > stop;
  }

  /// Whether work begins at a word, or a comma before it ends a list.
  [[nodiscard]] bool may_end(std::size_t at) const {
    const bool comma = clause_.gap(at).find(',') != std::string_view::npos;
    return leads_to_work(clause_, at) ||
           (comma && starts_small(clause_, at) && !words().is_generic(clause_.words[at].key));
  }

  /// The end of a name before a limit: no known verb parts it from its work, so that an unknown one
  /// ends behind the name of a place: "Đội An Khê" of "... trực tại chợ trước ngày 15/7".
  [[nodiscard]] std::size_t end_without_verb(std::size_t stop) const {
    const std::size_t start = start_of_last(clause_, first_, stop);
    if (context_.agencies.is_known(clause_.between(start, stop))) return stop;
    if (const auto end = end_of_known(context_, clause_, first_, stop); end != stop) return end;
    for (std::size_t at = stop - 1; at > start + 2; --at) {
      const bool behind_place = starts_small(clause_, at) && !starts_small(clause_, at - 1) &&
                                !starts_small(clause_, at - 2);
      if (behind_place && is_name(first_, at)) return at;
    }
    return stop;
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
      if (!context_.agencies.is_known(clause_.between(first_, at))) continue;
      run_ = {with_place(at, stop), {first_}, true};
    }
    for (std::size_t at = stop; at > first_ + 1 && run_.end == no_word; --at) {
      const bool may_be_last =
          !starts_small(clause_, at - 1) || words().is_generic(clause_.words[at - 1].key);
      if (may_be_last && is_name(first_, at)) run_ = {at, {first_}, true};
    }
  }

  /// The end of a name with the place that it is of: "Ủy ban nhân dân" of "... xã Phú Lộc".
  [[nodiscard]] std::size_t with_place(std::size_t at, std::size_t stop) const {
    std::size_t end = at;
    while (end < stop && clause_.gap(end) == " ") {
      const bool level = words().is_within_name(clause_.words[end].key) && end + 1 < stop &&
                         clause_.gap(end + 1) == " " && !starts_small(clause_, end + 1);
      if (starts_small(clause_, end) && !level) break;
      ++end;
    }
    return end > at && is_name(first_, end) ? end : at;
  }

  const Context& context_;
  const Clause& clause_;
  std::size_t first_;
  NameRun run_;
};

}  // namespace

bool is_unfinished(const Context& context, const Clause& clause, std::size_t first,
                   std::size_t end) {
  static const std::unordered_set<std::string_view> heads{
      "phong", "trung tam", "cuc", "chi cuc", "vu", "vien", "ban quan ly"};
  constexpr std::size_t longest_verb = 2;  // words
  if (end + 1 >= clause.words.size()) return false;
  const bool charged = clause.words[end].text == "phụ" && clause.words[end + 1].text == "trách";
  if (charged && words_ahead(DutyWord::post, clause.words, start_of_last(clause, first, end)) != 0)
    return clause.gap(end) == " " && end + 2 < clause.words.size() &&
           !leads_to_work(clause, end + 2);
  if (words_of_work(clause, end) < 2 ||
      words().is_plain_work(clause.words[end].key + " " + clause.words[end + 1].key))
    return false;
  const std::size_t start = start_of_last(clause, first, end);
  const std::string key = fold(clause.between(start, end));
  const std::string_view head = head_of(key);
  if (!heads.contains(head)) return false;
  const std::size_t own = start + count_words(head);
  if (own >= end || end - own > longest_verb || starts_small(clause, own)) return false;
  const std::string verb = uncapitalised(clause.between(own, end));
  return words_of_work(clause_of(verb), 0) == end - own &&
         !context.agencies.is_known(clause.between(start, end));
}

NameRun find_names(const Context& context, const Clause& clause, std::size_t first) {
  return NameFinder(context, clause, first).find();
}

void identify(Context& context, const Clause& clause, const NameRun& run,
              std::vector<std::string>& ids) {
  for (std::size_t i = 0; i < run.starts.size(); ++i) {
    const std::size_t end = i + 1 < run.starts.size() ? run.starts[i + 1] : run.end;
    const std::string names = names_between(context, clause, run.starts[i], end);
    for (std::string& id : context.agencies.identify_all(names)) add_id(ids, std::move(id));
  }
}

std::size_t end_of_subject(const Context& context, const Clause& clause, std::size_t first) {
  const std::size_t last = std::min(clause.words.size(), first + longest_names);
  const bool has_head = !head_of(fold(clause.from(first).substr(0, 80))).empty();
  std::size_t best = no_word;
  std::size_t unfinished = no_word;
  for (std::size_t at = first + 1; at < last; ++at) {
    at = behind_bracket(clause, at);
    if (at >= last) break;
    const bool colon = !introduces_names(clause, at) &&
                       clause.gap(at).find_first_of(":([") != std::string_view::npos;
    if (tells_at(clause, at)) break;
    const bool timed = begins_time(clause, at);
    if (!colon && !timed && !leads_to_work(clause, at)) continue;
    const bool ends_somewhere = !timed || leads_to_work(clause, at) || work_follows(clause, at) ||
                                context.agencies.is_known(clause.between(first, at));
    if (unfinished != no_word && at > unfinished + 1) {  // "... xây dựng công trình | lập"
      if (at > unfinished + 2 || clause.gap(unfinished) != " ") best = at;
      break;
    }
    const bool found = ends_somewhere && words_behind(DutyWord::nominal, clause.words, at) == 0 &&
                       context.agencies.is_agency(names_between(context, clause, first, at));
    if (found && !colon && is_unfinished(context, clause, first, at)) {
      unfinished = at;
      continue;
    }
    if (found) best = at;
    const bool may_go_on = !found && has_head;  // "Ban quản lý dự án chủ trì"
    const bool ends = is_verb(clause, at) || (found && ends_known(context, clause, first, at));
    if (colon || timed || (!may_go_on && ends)) break;
  }
  return best == no_word ? unfinished : best;
}

}  // namespace sauro::inline v0_1::detail
