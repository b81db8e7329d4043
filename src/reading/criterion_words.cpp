#include "reading/criterion_words.hpp"

#include <algorithm>
#include <string>

#include "sauro/core/enums.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "data/criterion_words.hpp"
#include "text/parts.hpp"
#include "text/trim.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The names of the entries of a kind by their words: by tone keys, and of more than one syllable
/// without any marks.
const TextMap<std::string_view>& names_of(std::string_view wanted) {
  static const auto all = [] {
    TextMap<TextMap<std::string_view>> made;
    for (const auto& [kind, name, words] : data::criterion_words) {
      TextMap<std::string_view>& names = made[std::string(kind)];
      for_each_part(words, '|', [&, name = name](std::string_view word) {
        names.emplace(tone_key(word), name);
        const std::string plain = fold(word);
        if (plain.find(' ') != std::string::npos) names.emplace(plain, name);
      });
    }
    return made;
  }();
  return all.find(wanted)->second;
}

/// The name that a text has among those of a kind; empty where it has none.
std::string_view name_among(std::string_view kind, std::string_view text) {
  const auto& names = names_of(kind);
  auto found = names.find(tone_key(text));
  if (found == names.end()) found = names.find(fold(text));
  return found == names.end() ? std::string_view() : found->second;
}

template <class Value>
std::optional<Value> meaning(std::string_view kind, std::string_view text) {
  return try_parse<Value>(name_among(kind, text));
}

/// What stands before the first bracket.
std::string_view before_bracket(std::string_view text) {
  return text.substr(0, std::min(text.find('('), text.size()));
}

/// The words of a text, as they are written.
std::vector<std::string_view> words_as_written(std::string_view text, std::size_t most) {
  std::vector<std::string_view> words;
  for_each_part(text, ' ', [&](std::string_view word) {
    if (!word.empty() && words.size() < most) words.push_back(word);
  });
  return words;
}

/// Bytes of the longest phrase of a kind that a text of single blanks begins with.
std::size_t longest_phrase(std::string_view kind, std::string_view name, std::string_view text) {
  constexpr std::size_t most_words = 12;
  std::size_t size = 0;
  for (const std::string_view word : words_as_written(text, most_words)) {
    if (fold(word).empty()) break;  // a sign: "điểm = số hồ sơ ..."
    const auto end = static_cast<std::size_t>(word.data() - text.data()) + word.size();
    if (name_among(kind, text.substr(0, end)) == name) size = end;
  }
  return size;
}

}  // namespace

std::optional<CriterionField> criterion_field(std::string_view header) {
  const std::string text = to_nfc(header);
  if (const auto whole = meaning<CriterionField>("column", text)) return whole;
  return meaning<CriterionField>("column", before_bracket(text));
}

std::optional<CriterionRowKind> criterion_row_kind(std::string_view title) {
  const std::string text = to_nfc(title);
  const std::string_view head = before_bracket(text);
  if (const auto whole = meaning<CriterionRowKind>("row", head)) return whole;
  for (const CriterionRowKind kind :
       {CriterionRowKind::subtotal, CriterionRowKind::bonus, CriterionRowKind::penalty}) {
    if (longest_phrase("row", to_string(kind), head) > 0) return kind;
  }
  return std::nullopt;
}

std::optional<ChangeCase> change_case(std::string_view condition) {
  return meaning<ChangeCase>("change", condition);
}

bool is_other_case(std::string_view condition) {
  return !name_among("otherwise", condition).empty();
}

std::optional<std::string> denied(std::string_view condition) {
  const std::size_t size = longest_phrase("negation", "begin", condition);
  if (size == 0) return std::nullopt;
  return std::string(trim(condition.substr(size)));
}

bool goes_beyond_range(std::string_view word) { return !name_among("beyond", word).empty(); }

bool is_item(std::string_view condition) { return longest_phrase("item", "begin", condition) > 0; }

std::size_t no_points_at_end(std::string_view text) {
  constexpr std::size_t most_words = 4;
  std::size_t at = text.size();
  for (std::size_t words = 0; words < most_words && at != std::string_view::npos && at > 0;
       ++words) {
    at = text.rfind(' ', at - 1);
    if (at == std::string_view::npos) break;
    if (name_among("none", text.substr(at + 1)) == "end") return text.size() - at - 1;
  }
  return 0;
}

bool names_max(std::string_view factor) { return name_among("lead", factor) == "max"; }

std::string_view behind_formula_lead(std::string_view formula) {
  for (;;) {
    const std::size_t size = longest_phrase("lead", "formula", formula);
    const bool is_max = longest_phrase("lead", "max", formula) > size;  // "điểm tối đa × ..."
    const std::string_view rest = trim(formula.substr(is_max ? 0 : size));
    const bool sign = !rest.empty() && (rest.front() == '=' || rest.front() == ':');
    if (!sign && (size == 0 || is_max)) return rest;
    formula = sign ? trim(rest.substr(1)) : rest;
  }
}

}  // namespace sauro::inline v0_1::detail
