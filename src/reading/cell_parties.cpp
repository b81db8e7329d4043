// Who takes part by an entry of a cell: a body without its work, time, capacity and persons.
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

constexpr std::size_t longest_party = 300;  // bytes of an entry that is looked into

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

bool starts_with_digit(std::string_view text) {
  return !text.empty() && is_digit_char(text.front());
}

/// Without signs that part a name from what stands beside it.
std::string_view without_signs(std::string_view text) {
  constexpr std::string_view signs = " \n,;:.-/(";
  constexpr std::string_view dash = "–";
  for (std::size_t size = text.npos; size != text.size();) {
    size = text.size();
    while (!text.empty() && signs.find(text.back()) != signs.npos) text.remove_suffix(1);
    if (text.ends_with(dash)) text.remove_suffix(dash.size());
    while (!text.empty() && signs.find(text.front()) != signs.npos) text.remove_prefix(1);
    if (text.starts_with(dash)) text.remove_prefix(dash.size());
  }
  return text;
}

/// Digits between two or one slashes or points: "30/6/2026" has a year, "30/6" none.
bool is_day(std::string_view word, bool with_year) {
  std::size_t signs = 0;
  bool digits = true;
  while (!word.empty() && !is_digit_char(word.back())) word.remove_suffix(1);
  while (!word.empty() && !is_digit_char(word.front())) word.remove_prefix(1);
  for (const char c : word) {
    signs += c == '/' || c == '.' ? 1U : 0U;
    digits = digits && (is_digit_char(c) || c == '/' || c == '.');
  }
  return digits && signs == (with_year ? 2U : 1U) && word.size() >= (with_year ? 8U : 3U);
}

/// Whether a time begins with a word: "Quý III", "tháng 6", "hằng tháng"; what is called by a day
/// has neither a sign nor such a word before it ("Trường 26/3").
bool begins_time(std::string_view word, std::string_view next, bool apart) {
  const std::string behind = fold(next);
  const bool counted = starts_with_digit(behind);
  const bool roman = behind.starts_with("i") || behind.starts_with("v");
  const std::string key = fold(word);
  if (key == "quy" && (counted || roman))
    return word.find("ý") != word.npos || word.find("Ý") != word.npos;
  if (key == "thang" || key == "ngay") return counted;
  if (word == "năm" || word == "Năm") return counted && behind.size() >= 4;
  if (key == "hang" && (word.starts_with("h") || apart))
    return behind == "thang" || behind == "quy" || behind == "nam" || behind == "tuan";
  return is_day(word, true) || (apart && is_day(word, false) && !starts_lower(next));
}

/// Where a name's time begins, with the words that lead to it; npos where it has none.
std::size_t time_in(std::string_view name) {
  bool apart = true;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    const std::size_t after = std::min(end + 1, name.size());
    const std::string_view next = name.substr(after, name.find(' ', after) - after);
    if (begins_time(without_signs(word), next, apart || word.starts_with('('))) {
      while (at > 1) {  // "Phòng Kinh tế trước ngày 30/6"
        const std::size_t blank = name.substr(0, at - 1).rfind(' ');
        const std::size_t start = blank == name.npos ? 0 : blank + 1;
        const std::string_view before = name.substr(start, at - 1 - start);
        if (start == 0 || !words().leads_to_time(fold(before))) break;
        at = start;
      }
      return at;
    }
    apart =
        !word.empty() && std::string_view(",;:.-/(").find(word.back()) != std::string_view::npos;
    apart = apart || word == "–" || words().leads_to_time(fold(word));
    at = end + 1;
  }
  return name.npos;
}

/// Whether each two words of a folded text are a verb that no name has: "tong hop bao cao".
bool is_work_alone(std::string_view key) {
  if (key.empty()) return false;
  while (!key.empty()) {
    const std::size_t first = key.find(' ');
    if (first == key.npos) return false;
    const std::size_t second = std::min(key.find(' ', first + 1), key.size());
    if (!words().is_plain_work(key.substr(0, second))) return false;
    key.remove_prefix(std::min(second + 1, key.size()));
  }
  return true;
}

/// Whether an abbreviation has the first letters of a name: "SYT" of "Sở Y tế".
bool are_initials(std::string_view name, std::string_view abbreviation) {
  std::string letters = fold(abbreviation);
  std::erase(letters, ' ');
  const std::string key = fold(name);
  std::size_t found = 0;
  for (std::size_t at = 0; at < key.size() && found < letters.size();) {
    if (key[at] == letters[found]) ++found;
    const std::size_t blank = key.find(' ', at);
    at = blank == key.npos ? key.size() : blank + 1;
  }
  return !letters.empty() && found == letters.size();
}

/// "Công an" of "Công an, Quân sự các xã" has the places of the name behind it.
void share_places(std::vector<std::string>& names) {
  std::string places;
  for (std::size_t i = names.size(); i-- > 0;) {
    const std::size_t at = names[i].find(" các ");
    const std::string key = fold(names[i].substr(0, at));
    if (!words().is_each_level(key)) {
      places.clear();
    } else if (at == std::string::npos) {
      names[i] += places;
    } else {
      places = names[i].substr(at);
      constexpr std::size_t before = 6;  // bytes of " các "
      const std::string level = fold(first_words(places.substr(before), 1));
      if (!words().is_place_level(level.substr(0, level.find(',')))) places.clear();
    }
  }
}

}  // namespace

/// Whether a text is the name of one body, known or not.
bool AgencyResolver::is_body(std::string_view name) const {
  return find(key_of(name)) != nullptr || is_one_agency(name);
}

AgencyResolver::Parties AgencyResolver::parties_of(std::string_view cell) const {
  std::vector<std::string> names = listed_names(unwrap(cell));
  share_places(names);
  Parties parties;
  for (const std::string& name : names) add_parties(name, parties);
  return parties;
}

