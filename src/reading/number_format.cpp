#include "reading/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Cuts one section of a code into tokens.
class SectionReader {
 public:
  explicit SectionReader(std::string_view code) : code_(code) {}

  FormatSection read() {
    while (at_ < code_.size()) take();
    tell_minutes();
    put_days_first();
    return std::move(section_);
  }

 private:
  void add(TokenKind kind, std::string_view text, std::size_t length = 1) {
    section_.tokens.push_back({kind, std::string(text), length});
  }

  void literal(std::string_view text) {
    auto& tokens = section_.tokens;
    if (!tokens.empty() && tokens.back().kind == TokenKind::literal) {
      tokens.back().text += text;
    } else {
      add(TokenKind::literal, text);
    }
  }

  [[nodiscard]] bool comes(std::string_view word) const {
    return ascii_lower(std::string(code_.substr(at_, word.size()))) == word;
  }

  void take() {
    const char c = code_[at_];
    if (c == '"') {
      const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
      literal(code_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
    } else if (c == '\\' || c == '_' || c == '*') {
      const std::size_t size = character_size(at_ + 1);
      if (c == '\\') literal(code_.substr(at_ + 1, size));
      if (c == '_') literal(" ");
      at_ += 1 + size;
    } else if (c == '[') {
      take_bracket();
    } else if (comes("general")) {
      section_.general = true;
      at_ += 7;
    } else if (comes("am/pm") || comes("a/p")) {
      const std::size_t size = comes("am/pm") ? 5 : 3;
      add(TokenKind::half_day, code_.substr(at_, size));
      section_.is_time = true;
      at_ += size;
    } else {
      take_letter(c);
    }
  }

  /// Bytes of the character at `at`.
  [[nodiscard]] std::size_t character_size(std::size_t at) const {
    std::size_t size = at < code_.size() ? 1 : 0;
    while (at + size < code_.size() &&
           (static_cast<unsigned char>(code_[at + size]) & 0xC0U) == 0x80U)
      ++size;
    return size;
  }

  /// "[Red]", "[>=100]", "[$₫-42A]" or "[h]".
  void take_bracket() {
    const std::size_t end = std::min(code_.find(']', at_), code_.size());
    const std::string_view inner = code_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    const std::string low = ascii_lower(std::string(inner));
    if (inner.starts_with('$')) {
      literal(inner.substr(
          1, inner.find('-') == std::string_view::npos ? inner.size() : inner.find('-') - 1));
    } else if (!inner.empty() && std::string_view("<>=").find(inner[0]) != std::string_view::npos) {
      section_.condition = inner;
    } else if (!low.empty() && std::string_view("hms").find(low[0]) != std::string_view::npos &&
               low.find_first_not_of(low[0]) == std::string::npos) {
      add(TokenKind::elapsed, low, low.size());
      section_.is_time = true;
    }
  }

  void take_letter(char c) {
    constexpr std::array<std::pair<char, TokenKind>, 6> clock = {{{'y', TokenKind::year},
                                                                  {'m', TokenKind::month},
                                                                  {'d', TokenKind::day},
                                                                  {'h', TokenKind::hour},
                                                                  {'s', TokenKind::second},
                                                                  {'e', TokenKind::year}}};
    const char low = ascii_lower(std::string(1, c))[0];
    const bool exponent =
        low == 'e' && at_ + 1 < code_.size() && (code_[at_ + 1] == '+' || code_[at_ + 1] == '-');
    const auto found = std::find_if(clock.begin(), clock.end(),
                                    [&](const auto& entry) { return entry.first == low; });
    if (exponent) {
      add(TokenKind::exponent, code_.substr(at_, 2));
      at_ += 2;
    } else if (found != clock.end()) {
      std::size_t length = 1;
      while (at_ + length < code_.size() &&
             ascii_lower(std::string(1, code_[at_ + length]))[0] == low)
        ++length;
      add(found->second, code_.substr(at_, length), low == 'e' ? 4 : length);
      section_.is_time = true;
      at_ += length;
    } else {
      take_sign(c);
    }
  }

  void take_sign(char c) {
    const std::size_t size = character_size(at_);
    const std::string_view text = code_.substr(at_, size);
    at_ += size;
    if (c == '0' || c == '#' || c == '?') {
      add(TokenKind::digit, text);
    } else if (c == '.') {
      add(TokenKind::point, text);
    } else if (c == ',') {
      add(TokenKind::comma, text);
    } else if (c == '%') {
      add(TokenKind::percent, text);
    } else if (c == '@') {
      add(TokenKind::text, text);
    } else {
      literal(text);
    }
  }

  /// An m after hours or before seconds means minutes.
  void tell_minutes() {
    FormatToken* before = nullptr;
    FormatToken* waiting = nullptr;
    for (FormatToken& token : section_.tokens) {
      if (token.kind < TokenKind::year) continue;
      const bool seconds = token.kind == TokenKind::second || token.text.starts_with('s');
      if (seconds && waiting != nullptr) waiting->kind = TokenKind::minute;
      waiting = nullptr;
      if (token.kind == TokenKind::month && token.length <= 2) {
        const bool hours =
            before != nullptr && (before->kind == TokenKind::hour || before->text[0] == 'h');
        if (hours) token.kind = TokenKind::minute;
        waiting = &token;
      }
      before = &token;
    }
  }

  /// m/d/yyyy becomes d/m/yyyy, yyyy-mm-dd becomes dd/mm/yyyy.
  void put_days_first() {
    std::vector<FormatToken*> parts;  // of the day, in order
    for (FormatToken& token : section_.tokens) {
      const bool part = token.kind == TokenKind::year || token.kind == TokenKind::month ||
                        token.kind == TokenKind::day;
      if (part && !(token.kind == TokenKind::day && token.length > 2)) parts.push_back(&token);
    }
    const auto is = [&](std::size_t i, TokenKind kind) { return parts[i]->kind == kind; };
    if (parts.size() == 3 && is(0, TokenKind::year) && is(2, TokenKind::day)) {
      std::swap(*parts[0], *parts[2]);
      for (FormatToken* at = parts[0]; at < parts[2]; ++at) {
        if (at->text == "-") at->text = "/";
      }
    } else if (parts.size() > 1 && is(0, TokenKind::month) && is(1, TokenKind::day)) {
      std::swap(*parts[0], *parts[1]);
    }
  }

  std::string_view code_;
  std::size_t at_ = 0;
  FormatSection section_;
};

/// Where the section ends that begins at `from`: at the next semicolon outside of quotes.
std::size_t section_end(std::string_view code, std::size_t from) {
  bool quoted = false;
  for (std::size_t at = from; at < code.size(); ++at) {
    if (code[at] == '"') quoted = !quoted;
    if (!quoted && code[at] == '\\') ++at;
    if (!quoted && at < code.size() && code[at] == ';') return at;
  }
  return code.size();
}

bool holds(std::string_view condition, double value) {
  const std::size_t digits = condition.find_first_not_of("<>=");
  if (digits == std::string_view::npos) return false;
  const std::string_view sign = condition.substr(0, digits);
  double bound = 0;
  std::from_chars(condition.data() + digits, condition.data() + condition.size(), bound);
  if (sign == "<") return value < bound;
  if (sign == "<=") return value <= bound;
  if (sign == ">") return value > bound;
  if (sign == ">=") return value >= bound;
  return (sign == "<>") != (value == bound);
}

}  // namespace

