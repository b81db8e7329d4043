#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "reading/number_format.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr double days_before_1904 = 1462;  // by which the two systems differ
constexpr double last_serial = 2'958'465;  // 31/12/9999
constexpr int false_day = 60;              // 29/02/1900, which the system counts
constexpr int seconds_a_day = 86'400;
constexpr int seconds_an_hour = 3600;

/// A serial number taken apart.
struct Moment {
  YearMonthDay day = {1900, 1, 0};  ///< day 0 of 1900 is what 0 is shown as
  int weekday = 0;                  ///< 0 Sunday
  std::int64_t seconds = 0;         ///< of the day
  std::int64_t all_seconds = 0;     ///< since day 0
};

Date day_after_1899(int days) { return Date(1899, 12, 30).plus_days(days); }

Moment moment_of(double serial) {
  Moment moment;
  moment.all_seconds = std::llround(serial * seconds_a_day);
  const auto day = static_cast<int>(moment.all_seconds / seconds_a_day);
  moment.seconds = moment.all_seconds % seconds_a_day;
  moment.weekday = (day + 6) % 7;
  if (day == false_day) {
    moment.day = {1900, 2, 29};
  } else if (day > 0) {
    moment.day = day_after_1899(day < false_day ? day + 1 : day).year_month_day();
  }
  return moment;
}

std::string padded(std::int64_t number, std::size_t length) {
  const std::string text = std::to_string(number);
  return std::string(length - std::min(length, text.size()), '0') + text;
}

std::string weekday_name(int weekday, bool in_full) {
  constexpr std::array<std::string_view, 7> names = {"Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư",
                                                     "Thứ năm",  "Thứ sáu", "Thứ bảy"};
  constexpr std::array<std::string_view, 7> short_names = {"CN", "T2", "T3", "T4",
                                                           "T5", "T6", "T7"};
  return std::string((in_full ? names : short_names)[static_cast<std::size_t>(weekday)]);
}

std::string elapsed(const FormatToken& token, std::int64_t seconds) {
  const std::int64_t unit = token.text[0] == 'h' ? seconds_an_hour : token.text[0] == 'm' ? 60 : 1;
  return padded(seconds / unit, token.length);
}

std::string shown(const FormatToken& token, const Moment& moment, bool half_days) {
  const std::int64_t hour = moment.seconds / seconds_an_hour;
  const bool padding = token.length > 1;
  switch (token.kind) {
    case TokenKind::year:
      return std::to_string(moment.day.year);
    case TokenKind::month:
      if (token.length > 2) return "tháng " + std::to_string(moment.day.month);
      return padded(moment.day.month, token.length);
    case TokenKind::day:
      if (token.length > 2) return weekday_name(moment.weekday, token.length > 3);
      return padded(moment.day.day, token.length);
    case TokenKind::hour:
      return padded(half_days ? (hour + 11) % 12 + 1 : hour, padding ? 2 : 1);
    case TokenKind::minute:
      return padded(moment.seconds / 60 % 60, padding ? 2 : 1);
    case TokenKind::second:
      return padded(moment.seconds % 60, padding ? 2 : 1);
    case TokenKind::half_day:
      return hour < 12 ? "SA" : "CH";
    case TokenKind::elapsed:
      return elapsed(token, moment.all_seconds);
    default:
      return token.kind == TokenKind::digit ? std::string() : token.text;
  }
}

/// A day of a month whose year the format hides.
bool hides_year(const FormatSection& section) {
  return section.has(TokenKind::month) && !section.has(TokenKind::year);
}

bool shows_weekday(const FormatSection& section) {
  return std::any_of(section.tokens.begin(), section.tokens.end(), [](const FormatToken& token) {
    return token.kind == TokenKind::day && token.length > 2;
  });
}

/// A month by its name, with a year or none, is shown as people write it, whatever parts them.
bool is_month_of_year(const FormatSection& section) {
  const bool named = std::any_of(
      section.tokens.begin(), section.tokens.end(),
      [](const FormatToken& token) { return token.kind == TokenKind::month && token.length > 2; });
  return named && !section.has(TokenKind::day) && !section.has(TokenKind::hour);
}

}  // namespace

std::optional<Date> day_of_serial(double serial, bool from_1904) noexcept {
  const double day = std::floor(serial + (from_1904 ? days_before_1904 : 0));
  if (!(day >= 1 && day <= last_serial) || day == false_day) return std::nullopt;
  return day_after_1899(static_cast<int>(day) + (day < false_day ? 1 : 0));
}

std::string show_time(const FormatSection& section, double serial, bool from_1904) {
  const bool days = !section.has(TokenKind::elapsed);
  const double shifted = serial + (from_1904 && days ? days_before_1904 : 0);
  if (!(shifted >= 0 && shifted <= last_serial)) return show_general(serial);
  const Moment moment = moment_of(shifted);
  if (is_month_of_year(section)) {
    return "tháng " + std::to_string(moment.day.month) + "/" + std::to_string(moment.day.year);
  }
  const bool hidden = hides_year(section);
  const bool day_of_month = hidden && section.has(TokenKind::day) && !section.has(TokenKind::hour);
  if (day_of_month && !shows_weekday(section)) {  // "d-mmm"
    return padded(moment.day.day, 2) + "/" + padded(moment.day.month, 2) + "/" +
           std::to_string(moment.day.year);
  }
  std::string text;
  for (std::size_t i = 0; i < section.tokens.size(); ++i) {
    const FormatToken& token = section.tokens[i];
    const bool fraction = token.kind == TokenKind::point && i + 1 < section.tokens.size() &&
                          section.tokens[i + 1].kind == TokenKind::digit;  // of a second
    if (!fraction) text += shown(token, moment, section.has(TokenKind::half_day));
    if (hidden && token.kind == TokenKind::month) text += "/" + std::to_string(moment.day.year);
  }
  return text;
}

}  // namespace sauro::inline v0_1::detail
