// Which time in a sentence is the end of its work.
#include "reading/duty_times.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "reading/cell_text.hpp"
#include "reading/duty_words.hpp"
#include "reading/times_in_clauses.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Whether a clause may name a time at all: it has a digit, a rhythm, a quarter or a year.
bool may_have_time(const std::vector<SpokenWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view key = words[i].key;
    if (key.front() >= '0' && key.front() <= '9') return true;
    const std::string_view text = words[i].text;  // no "quy định", "hạng mục", "mọi"
    const bool quarter = key == "quy" && text != "quy" && text != "Quy";
    const bool rhythm = (key == "hang" && text != "hạng" && text != "hang") ||
                        (key == "moi" && text != "mọi" && text != "mới");
    if (quarter || rhythm) return true;
    const std::string_view before = i > 0 ? std::string_view(words[i - 1].key) : "";
    if (key == "nam" && (before == "cuoi" || before == "het")) return true;  // no "Việt Nam"
  }
  return false;
}

/// Times behind a word that makes them limits, where what stands before takes that word for itself:
/// "theo Kế hoạch ... ngày 10/3/2026, trước ngày 15/9", "kế hoạch vốn năm trước ngày 15/9".
std::vector<FoundTime> times_behind_limits(const Clause& clause, const TimeframeContext& context) {
  constexpr std::size_t longest_time = 120;  // bytes
  std::vector<FoundTime> all;
  const auto& words = clause.words;
  for (std::size_t at = 1; at < words.size(); ++at) {
    const std::size_t hard = words_ahead(DutyWord::limit, words, at);
    if (hard == 0 && words_ahead(DutyWord::soft_limit, words, at) == 0) continue;
    const std::size_t begin = words[at].at;
    const bool of_day = hard != 0 && at + hard < words.size() && words[at + hard].key == "ngay";
    if (!of_day && !trim(clause.text.substr(0, begin)).ends_with(',')) continue;
    const std::string_view rest = clause.text.substr(begin, longest_time);
    for (FoundTime& time : find_times(rest, context)) {
      all.push_back({std::move(time.timeframe), time.begin + begin, time.end + begin});
      break;
    }
  }
  return all;
}

/// "trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ", "sau ngày 30/6/2026, ...": what is
/// no day by itself, read as a cell of times would be.
std::vector<FoundTime> times_of_events(const Clause& clause, const TimeframeContext& context) {
  static const std::unordered_set<std::string_view> units{"ngay", "gio", "tuan", "thang", "phut"};
  const auto& words = clause.words;
  std::vector<FoundTime> all;
  const auto read = [&](std::size_t first, TimeframeKind kind) {
    constexpr std::size_t longest_event = 400;  // bytes
    const std::string_view rest = clause.from(first);
    const std::size_t sign = std::min(rest.find_first_of(",;:()"), rest.size());
    if (sign > longest_event) return;
    const std::string_view text = trim(rest.substr(0, sign));
    Timeframe timeframe =
        parse_timeframe(text.ends_with('.') ? text.substr(0, text.size() - 1) : text, context);
    const std::size_t begin = words[first].at;
    if (timeframe.kind == kind) all.push_back({std::move(timeframe), begin, begin + text.size()});
  };
  if (!words.empty() && words[0].key == "sau") read(0, TimeframeKind::open_ended);
  for (std::size_t at = 0; at + 2 < words.size(); ++at) {
    const std::size_t size = std::max(words_ahead(DutyWord::limit, words, at),
                                      words_ahead(DutyWord::soft_limit, words, at));
    const std::size_t number = at + size;
    if (size == 0 || number + 1 >= words.size()) continue;
    const bool counted = is_digit(decode(words[number].key, 0).value) &&
                         clause.gap(number + 1) == " " && units.contains(words[number + 1].key);
    if (counted) read(at, TimeframeKind::event);
  }
  return all;
}

/// Whether a time had ended when the plan came.
bool has_passed(const FoundTime& time, const TimeframeContext& context) {
  const auto& due = time.timeframe.due;
  return due &&
         (context.issued ? *due < *context.issued : context.year && due->year() < *context.year);
}

/// A limit among times; a day without year that has passed when the plan came is that of the next.
std::optional<FoundTime> limit_among(std::vector<FoundTime> times, const Clause& clause,
                                     const ClauseMarks& marks, const TimeframeContext& context,
                                     TimesLeft& left) {
  for (FoundTime& time : times) {
    const TimeInClause placed(clause, marks, time);
    if (!placed.ends_work()) {
      if (left.doubtful.empty() && !has_passed(time, context) && placed.may_end_work())
        left.doubtful = time.timeframe.text;
      continue;
    }
    if (!has_passed(time, context)) return std::move(time);
    if (!is_day_without_year(time.timeframe.text) || !context.year) {
      left.passed = time.timeframe.text;
      continue;
    }
    TimeframeContext later = context;
    later.year = *context.year + 1;
    time.timeframe = parse_timeframe(time.timeframe.text, later);
    if (time.timeframe.due) return std::move(time);
  }
  return std::nullopt;
}

}  // namespace

void drop_passed(Timeframe& timeframe, const std::optional<Date>& issued) {
  if (timeframe.kind != TimeframeKind::periodic || !issued) return;
  const auto passed = [&](const Occurrence& one) { return one.due < *issued; };
  if (std::all_of(timeframe.occurrences.begin(), timeframe.occurrences.end(), passed)) return;
  std::erase_if(timeframe.occurrences, passed);
}

bool is_day_without_year(std::string_view text) {
  if (text.find('/') == text.npos && text.find("ngày") == text.npos) return false;
  std::size_t digits = 0;
  for (const char c : text) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 4) return false;
  }
  return true;
}

std::size_t end_of_leading_time(const Clause& clause, const TimeframeContext& context) {
  constexpr std::size_t before = 2;    // words: "ngay trong"
  constexpr std::size_t longest = 24;  // words
  static const std::unordered_set<std::string_view> units{"quy",  "thang", "ngay", "dinh", "tu",
                                                          "tuan", "nam",   "sau",  "hang", "moi"};
  const auto& words = clause.words;
  const bool may = words_ahead(DutyWord::limit, words, 0) != 0 ||
                   words_ahead(DutyWord::soft_limit, words, 0) != 0 ||
                   (!words.empty() && units.contains(words[0].key));
  if (!may) return 0;
  const std::string_view start =
      clause.text.substr(0, words[std::min(words.size(), longest) - 1].end);
  const auto times = find_times(start, context);
  const std::string_view rest = times.empty() ? "" : trim(clause.text.substr(times[0].end));
  if (!rest.starts_with(',') && !(rest.starts_with(':') && rest.size() > 1)) return 0;
  return word_at(words, times[0].begin) > before ? 0 : word_at(words, times[0].end);
}

std::optional<FoundTime> find_limit(const Clause& clause, const TimeframeContext& context,
                                    TimesLeft* left) {
  if (!may_have_time(clause.words)) return std::nullopt;
  TimesLeft found;
  const ClauseMarks marks(clause);
  auto limit = limit_among(find_times(clause.text, context), clause, marks, context, found);
  if (left != nullptr) left->doubtful = found.doubtful;
  if (!limit)
    limit = limit_among(times_behind_limits(clause, context), clause, marks, context, found);
  if (!limit) limit = limit_among(times_of_events(clause, context), clause, marks, context, found);
  if (left != nullptr) left->passed = found.passed;
  return limit;
}

}  // namespace sauro::inline v0_1::detail
