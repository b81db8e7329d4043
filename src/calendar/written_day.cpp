#include "calendar/written_day.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "sauro/calendar/written_day.hpp"
#include "sauro/core/error.hpp"
#include "sauro/text/fold.hpp"
#include "text/parts.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1 {
namespace {

/// The number of at most so many digits, or a negative one.
int digits_of(std::string_view text, std::size_t digits) {
  if (text.empty() || text.size() > digits) return -1;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<YearMonthDay> day_of(std::string_view year, std::string_view month,
                                   std::string_view day) {
  if (year.size() != 4) return std::nullopt;
  const YearMonthDay found{digits_of(year, 4), digits_of(month, 2), digits_of(day, 2)};
  if (found.year < 1 || found.month < 1 || found.day < 1) return std::nullopt;
  const std::chrono::year_month_day real{std::chrono::year{found.year},
                                         std::chrono::month{static_cast<unsigned>(found.month)},
                                         std::chrono::day{static_cast<unsigned>(found.day)}};
  return real.ok() ? std::optional(found) : std::nullopt;
}

/// "2026-12-31T00:00:00" without its time; other texts as they are.
std::string_view without_time(std::string_view text) {
  constexpr std::size_t day_size = 10;
  constexpr std::string_view form = "00:00";
  if (text.size() < day_size + 1 + form.size()) return text;
  if (text[day_size] != 'T' && text[day_size] != ' ') return text;
  const std::string_view time = text.substr(day_size + 1);
  const bool is_time = std::all_of(time.begin(), time.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == ':' || c == '.';
  });
  return is_time && time[2] == ':' ? text.substr(0, day_size) : text;
}

/// "ngày 15 tháng 3 năm 2026"
std::optional<YearMonthDay> in_words(std::string_view text) {
  constexpr std::size_t longest = 80;
  if (text.size() > longest) return std::nullopt;
  std::vector<std::string> words = detail::parts_of(fold(text), ' ');
  if (!words.empty() && words.front() == "ngay") words.erase(words.begin());
  if (words.size() != 5 || words[1] != "thang" || words[3] != "nam") return std::nullopt;
  return day_of(words[4], words[2], words[0]);
}

std::optional<YearMonthDay> in_digits(std::string_view text) {
  text = without_time(text);
  const std::size_t first = text.find_first_of("-/.");
  if (first == std::string_view::npos) return std::nullopt;
  const char mark = text[first];
  const std::size_t second = text.find(mark, first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::array<std::string_view, 3> parts = {
      text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
  if (mark == '-' && parts[0].size() == 4) return day_of(parts[0], parts[1], parts[2]);
  return day_of(parts[2], parts[1], parts[0]);
}

}  // namespace

std::optional<YearMonthDay> detail::written_day(std::string_view text) {
  text = detail::trim(text);
  if (const auto found = in_digits(text)) return found;
  return in_words(text);
}

std::optional<Date> try_parse_day(std::string_view text) {
  const std::optional<YearMonthDay> found = detail::written_day(text);
  return found ? Date::try_make(found->year, found->month, found->day) : std::nullopt;
}

Date parse_day(std::string_view text) {
  if (const std::optional<Date> day = try_parse_day(text)) return *day;
  const std::string written = "'" + std::string(detail::trim(text)) + "'";
  throw Error(ErrorCode::invalid_date, "",
              Bilingual{written + " không phải là ngày; viết như 31/12/2026 hoặc 2026-12-31",
                        written + " is no day; expected 31/12/2026 or 2026-12-31"});
}

}  // namespace sauro::inline v0_1
