#include "reading/section_words.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "sauro/text/fold.hpp"
#include "data/section_words.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The words of one role.
std::vector<std::string_view> section_words(std::string_view role) {
  std::vector<std::string_view> all;
  for (const auto& [name, list] : data::section_words) {
    if (name == role) each_piece(list, '|', [&](std::string_view word) { all.push_back(word); });
  }
  return all;
}

bool begins_with(std::string_view key, const std::vector<std::string_view>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return key.starts_with(word); });
}

}  // namespace

SectionUse use_of_section(std::string_view title) {
  static const auto gives = section_words("gives");
  static const auto tells = section_words("tells");
  static const auto aims = section_words("aims");
  const std::string key = fold(title);
  if (begins_with(key, tells)) return SectionUse::tells;
  const bool hands_out = std::any_of(gives.begin(), gives.end(), [&](std::string_view word) {
    return key.find(word) != std::string::npos;
  });
  if (hands_out) return SectionUse::gives;
  return begins_with(key, aims) ? SectionUse::tells : SectionUse::open;
}

}  // namespace sauro::inline v0_1::detail
