#include "reading/parts.hpp"

#include <algorithm>
#include <string_view>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "reading/official_lines.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_head_lines = 14;  // of a letterhead above the kind of document
constexpr std::size_t most_title_lines = 5;
constexpr std::size_t most_signature_lines = 10;
constexpr std::size_t longest_signature_line = 80;  // bytes

/// Whether only the text of a document has such a paragraph. A letter with a dot may abbreviate.
bool is_running_text(std::string_view text) {
  const auto label = leading_label(text);
  return (label && label->kind != LabelKind::letter && !is_number_line(text)) ||
         is_basis_word(text) || text.size() > longest_official_line;
}

/// Whether a line of a letterhead, or the first of a title, may be so.
bool may_open(std::string_view text) {
  return text.size() <= longest_official_line &&
         (is_all_caps(text) || is_motto(fold(text)) || is_kind_heading(text) ||
          is_number_line(text)) &&
         !starts_closing(text) && !is_running_text(text) && !annex_heading(text);
}

/// The note "(Ban hành kèm theo ...)" among the lines of a title, or units.size().
std::size_t find_note(const std::vector<Unit>& units, std::size_t from) {
  for (std::size_t at = from; at < std::min(from + most_title_lines, units.size()); ++at) {
    const Unit& unit = units[at];
    if (unit.table != nullptr || is_running_text(unit.text) || annex_heading(unit.text)) break;
    if (is_annex_note(unit.text)) return at;
  }
  return units.size();
}

/// Whether text with headings follows a note, and not a table with the name of its area.
bool has_headings_after(const std::vector<Unit>& units, std::size_t note) {
  const std::size_t first = note + 1;
  if (first + 1 >= units.size() || units[first].table != nullptr) return false;
  return leading_label(units[first].text) && units[first + 1].table == nullptr;
}

}  // namespace

bool closes(const std::vector<Unit>& units, std::size_t at) {
  if (units[at].table != nullptr) return false;
  if (is_recipients_line(units[at].text)) return true;
  if (!is_role_line(units[at].text)) return false;
  const std::size_t end = std::min(at + most_signature_lines, units.size());
  for (std::size_t next = at + 1; next < end; ++next) {
    const std::string_view text = units[next].text;
    if (units[next].table != nullptr || annex_heading(text) || is_recipients_line(text) ||
        is_person(text) || is_signing_note(text) || starts_attached(units, next, true)) {
      return true;
    }
    if (is_running_text(text) || is_motto(fold(text)) || is_number_line(text) ||
        is_kind_heading(text) || text.ends_with(':') || text.size() > longest_signature_line) {
      return false;
    }
  }
  return end == units.size();
}

std::size_t closing_end(const std::vector<Unit>& units, std::size_t from) {
  bool listing = is_recipients_line(units[from].text);
  for (std::size_t at = from + 1; at < units.size(); ++at) {
    if (starts_annex(units, at, true) || starts_attached(units, at, true)) return at;
    const std::string_view text = units[at].text;
    listing = listing || is_recipients_line(text);
    const bool item = listing && (take_bullet(text).marks != 0 || text.ends_with(';'));
    if (!item && is_running_text(text)) return at;
  }
  return units.size();
}

bool starts_annex(const std::vector<Unit>& units, std::size_t at, bool closed) {
  const Unit& unit = units[at];
  if (unit.table != nullptr) return closed;
  if (annex_heading(unit.text)) return true;
  if (!closed || !is_all_caps(unit.text) || starts_closing(unit.text)) return false;
  for (std::size_t next = at + 1; next < std::min(at + 4, units.size()); ++next) {
    if (annex_heading(units[next].text) || is_person(units[next].text)) return false;
    if (is_annex_note(units[next].text)) return true;  // an annex without a number
  }
  return false;
}

bool starts_attached(const std::vector<Unit>& units, std::size_t at, bool closed) {
  if (units[at].table != nullptr || !may_open(units[at].text)) return false;
  const std::size_t note = find_note(units, at);
  if (note < units.size() && has_headings_after(units, note)) return true;
  bool official = false;
  for (std::size_t next = at; next < std::min(at + most_head_lines, units.size()); ++next) {
    const std::string_view text = units[next].text;
    if (units[next].table != nullptr || is_running_text(text) || annex_heading(text) ||
        is_annex_note(text) || is_role_line(text)) {
      return false;
    }
    official = official || is_motto(fold(text)) || is_number_line(text);
    if (!is_kind_heading(text)) continue;
    const bool alone = kind_at(text).size == text.size() && is_all_caps(text);
    return official || find_note(units, next + 1) < units.size() || (closed && alone);
  }
  return false;
}

}  // namespace sauro::inline v0_1::detail
