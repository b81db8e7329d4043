#include "writing/json_out.hpp"

#include <charconv>
#include <cmath>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {

JsonOut::JsonOut(int indent) : indent_(indent) {
  constexpr int most = 100;
  if (indent <= most) return;
  throw ValidationError(ErrorCode::invalid_option, "indent",
                        say("{} dấu cách mỗi cấp; nhiều nhất là {}",
                            "{} spaces a level; the most are {}", indent, most));
}

void JsonOut::key(std::string_view name) {
  separate();
  quote(name);
  text_ += indent_ < 0 ? ":" : ": ";
  after_key_ = true;
}

void JsonOut::value(std::int64_t number) { raw(std::to_string(number)); }

void JsonOut::value(double number) {
  if (!std::isfinite(number)) {
    null();
    return;
  }
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
  std::string text(digits, end);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  raw(text);
}

void JsonOut::value(std::string_view text) {
  separate();
  quote(text);
}

void JsonOut::begin(char bracket) {
  poll();
  separate();
  text_ += bracket;
  ++depth_;
  is_first_ = true;
}

void JsonOut::end(char bracket) {
  --depth_;
  if (!is_first_) new_line();
  text_ += bracket;
  is_first_ = false;
}

void JsonOut::raw(std::string_view text) {
  separate();
  text_ += text;
}

void JsonOut::separate() {
  if (std::exchange(after_key_, false)) return;
  if (depth_ == 0) return;
  if (!is_first_) text_ += ',';
  new_line();
  is_first_ = false;
}

void JsonOut::new_line() {
  if (indent_ < 0) return;
  text_ += '\n';
  text_.append(static_cast<std::size_t>(indent_ * depth_), ' ');
}

void JsonOut::quote(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  text_ += '"';
  while (!text.empty()) {
    const std::size_t valid = find_invalid_utf8(text).value_or(text.size());
    for (const char c : text.substr(0, valid)) {
      const auto byte = static_cast<unsigned char>(c);
      constexpr std::string_view special = "\"\\\b\f\n\r\t";
      constexpr std::string_view letters = "\"\\bfnrt";
      if (const auto at = special.find(c); at != std::string_view::npos) {
        text_ += '\\';
        text_ += letters[at];
      } else if (byte < 0x20) {
        text_ += "\\u00";
        text_ += hex[byte >> 4U];
        text_ += hex[byte & 15U];
      } else {
        text_ += c;
      }
    }
    text.remove_prefix(valid);
    if (!text.empty()) {
      text_ += "\xEF\xBF\xBD";
      text.remove_prefix(1);
    }
  }
  text_ += '"';
}

}  // namespace sauro::inline v0_1::detail
