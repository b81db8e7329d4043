// What a rhythm is called: from its rule and the days on which it falls due.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "calendar/official_day.hpp"
#include "phrases/stretches.hpp"
#include "phrases/wording.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Phrases = std::vector<std::string>;

/// "month" -> "tháng"; empty for what has other words.
std::string unit_word(std::string_view rule) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> words = {
      {{"week", "tuần"},
       {"month", "tháng"},
       {"quarter", "quý"},
       {"year", "năm"},
       {"period", "kỳ"}}};
  for (const auto& [name, word] : words) {
    if (rule == name || rule == std::string(name) + "s") return std::string(word);
  }
  return {};
}

/// "quarter" -> "hằng quý", "2_weeks" -> "2 tuần một lần"
std::string plain_rhythm(std::string_view rule) {
  if (rule == "half_year") return "6 tháng một lần";
  if (rule == "nine_months") return "9 tháng một lần";
  const std::size_t count = rule.find('_');
  const std::string word = unit_word(count == rule.npos ? rule : rule.substr(count + 1));
  if (word.empty()) return {};
  if (count == rule.npos) return "hằng " + word;
  return std::string(rule.substr(0, count)) + " " + word + " một lần";
}

/// "month+quarter" -> "hằng tháng, hằng quý"
std::string plain_rhythms(std::string_view rules) {
  std::string all;
  while (!rules.empty()) {
    const std::size_t plus = std::min(rules.find('+'), rules.size());
    const std::string one = plain_rhythm(rules.substr(0, plus));
    if (one.empty()) return {};
    all += (all.empty() ? "" : ", ") + one;
    rules.remove_prefix(std::min(plus + 1, rules.size()));
  }
  return all;
}

template <class Of>
std::set<int> among(const std::vector<Occurrence>& occurrences, Of of) {
  std::set<int> found;
  for (const Occurrence& one : occurrences) found.insert(of(one.due));
  return found;
}

/// "10, 20 và 25" of numbers and what stands before each
std::string listed(const std::set<int>& numbers, const std::string& before) {
  std::string list;
  for (const int number : numbers) {
    list += (list.empty() ? "" : ", ") + before + std::to_string(number);
  }
  return list;
}

/// "ngày 25 hằng tháng", "ngày 25 tháng cuối quý"
void add_stretches(Phrases& to, const std::string& named) {
  for (const char* stretch : {" hằng tháng", " tháng sau", " tháng đầu quý", " tháng đầu quý sau",
                              " tháng cuối quý", " tháng cuối năm"}) {
    to.push_back(named + stretch);
  }
}

void add_days(Phrases& to, const std::vector<Occurrence>& occurrences) {
  std::set<int> days;
  for (const Occurrence& one : occurrences) {  // in short months the last day is meant
    if (one.due.end_of_month().day() == 31) days.insert(one.due.day());
  }
  constexpr std::size_t most = 7;
  if (!days.empty() && days.size() <= most) {
    to.push_back("ngày " + listed(days, "") + " hằng tháng");
    for (const int day : {*days.rbegin(), 31, 30, 29}) {
      add_stretches(to, "ngày " + std::to_string(day));
    }
  }
  // "trước ngày D" may end on the day before, the last one of a month that has any length
  const std::set<int> next =
      among(occurrences, [](const Date& due) { return due.plus_days(1).day(); });
  if (next.size() == 1) add_stretches(to, "trước ngày " + std::to_string(*next.begin()));
}

void add_weekdays(Phrases& to, const std::vector<Occurrence>& occurrences) {
  const std::set<int> days = among(occurrences, [](const Date& due) { return due.weekday(); });
  std::string list;
  for (const int day : days) list += (list.empty() ? "" : ", ") + weekday_name(day);
  to.push_back(list + " hằng tuần");
  if (days.size() != 1) return;
  for (const char* which : {" đầu tiên", " thứ 2", " thứ 3", " thứ 4", " cuối cùng"}) {
    for (const char* unit : {" hằng tháng", " hằng quý", " hằng năm"})
      to.push_back(list + which + unit);
  }
}

