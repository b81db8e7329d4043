#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sauro::inline v0_1::detail {

/// Calls function(part) for what stands between the separators of a text; not at all for an empty
/// one.
template <class Function>
void for_each_part(std::string_view text, char separator, Function function) {
  for (std::size_t at = 0; at <= text.size() && !text.empty();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    function(text.substr(at, end - at));
    at = end + 1;
  }
}

/// What stands between the separators of a text.
inline std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for_each_part(text, separator, [&](std::string_view part) { parts.emplace_back(part); });
  return parts;
}

/// Texts in a row, with a separator between them.
inline std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += separator;
    all += text;
  }
  return all;
}

}  // namespace sauro::inline v0_1::detail
