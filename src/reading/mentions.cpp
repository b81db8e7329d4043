#include "reading/mentions.hpp"

#include <algorithm>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_number = 64;  // bytes before or after the slash

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (!is_space(c.value)) break;
    at += c.size;
  }
  return at;
}

bool is_symbol_character(char32_t c) {
  return letter_of(c).base != 0 || is_digit(c) || c == U'-' || c == U'&' || c == U'/' ||
         c == U'.' || (c >= 0x2010 && c <= 0x2014);
}

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2014); }

std::size_t skip_spaces_back(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at;
}

/// Start of the number whose kind is [at, end), where spaces stand round the dash between them:
/// "03 - KH"; `at` where there is no such dash.
std::size_t party_start(std::string_view text, std::size_t at, std::size_t end) {
  if (at >= end) return at;
  const bool inside = is_dash(decode(text, at).value);
  if (!inside && !is_all_caps(text.substr(at, end - at))) return at;
  std::size_t dash = at;
  if (!inside) {
    dash = skip_spaces_back(text, at);
    if (dash == 0) return at;
    --dash;
    while (dash > 0 && (static_cast<unsigned char>(text[dash]) & 0xC0U) == 0x80U) --dash;
    if (!is_dash(decode(text, dash).value)) return at;
  }
  const std::size_t digits = skip_spaces_back(text, dash);
  std::size_t start = digits;
  while (start > 0 && is_digit(static_cast<unsigned char>(text[start - 1]))) --start;
  return start < digits ? start : dash;
}

/// Start of the run before `slash` that can be a number: "78 ", "82-QĐ", "05".
std::size_t number_start(std::string_view text, std::size_t slash) {
  std::size_t at = slash;
  std::size_t spaces = 0;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '.') && spaces < 12) {
    --at;
    ++spaces;
  }
  const std::size_t run_end = at;
  while (at > 0 && slash - at < longest_number) {
    std::size_t start = at - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    const char32_t c = decode(text, start).value;
    const bool dash = c >= 0x2010 && c <= 0x2014;
    if (letter_of(c).base == 0 && !is_digit(c) && c != U'-' && !dash) break;
    at = start;
  }
  at = party_start(text, at, run_end);
  const bool is_number = at < run_end && (is_digit(decode(text, at).value) || text[at] == '-');
  return is_number ? at : slash;  // a word before the slash: the number was left out
}

std::size_t symbol_end(std::string_view text, std::size_t slash) {
  std::size_t at = skip_spaces(text.substr(0, slash + longest_number), slash + 1);
  while (at < text.size() && at - slash < longest_number) {
    const CodePoint c = decode(text, at);
    if (is_symbol_character(c.value)) {
      at += c.size;
      continue;
    }
    // "KH - UBND": a dash between spaces, then a capital
    const std::size_t dash = skip_spaces(text, at);
    const bool spaced_dash = dash < text.size() && dash > at && text[dash] == '-';
    const std::size_t next = spaced_dash ? skip_spaces(text, dash + 1) : text.size();
    if (next >= text.size() || !letter_of(decode(text, next).value).upper ||
        !is_all_caps(text.substr(next, 3))) {
      break;
    }
    at = next;
  }
  return at;
}

std::size_t count_capitals(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.size;
    count += static_cast<std::size_t>(letter_of(c.value).upper);
  }
  return count;
}

bool follows_so(std::string_view text, std::size_t at) {
  const std::size_t from = at > 24 ? at - 24 : 0;
  std::size_t start = from;
  while (start < at && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) ++start;
  const std::string key = fold(text.substr(start, at - start));
  return key == "so" || key.ends_with(" so");
}

struct Number {
  int value = -1;
  std::size_t digits = 0;
  std::size_t end = 0;
};

Number take_number(std::string_view text, std::size_t at) {
  Number number;
  number.end = at;
  while (number.end < text.size() && is_digit(static_cast<unsigned char>(text[number.end])) &&
         number.digits < 5) {
    number.value = std::max(number.value, 0) * 10 + (text[number.end] - '0');
    ++number.end;
    ++number.digits;
  }
  return number;
}

