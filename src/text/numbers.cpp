#include "sauro/text/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "sauro/core/error.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1 {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// Without the sign of percent, and without the spaces that word processors put into numbers.
std::string bare(std::string_view text) {
  std::string out(detail::trim(text));
  for (const std::string_view space : {"\u00a0", "\u202f", "\u2009"}) {
    for (std::size_t at = out.find(space); at != std::string::npos; at = out.find(space, at)) {
      out.erase(at, space.size());
    }
  }
  if (out.ends_with('%')) out.pop_back();
  return std::string(detail::trim(out));
}

/// "1.234.567" or "1 234 567": the digits, where each mark parts three of them from the rest.
std::optional<std::string> ungrouped(std::string_view text, char mark, std::size_t& groups) {
  std::string digits;
  groups = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    const std::string_view part = text.substr(at, end - at);
    if (!all_digits(part) || (groups == 0 ? part.size() > 3 : part.size() != 3)) {
      return std::nullopt;
    }
    digits += part;
    ++groups;
    at = end + 1;
  }
  return digits;
}

std::optional<double> number_of(const std::string& digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// Digits, perhaps with a point and an exponent.
bool is_plain(std::string_view text) {
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos) {
    std::string_view power = text.substr(exponent + 1);
    if (power.starts_with('+') || power.starts_with('-')) power.remove_prefix(1);
    if (!all_digits(power)) return false;
    text = text.substr(0, exponent);
  }
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return all_digits(text);
  return all_digits(text.substr(0, point)) && all_digits(text.substr(point + 1));
}

/// A number without its sign.
WrittenNumber read_unsigned(const std::string& text) {
  std::size_t groups = 0;
  const std::size_t comma = text.find(',');
  const std::string whole = text.substr(0, comma);
  const std::string decimals = comma == std::string::npos ? "" : text.substr(comma + 1);
  if (comma != std::string::npos && !all_digits(decimals)) return {};
  const std::string tail = comma == std::string::npos ? "" : "." + decimals;
  for (const char mark : {'.', ' '}) {
    const std::optional<std::string> digits = ungrouped(whole, mark, groups);
    if (!digits || groups < 2) continue;
    const bool two_ways = mark == '.' && groups == 2 && tail.empty() && whole.front() != '0';
    if (two_ways) return {{}, number_of(*digits), number_of(whole)};
    if (groups > 2 || !tail.empty() || mark == ' ') return {number_of(*digits + tail), {}, {}};
  }
  if (!tail.empty()) {
    if (!all_digits(whole)) return {};
    return {number_of(whole + tail), {}, {}};
  }
  if (!is_plain(text)) return {};
  return {number_of(text), {}, {}};
}

}  // namespace

WrittenNumber read_number(std::string_view text) {
  std::string digits = bare(text);
  const bool negative = digits.starts_with('-') || digits.starts_with("−");
  if (negative || digits.starts_with('+')) digits.erase(0, digits.starts_with("−") ? 3 : 1);
  WrittenNumber read = read_unsigned(digits);
  if (negative) {
    for (std::optional<double>* part : {&read.value, &read.grouped, &read.decimal}) {
      if (*part) *part = -**part;
    }
  }
  return read;
}

double parse_number(std::string_view text) {
  const WrittenNumber read = read_number(text);
  if (read.value) return *read.value;
  const std::string written = "'" + std::string(detail::trim(text)) + "'";
  if (!read.is_ambiguous()) {
    throw Error(ErrorCode::invalid_inputs, "",
                Bilingual{written + " không phải là số; viết như 1234,5 hoặc 1234.5",
                          written + " is no number; write it like 1234,5 or 1234.5"});
  }
  std::string one = bare(text);
  std::string other = one;
  std::erase(one, '.');
  std::replace(other.begin(), other.end(), '.', ',');
  throw Error(
      ErrorCode::invalid_inputs, "",
      Bilingual{written + " có thể là " + one + " hoặc " + other + "; viết rõ một trong hai",
                written + " could be " + one + " or " + other + "; write one of these"});
}

std::string plain_number(double value) {
  if (value == 0) return "0";  // -0 too
  std::array<char, 40> text{};
  char* const end = text.data() + text.size();
  const bool in_digits = std::abs(value) < 1e15 && std::abs(value) >= 1e-6;
  const auto written = in_digits ? std::to_chars(text.data(), end, value, std::chars_format::fixed)
                                 : std::to_chars(text.data(), end, value);
  return {text.data(), written.ptr};
}

std::string official_number(double value) {
  std::string text = plain_number(value);
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

}  // namespace sauro::inline v0_1
