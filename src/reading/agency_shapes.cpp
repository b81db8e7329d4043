// Whether a text is the name of a body, and who is meant by a person.
#include <algorithm>

#include "sauro/text/fold.hpp"
#include "reading/agencies.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/persons.hpp"
#include "reading/words.hpp"

namespace sauro::inline v0_1::detail {

/// "các Ban của HĐND xã": several bodies of another one.
bool AgencyResolver::is_part_of_body(std::string_view name) const {
  for (const std::string_view joiner : {" của ", " thuộc ", " trực thuộc "}) {
    const std::size_t at = name.find(joiner);
    if (at == name.npos) continue;
    return all_generic(fold(name.substr(0, at))) &&
           is_one_agency(trim(name.substr(at + joiner.size())));
  }
  return false;
}

bool AgencyResolver::is_one_agency(std::string_view name) const {
  if (name.find(':') != name.npos) return false;  // a name and its work
  const std::string key = key_of(name);
  if (find(key) != nullptr) return true;
  if (name.ends_with(')')) {  // "Các sở (trừ Sở Y tế)"
    const std::size_t open = name.rfind('(');
    if (open != name.npos && open != 0 && words().leaves_out(fold(name.substr(open + 1))))
      return is_one_agency(trim(name.substr(0, open)));
  }
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
  if (folded.starts_with("cac ")) return all_generic(folded) || is_part_of_body(name);
  // "Đoàn Kiểm tra" is a body, "đoàn kết" is none: the word after the head has a capital
  std::size_t at = 0;
  for (std::size_t words = count_words(head); words > 0 && at < name.size(); --words) {
    at = std::min(name.find(' ', at), name.size());
    while (at < name.size() && name[at] == ' ') ++at;
  }
  if (at >= name.size()) return count_words(head) > 1;
  if (starts_upper(name.substr(at)) || !head_of(fold(name.substr(at))).empty()) return true;
  const std::string rest = fold(name.substr(at));  // "Bưu điện xã"
  if (words().branch_size(rest) != 0 && ends_as_name(name, count_words(rest))) return true;
  return count_words(head) > 1 && std::find(here_.begin(), here_.end(), rest) != here_.end();
}

/// Who answers for a piece of a cell: a person without what one calls him, or the body that he
/// heads, as in sentences: "Phòng Kinh tế" of "Đồng chí Lê Văn An - Trưởng phòng Kinh tế", and of
/// "Trưởng phòng Kinh tế".
std::string AgencyResolver::responsible(std::string_view name) const {
  const NamedPerson person = person_of(name);
  const bool is_called = !person.name.empty() || !person.post.empty();
  if (!is_called && find(key_of(name)) != nullptr) return std::string(name);
  const std::string_view body = behind_head_post(is_called ? person.post : name);
  if (!body.empty() && (find(key_of(body)) != nullptr || is_one_agency(body)))
    return std::string(body);
  if (!is_called) return std::string(name);
  return std::string(person.name.empty() || is_known(person.post) ? person.post : person.name);
}

}  // namespace sauro::inline v0_1::detail
