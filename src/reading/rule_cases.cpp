#include "reading/rule_cases.hpp"

#include <cmath>

#include "sauro/text/fold.hpp"
#include "sauro/text/numbers.hpp"
#include "core/say.hpp"
#include "reading/cell_text.hpp"
#include "reading/criterion_words.hpp"
#include "text/parts.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Where a phrase stands, as bytes of the text: its words one after another, without regard to
/// case.
std::size_t find_words(std::string_view text, std::string_view phrase) {
  const std::vector<std::string> wanted = detail::parts_of(phrase, ' ');
  std::vector<std::string_view> words;
  for_each_part(text, ' ', [&](std::string_view word) { words.push_back(word); });
  for (std::size_t i = 0; i + wanted.size() <= words.size(); ++i) {
    std::size_t same = 0;
    while (same < wanted.size() && tone_key(words[i + same]) == tone_key(wanted[same])) ++same;
    if (same == wanted.size()) return static_cast<std::size_t>(words[i].data() - text.data());
  }
  return std::string_view::npos;
}

std::string_view without_end(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ';')) {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

/// "a) " and bullets go.
std::string_view without_mark(std::string_view text) {
  text = trim(take_bullet(trim(text)).rest);
  const std::size_t mark = text.find(')');
  if (mark != std::string_view::npos && mark <= 2 && text.front() != '(')
    text = trim(text.substr(mark + 1));
  return text;
}

/// Where the points begin: behind the last colon, or behind a word for them.
struct Cut {
  std::size_t end = std::string_view::npos;  ///< of the condition
  std::size_t begin = 0;                     ///< of the points
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The last colon that isn't one of a time of day.
std::size_t last_colon(std::string_view part) {
  for (std::size_t at = part.rfind(':'); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : part.rfind(':', at - 1)) {
    const bool in_time =
        at > 0 && at + 1 < part.size() && is_digit(part[at - 1]) && is_digit(part[at + 1]);
    if (!in_time) return at;
  }
  return std::string_view::npos;
}

Cut cut_of(std::string_view part) {
  for (const std::string_view sign : {"=>", "→", "⇒"}) {
    const std::size_t at = part.rfind(sign);
    if (at != std::string_view::npos) return {at, at + sign.size()};
  }
  const std::size_t last = last_colon(part);
  if (last != std::string_view::npos) {  // "Báo cáo: đủ, đúng hạn: 1", "từ 80%: công thức: b : a"
    const std::size_t at = points_in(part.substr(last + 1)) ? last : part.find(':');
    return {at, at + 1};
  }
  for (const std::string_view word : {"được", "đạt", "tính", "cho"}) {
    const std::string phrase = " " + std::string(word) + " ";
    const std::size_t at = part.rfind(phrase);
    if (at != std::string_view::npos && points_in(part.substr(at + phrase.size()))) {
      return {at, at + phrase.size()};
    }
  }
  for (const std::string_view dash : {" - ", " – ", " — "}) {
    const std::size_t at = part.rfind(dash);
    if (at != std::string_view::npos && points_in(part.substr(at + dash.size()))) {
      return {at, at + dash.size()};
    }
  }
  return {};
}

/// "mỗi ... trừ 0,25 điểm" and "mỗi ... được 0,5 điểm".
std::optional<RuleEach> each_in(std::string_view part) {
  const std::size_t begin = [&] {
    for (const std::string_view word : {"mỗi", "cứ mỗi", "cứ", "mỗi một"}) {
      if (find_words(part, word) == 0) return word.size();
    }
    return std::string_view::npos;
  }();
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t off = find_words(part, "trừ");
  const Cut cut =
      off != std::string_view::npos ? Cut{off, off + std::string_view("trừ").size()} : cut_of(part);
  std::size_t end = cut.end;
  std::optional<double> points;
  if (end != std::string_view::npos) {
    points = points_in(part.substr(cut.begin));
  } else {  // "mỗi sáng kiến 0,5 điểm"
    for (end = begin; !points && end != std::string_view::npos;) {
      end = part.find(' ', end + 1);
      if (end != std::string_view::npos) points = points_in(part.substr(end));
    }
  }
  if (!points || end == std::string_view::npos || end < begin) return std::nullopt;
  std::string_view what = without_end(part.substr(begin, end - begin));
  for (const std::string_view word : {" cộng", " được", " thì", " sẽ", " bị"}) {
    if (what.ends_with(word)) what = without_end(what.substr(0, what.size() - word.size()));
  }
  return RuleEach{std::string(what), off != std::string_view::npos ? -std::fabs(*points) : *points};
}

/// "tối đa 1 điểm", "tối đa không quá 1 điểm"
std::optional<double> most_in(std::string_view part) {
  for (const std::string_view word : {"tối đa không quá", "tối đa", "không quá"}) {
    if (find_words(part, word) == 0) return points_in(part.substr(word.size()));
  }
  return std::nullopt;
}

/// Where a limit begins in "mỗi sáng kiến 0,5 điểm, nhưng không quá 1 điểm".
std::size_t limit_in(std::string_view part) {
  if (find_words(part, "mỗi") != 0 && find_words(part, "cứ") != 0) return std::string_view::npos;
  for (const std::string_view words : {"tối đa", "Tối đa", "không quá", "Không quá"}) {
    const std::size_t at = part.rfind(words);
    if (at != std::string_view::npos && at > 0) return at;
  }
  return std::string_view::npos;
}

/// Without the words and signs that lead to a limit.
std::string_view before_limit(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    text = without_end(text);
    for (const std::string_view word : {" nhưng", " tổng", " cộng", "(", ", tổng cộng"}) {
      if (!text.ends_with(word)) continue;
      text.remove_suffix(word.size());
      again = true;
    }
  }
  return text;
}

/// Parts between semicolons and line ends; a limit is one of its own.
std::vector<std::string> parts_with_limits(std::string_view text) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part) {
    const std::string_view clean = without_end(without_mark(part));
    if (!clean.empty()) parts.emplace_back(clean);
  };
  for_each_part(text, '\n', [&](std::string_view line) {
    for_each_part(line, ';', [&](std::string_view whole) {
      const std::string_view part = without_mark(whole);
      const std::size_t at = limit_in(part);
      if (at == std::string_view::npos) return add(part);
      add(before_limit(part.substr(0, at)));
      std::string_view limit = without_end(part.substr(at));
      if (limit.ends_with(')')) limit.remove_suffix(1);
      add(limit);
    });
  });
  return parts;
}

