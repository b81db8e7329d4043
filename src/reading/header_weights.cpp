#include "reading/header_weights.hpp"

#include <algorithm>
#include <cstddef>

#include "sauro/text/fold.hpp"
#include "data/columns.hpp"
#include "reading/columns.hpp"
#include "reading/labels.hpp"
#include "reading/prose_labels.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string without_blanks(std::string_view text) {
  std::string bare(text);
  std::erase(bare, ' ');
  return bare;
}

/// Whether `pattern` stands in `key` as whole words, or is all of it where it begins with "=":
/// there a narrow column may break words ("ST T").
bool matches(std::string_view key, std::string_view bare, std::string_view pattern) {
  if (pattern.starts_with('=')) {
    return key == pattern.substr(1) || (!bare.empty() && bare == without_blanks(pattern.substr(1)));
  }
  for (std::size_t at = key.find(pattern); at != std::string_view::npos;
       at = key.find(pattern, at + 1)) {
    const std::size_t end = at + pattern.size();
    if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) return true;
  }
  return false;
}

/// The header folded, with "yyyy" for each year: "thuc hien nam yyyy".
std::string key_of(std::string_view header) {
  std::string key = spelled_out(fold(header));
  for (std::string year = year_in(key); !year.empty(); year = year_in(key)) {
    key.replace(key.find(year), year.size(), "yyyy");
  }
  return key;
}

}  // namespace

Weights weigh(std::string_view header) {
  const std::string key = key_of(header);
  Weights weights;
  if (key.empty()) return weights;
  constexpr std::size_t longest_broken = 12;
  const bool broken = key.size() <= longest_broken && key.find(' ') != key.npos;
  const std::string bare = broken ? without_blanks(key) : "";
  for (const auto& row : data::columns) {
    if (!matches(key, bare, row[1])) continue;
    int& weight = weights[row[0]];
    weight = std::max(weight, leading_int(row[2]));
  }
  if (!year_in(header).empty()) weights["horizon"] = std::max(weights["horizon"], 8);
  if (weights.contains("duration")) weights.erase("timeframe");
  for (const std::string_view role : {"title", "product", "timeframe", "horizon"}) {
    const auto against = weights.find("not_" + std::string(role));
    if (against != weights.end() && weights[role] < against->second) weights.erase(role);
  }
  return weights;
}

std::string year_in(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const std::string_view four = text.substr(at, 4);
    const bool digits = four.find_first_not_of("0123456789") == std::string_view::npos;
    const bool alone =
        (at == 0 || !is_digit(static_cast<unsigned char>(text[at - 1]))) &&
        (at + 4 == text.size() || !is_digit(static_cast<unsigned char>(text[at + 4])));
    if (digits && alone && leading_int(four) >= 1900 && leading_int(four) < 2200)
      return std::string(four);
  }
  return "";
}

}  // namespace sauro::inline v0_1::detail
