#include "reading/case_ranges.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "sauro/phrases/target.hpp"
#include "sauro/text/fold.hpp"
#include "reading/criterion_words.hpp"
#include "text/parts.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::optional<Interval> interval_of(const Target& target) {
  if (target.kind != TargetKind::quantity || !target.value || target.approximate) {
    return std::nullopt;
  }
  Interval range;
  switch (target.comparison) {
    case Comparison::at_least:
      range.low = *target.value;
      return range;
    case Comparison::above:
      range.low = *target.value;
      range.low_open = true;
      return range;
    case Comparison::at_most:
      range.high = *target.value;
      return range;
    case Comparison::below:
      range.high = *target.value;
      range.high_open = true;
      return range;
    case Comparison::equal:
      range.low = range.high = *target.value;
      return range;
    case Comparison::range:
      if (!target.upper) return std::nullopt;
      range.low = *target.value;
      range.high = *target.upper;
      range.high_open = target.upper_excluded;
      return range;
    default:
      return std::nullopt;
  }
}

struct Read {
  Interval range;
  bool percent = false;
  std::set<std::string> words;  ///< beside the numbers and what compares them
};

/// Words that compare, or say no more than that something is reached.
bool says_nothing(const std::string& word) {
  static const std::set<std::string, std::less<>> words = [] {
    std::set<std::string, std::less<>> made;
    for (const char* one :
         {"từ",   "đến",  "dưới", "trên",  "trở", "lên", "xuống", "đạt", "tới", "hơn", "ít",
          "nhất", "bằng", "hoàn", "thành", "tỷ",  "lệ",  "có",    "số",  "và",  "nhỏ", "lớn"}) {
      made.insert(tone_key(one));
    }
    return made;
  }();
  return words.contains(word);
}

std::set<std::string> words_beside(std::string_view condition) {
  std::set<std::string> words;
  for_each_part(tone_key(condition), ' ', [&](std::string_view word) {
    const bool number = std::isdigit(static_cast<unsigned char>(word.front())) != 0;
    std::string key(word);
    if (!number && !says_nothing(key)) words.insert(std::move(key));
  });
  return words;
}

/// "trên 80% đến 100%": the lower end is left out.
bool begins_above(std::string_view condition) {
  const std::string key = tone_key(condition) + " ";
  const std::string above = tone_key("trên") + " ";
  return key.find(above) < key.find_first_of("0123456789");
}

bool is_range_alone(std::string_view condition) {
  bool alone = true;
  for_each_part(condition, ' ', [&](std::string_view word) {
    const bool day = word.find('/') != word.npos && word.find_first_of("0123456789") != word.npos;
    alone = alone && !day && !goes_beyond_range(word);
  });
  return alone;
}

std::optional<Read> read_range(std::string_view condition) {
  if (is_other_case(condition) || !is_range_alone(condition)) return std::nullopt;
  const std::vector<Target> targets = parse_target(condition);
  if (targets.size() != 1) return std::nullopt;
  auto range = interval_of(targets.front());
  if (!range) return std::nullopt;
  if (targets.front().comparison == Comparison::range) range->low_open = begins_above(condition);
  return Read{*range, targets.front().unit == "%", words_beside(condition)};
}

bool overlap(const std::vector<Read>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (!all[i].range.intersect(all[k].range).is_empty()) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<CaseRanges> case_ranges(const std::vector<RuleCase>& cases, std::string_view title) {
  constexpr std::size_t most = 40;  // each is held against each
  if (cases.size() > most) return std::nullopt;
  CaseRanges found;
  std::vector<Read> read;
  for (const RuleCase& one : cases) {
    auto range = read_range(one.condition);
    found.ranges.push_back(range ? std::optional(range->range) : std::nullopt);
    if (range) read.push_back(std::move(*range));
  }
  if (read.empty() || overlap(read)) return std::nullopt;
  for (std::size_t i = 0; i < cases.size(); ++i) {  // "≥90%" is no case in words
    const bool number = cases[i].condition.find_first_of("0123456789") != std::string::npos;
    if (number && !found.ranges[i]) return std::nullopt;
  }
  std::set<std::string> known = read.front().words;
  known.merge(words_beside(title));
  for (const Read& one : read) {
    if (one.percent != read.front().percent) return std::nullopt;
    if (!std::includes(known.begin(), known.end(), one.words.begin(), one.words.end())) {
      return std::nullopt;
    }
  }
  found.percent = read.front().percent;
  const std::set<std::string> title_words = words_beside(title);
  const std::set<std::string>& first = read.front().words;
  found.says_more =
      !std::includes(title_words.begin(), title_words.end(), first.begin(), first.end());
  return found;
}

}  // namespace sauro::inline v0_1::detail