/// Without "... thì điểm đánh giá được tính theo công thức"; empty where there is nothing else.
std::string condition_in(std::string_view text) {
  const std::size_t then = find_words(text, "thì");
  if (then != std::string_view::npos) text = text.substr(0, then);
  return std::string(without_end(behind_formula_lead(text).empty() ? std::string_view() : text));
}

std::optional<RuleCase> case_in(std::string_view line) {
  RuleCase one;
  if (const std::size_t none = no_points_at_end(line); none > 0) {
    one.condition = condition_in(trim(line.substr(0, line.size() - none)));
    while (!one.condition.empty() && (one.condition.back() == ':' || one.condition.back() == '-')) {
      one.condition = std::string(trim(one.condition.substr(0, one.condition.size() - 1)));
    }
    one.points = 0;
    return one;
  }
  const Cut cut = cut_of(line);
  if (cut.end == std::string_view::npos) {
    const std::string_view formula = behind_formula_lead(line);  // "điểm = SIPAS × 10/100"
    if (formula.size() == trim(line).size() || formula.empty()) return std::nullopt;
    one.formula = formula;
    return one;
  }
  one.condition = condition_in(line.substr(0, cut.end));
  const std::string_view rest = trim(line.substr(cut.begin));
  one.points = points_in(rest);
  if (!one.points) one.formula = behind_formula_lead(without_end(rest));
  if (!one.points && one.formula.empty()) return std::nullopt;
  return one;
}

/// Whether a number stands in it that is no percent.
bool has_plain_number(std::string_view text) {
  bool has = false;
  for_each_part(text, ' ', [&](std::string_view word) {
    has = has || (!word.empty() && is_digit(word.front()) && word.find('%') == word.npos);
  });
  return has;
}

/// Whether words beside a case hold points of their own: more was written than is understood.
bool says_points(std::string_view text) {
  std::string_view before;
  bool says = false;
  for_each_part(text, ' ', [&](std::string_view word) {
    const bool after_number =
        !before.empty() && (is_digit(before.front()) || before.front() == '-');
    const std::string key = tone_key(word);
    says = says || key == tone_key("điểm") || (after_number && key == tone_key("đ"));
    const bool number = !word.empty() && is_digit(word.front());
    says = says || (number && before.ends_with(':')) || (number && word.ends_with("đ"));
    for (const std::string_view give : {"được", "trừ", "cộng"}) {
      says = says || (number && tone_key(before) == tone_key(give) && word.find('%') == word.npos);
    }
    if (!word.empty()) before = word;
  });
  return says;
}

/// "Thang điểm đánh giá:"
bool is_heading(std::string_view line) {
  return line.ends_with(':') && line.find_first_of("0123456789%") == std::string_view::npos;
}

}  // namespace

std::optional<double> points_in(std::string_view text) {
  text = without_end(text);
  for (const std::string_view unit : {"điểm", "Điểm", "đ"}) {
    if (text.ends_with(unit)) {
      text = trim(text.substr(0, text.size() - unit.size()));
      break;
    }
  }
  if (text.empty() || text.find('%') != std::string_view::npos) return std::nullopt;
  return read_number(text).value;
}

RuleCases rule_cases(std::string_view text) {
  RuleCases all;
  constexpr std::size_t most_bytes = 4000;
  if (text.size() > most_bytes) {
    all.unread.emplace_back(shortened(text));
    return all;
  }
  for (const std::string& part : parts_with_limits(text)) {
    const std::string line = one_line(part);
    if (const auto most = most_in(line)) {
      if (all.most && *all.most != *most) all.unread.push_back(line);
      all.most = most;
    } else if (auto each = each_in(line)) {
      if (says_points(each->what) || has_plain_number(each->what)) all.unread.push_back(line);
      all.each.push_back(std::move(*each));
    } else if (auto one = case_in(line)) {
      if (says_points(one->condition)) all.unread.push_back(line);
      all.cases.push_back(std::move(*one));
    } else if (!is_heading(line)) {
      all.unread.push_back(line);
    }
  }
  return all;
}

}  // namespace sauro::inline v0_1::detail
