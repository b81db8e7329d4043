#include "reading/agencies.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t cached_cells = 4096;

std::size_t count_words(std::string_view key) {
  return key.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
}

/// The longest head of a body's name ("van phong", "so") that `key` starts with; empty where none.
std::string_view head_of(std::string_view key) { return key.substr(0, words().head_size(key)); }

bool all_generic(std::string_view key) {
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (!words().is_generic(key.substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

bool is_generic(std::string_view key) {
  const bool plural =
      key.starts_with("cac ") || key == "cac" || key.find(" cac ") != std::string_view::npos;
  return plural || (key.find("lien quan") != std::string_view::npos && all_generic(key));
}

/// Whether a piece of a list begins a name of its own: a head and, but for bodies that stand
/// alone, something after it.
bool begins_name(std::string_view piece) {
  const std::string key = fold(piece.substr(0, 80));
  const std::string_view head = head_of(key);
  if (head.empty()) return false;
  const bool alone = count_words(head) > 1 || head == "ubnd" || head == "hdnd" ||
                     head.starts_with("mttq") || head == "bhxh" || head.starts_with("ubmttq");
  return alone || key.size() > head.size();
}

/// Whether a verb in small letters stands in `text`: "Phòng Kinh tế bố trí kinh phí" is no name.
bool says_what_to_do(std::string_view text) {
  std::string before;
  bool before_small = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::string key = fold(word);
    if (before_small && words().is_duty_verb(before + " " + key)) return true;
    before = key;
    before_small = starts_lower(word);
    at = end + 1;
  }
  return false;
}

/// Whether the last `count` words of `text` may belong to a name: capitals, digits, small words
/// such as "cơ sở", and one compound more ("Đoàn Kiểm tra công vụ").
bool ends_as_name(std::string_view text, std::size_t count) {
  constexpr std::size_t compound = 2;
  std::size_t small = 0;
  std::size_t end = text.size();
  for (; count > 0 && end > 0; --count) {
    while (end > 0 && text[end - 1] == ' ') --end;
    const std::size_t space = text.substr(0, end).rfind(' ');
    const std::size_t start = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view word = text.substr(start, end - start);
    small += static_cast<std::size_t>(starts_lower(word) && !words().is_within_name(fold(word)));
    end = start;
  }
  return small <= compound;
}

struct Piece {
  std::size_t start = 0;
  std::size_t end = 0;
};

/// The cell between its separators: commas, semicolons, line ends, slashes, `và` and `&`.
std::vector<Piece> cut(std::string_view cell) {
  std::vector<Piece> pieces;
  std::size_t start = 0;
  int open = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const char c = cell[at];
    open += c == '(' ? 1 : c == ')' ? -1 : 0;
    std::size_t size = 0;
    if (c == ',' || c == ';' || c == '\n' || c == '/') {
      size = 1;
    } else {
      for (const std::string_view joiner : {" và ", " & "}) {
        if (cell.substr(at).starts_with(joiner)) size = joiner.size();
      }
    }
    if (size != 0 && open <= 0) {
      pieces.push_back({start, at});
      at += size;
      start = at;
    } else {
      ++at;
    }
  }
  pieces.push_back({start, cell.size()});
  return pieces;
}

std::string_view tidy(std::string_view name) {
  name = trim(take_bullet(name).rest);
  while (!name.empty() && std::string_view(".;,:").find(name.back()) != std::string_view::npos) {
    name.remove_suffix(1);
  }
  return trim(name);
}

bool strip_word(std::string& key, std::string_view word) {
  if (key.size() <= word.size() + 1 || !key.ends_with(word) ||
      key[key.size() - word.size() - 1] != ' ') {
    return false;
  }
  key.resize(key.size() - word.size() - 1);
  return true;
}

}  // namespace

void AgencyResolver::set_issuer(std::string_view issuer) {
  const std::string key = agency_key(issuer);
  constexpr std::array<std::string_view, 7> levels = {"xa",   "phuong",    "dac khu", "thi tran",
                                                      "tinh", "thanh pho", "huyen"};
  for (const std::string_view level : levels) {
    const auto at = (" " + key + " ").find(" " + std::string(level) + " ");
    if (at == std::string::npos) continue;
    const std::size_t after = at + level.size() + 1;
    locality_ = after < key.size() ? key.substr(after) : "";
    if (level == "tinh" || level == "thanh pho") here_ = {"tinh", "thanh pho"};
    return;
  }
}

/// agency_key without the words that say "here": "Phòng Kinh tế xã Vĩnh Phong" is "phong kinh te".
std::string AgencyResolver::key_of(std::string_view name) const {
  std::string key = agency_key(name);
  for (const std::string& level : here_) {
    if (!locality_.empty()) {
      const std::string full = level + " " + locality_;
      if (strip_word(key, full)) break;
    }
  }
  const bool keeps_last = key.ends_with("hop tac xa") || key.ends_with("dia phuong");
  for (const std::string& level : here_) {
    std::string shorter = key;
    if (keeps_last || !strip_word(shorter, level)) continue;
    strip_word(shorter, "cap");
    if (!is_generic(shorter) || find(shorter) != nullptr) key = std::move(shorter);
    break;
  }
  const bool commune = here_.front() == "xa";
  const auto province = key.find(" tinh ");
  if (commune && province != std::string::npos && !is_generic(key)) {
    key.resize(province + 5);  // a plan of a commune knows one province
  }
  if (key.starts_with("so ") && commune) strip_word(key, "tinh");
  return key;
}

