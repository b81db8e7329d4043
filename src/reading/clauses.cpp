#include "reading/clauses.hpp"

#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "text/byte_set.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Whether the sign at `at` ends a clause: a full stop does behind a word that is no abbreviation
/// ("TP. Cà Mau") and before a capital.
bool ends_clause(std::string_view text, std::size_t at) {
  const std::string_view after = text.substr(at + 1);
  if (after.empty() || (after.front() != ' ' && after.front() != '\n')) return false;
  if (text[at] == ';') return true;
  constexpr std::size_t longest_abbreviation = 4;  // bytes
  const std::string_view before = text.substr(0, at);
  const std::size_t space = before.find_last_of(" .");
  const std::string_view word = before.substr(space == before.npos ? 0 : space + 1);
  const bool abbreviation =
      word.size() <= longest_abbreviation && is_all_caps(word) && roman_value(word) == 0;
  return starts_upper(after) && !abbreviation;
}

}  // namespace

Clause clause_of(std::string_view text) { return {text, spoken_words(text)}; }

std::vector<Clause> cut_clauses(std::string_view text) {
  std::vector<Clause> clauses;
  static constexpr ByteSet signs(".;");
  std::size_t start = 0;
  for (std::size_t at = signs.find_in(text); at != text.npos; at = signs.find_in(text, at + 1)) {
    if (!ends_clause(text, at)) continue;
    const std::string_view clause = text.substr(start, at + 1 - start);
    clauses.push_back(clause_of(clause));
    start = at + 1;
  }
  const std::string_view clause = text.substr(start);
  if (clauses.empty() || !trim(clause).empty()) clauses.push_back(clause_of(clause));
  return clauses;
}

}  // namespace sauro::inline v0_1::detail
