#include "reading/labels.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "reading/cell_text.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Kind of a bare number such as "I", "3.1", "a"; nothing where it is none.
std::optional<LabelKind> kind_of(std::string_view number) {
  if (number.empty() || number.size() > 16) return std::nullopt;
  if (roman_value(number) != 0) return LabelKind::roman;
  if (number.size() == 1 && number[0] >= 'A' && number[0] <= 'Z') return LabelKind::letter;
  if (number == "Đ") return LabelKind::letter;
  if ((number.size() == 1 && number[0] >= 'a' && number[0] <= 'z') || number == "đ") {
    return LabelKind::small_letter;
  }
  bool dotted = false;
  std::size_t run = 0;  // digits since the last dot
  for (std::size_t at = 0; at < number.size(); ++at) {
    const char c = number[at];
    if (is_ascii_digit(c)) {
      if (++run > 5) return std::nullopt;
    } else if (c == '.' && run > 0) {
      dotted = true;
      run = 0;
    } else if (c >= 'a' && c <= 'e' && run > 0 && at + 1 == number.size()) {
      run = 1;  // "3a", no "14h"
    } else {
      return std::nullopt;
    }
  }
  if (run == 0) return std::nullopt;
  return dotted ? LabelKind::dotted : LabelKind::arabic;
}

/// Bytes of "Phần", "Chương", "Điều" and the space after it at the start of `text`, or 0.
std::size_t part_word(std::string_view text) {
  const auto space = text.find(' ');
  if (space == std::string_view::npos || space > 12) return 0;
  const std::string word = fold(text.substr(0, space));
  return word == "phan" || word == "chuong" || word == "dieu" ? space + 1 : 0;
}

/// End of the run of characters that a number may consist of: "8.1", "3a", "XIV", "a".
std::size_t number_end(std::string_view text) {
  if (text.starts_with("Đ") || text.starts_with("đ")) return std::string_view("Đ").size();
  const auto letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  std::size_t end = 0;
  if (text.empty() || !is_ascii_digit(text[0])) {
    while (end < text.size() && letter(text[end])) ++end;
    return end;
  }
  while (end < text.size() && (is_ascii_digit(text[end]) || text[end] == '.')) ++end;
  while (end > 0 && text[end - 1] == '.') --end;
  const bool suffix = end < text.size() && text[end] >= 'a' && text[end] <= 'z' &&
                      (end + 1 == text.size() || !letter(text[end + 1]));
  return suffix ? end + 1 : end;
}

int level_of(LabelKind kind) {
  switch (kind) {
    case LabelKind::part:
      return 1;
    case LabelKind::letter:
      return 2;
    case LabelKind::roman:
      return 3;
    case LabelKind::arabic:
      return 5;
    case LabelKind::dotted:
      return 6;
    default:
      return 7;
  }
}

}  // namespace

int outline_level(const Label& label, std::string_view text) {
  constexpr int article = 4;
  const bool is_article =
      label.kind == LabelKind::part && fold(text.substr(0, text.find(' '))) == "dieu";
  return is_article ? article : level_of(label.kind);
}

int leading_int(std::string_view number) noexcept {
  int value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return value;
}

int roman_value(std::string_view text) noexcept {
  int value = 0;
  if (text.starts_with('L')) {
    value = 50;
    text.remove_prefix(1);
  } else if (text.starts_with("XL")) {
    value = 40;
    text.remove_prefix(2);
  }
  for (int tens = 0; text.starts_with('X') && tens < 3; ++tens) {
    value += 10;
    text.remove_prefix(1);
  }
  constexpr std::array<std::string_view, 10> ones = {"",  "I",  "II",  "III",  "IV",
                                                     "V", "VI", "VII", "VIII", "IX"};
  const auto found = std::find(ones.begin(), ones.end(), text);
  return found == ones.end() ? 0 : value + static_cast<int>(found - ones.begin());
}

std::string to_roman(int value) {
  constexpr std::array<std::string_view, 9> tens = {"",  "X",  "XX",  "XXX", "XL",
                                                    "L", "LX", "LXX", "LXXX"};
  constexpr std::array<std::string_view, 10> ones = {"",  "I",  "II",  "III",  "IV",
                                                     "V", "VI", "VII", "VIII", "IX"};
  const auto index = static_cast<std::size_t>(std::clamp(value, 0, 89));
  return std::string(tens[index / 10]) + std::string(ones[index % 10]);
}

std::optional<Label> parse_label(std::string_view text) {
  text = trim(text);
  const std::size_t whole = text.size();
  while (!text.empty() && std::string_view("*_(").find(text.front()) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  while (!text.empty() &&
         std::string_view("*_).:/-,").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  const auto kind = kind_of(text);
  if (!kind) return std::nullopt;
  return Label{*kind, std::string(text), whole, whole - text.size()};
}

std::optional<Label> leading_label(std::string_view text) {
  const std::size_t word = part_word(text);
  const std::string_view rest = text.substr(word);
  const std::size_t end = number_end(rest);
  auto kind = kind_of(rest.substr(0, end));
  if (!kind) return std::nullopt;
  std::size_t after = end;
  while (after < rest.size() &&
         std::string_view(".):/").find(rest[after]) != std::string_view::npos) {
    ++after;
  }
  const bool dash = after == end && end <= 4 && after < rest.size() && rest[after] == '-';
  if (dash && *kind != LabelKind::small_letter) ++after;  // the Party writes "I- ", "1- "
  const bool closed = after > end;
  const bool spaced = after < rest.size() && is_space(decode(rest, after).value);
  const bool dense = closed && after < rest.size() && starts_upper(rest.substr(after, 4));
  if (after == rest.size() ? word == 0 : !spaced && !dense) return std::nullopt;
  if (word != 0) {
    kind = LabelKind::part;
  } else if (!closed && *kind != LabelKind::dotted) {
    return std::nullopt;  // "5 nhiệm vụ" has no label
  }
  return Label{*kind, std::string(rest.substr(0, end)), word + after,
               count_visible(text.substr(0, word)) + after - end};
}

}  // namespace sauro::inline v0_1::detail
