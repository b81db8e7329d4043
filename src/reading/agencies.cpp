#include "reading/agencies.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/official_lines.hpp"
#include "reading/persons.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t cached_cells = 4096;

bool strip_word(std::string& key, std::string_view word) {
  if (key.size() <= word.size() + 1 || !key.ends_with(word) ||
      key[key.size() - word.size() - 1] != ' ') {
    return false;
  }
  key.resize(key.size() - word.size() - 1);
  return true;
}

}  // namespace

void add_id(std::vector<std::string>& ids, std::string id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
}

void add_partners(const std::vector<std::string>& leads, std::vector<std::string>& coordinators,
                  std::vector<std::string> ids) {
  for (std::string& id : ids) {
    if (std::find(leads.begin(), leads.end(), id) == leads.end())
      add_id(coordinators, std::move(id));
  }
}

void AgencyResolver::set_issuer(std::string_view issuer) {
  set_level(agency_key(issuer));
  issuer_.clear();
  issuer_ = key_of(issuer);
}

void AgencyResolver::set_level(const std::string& key) {
  constexpr std::array<std::string_view, 7> levels = {"xa",   "phuong",    "dac khu", "thi tran",
                                                      "tinh", "thanh pho", "huyen"};
  for (const std::string_view level : levels) {
    const auto at = (" " + key + " ").find(" " + std::string(level) + " ");
    if (at == std::string::npos) continue;
    const std::size_t after = at + level.size() + 1;
    if (level == "tinh" || level == "thanh pho") here_ = {"tinh", "thanh pho"};
    places_.clear();
    for (const std::string& here : here_) {
      if (after < key.size()) places_.push_back(here + " " + key.substr(after));
    }
    return;
  }
}

bool AgencyResolver::is_issuer(std::string_view name) const {
  const std::string key = key_of(name);
  const bool head = !key.empty() && head_of(key).size() == key.size();
  return !issuer_.empty() && (key == issuer_ || (head && issuer_.starts_with(key + " ")));
}

/// agency_key without the words that say "here": "Phòng Kinh tế xã Vĩnh Phong" is "phong kinh te".
std::string AgencyResolver::key_of(std::string_view name) const {
  std::string key = agency_key(name);
  for (const std::string& place : places_) {
    std::string shorter = key;
    if (!strip_word(shorter, place)) continue;
    if (!shorter.ends_with("hop tac")) key = std::move(shorter);  // "Hợp tác xã An Lộc"
    break;
  }
  const bool keeps_last = key.ends_with("hop tac xa") || key.ends_with("dia phuong");
  for (const std::string& level : here_) {
    if (keeps_last || !key.ends_with(level)) continue;
    std::string shorter = key;
    if (!strip_word(shorter, level)) continue;
    if (shorter.ends_with(" cac")) break;                         // "Công an các xã"
    if (find(key) != nullptr && find(shorter) == nullptr) break;  // "Thanh tra tỉnh"
    strip_word(shorter, "cap");
    if (!is_generic_name(shorter) || find(shorter) != nullptr) key = std::move(shorter);
    break;
  }
  const bool commune = here_.front() == "xa";
  constexpr std::string_view province = " tinh ";
  constexpr std::size_t longest_place = 4;  // words
  const auto at = key.find(province);
  const bool named =
      at != std::string::npos &&
      count_words(std::string_view(key).substr(at + province.size())) <= longest_place;
  if (commune && named && !is_generic_name(key)) {
    key.resize(at + province.size() - 1);  // a plan of a commune knows one province
  }
  if (key.starts_with("so ") && commune) strip_word(key, "tinh");
  if (std::string own = key;
      !issuer_.empty() && find(key) == nullptr && strip_word(own, issuer_) && find(own) != nullptr)
    key = std::move(own);  // "Phòng Kinh tế UBND xã"
  return key;
}

const AgencyRegister::Entry* AgencyResolver::find(const std::string& key) const {
  const AgencyRegister::Entry* entry = own_.find(key);
  return entry != nullptr ? entry : AgencyRegister::builtin().find(key);
}

std::string AgencyResolver::identify(std::string_view name) {
  const std::string spelling = one_line(tidy_name(name));
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
    met_.push_back({id, shown, {}, stands_for_many(shown, key)});
  }
  met_[at->second].names.push_back(spelling);
  by_spelling_.emplace(spelling, at->second);
  return id;
}

bool AgencyResolver::is_known(std::string_view name) const {
  const std::string key = key_of(name);
  return find(key) != nullptr || by_spelling_.contains(std::string(name));
}

bool AgencyResolver::is_generic(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found != by_id_.end() && met_[found->second].generic;
}