bool FormatSection::has(TokenKind kind) const noexcept {
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](const FormatToken& token) { return token.kind == kind; });
}

NumberFormat::NumberFormat(std::string_view code) {
  constexpr std::size_t most_sections = 4;
  for (std::size_t at = 0; at <= code.size() && sections_.size() < most_sections;) {
    const std::size_t end = section_end(code, at);
    sections_.push_back(SectionReader(code.substr(at, end - at)).read());
    at = end + 1;
  }
  if (code.empty()) sections_.front().general = true;
}

std::string_view NumberFormat::built_in(std::size_t number) noexcept {
  constexpr std::array<std::string_view, 50> codes = {"",
                                                      "0",
                                                      "0.00",
                                                      "#,##0",
                                                      "#,##0.00",
                                                      "#,##0",
                                                      "#,##0",
                                                      "#,##0.00",
                                                      "#,##0.00",
                                                      "0%",
                                                      "0.00%",
                                                      "0.00E+00",
                                                      "# ?/?",
                                                      "# ?"
                                                      "?/?"
                                                      "?",
                                                      "dd/mm/yyyy",
                                                      "d-mmm-yy",
                                                      "d-mmm",
                                                      "mmm-yy",
                                                      "h:mm AM/PM",
                                                      "h:mm:ss AM/PM",
                                                      "h:mm",
                                                      "h:mm:ss",
                                                      "dd/mm/yyyy h:mm",
                                                      "",
                                                      "",
                                                      "",
                                                      "",
                                                      "dd/mm/yyyy",
                                                      "dd/mm/yyyy",
                                                      "dd/mm/yyyy",
                                                      "dd/mm/yyyy",
                                                      "dd/mm/yyyy",
                                                      "h:mm:ss",
                                                      "h:mm:ss",
                                                      "h:mm:ss",
                                                      "h:mm:ss",
                                                      "dd/mm/yyyy",
                                                      "#,##0 ;(#,##0)",
                                                      "#,##0 ;(#,##0)",
                                                      "#,##0.00;(#,##0.00)",
                                                      "#,##0.00;(#,##0.00)",
                                                      "#,##0",
                                                      "#,##0",
                                                      "#,##0.00",
                                                      "#,##0.00",
                                                      "mm:ss",
                                                      "[h]:mm:ss",
                                                      "mm:ss.0",
                                                      "##0.0E+0",
                                                      "@"};
  return number < codes.size() ? codes[number] : std::string_view{};
}

