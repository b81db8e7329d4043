#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "reading/number_format.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t kept_digits = 15;  // that a spreadsheet keeps of a number
constexpr double largest_plain = 1e15;
constexpr int general_digits = 10;  // that General shows of a number with decimals

/// The digits of a number at or above 0, without its point.
struct Digits {
  std::string text;
  int point = 0;  ///< how many of them stand before the point; negative: zeros after it
};

Digits digits_of(double value) {
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value,
                                 std::chars_format::scientific, kept_digits - 1)
                       .ptr;
  const std::string_view written(buffer, static_cast<std::size_t>(end - buffer));
  const std::size_t mark = written.find('e');
  Digits digits;
  digits.text = std::string(written.substr(0, 1)) + std::string(written.substr(2, mark - 2));
  const std::size_t from = mark + (written[mark + 1] == '+' ? 2 : 1);
  std::from_chars(written.data() + from, written.data() + written.size(), digits.point);
  ++digits.point;
  return digits;
}

/// The digits before the point and `decimals` after it, halves rounded up as people do.
std::pair<std::string, std::string> rounded(double value, std::size_t decimals) {
  Digits digits = digits_of(value);
  if (digits.point < 0) {
    const auto zeros = static_cast<std::size_t>(-digits.point);
    digits.text.insert(0, std::min(zeros, decimals + 1), '0');
    digits.point = 0;
  }
  auto whole = static_cast<std::size_t>(digits.point);
  const std::size_t wanted = whole + decimals;
  const bool up = digits.text.size() > wanted && digits.text[wanted] >= '5';
  digits.text.resize(wanted, '0');
  bool carry = up;
  for (std::size_t i = wanted; carry && i-- > 0;) {
    carry = digits.text[i] == '9';
    digits.text[i] = carry ? '0' : static_cast<char>(digits.text[i] + 1);
  }
  if (carry) {
    digits.text.insert(0, 1, '1');
    ++whole;
  }
  std::string before = digits.text.substr(0, whole);
  before.erase(0, std::min(before.find_first_not_of('0'), before.size()));
  return {before, digits.text.substr(whole)};
}

std::string scientific(double value, int decimals) {
  char buffer[64];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific, decimals)
          .ptr;
  std::string shown(buffer, end);
  std::replace(shown.begin(), shown.end(), '.', ',');
  std::replace(shown.begin(), shown.end(), 'e', 'E');
  return shown;
}

/// What the tokens of a section ask for.
struct NumberShape {
  std::size_t whole = 0;  ///< places for digits before the point
  std::size_t least = 0;  ///< digits that are shown even where they are 0
  std::size_t decimals = 0;
  std::size_t least_decimals = 0;
  bool grouped = false;
  double factor = 1;

  explicit NumberShape(const FormatSection& section) {
    bool after = false;
    std::size_t commas = 0;
    for (const FormatToken& token : section.tokens) {
      if (token.kind == TokenKind::exponent) break;
      if (token.kind == TokenKind::point) after = true;
      if (token.kind == TokenKind::percent) factor *= 100;
      if (token.kind == TokenKind::comma && whole > 0 && !after) ++commas;
      if (token.kind != TokenKind::digit) continue;
      const auto shown = static_cast<std::size_t>(token.text != "#");
      if (after) {
        ++decimals;
        if (shown != 0) least_decimals = decimals;
      } else {
        grouped = grouped || commas > 0;
        commas = 0;
        ++whole;
        least += static_cast<std::size_t>(shown != 0 || least > 0);
      }
    }
    for (; commas > 0; --commas) factor /= 1000;  // commas behind the last digit
  }
};

/// Writes digits into their places, the first place takes all that there are more.
class NumberWriter {
 public:
  NumberWriter(const NumberShape& shape, std::string whole, std::string decimals)
      : shape_(shape), whole_(std::move(whole)), decimals_(std::move(decimals)) {
    if (whole_.size() < shape.least) whole_.insert(0, shape.least - whole_.size(), '0');
    while (decimals_.size() > shape.least_decimals && decimals_.ends_with('0'))
      decimals_.pop_back();
  }

  std::string write(const FormatSection& section) {
    bool after = false;
    for (const FormatToken& token : section.tokens) {
      if (token.kind == TokenKind::literal || token.kind == TokenKind::percent) {
        out_ += token.text;
      } else if (token.kind == TokenKind::point) {
        after = true;
        if (shape_.whole == 0) place_whole(whole_.size());
        if (!decimals_.empty()) out_ += ',';
      } else if (token.kind == TokenKind::digit && after) {
        if (decimal_ < decimals_.size()) out_ += decimals_[decimal_];
        ++decimal_;
      } else if (token.kind == TokenKind::digit) {
        const std::size_t right = shape_.whole - ++place_;  // digits that come after this place
        if (whole_.size() > right + written_) place_whole(whole_.size() - right - written_);
      }
    }
    return std::move(out_);
  }

 private:
  void place_whole(std::size_t count) {
    for (; count > 0; --count) {
      out_ += whole_[written_++];
      const std::size_t left = whole_.size() - written_;
      if (shape_.grouped && left > 0 && left % 3 == 0) out_ += '.';
    }
  }

  const NumberShape& shape_;
  std::string whole_;
  std::string decimals_;
  std::string out_;
  std::size_t place_ = 0;
  std::size_t written_ = 0;
  std::size_t decimal_ = 0;
};

}  // namespace

std::string show_general(double value) {
  const double size = std::abs(value);
  const std::string sign = value < 0 ? "-" : "";
  if (size >= largest_plain) return scientific(value, 5);
  if (std::trunc(size) == size) {
    const std::string whole = rounded(size, 0).first;
    return whole.empty() ? "0" : sign + whole;
  }
  const int before = std::max(1, digits_of(size).point);
  const auto [whole, decimals] =
      rounded(size, static_cast<std::size_t>(std::max(1, general_digits - before)));
  const std::size_t last = decimals.find_last_not_of('0');
  if (whole.empty() && last == std::string::npos) return scientific(value, 5);
  std::string shown = sign + (whole.empty() ? "0" : whole);
  if (last != std::string::npos) shown += "," + decimals.substr(0, last + 1);
  return shown;
}

std::string show_number(const FormatSection& section, double value) {
  const NumberShape shape(section);
  if (section.has(TokenKind::exponent)) return scientific(value, static_cast<int>(shape.decimals));
  const double size = std::abs(value * shape.factor);
  if (size >= largest_plain) return scientific(value * shape.factor, 5);
  auto [whole, decimals] = rounded(size, shape.decimals);
  const bool zero = whole.empty() && decimals.find_first_not_of('0') == std::string::npos;
  const std::string shown =
      NumberWriter(shape, std::move(whole), std::move(decimals)).write(section);
  return value < 0 && !zero ? "-" + shown : shown;
}

}  // namespace sauro::inline v0_1::detail
