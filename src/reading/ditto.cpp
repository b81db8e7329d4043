#include "reading/ditto.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "sauro/text/fold.hpp"
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

bool is_ditto(std::string_view cell) {
  if (cell.empty() || cell.size() > longest_ditto) return false;
  return is_sign_alone(cell) || words().repeats(fold(cell));
}

}  // namespace sauro::inline v0_1::detail