/// "chậm nhất ngày 15/6, ngày 15/12 hằng năm" and the month or quarter of a year
void add_dates(Phrases& to, const std::vector<Occurrence>& occurrences) {
  constexpr std::size_t most = 12;
  std::set<std::pair<int, int>> dates;
  std::string days;
  std::string days_after;  // "trước ngày D" may end on the day before
  std::string months;
  std::string quarters;
  const auto date = [](const Date& day) {
    return "ngày " + std::to_string(day.day()) + "/" + std::to_string(day.month());
  };
  for (const Occurrence& one : occurrences) {
    const int month = one.due.month();
    if (!dates.insert({month, one.due.day()}).second) continue;
    const std::string comma = days.empty() ? "" : ", ";
    days += comma + date(one.due);
    days_after += comma + date(one.due.plus_days(1));
    months += comma + "tháng " + std::to_string(month);
    quarters += comma + "quý " + std::to_string((month + 2) / 3);
  }
  if (dates.size() > most) return;
  for (const std::string& when :
       {days, "chậm nhất " + days, months, quarters, std::string("6 tháng đầu năm"),
        std::string("6 tháng cuối năm"), "trước " + days_after}) {
    to.push_back(when + " hằng năm");
  }
}

void add_parts(Phrases& to) {
  for (const char* part :
       {"ngày làm việc đầu tiên", "ngày làm việc cuối cùng", "ngày đầu tiên", "ngày cuối cùng",
        "tuần đầu", "tuần 2", "tuần 3", "tuần 4", "tuần cuối", "thượng tuần", "trung tuần",
        "hạ tuần", "nửa đầu", "nửa cuối", "tháng đầu", "tháng cuối"}) {
    for (const char* unit : {" hằng tháng", " hằng quý"}) to.push_back(std::string(part) + unit);
  }
}

void add_times(Phrases& to) {
  for (const char* times : {"2 lần/năm", "4 lần/năm", "12 lần/năm", "3 lần/quý"}) {
    to.emplace_back(times);
  }
}

/// ", giai đoạn 2026 - 2030"
Phrases years_of(const Timeframe& timeframe) {
  Phrases all = {""};
  if (!timeframe.start) return all;
  const Date& start = *timeframe.start;
  const std::string first = std::to_string(start.year());
  all.push_back(" năm " + first);
  for (int more = 1; more <= 30 && !timeframe.occurrences.empty(); ++more) {
    const int last = start.year() + more;
    if (last > timeframe.occurrences.back().due.year()) break;
    all.push_back(", giai đoạn " + first + " - " + std::to_string(last));
  }
  if (start != Date(start.year(), 1, 1)) all.push_back(", từ ngày " + official_day(start));
  return all;
}

/// "hằng quý: ngày 10/04/2026; ngày 10/07/2026"
std::string with_its_days(const std::string& plain, const Timeframe& timeframe) {
  std::string all = plain;
  const char* lead = ": ngày ";
  for (const Occurrence& one : timeframe.occurrences) {
    all += lead + official_day(one.due);
    lead = "; ngày ";
  }
  return all;
}

}  // namespace

std::vector<std::string> rhythm_phrases(const Timeframe& timeframe) {
  const std::string plain = plain_rhythms(timeframe.rule);
  Phrases rhythms;
  if (!plain.empty()) rhythms.push_back(plain);
  if (timeframe.occurrences.empty()) rhythms.push_back("5 lần/" + unit_word(timeframe.rule));
  if (!timeframe.occurrences.empty()) {
    add_times(rhythms);
    add_days(rhythms, timeframe.occurrences);
    if (timeframe.rule == "year") add_dates(rhythms, timeframe.occurrences);
    add_weekdays(rhythms, timeframe.occurrences);
    add_parts(rhythms);
  }
  const std::string minute = timeframe.due_minute ? time_of_day(*timeframe.due_minute) : "";
  Phrases all;
  for (const std::string& years : years_of(timeframe)) {
    for (const std::string& rhythm : rhythms) {
      all.push_back(minute + rhythm + years);
    }
  }
  constexpr std::size_t most_days = 24;
  if (!plain.empty() && timeframe.occurrences.size() <= most_days) {
    all.push_back(with_its_days(plain, timeframe));
  }
  return all;
}

}  // namespace sauro::inline v0_1::detail