bool AgencyResolver::is_listed(std::string_view name) const {
  return find(key_of(name)) != nullptr || find(agency_key(name)) != nullptr;
}

std::vector<std::string> AgencyResolver::identify_all(std::string_view cell) {
  return bodies_of(cell).ids;
}

bool AgencyResolver::is_guess(std::string_view cell) { return bodies_of(cell).guessed; }

AgencyResolver::CellBodies AgencyResolver::bodies_of(std::string_view cell) {
  if (cell.empty()) return {};
  const std::string text(cell);
  if (const auto seen = by_cell_.find(text); seen != by_cell_.end()) return seen->second;
  CellBodies bodies;
  const Parties parties = parties_of(cell);
  bodies.guessed = parties.guessed;
  std::unordered_set<std::string> known;
  for (const std::string& name : parties.names) {
    std::string id = identify(name);
    if (!id.empty() && known.insert(id).second) bodies.ids.push_back(std::move(id));
  }
  if (by_cell_.size() < cached_cells) by_cell_.emplace(text, bodies);
  return bodies;
}

/// Whether a name stands for many bodies: by its words, or since the issuer stands above them.
bool AgencyResolver::stands_for_many(std::string_view name, std::string_view key) const {
  const bool below = here_.front() != "xa" && key.ends_with(" cap xa");
  return below || is_generic_name(name);
}

template <class Take>
bool AgencyResolver::each_name(std::string_view cell, Take take) const {
  const std::vector<ListPiece> pieces = cut_list(cell);
  std::string head;     // of the name before: "Sở" of "Sở Nội vụ, Tài chính"
  std::string place;    // the same of a place: "UBND xã" of "UBND xã Phú Lộc, Phú Hòa"
  bool of_all = false;  // "các Sở: ...": names that nobody knows have it too
  bool known = false;   // the name before
  for (std::size_t first = 0; first < pieces.size();) {
    std::string_view piece = text_of(cell, pieces[first], pieces[first]);
    std::string joined;  // "các sở: Tài chính" of "các sở, ngành: Tài chính"
    if (const std::size_t listed = end_of_heads(cell, pieces, first); listed != first) {
      const std::string_view last = text_of(cell, pieces[listed], pieces[listed]);
      joined = std::string(piece) + std::string(last.substr(last.find(':')));
      piece = joined;
      first = listed;
    }
    if (const SharedHead all = shared_head(piece); is_shared(all)) {
      head = all.head;
      of_all = all.introduced && !head.empty();
      place = of_all && is_bare_place(all.first) ? head : "";
      SharedName one{head.empty() ? std::string(all.first) : head + " " + std::string(all.first),
                     first};
      if (joined.empty() && !head.empty()) {  // "các sở: Khoa học và Công nghệ"
        std::vector<ListPiece> rest(pieces.begin() + static_cast<std::ptrdiff_t>(first),
                                    pieces.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                         first + most_shared, pieces.size())));
        rest.front().start = static_cast<std::size_t>(all.first.data() - cell.data());
        const SharedName more = with_head(head, cell, rest, 0, true);
        if (!more.name.empty() && more.last != 0) one = {more.name, first + more.last};
      }
      if (!take(one.name)) return false;
      first = one.last + 1;
      continue;
    }
    SharedName shared = with_head(head, cell, pieces, first, of_all || known);
    if (shared.name.empty() && !place.empty() && is_bare_place(piece) &&
        find(key_of(piece)) == nullptr)
      shared = {place + " " + std::string(piece), first};
    if (shared.name.empty() && of_all && starts_upper(piece) && !begins_name(piece))
      shared = {head + " " + std::string(piece), first};
    if (!shared.name.empty()) {
      if (!take(shared.name)) return false;
      first = shared.last + 1;
      continue;
    }
    const std::size_t last = last_piece(cell, pieces, first);
    const std::string_view name = text_of(cell, pieces[first], pieces[last]);
    if (!name.empty() && !take(std::string(name))) return false;
    if (!name.empty()) {
      head = head_that_goes_on(name);
      place = head_of_place(name);
      known = find(key_of(name)) != nullptr;
      of_all = false;
    }
    first = last + 1;
  }
  return true;
}

std::vector<std::string> AgencyResolver::listed_names(std::string_view cell) const {
  std::vector<std::string> names;
  each_name(cell, [&](const std::string& name) {
    names.push_back(name);
    return true;
  });
  return names;
}

