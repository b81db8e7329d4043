// Which line ends of a cell of bodies begin another one; all others are blanks.
#include <algorithm>

#include "sauro/text/fold.hpp"
#include "reading/agencies.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/official_lines.hpp"
#include "reading/persons.hpp"
#include "reading/words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_entry = 200;  // bytes of a name that are looked at

std::string last_key(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  for (; count > 0 && at != 0 && at != text.npos; --count) at = text.rfind(' ', at - 1);
  return fold(text.substr(at == text.npos || at == 0 ? 0 : at + 1));
}

/// The last words of a text, few enough for a name.
std::string_view tail_of(std::string_view text) {
  if (text.size() <= longest_entry) return text;
  const std::size_t blank = text.find(' ', text.size() - longest_entry);
  return blank == text.npos ? std::string_view{} : text.substr(blank + 1);
}

/// The text behind a line end up to the next sign that no name holds, in one line.
std::string entry_behind(std::string_view text) {
  std::string entry(text.substr(0, std::min(text.find_first_of(";:"), longest_entry)));
  if (entry.size() == longest_entry) entry.resize(std::min(entry.rfind(' '), entry.size()));
  return one_line(entry);
}

/// Whether the name of a place follows: "UBND xã", "tổ dân phố".
bool ends_in_level(std::string_view text) {
  constexpr std::size_t longest = 3;  // words
  for (std::size_t count = 1; count <= longest; ++count)
    if (words().is_place_level(last_key(text, count))) return true;
  return false;
}

/// Whether more must follow: "Sở Nội vụ -", "phối hợp với".
bool is_unfinished(std::string_view text) {
  constexpr std::string_view open_signs = "-/&(";
  const bool deputy = text.ends_with("Phó") || text.ends_with("phó");  // of whom follows
  return deputy || text.ends_with("–") || open_signs.find(text.back()) != open_signs.npos ||
         words().joins(last_key(text, 1));
}

}  // namespace

std::string without_numbers(std::string_view cell) {
  const auto number_at = [&](std::size_t at, int wanted) -> std::size_t {  // bytes of "2. "
    std::size_t end = at + (cell.substr(at).starts_with('(') ? 1 : 0);
    const std::string digits = std::to_string(wanted);
    if (!cell.substr(end).starts_with(digits)) return 0;
    end += digits.size();
    if (end >= cell.size() || std::string_view(".)/-").find(cell[end]) == std::string_view::npos)
      return 0;
    ++end;
    const std::size_t name = cell.find_first_not_of(" \n", end);
    return name != cell.npos && starts_upper(cell.substr(name)) ? name - at : 0;
  };
  const std::size_t start = std::min(cell.find_first_not_of(" \n"), cell.size());
  if (number_at(start, 1) == 0) return std::string(cell);
  std::string out;
  int wanted = 1;
  for (std::size_t at = start; at < cell.size();) {
    const bool begins = at == start || cell[at - 1] == ' ' || cell[at - 1] == '\n' ||
                        cell[at - 1] == ';' || cell[at - 1] == ',';
    const bool may = begins && (cell[at] == '(' || (cell[at] >= '0' && cell[at] <= '9'));
    if (const std::size_t size = may ? number_at(at, wanted) : 0; size != 0) {
      if (wanted++ > 1) out += "; ";
      at += size;
      continue;
    }
    out += cell[at++];
  }
  return out;
}

/// Whether the first words of a text are a known name.
bool AgencyResolver::starts_known(std::string_view text) const {
  constexpr std::size_t most = 10;  // words
  for (std::size_t count = 1; count <= most; ++count) {
    const std::string name = first_words(text, count);
    if (find(key_of(name)) != nullptr) return true;
    if (name.size() == text.size()) break;
  }
  return false;
}

/// Whether a known name holds the end of `before` and the beginning of `behind`.
bool AgencyResolver::goes_on_known(std::string_view before, std::string_view behind) const {
  constexpr std::size_t most = 10;  // words
  const std::string own = key_of(before);
  for (std::size_t count = 1; count <= most; ++count) {
    const std::string more = first_words(behind, count);
    const std::string key = key_of(std::string(before) + " " + more);
    if (key != own && find(key) != nullptr) return true;
    if (more.size() == behind.size()) break;
  }
  return false;
}