bool takes_word(std::string_view text, std::size_t& at, std::string_view key) {
  std::size_t end = skip_spaces(text, at);
  const std::size_t start = end;
  while (end < text.size() && letter_of(decode(text, end).value).base != 0) {
    end += decode(text, end).size;
  }
  if (fold(text.substr(start, end - start)) != key) return false;
  at = end;
  return true;
}

/// Passes over the blank of a draft: spaces, dots, underscores.
std::size_t skip_blank(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (!is_space(c.value) && c.value != U'.' && c.value != 0x2026 && c.value != U'_') break;
    at += c.size;
  }
  return at;
}

/// "20 / 3 / 2026" or "20-3-2026" at `at`.
std::optional<DateMention> short_date(std::string_view text, std::size_t at) {
  const Number day = take_number(text, at);
  if (day.digits == 0 || day.digits > 2) return std::nullopt;
  std::size_t next = skip_spaces(text, day.end);
  if (next >= text.size() || std::string_view("/.-").find(text[next]) == std::string_view::npos) {
    return std::nullopt;
  }
  const char separator = text[next];
  const Number month = take_number(text, skip_spaces(text, next + 1));
  next = skip_spaces(text, month.end);
  if (month.digits == 0 || month.digits > 2 || next >= text.size() || text[next] != separator) {
    return std::nullopt;
  }
  const Number year = take_number(text, skip_spaces(text, next + 1));
  if (year.digits != 4) return std::nullopt;
  const auto date = Date::try_make(year.value, month.value, day.value);
  if (!date) return std::nullopt;
  return DateMention{date, at, year.end};
}

/// "[ngày] 20 tháng 3 năm 2026" at `at`; after "ngày" day and month may be blank.
std::optional<DateMention> long_date(std::string_view text, std::size_t at) {
  std::size_t next = at;
  const bool named = takes_word(text, next, "ngay");
  next = skip_blank(text, next);
  const Number day = take_number(text, next);
  next = skip_blank(text, day.end);
  if ((!named && day.digits == 0) || !takes_word(text, next, "thang")) return std::nullopt;
  next = skip_blank(text, next);
  const Number month = take_number(text, next);
  next = skip_blank(text, month.end);
  if (next < text.size() && text[next] == ',') ++next;
  if (!takes_word(text, next, "nam")) return std::nullopt;
  next = skip_blank(text, next);
  const Number year = take_number(text, next);
  const bool blank = day.digits == 0 || month.digits == 0 || year.digits == 0;
  const auto date = Date::try_make(year.value, month.value, day.value);
  if (!date && !blank) return std::nullopt;
  return DateMention{date, at, year.end};
}

}  // namespace

std::optional<NumberMention> find_number(std::string_view text, std::size_t from) {
  for (std::size_t slash = text.find('/', from); slash != std::string_view::npos;
       slash = text.find('/', slash + 1)) {
    const std::size_t start = std::max(from, number_start(text, slash));
    const std::size_t end = symbol_end(text, slash);
    const std::string_view piece = text.substr(start, end - start);
    if (count_capitals(text.substr(slash, end - slash)) < 2) continue;
    const auto number = try_parse_document_number(piece);
    if (!number || (number->number.empty() && !follows_so(text, start))) continue;
    return NumberMention{*number, start, end};
  }
  return std::nullopt;
}

std::optional<DateMention> find_date(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    const CodePoint c = decode(text, at);
    const bool word_start =
        at == 0 || (!is_digit(static_cast<unsigned char>(text[at - 1])) && text[at - 1] != '/');
    if (is_digit(c.value) && word_start) {
      if (auto date = short_date(text, at)) return date;
      if (auto date = long_date(text, at)) return date;
    } else if (c.value == U'n' || c.value == U'N') {
      if (auto date = long_date(text, at)) return date;
    }
    at += c.size;
  }
  return std::nullopt;
}

}  // namespace sauro::inline v0_1::detail