const FormatSection& NumberFormat::section_of(double value) const noexcept {
  const bool conditions = std::any_of(sections_.begin(), sections_.end(),
                                      [](const auto& one) { return !one.condition.empty(); });
  if (conditions) {
    for (const FormatSection& one : sections_) {
      if (one.condition.empty() || holds(one.condition, value)) return one;
    }
    return sections_.back();
  }
  const bool zero = value == 0 && sections_.size() > 2;
  const bool negative = value < 0 && sections_.size() > 1;
  return sections_[zero ? 2 : negative ? 1 : 0];
}

bool NumberFormat::shows_day() const noexcept {
  const FormatSection& first = sections_.front();
  return first.is_time &&
         (first.has(TokenKind::year) || first.has(TokenKind::month) || first.has(TokenKind::day));
}

bool NumberFormat::shows_time() const noexcept { return sections_.front().is_time && !shows_day(); }

bool NumberFormat::shows_percent() const noexcept {
  return sections_.front().has(TokenKind::percent);
}

bool NumberFormat::pads_zeros() const noexcept {
  const FormatSection& first = sections_.front();
  const bool other = first.is_time || first.has(TokenKind::point) || first.has(TokenKind::comma) ||
                     first.has(TokenKind::percent) || first.has(TokenKind::exponent);
  return !other && std::count_if(first.tokens.begin(), first.tokens.end(), [](const auto& token) {
                     return token.kind == TokenKind::digit && token.text == "0";
                   }) > 1;
}

std::string NumberFormat::show(double value, bool from_1904) const {
  const FormatSection& section = section_of(value);
  if (section.is_time) return show_time(section, value, from_1904);
  const bool fraction =
      std::any_of(section.tokens.begin(), section.tokens.end(), [&](const FormatToken& token) {
        return token.kind == TokenKind::literal && token.text == "/" &&
               section.has(TokenKind::digit);
      });
  if (section.general || section.has(TokenKind::text) || fraction) return show_general(value);
  const bool signs_itself = &section != &sections_.front();  // "(#,##0)" needs no minus
  return show_number(section, signs_itself ? std::abs(value) : value);
}

std::string NumberFormat::show(std::string_view text) const {
  const FormatSection& last = sections_.back();
  if (!last.has(TokenKind::text)) return std::string(text);
  std::string shown;
  for (const FormatToken& token : last.tokens) {
    shown += token.kind == TokenKind::text ? text : std::string_view(token.text);
  }
  return shown;
}

}  // namespace sauro::inline v0_1::detail