/// Whether a text begins with a name beyond doubt: a known one, or a head and what is its own.
bool AgencyResolver::starts_name(std::string_view text) const {
  if (!starts_upper(text)) return false;
  if (starts_known(text) || honorific_size(text) != 0) return true;
  const std::string first = first_words(text, 1);
  if (is_abbreviation(first)) return !words().is_place_level(fold(first)) && first.size() > 2;
  const std::string key = fold(text);
  const std::size_t size = words().head_size(key);
  if (size == 0) return false;
  if (size == key.size()) return words().stands_alone(key) || words().is_office(key);
  const std::string_view rest =
      text.substr(first_words(text, count_words(key.substr(0, size))).size());
  const std::string next = fold(first_words(trim(rest), 1));
  const bool counts = !next.empty() && next.front() >= '0' && next.front() <= '9';
  return starts_upper(rest) || counts || words().is_place_level(next);
}

/// Whether a folded name has offices below it that are called by it: "Văn phòng Công an tỉnh".
bool AgencyResolver::has_offices(std::string_view name) const {
  const std::string key = fold(name);
  if (words().is_low(key)) return false;
  if (words().is_superior(key) || !starts_known(name)) return true;
  const std::string all = " " + key + " ";
  return all.find(" tinh ") != all.npos || all.find(" thanh pho ") != all.npos ||
         all.find(" trung uong ") != all.npos;
}

/// Whether behind a line end another entry of a list begins.
bool AgencyResolver::begins_entry(std::string_view before, std::string_view behind) const {
  before = tidy_name(before);
  if (before.empty() || behind.empty() || is_unfinished(before)) return false;
  const std::string_view next = take_bullet(behind).rest;
  const std::string_view entry = next.substr(0, next.find(','));
  if (is_post_of(before, next) || !starts_upper(next)) return false;
  if (goes_on_known(before, next) || words().branch_size(fold(next)) != 0) return false;
  const std::string key = fold(before);
  if (words().takes_body(key)) return words().is_office(key) && !has_offices(next);
  const std::string tail = last_key(before, 2);
  if (words().takes_body(tail) && !words().is_office(tail)) return false;
  if (before.ends_with("rưởng") || words().takes_body(last_key(before, 3))) return false;
  const bool after_person = is_person(before) || count_words(person_of(before).name) > 1;
  const bool surname = words().is_surname(fold(first_words(next, 1)));
  if (after_person && (honorific_size(next) != 0 || (surname && is_person(entry)))) return true;
  if (!starts_name(next)) return false;
  const bool known = starts_known(next);
  if (!known && ends_in_level(before) && count_words(head_of(fold(next))) < 2)
    return false;  // "UBND xã Trường Sơn"
  const bool listed = find(key_of(before)) != nullptr;
  const std::string folded = fold(entry);
  const bool above = words().is_superior(folded) && folded.find(" cac ") == folded.npos;
  const bool of_committee = folded.starts_with("ubnd") || folded.starts_with("uy ban nhan dan");
  if (above && (!listed || (of_committee && words().is_low(key)))) return false;
  if (head_of(key).size() == key.size()) return listed || words().stands_alone(key);
  return listed || (known && count_words(key) > 1) || is_one_agency(before) ||
         is_generic_name(before) || is_abbreviation(before) || after_person;
}

std::string AgencyResolver::unwrap(std::string_view cell) const {
  std::string text = without_numbers(cell);
  if (text.find('\n') == text.npos) return text;
  const bool bulleted = take_bullet(text).marks != 0;
  std::size_t from = 0;   // of the entry that is open
  std::size_t whole = 0;  // the same where commas belong to it: "Cán bộ, công chức"
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    if (c == ',' || c == ';' || c == ':') from = at + 1;
    if (c == ';' || c == ':') whole = at + 1;
    if (c != '\n') continue;
    const std::string_view all = text;
    const std::string_view before = trim(all.substr(from, at - from));
    const std::string behind = entry_behind(all.substr(at + 1));
    const bool item = bulleted && !before.empty() && take_bullet(behind).marks != 0 &&
                      !is_post_of(tidy_name(before), take_bullet(behind).rest);
    const std::string_view wide = trim(all.substr(whole, at - whole));
    const bool known = wide.size() > before.size() && wide.size() <= longest_entry &&
                       starts_upper(behind) && find(key_of(wide)) != nullptr;
    const bool begins = begins_entry(tail_of(before), behind) ||
                        (known && starts_known(behind) && !goes_on_known(wide, behind));
    if (item || (depth == 0 && begins)) {
      from = whole = at + 1;
    } else {
      text[at] = ' ';
    }
  }
  return text;
}

}  // namespace sauro::inline v0_1::detail