void AgencyResolver::add_parties(std::string_view name, Parties& to) const {
  name = tidy_name(name);
  if (name.empty()) return;
  if (name.size() > longest_party || find(key_of(name)) != nullptr) {
    to.names.emplace_back(responsible(name));
    return;
  }
  if (words().is_nobody(fold(name))) return;
  if (part_day(name, to) || part_person(name, to) || part_bracket(name, to) || part_sign(name, to))
    return;
  std::string_view rest = without_work(name);
  for (std::size_t end = end_of_first(rest); end < rest.size(); end = end_of_first(rest)) {
    to.names.emplace_back(trim(rest.substr(0, end)));
    to.guessed = true;
    rest = trim(rest.substr(end));
  }
  to.names.emplace_back(responsible(rest));
}

/// "Phòng Kinh tế, 30/6/2026", "Quý III": a time is no body.
bool AgencyResolver::part_day(std::string_view name, Parties& to) const {
  const bool may = name.find_first_of("0123456789") != name.npos || name.find("uý ") != name.npos ||
                   name.find("hằng ") != name.npos || name.find("hàng ") != name.npos ||
                   name.starts_with("H");
  const std::size_t at = may ? time_in(name) : name.npos;
  if (at == name.npos) return false;
  std::string_view left = without_signs(name.substr(0, at));
  if (const std::size_t label = left.find(". ");
      label != left.npos && is_body(left.substr(0, label)))
    left = left.substr(0, label);
  if (!left.empty() && !is_body(left)) return false;
  to.guessed = true;
  if (!left.empty()) add_parties(left, to);
  return true;
}

/// "Phòng Kinh tế (đ/c An)", "Phòng Kinh tế: bà Lan": the body, and the person beside it.
bool AgencyResolver::part_person(std::string_view name, Parties& to) const {
  if (honorific_size(name) != 0) return false;
  for (std::size_t at = name.find_first_of(" (:"); at != name.npos;
       at = name.find_first_of(" (:", at + 1)) {
    const std::string_view right = name.substr(at + 1);
    if (right.empty() || right.front() == ' ' || right.front() == '(' || honorific_size(right) == 0)
      continue;
    const std::string_view left = without_signs(name.substr(0, at));
    if (left.empty() || !is_body(left)) return false;
    add_parties(left, to);
    const std::size_t close = right.find(')');
    add_parties(right.substr(0, close == right.npos ? right.size() : close), to);
    return true;
  }
  return false;
}

/// "Sở Tài chính (cơ quan thường trực)", "Sở Y tế (SYT)", "Phòng Kinh tế (Tổ nông nghiệp)".
bool AgencyResolver::part_bracket(std::string_view name, Parties& to) const {
  const std::size_t open = name.rfind('(');
  if (open == name.npos || open == 0 || name.back() != ')') return false;
  const std::string_view body = trim(name.substr(0, open));
  const std::string_view inner = trim(name.substr(open + 1, name.size() - open - 2));
  const std::string key = fold(inner);
  if (words().leaves_out(key) || !is_body(body)) return false;
  const bool said = words().is_capacity(key) || is_work_alone(key) || are_initials(body, inner);
  const bool person = is_person(inner);
  const bool part = words().is_low(key) || is_agency(inner);
  const bool named = find(key_of(body)) != nullptr && !inner.empty() && !all_generic(key);
  if (!said && !person && !part && !named) return false;
  add_parties(body, to);
  if (said) return true;
  if (person || (part && starts_upper(inner))) {
    for (const std::string& one : parties_of(inner).names) to.names.push_back(one);
  } else if (!part) {
    to.guessed = true;
  }
  return true;
}

/// "Sở Nội vụ - Sở Tài chính", "Phòng Kinh tế: Tổ nông nghiệp", "Sở Y tế - cơ quan thường trực".
bool AgencyResolver::part_sign(std::string_view name, Parties& to) const {
  for (const std::string_view sign : {" - ", " – ", ": ", ". "}) {
    for (std::size_t at = name.find(sign); at != name.npos; at = name.find(sign, at + 1)) {
      const std::string_view left = without_signs(name.substr(0, at));
      const std::string_view right = trim(name.substr(at + sign.size()));
      if (left.empty() || right.empty() || !is_body(left)) continue;
      const std::string key = fold(right);
      if (words().is_capacity(key) || is_work_alone(key)) {
        add_parties(left, to);
        return true;
      }
      const bool label = sign == ". " && right.find(':') != right.npos;
      if (!label && (!starts_name(right) || honorific_size(name) != 0)) continue;
      to.guessed = true;
      add_parties(left, to);
      if (!label) add_parties(right, to);
      return true;
    }
  }
  return false;
}

/// A name without the work behind it: "Sở Tài chính tổng hợp", "Sở Tài chính là đầu mối".
std::string_view AgencyResolver::without_work(std::string_view name) const {
  for (std::size_t at = name.find(' '); at != name.npos; at = name.find(' ', at + 1)) {
    const std::string_view rest = name.substr(at + 1);
    if (!starts_lower(rest)) continue;
    const bool being = rest.starts_with("là ") || rest.starts_with("làm ");
    const bool work = words().is_duty_verb(fold(first_words(rest, 2)));
    if (!being && !work) continue;
    const std::string_view left = trim(name.substr(0, at));
    const std::string key = fold(rest);
    const bool whole =
        being ? words().is_capacity(key.substr(key.find(' ') + 1)) : is_work_alone(key);
    if (find(key_of(left)) != nullptr || (whole && is_one_agency(left))) return left;
  }
  return name;
}

}  // namespace sauro::inline v0_1::detail
