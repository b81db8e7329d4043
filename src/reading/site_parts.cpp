#include "reading/site_parts.hpp"

#include <algorithm>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "reading/official_lines.hpp"
#include "reading/parts.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Whether a line can stand in a letterhead above the motto: the issuer, a rule, the number, what a
/// letter is about.
bool is_head_line(const Unit& unit) {
  const std::string_view text = unit.text;
  const bool short_caps = text.size() < longest_official_line && is_all_caps(text);
  return unit.table == nullptr &&
         (short_caps || is_about_line(text) || is_rule(text) || is_number_line(text)) &&
         kind_at(text).size == 0;
}

/// Whether the text of a document has such a unit, and no site puts it above one.
bool is_text(const std::vector<Unit>& units, std::size_t at) {
  const Unit& unit = units[at];
  if (unit.table != nullptr) return false;
  const auto label = leading_label(unit.text);
  const bool heading = label && heads_group(label->kind) && label->kind != LabelKind::letter;
  const bool kind = is_kind_heading(unit.text) && is_all_caps(unit.text);
  return heading || kind || is_basis_word(unit.text) || closes(units, at) ||
         annex_heading(unit.text).has_value();
}

}  // namespace

std::size_t start_of_letterhead(const std::vector<Unit>& units) {
  const auto is_motto_unit = [](const Unit& unit) {
    return unit.table == nullptr && is_motto(fold(unit.text.substr(0, 300)));
  };
  const auto motto = std::find_if(units.begin(), units.end(), is_motto_unit);
  if (motto == units.end()) return 0;
  auto start = static_cast<std::size_t>(motto - units.begin());
  while (start > 0 && is_head_line(units[start - 1])) --start;
  for (std::size_t at = 0; at < start; ++at) {
    if (is_text(units, at)) return 0;
  }
  return start;
}

bool may_belong(const Unit& unit) {
  if (unit.table != nullptr) return true;
  const auto label = leading_label(unit.text);
  const bool title = is_all_caps(unit.text) && !is_rule(unit.text);
  return title || (label && heads_group(label->kind));
}

}  // namespace sauro::inline v0_1::detail
