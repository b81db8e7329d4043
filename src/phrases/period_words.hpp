#pragma once

#include <string>

namespace sauro::inline v0_1::detail {

/// "03/2026" of "2026-03", else the text.
inline std::string month_first(const std::string& text) {
  const bool is_month = text.size() == 7 && text[4] == '-' &&
                        text.find_first_not_of("0123456789-") == std::string::npos;
  return is_month ? text.substr(5) + "/" + text.substr(0, 4) : text;
}

}  // namespace sauro::inline v0_1::detail
