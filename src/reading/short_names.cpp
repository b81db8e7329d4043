#include "reading/short_names.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "data/abbreviations.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// "KT-HT" of "(KT-HT),".
std::string_view plain_word(std::string_view word) {
  constexpr std::string_view marks = "()[]{}.,;:\"'“”";
  while (!word.empty() && marks.find(word.front()) != word.npos) word.remove_prefix(1);
  while (!word.empty() && marks.find(word.back()) != word.npos) word.remove_suffix(1);
  return word;
}

/// Whether a word is in capitals and no number or usual abbreviation; beside words that all are, it
/// has to be no syllable: "VP UBND", but "PHÒNG NỘI VỤ".
bool is_short(std::string_view word, bool all_capitals) {
  if (!is_abbreviation(word) || roman_value(word) != 0) return false;
  if (std::none_of(word.begin(), word.end(), [](unsigned char c) { return c >= 'A'; }))
    return false;
  const std::string key = fold(word);
  const auto& usual = data::abbreviations;
  const bool known =
      std::any_of(usual.begin(), usual.end(), [&](const auto& one) { return one[0] == key; });
  const bool usual_name = words().is_legal_form(key) || words().stands_alone(key);
  return !known && !usual_name && !(all_capitals && is_vietnamese_syllable(word));
}

/// The abbreviation in the name of a body; empty where there is none.
std::string_view short_word(std::string_view name) {
  const bool all = name.find(' ') != name.npos && is_all_caps(name);
  std::string_view found;
  each_piece(name, ' ', [&](std::string_view word) {
    if (found.empty() && is_short(plain_word(word), all)) found = plain_word(word);
  });
  return found;
}

/// The letters of an abbreviation, folded: "ktht" of "KT-HT".
std::string letters_of(std::string_view word) {
  std::string key = fold(word);
  std::erase_if(key, [](char c) { return c == ' '; });
  return key;
}

/// Whether the words of a folded text, from its end on, begin with these letters: "trung tam phuc
/// vu" with "ttpv"; words that join may have none.
bool ends_in(std::string_view key, std::string_view letters) {
  while (!key.empty() && !letters.empty()) {
    const std::size_t space = key.rfind(' ');
    const std::string_view word = key.substr(space == key.npos ? 0 : space + 1);
    if (!word.empty() && word.front() == letters.back())
      letters.remove_suffix(1);
    else if (word != "va" && word != "cua")
      return false;
    key = key.substr(0, space == key.npos ? 0 : space);
  }
  return letters.empty();
}

/// Whether it begins with words of these letters.
bool begins_with(std::string_view key, std::string_view letters) {
  while (!key.empty() && !letters.empty()) {
    const std::string_view word = key.substr(0, key.find(' '));
    if (word.front() == letters.front())
      letters.remove_prefix(1);
    else if (word != "va" && word != "cua")
      return false;
    key.remove_prefix(std::min(key.size(), word.size() + 1));
  }
  return letters.empty();
}

/// Where abbreviations stand in a document, and which of them it explains.
class Explained {
 public:
  explicit Explained(const std::vector<std::string>& words) {
    for (const std::string& word : words) known_.emplace(word, false);
  }

  void look(const Source& source) {
    for (const Block& block : source.blocks) {
      poll();
      look(block.text);
      for (const Row& row : block.rows) look(row);
    }
  }

  [[nodiscard]] bool has(const std::string& word) const { return known_.at(word); }

 private:
  static constexpr std::size_t reach = 160;  ///< bytes of the words in full

  /// A row that has the abbreviation in one cell and its words in another one.
  void look(const Row& row) {
    constexpr std::size_t widest = 8;  // columns of a table that explains abbreviations
    for (const Cell& cell : row.cells) {
      look(cell.text);
      const auto found = known_.find(std::string(plain_word(trim(cell.text))));
      if (found == known_.end() || found->second || row.cells.size() > widest) continue;
      const std::string letters = letters_of(found->first);
      found->second = std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& other) {
        return begins_with(fold(other.text.substr(0, reach)), letters);
      });
    }
  }

  void look(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
      const std::string_view word = plain_word(text.substr(at, end - at));
      const auto found = is_abbreviation(word) ? known_.find(std::string(word)) : known_.end();
      if (found != known_.end() && !found->second) {
        const auto from = static_cast<std::size_t>(word.data() - text.data());
        found->second = is_explained(text, from, word);
      }
      at = end + 1;
    }
  }

  /// "Trung tâm Phục vụ hành chính công (TTPVHCC)", "(sau đây viết tắt là KT-HT)", "VP: Văn phòng".
  static bool is_explained(std::string_view text, std::size_t at, std::string_view word) {
    const std::size_t from = at > reach ? at - reach : 0;
    const std::string before = fold(text.substr(from, at - from));
    for (const std::string_view says : {"viet tat", "viet tat la", "goi tat", "goi tat la"}) {
      if (before.ends_with(says)) return true;
    }
    const std::string letters = letters_of(word);
    const bool bracketed = at > 0 && text[at - 1] == '(' && text.substr(at + word.size(), 1) == ")";
    if (bracketed && ends_in(before, letters)) return true;
    const std::string_view behind = trim(text.substr(at + word.size()));
    const bool defines = behind.starts_with(':') || behind.starts_with("- ") ||
                         behind.starts_with("– ") || behind.starts_with("= ") ||
                         behind.starts_with('(');
    return defines && begins_with(fold(behind.substr(0, reach)), letters);
  }

  std::unordered_map<std::string, bool> known_;
};

/// An abbreviation, and where the plan names a body by it.
struct Use {
  std::string word;
  std::string name;
  std::size_t count = 0;
  Span first = {};
};

/// The uses of bodies of a plan by abbreviations that no register knows, in order.
class Uses {
 public:
  explicit Uses(const Context& context) {
    for (const Agency& agency : context.plan.agencies) {
      const std::string_view word = short_word(agency.name);
      if (word.empty() || context.agencies.is_listed(agency.name)) continue;
      const auto [at, fresh] = places_.try_emplace(std::string(word), all.size());
      if (fresh) all.push_back({std::string(word), agency.name});
      ids_.emplace(agency.id, at->second);
    }
    if (ids_.empty()) return;
    for (const Task& one : context.plan.tasks) add({&one.leads, &one.coordinators}, one.span);
    for (const Duty& one : context.plan.duties) add({&one.leads, &one.coordinators}, one.span);
    for (const Indicator& one : context.plan.indicators) add({&one.owners}, one.span);
  }

  std::vector<Use> all;

 private:
  void add(std::initializer_list<const std::vector<std::string>*> lists, const Span& span) {
    for (const auto* list : lists) {
      for (const std::string& id : *list) {
        const auto found = ids_.find(id);
        if (found == ids_.end()) continue;
        Use& use = all[found->second];
        if (use.count++ == 0) use.first = span;
      }
    }
  }

  std::unordered_map<std::string, std::size_t> places_;
  std::unordered_map<std::string, std::size_t> ids_;
};

}  // namespace

void remark_short_names(Context& context) {
  const Uses uses(context);
  std::vector<std::string> words;
  for (const Use& use : uses.all) words.push_back(use.word);
  if (words.empty()) return;
  Explained explained(words);
  explained.look(context.source);
  for (const Use& use : uses.all) {
    if (use.count == 0 || explained.has(use.word)) continue;
    Remark& remark = context.remark(RemarkKind::abbreviation, use.name, {});
    remark.chosen += " (" + std::to_string(use.count) + ")";
    remark.span = use.first;
  }
}

}  // namespace sauro::inline v0_1::detail
