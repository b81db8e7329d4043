#include "sauro/index/condition.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::say;
using detail::trim;

constexpr std::array<std::string_view, 2> ors = {" hoặc ", " or "};

[[noreturn]] void refuse_text(std::string_view text, const Bilingual& why) {
  throw ParseError(ErrorCode::invalid_interval, std::string(text), why);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}
bool is_quote(char c) { return c == '"' || c == '\''; }

/// Length of what divides alternatives at a place outside of brackets; 0 where nothing does.
std::size_t divider_at(std::string_view text, std::size_t at) {
  if (text[at] == ',') {
    const bool between_digits =
        at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
    if (between_digits) {
      refuse_text(
          text,
          say("dấu phẩy giữa hai chữ số có thể là dấu thập phân: hãy viết 0.25, hoặc thêm dấu "
              "cách giữa hai giá trị",
              "a comma between two digits could be a decimal one: write 0.25, or a blank "
              "between two values"));
    }
    return 1;
  }
  for (const std::string_view word : ors) {
    if (text.substr(at).starts_with(word)) return word.size();
  }
  return 0;
}

std::vector<std::string_view> alternatives(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  int depth = 0;
  char quote = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (is_quote(c)) quote = c;
    if (c == '[' || c == '(') ++depth;
    if (c == ']' || c == ')') --depth;
    const std::size_t length = depth == 0 ? divider_at(text, at) : 0;
    if (length == 0) continue;
    parts.push_back(trim(text.substr(start, at - start)));
    start = at + length;
    at += length - 1;
  }
  if (quote != 0)
    refuse_text(text, say("văn bản trong ngoặc kép chưa đóng", "a text in quotes isn't closed"));
  parts.push_back(trim(text.substr(start)));
  return parts;
}

/// What stands inside of "not(...)".
std::optional<std::string_view> inside_not(std::string_view text) {
  if (!text.starts_with("not")) return std::nullopt;
  const std::string_view rest = trim(text.substr(3));
  if (!rest.starts_with('(') || !rest.ends_with(')')) return std::nullopt;
  return trim(rest.substr(1, rest.size() - 2));
}

void add(std::string_view part, Condition& condition) {
  if (part.empty()) {
    refuse_text(part, say("một phương án bị bỏ trống", "an alternative is empty"));
  }
  if (part.size() >= 2 && is_quote(part.front()) && part.back() == part.front()) {
    condition.texts.emplace_back(part.substr(1, part.size() - 2));
  } else if (is_letter(part.front())) {
    condition.texts.emplace_back(part);
  } else {
    condition.among.push_back(Interval::parse(part));
  }
}

/// A text as parse() reads it, in quotes where it would be read otherwise.
std::string quoted(const std::string& text) {
  const bool divides = text.find_first_of(",()[]\"'") != std::string::npos ||
                       std::any_of(ors.begin(), ors.end(), [&](std::string_view word) {
                         return text.find(word) != std::string::npos;
                       });
  if (!text.empty() && is_letter(text.front()) && !divides && trim(text) == text) return text;
  const char quote = text.find('"') == std::string::npos ? '"' : '\'';
  return quote + text + quote;
}

/// Ascending, and apart from one another.
std::vector<Interval> apart(std::vector<Interval> given) {
  std::sort(given.begin(), given.end(), [](const Interval& a, const Interval& b) {
    return a.low != b.low ? a.low < b.low : !a.low_open && b.low_open;
  });
  std::vector<Interval> out;
  for (const Interval& one : given) {
    if (one.is_empty()) continue;
    const bool touches =
        !out.empty() && (one.low < out.back().high ||
                         (one.low == out.back().high && !(one.low_open && out.back().high_open)));
    if (!touches) {
      out.push_back(one);
      continue;
    }
    Interval& last = out.back();
    last.days = last.days || one.days;
    if (one.high > last.high || (one.high == last.high && !one.high_open)) {
      last.high = one.high;
      last.high_open = one.high_open;
    }
  }
  return out;
}

/// What lies between intervals that are apart.
std::vector<Interval> others(const std::vector<Interval>& taken) {
  std::vector<Interval> out;
  Interval rest;
  bool ends = false;
  for (const Interval& one : taken) {
    rest.days = one.days;
    Interval before = rest;
    before.high = one.low;
    before.high_open = !one.low_open && std::isfinite(one.low);
    if (std::isfinite(one.low)) out.push_back(before);
    rest.low = one.high;
    rest.low_open = !one.high_open;
    ends = !std::isfinite(one.high);
  }
  if (!ends) out.push_back(rest);
  return apart(std::move(out));
}

}  // namespace

Condition Condition::parse(std::string_view text) {
  text = trim(text);
  Condition condition;
  if (text == "-") return condition;
  if (const auto inside = inside_not(text)) {
    condition.negated = true;
    text = *inside;
  }
  for (const std::string_view part : alternatives(text)) add(part, condition);
  return condition;
}

bool Condition::is_all() const noexcept {
  const bool any =
      std::any_of(among.begin(), among.end(), [](const Interval& one) { return one.is_all(); });
  return !negated && ((among.empty() && texts.empty()) || any);
}

std::vector<Interval> Condition::intervals(const std::vector<std::string>& values) const {
  if (among.empty() && texts.empty()) return {Interval{}};
  std::vector<Interval> all = among;
  for (const std::string& text : texts) {
    const auto found = std::find(values.begin(), values.end(), text);
    if (found == values.end()) continue;
    Interval one;
    one.low = one.high = static_cast<double>(found - values.begin());
    all.push_back(one);
  }
  all = apart(std::move(all));
  return negated ? others(all) : all;
}

std::string Condition::to_string() const {
  if (is_all() && texts.empty()) return "-";
  std::string text;
  for (const Interval& one : among) text += (text.empty() ? "" : ", ") + one.to_string();
  for (const std::string& one : texts) text += (text.empty() ? "" : ", ") + quoted(one);
  return negated ? "not(" + text + ")" : text;
}

std::string Condition::to_vietnamese() const {
  if (is_all()) return Interval{}.to_vietnamese();
  std::string text;
  for (const Interval& one : among) text += (text.empty() ? "" : " hoặc ") + one.to_vietnamese();
  for (const std::string& one : texts) text += (text.empty() ? "là " : " hoặc ") + one;
  return negated ? "không phải (" + text + ")" : text;
}

}  // namespace sauro::inline v0_1
