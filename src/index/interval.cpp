#include "sauro/index/interval.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "sauro/calendar/date.hpp"
#include "sauro/core/error.hpp"
#include "sauro/text/numbers.hpp"
#include "core/say.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::say;
using detail::trim;

constexpr double infinity = std::numeric_limits<double>::infinity();

[[noreturn]] void fail(std::string_view text, const Bilingual& why) {
  throw ParseError(ErrorCode::invalid_interval, std::string(text),
                   say("{}; hãy viết \"[80, 100)\", \">= 80\", \"< 5\", \"80\" hoặc \"-\"",
                       "{}; write \"[80, 100)\", \">= 80\", \"< 5\", \"80\" or \"-\"", why));
}

double number_or_day(std::string_view part, std::string_view whole, bool& days) {
  part = trim(part);
  if (!part.empty() && part.back() == '%') part = trim(part.substr(0, part.size() - 1));
  if (part.size() == 10 && part[4] == '-' && part[7] == '-') {
    days = true;
    return Date::from_iso(part).day_number();
  }
  double value = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
  if (error != std::errc() || end != part.data() + part.size() || std::isnan(value)) {
    fail(whole, detail::no_number(part));
  }
  return value;
}

Interval in_brackets(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) {
    fail(text, say("một khoảng cần hai đầu", "an interval needs two ends"));
  }
  Interval interval;
  const char last = text.back();
  if (last != ']' && last != ')') {
    fail(text, say("một khoảng kết thúc bằng ] hoặc )", "an interval ends with ] or )"));
  }
  interval.low_open = text.front() == '(';
  interval.high_open = last == ')';
  const std::string_view low = trim(text.substr(1, comma - 1));
  const std::string_view high = trim(text.substr(comma + 1, text.size() - comma - 2));
  if (!low.empty()) interval.low = number_or_day(low, text, interval.days);
  if (!high.empty()) interval.high = number_or_day(high, text, interval.days);
  interval.low_open = interval.low_open && std::isfinite(interval.low);
  interval.high_open = interval.high_open && std::isfinite(interval.high);
  return interval;
}

std::string end_text(double value, bool days) {
  return days ? Date::from_day_number(static_cast<std::int32_t>(value)).to_iso()
              : plain_number(value);
}

std::string end_text_vi(double value, bool days) {
  if (!days) return official_number(value);
  const Date date = Date::from_day_number(static_cast<std::int32_t>(value));
  return std::to_string(date.day()) + "/" + std::to_string(date.month()) + "/" +
         std::to_string(date.year());
}

}  // namespace

Interval Interval::parse(std::string_view text) {
  text = trim(text);
  if (text == "-") return {};
  if (text.empty()) fail(text, say("khoảng bị bỏ trống", "an interval is empty"));
  if (text.front() == '[' || text.front() == '(') {
    const Interval interval = in_brackets(text);
    if (interval.is_empty()) {
      fail(text, say("khoảng này không chứa giá trị nào", "nothing lies in it"));
    }
    return interval;
  }
  Interval interval;
  const bool is_greater = text.front() == '>';
  const bool is_less = text.front() == '<';
  const bool has_equal = text.substr(is_greater || is_less ? 1 : 0).starts_with('=');
  const std::size_t skip = (is_greater || is_less ? 1U : 0U) + (has_equal ? 1U : 0U);
  const double value = number_or_day(text.substr(skip), text, interval.days);
  if (!is_less) interval.low = value;
  if (!is_greater) interval.high = value;
  interval.low_open = is_greater && !has_equal;
  interval.high_open = is_less && !has_equal;
  return interval;
}

bool Interval::contains(double x) const noexcept {
  return (low_open ? x > low : x >= low) && (high_open ? x < high : x <= high);
}

bool Interval::is_all() const noexcept { return low == -infinity && high == infinity; }

bool Interval::is_empty() const noexcept {
  return low > high || (low == high && (low_open || high_open));
}

Interval Interval::intersect(const Interval& other) const noexcept {
  Interval both = *this;
  both.days = days || other.days;
  if (other.low > low || (other.low == low && other.low_open)) {
    both.low = other.low;
    both.low_open = other.low_open;
  }
  if (other.high < high || (other.high == high && other.high_open)) {
    both.high = other.high;
    both.high_open = other.high_open;
  }
  return both;
}

std::string Interval::to_string() const {
  if (is_all()) return "-";
  if (low == high) return end_text(low, days);
  if (low == -infinity) return (high_open ? "< " : "<= ") + end_text(high, days);
  if (high == infinity) return (low_open ? "> " : ">= ") + end_text(low, days);
  return (low_open ? "(" : "[") + end_text(low, days) + ", " + end_text(high, days) +
         (high_open ? ")" : "]");
}

std::string Interval::to_vietnamese() const {
  if (is_all()) return "bất kỳ";
  const std::string from = std::isfinite(low) ? end_text_vi(low, days) : "";
  const std::string to = std::isfinite(high) ? end_text_vi(high, days) : "";
  if (low == high) return "bằng " + from;
  if (from.empty()) return (high_open ? "dưới " : "không quá ") + to;
  if (to.empty()) return low_open ? "trên " + from : "từ " + from + " trở lên";
  return (low_open ? "trên " : "từ ") + from + (high_open ? " đến dưới " : " đến ") + to;
}

}  // namespace sauro::inline v0_1