/// Where the first of known names ends behind which others follow without anything between them;
/// the end where there is one name, or the first belongs to the second ("Văn phòng Đảng ủy").
std::size_t AgencyResolver::end_of_first(std::string_view names) const {
  constexpr std::size_t longest = 200;  // bytes of a few names
  if (names.size() > longest || count_words(names) < 4) return names.size();
  for (std::size_t at = names.find(' '); at != std::string_view::npos;
       at = names.find(' ', at + 1)) {
    const std::string_view rest = trim(names.substr(at));
    if (!starts_upper(rest) || !begins_name(rest)) continue;
    const std::string_view first = names.substr(0, at);
    const std::string key = fold(first);
    const bool office = words().is_office(key) && !has_offices(rest);
    const bool known = count_words(key) > 1 && find(key_of(first)) != nullptr;
    const bool parts = known && !words().takes_body(key) && !words().is_superior(fold(rest));
    if (!office && !parts) continue;
    const bool is_one = find(key_of(names)) != nullptr;
    if (is_one) return names.size();
    const std::string_view next = rest.substr(0, end_of_first(rest));
    if (find(key_of(next)) != nullptr || words().is_office(fold(next)) || office) return at;
  }
  return names.size();
}

/// Whether a known name can begin as a text does: key_of takes nothing from the front of one.
bool AgencyResolver::may_be_known(std::string_view text) const {
  const std::string key = agency_key(first_words(text, 3));
  const std::size_t space = key.find(' ');
  if (space == std::string::npos) return true;  // too few words to tell
  const std::string_view first = std::string_view(key).substr(0, space);
  return own_.has_beginning(first) || AgencyRegister::builtin().has_beginning(first);
}

/// The last piece of the longest known name that begins with pieces[first]; nothing where none
/// does.
std::optional<std::size_t> AgencyResolver::known_until(std::string_view cell,
                                                       const std::vector<ListPiece>& pieces,
                                                       std::size_t first) const {
  constexpr std::size_t most = 16;  // pieces after the first: each word may stand on its line
  if (!may_be_known(text_of(cell, pieces[first], pieces.back()))) return std::nullopt;
  for (std::size_t last = std::min(first + most, pieces.size() - 1) + 1; last-- > first;) {
    if (find(key_of(text_of(cell, pieces[first], pieces[last]))) != nullptr) return last;
  }
  return std::nullopt;
}

/// The last piece of the name that begins with pieces[first].
std::size_t AgencyResolver::last_piece(std::string_view cell, const std::vector<ListPiece>& pieces,
                                       std::size_t first) const {
  std::size_t last = known_until(cell, pieces, first).value_or(first);
  const std::string_view start = text_of(cell, pieces[first], pieces[first]);
  const std::string own = fold(start);
  const bool generic = all_generic(own);
  const bool plural = generic || (" " + own).find(" cac ") != std::string::npos;
  const std::string head = head_that_goes_on(start);
  const bool placed = !head_of_place(start).empty();
  while (last + 1 < pieces.size()) {
    const std::string_view next = text_of(cell, pieces[last + 1], pieces[last + 1]);
    const std::string folded = fold(next);
    const bool small = all_generic(folded) && starts_lower(next);
    const bool of_body = starts_lower(next) && folded.find(" thuoc ") != std::string::npos;
    const std::string_view kinds = std::string_view(folded).substr(
        0, of_body ? folded.find(" thuoc ") : std::string::npos);  // "ban, đơn vị thuộc UBND xã"
    const bool phrase = plural && all_generic(kinds) && !folded.starts_with("cac ");
    const char between = cell[pieces[last].end];
    if (between == '\n') break;
    const bool listed = between == ';' && starts_upper(next);
    const bool known = last == first && find(key_of(start)) != nullptr;
    if (last == first && is_post_of(start, next)) {
      ++last;
      continue;
    }
    const std::string_view last_word = next.substr(next.rfind(' ') + 1);  // "Tổ CNSCĐ"
    const bool is_short = starts_upper(next) && is_abbreviation(last_word);
    const bool named = begins_name(next) || honorific_size(next) != 0 || is_short ||
                       (is_person(start) && is_person(next)) ||
                       known_until(cell, pieces, last + 1) || (placed && is_bare_place(next)) ||
                       !with_head(head, cell, pieces, last + 1, known).name.empty();
    const bool goes_on = next.empty() || phrase || !(listed || named || (small && !generic));
    if (!goes_on) break;
    ++last;
  }
  return last;
}

bool AgencyResolver::is_agency(std::string_view text) const {
  constexpr std::size_t most = 12;
  std::size_t names = 0;
  return each_name(text,
                   [&](std::string_view name) { return ++names <= most && is_one_agency(name); }) &&
         names > 0;
}

}  // namespace sauro::inline v0_1::detail
