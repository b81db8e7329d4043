#include "reading/clause_openings.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/duty_names.hpp"
#include "reading/duty_times.hpp"
#include "reading/duty_words.hpp"
#include "text/capitals.hpp"
#include "text/letters.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {

namespace {

/// Whether a clause says what its subject is or may do: "Hộ kinh doanh được từ chối ...".
bool says_right(const Clause& clause, std::size_t from) {
  constexpr std::size_t longest_subject = 9;  // words
  const auto& words = clause.words;
  for (std::size_t at = from; at < std::min(words.size(), from + longest_subject); ++at) {
    if (at > from && (clause.gap(at) != " " || words_ahead(DutyWord::limit, words, at) != 0))
      return false;
    if (words_ahead(DutyWord::right, words, at) != 0)
      return words_ahead(DutyWord::link, words, at) == 0;
    if (words_of_work(clause, at) != 0) return false;
  }
  return false;
}

/// Whether a clause says how things stand: "Kết quả năm 2025 đạt thấp", "Năm 2025 có 15 hồ sơ".
bool says_state(const Clause& clause) {
  constexpr std::size_t longest_subject = 12;  // words
  const auto& words = clause.words;
  if (words_ahead(DutyWord::state, words, 0) == 0 ||
      has_words(DutyWord::modal, words, 0, words.size()))
    return false;
  for (std::size_t at = 1; at < std::min(words.size(), longest_subject); ++at) {
    if (clause.gap(at).find_first_of(",;:(") != std::string_view::npos) return false;
    if (words_ahead(DutyWord::outcome, words, at) == 0) continue;
    const bool counts = at + 1 < words.size() && is_digit(decode(words[at + 1].text, 0).value);
    if (words[at].key != "co" || counts) return true;
  }
  return false;
}

}  // namespace

std::size_t behind_step(const Clause& clause) {
  constexpr std::size_t longest = 16;  // words
  const auto& words = clause.words;
  const std::size_t step = words_ahead(DutyWord::step, words, 0);
  if (step == 0 || step + 1 >= words.size()) return 0;
  const char number = words[step].key.front();
  if (words[step].key.size() > 4 ||
      !((number >= '0' && number <= '9') || number == 'i' || number == 'v'))
    return 0;
  for (std::size_t at = step + 1; at < std::min(words.size(), longest); ++at) {
    const std::string_view sign = trim(clause.gap(at));
    if (sign == ":" || sign == "):") return at;
    const bool bracket = at > step + 1 || sign == "(";
    if (!bracket) return 0;
  }
  return 0;
}

std::optional<FoundTime> limit_of_step(const Clause& clause, const TimeframeContext& times) {
  const std::size_t work = behind_step(clause);
  if (work == 0) return std::nullopt;
  const std::string_view step = clause.text.substr(0, clause.words[work - 1].end);
  const std::size_t open = step.rfind('(');
  if (open == step.npos) return std::nullopt;
  const std::string_view inside = step.substr(open + 1);
  FoundTime time{parse_timeframe(inside, times), open + 1, step.size()};
  return time.timeframe.due ? std::optional(std::move(time)) : std::nullopt;
}

std::size_t start_of_order(const Context& context, const Clause& clause,
                           const TimeframeContext& times) {
  constexpr std::size_t longest_topic = 24;  // words
  if (const std::size_t step = behind_step(clause); step != 0) return step;
  const std::size_t behind_time = end_of_leading_time(clause, times);
  if (behind_time != 0) return behind_time;
  const std::size_t topic = words_ahead(DutyWord::topic, clause.words, 0);
  for (std::size_t at = topic + 1; topic != 0 && at < clause.words.size() && at < longest_topic;
       ++at) {
    const std::string_view sign = clause.gap(at);
    const bool colon = sign.find(':') != std::string_view::npos;
    const bool comma =
        sign.find(',') != std::string_view::npos &&
        (starts_small(clause, at) ? words_ahead(DutyWord::introduction, clause.words, at) != 0
                                  : begins_name(clause.from(at)));
    if (!colon && !comma) continue;
    return context.agencies.is_agency(clause.between(topic, at)) ? 0 : at;
  }
  return 0;
}

bool tells(const Context& context, const Clause& clause, std::size_t from, bool limited) {
  if (const std::size_t group = group_at(clause, from); group != no_word)
    return tells_at(clause, group);
  if (const std::size_t known = known_at(context, clause, from); known < clause.words.size())
    return tells_at(clause, known);
  if (words_ahead(DutyWord::telling, clause.words, from) != 0 &&
      words_ahead(DutyWord::link, clause.words, from) == 0)
    return true;
  return says_right(clause, from) || (!limited && says_state(clause));
}

bool may_have_subject(const Clause& clause, std::size_t from) {
  constexpr std::size_t longest_head = 80;  // bytes
  if (from >= clause.words.size()) return false;
  if (from != 0 && clause.gap(from).find(':') != std::string_view::npos) return true;
  const std::string_view rest = clause.from(from).substr(0, longest_head);
  const std::size_t behind = from + count_words(head_of(fold(rest)));
  const bool named = behind != from && !starts_small(clause, from) &&
                     behind < clause.words.size() && !starts_small(clause, behind);
  return named || nameless_at(clause, from) != no_word;
}

bool is_aim(const Clause& clause, std::size_t from) {
  return words_ahead(DutyWord::aim, clause.words, from) != 0;
}

bool is_work(const Clause& clause, std::size_t from, std::size_t longest_subject) {
  const std::string rest = uncapitalised(clause.from(from));
  const Clause work = clause_of(rest);
  for (std::size_t word = 0; word <= longest_subject && word < work.words.size(); ++word) {
    if (word != 0 && work.gap(word) != " ") return false;
    if (words_of_work(work, word) != 0) return true;
  }
  return false;
}

}  // namespace sauro::inline v0_1::detail
