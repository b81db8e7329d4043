#include "reading/ditto.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/labels.hpp"
#include "reading/words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_ditto = 40;  // bytes
constexpr std::array<std::string_view, 7> repeating = {"\"", "''", "“", "”", "″", "〃", "//"};
constexpr std::array<std::string_view, 7> beside_them = {"-", "–", "—", " ", ".", "'", "/"};

/// Whether a text has signs of repetition and nothing else but what may stand beside them.
bool is_sign_alone(std::string_view text) {
  bool repeats = false;
  while (!text.empty()) {
    const auto starts = [&](std::string_view sign) { return text.starts_with(sign); };
    const auto* sign = std::find_if(repeating.begin(), repeating.end(), starts);
    if (sign != repeating.end()) {
      repeats = true;
    } else {
      sign = std::find_if(beside_them.begin(), beside_them.end(), starts);
      if (sign == beside_them.end()) return false;
    }
    text.remove_prefix(sign->size());
  }
  return repeats;
}

}  // namespace

namespace {

/// "Sở trên", "Cơ quan như trên", "Các đơn vị nêu trên": a body without a name, which stands above.
bool is_body_above(std::string_view key) {
  if (!key.ends_with(" tren")) return false;
  key.remove_suffix(std::string_view(" tren").size());
  for (const std::string_view word : {" nhu", " noi", " neu", " o"})
    if (key.ends_with(word)) key.remove_suffix(word.size());
  return !key.empty() && all_generic(key);
}

}  // namespace

bool is_ditto(std::string_view cell) {
  if (cell.empty() || cell.size() > longest_ditto) return false;
  if (is_sign_alone(cell)) return true;
  const std::string key = fold(cell);
  return words().repeats(key) || is_body_above(key);
}

std::string ditto_number(std::string_view cell) {
  if (cell.empty() || cell.size() > longest_ditto) return {};
  const std::size_t space = cell.rfind(' ');
  if (space == cell.npos || !words().refers(fold(cell.substr(0, space)))) return {};
  const auto label = parse_label(cell.substr(space + 1));
  return label ? label->number : std::string{};
}

}  // namespace sauro::inline v0_1::detail