const AgencyRegister::Entry* AgencyResolver::find(const std::string& key) const {
  const AgencyRegister::Entry* entry = own_.find(key);
  return entry != nullptr ? entry : AgencyRegister::builtin().find(key);
}

std::string AgencyResolver::identify(std::string_view name) {
  const std::string spelling = one_line(tidy(name));
  if (const auto seen = by_spelling_.find(spelling); seen != by_spelling_.end()) {
    return met_[seen->second].id;
  }
  std::string key = key_of(spelling);
  if (key.empty()) key = agency_key(spelling);
  const AgencyRegister::Entry* entry = find(key);
  if (entry == nullptr) entry = find(agency_key(spelling));
  const std::string id = entry != nullptr ? entry->id : slug(key);
  const auto [at, added] = by_id_.try_emplace(id, met_.size());
  if (added) {
    const std::string& shown = entry != nullptr ? entry->name : spelling;
    met_.push_back({id, shown, {}, is_generic(fold(shown))});
  }
  met_[at->second].names.push_back(spelling);
  by_spelling_.emplace(spelling, at->second);
  return id;
}

std::vector<std::string> AgencyResolver::identify_all(std::string_view cell) {
  if (cell.empty()) return {};
  const std::string text(cell);
  if (const auto seen = by_cell_.find(text); seen != by_cell_.end()) return seen->second;
  std::vector<std::string> ids;
  std::unordered_set<std::string> known;
  for (const std::string_view name : split(cell)) {
    std::string id = identify(name);
    if (!id.empty() && known.insert(id).second) ids.push_back(std::move(id));
  }
  if (by_cell_.size() < cached_cells) by_cell_.emplace(text, ids);
  return ids;
}

std::vector<std::string_view> AgencyResolver::split(std::string_view cell) const {
  const std::vector<Piece> pieces = cut(cell);
  const auto text = [&](std::size_t first, std::size_t last) {
    return tidy(cell.substr(pieces[first].start, pieces[last].end - pieces[first].start));
  };
  std::vector<std::string_view> names;
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t last = first;
    for (std::size_t next = std::min(first + 6, pieces.size() - 1); next > first; --next) {
      if (find(key_of(text(first, next))) != nullptr) {  // the longest known name
        last = next;
        break;
      }
    }
    const bool plural = (" " + fold(text(first, first))).find(" cac ") != std::string::npos;
    while (last + 1 < pieces.size()) {
      const std::string_view next = text(last + 1, last + 1);
      const std::string folded = fold(next);
      const bool phrase = plural && all_generic(folded) && !folded.starts_with("cac ");
      const bool listed = cell[pieces[last].end] == ';' && starts_upper(next);
      const bool goes_on =
          next.empty() || phrase || !(listed || begins_name(next) || find(key_of(next)) != nullptr);
      if (!goes_on) break;
      ++last;
    }
    if (const std::string_view name = text(first, last); !name.empty()) names.push_back(name);
    first = last + 1;
  }
  return names;
}

bool AgencyResolver::is_one_agency(std::string_view name) const {
  const std::string key = key_of(name);
  if (find(key) != nullptr) return true;
  const std::string folded = fold(name);
  const std::string_view head = head_of(folded);
  if (head.empty() || count_words(folded) > 16 || says_what_to_do(name)) return false;
  for (std::size_t space = key.rfind(' '); space != std::string::npos && space > 0;
       space = key.rfind(' ', space - 1)) {  // a known name and what tells it apart: "Thuế cơ sở 6"
    const std::string known = key.substr(0, space);
    if (count_words(known) >= 2 && find(known) != nullptr) {
      return ends_as_name(name, count_words(key) - count_words(known));
    }
  }
  if (is_all_caps(name)) return false;
  if (folded.starts_with("cac ")) return all_generic(folded);
  // "Đoàn Kiểm tra" is a body, "đoàn kết" is none: the word after the head has a capital
  std::size_t at = 0;
  for (std::size_t words = count_words(head); words > 0 && at < name.size(); --words) {
    at = std::min(name.find(' ', at), name.size());
    while (at < name.size() && name[at] == ' ') ++at;
  }
  if (at >= name.size()) return count_words(head) > 1;
  return starts_upper(name.substr(at)) || !head_of(fold(name.substr(at))).empty();
}

bool AgencyResolver::is_agency(std::string_view text) const {
  const std::vector<std::string_view> names = split(text);
  return !names.empty() && names.size() <= 12 &&
         std::all_of(names.begin(), names.end(),
                     [&](std::string_view name) { return is_one_agency(name); });
}

}  // namespace sauro::inline v0_1::detail
