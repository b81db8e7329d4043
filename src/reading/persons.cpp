#include "reading/persons.hpp"

#include <algorithm>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/clauses.hpp"
#include "reading/duty_words.hpp"
#include "reading/official_lines.hpp"
#include "reading/words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_post = 60;  // bytes that are looked at

bool is_post(std::string_view text) {
  const Clause clause = clause_of(text.substr(0, longest_post));
  return words_ahead(DutyWord::head_post, clause.words, 0) != 0 ||
         words_ahead(DutyWord::post, clause.words, 0) != 0 ||
         words().starts_post(fold(clause.text));
}

constexpr std::string_view between_name_and_post = " ,;:-–(";

/// Where a name ends: at a sign or a word in small letters.
std::size_t end_of_name(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, next - at);
    if (!starts_upper(word)) break;
    const std::size_t sign = word.find_first_of(",;:(.");
    end = at + std::min(sign, word.size());
    if (sign != word.npos) break;
    at = next + 1;
  }
  return end;
}

/// Whether a text begins with a whole name, or with one word of it and a post behind; with nothing
/// behind where it is certain that a person is called ("bà Hoa", but "Bà Rịa").
bool is_called(std::string_view text, bool certain) {
  const std::size_t end = end_of_name(text);
  if (is_person(text.substr(0, end))) return true;
  const std::size_t next = text.find_first_not_of(between_name_and_post, end);
  return next == text.npos ? certain : is_post(text.substr(next));
}

}  // namespace

std::size_t honorific_size(std::string_view text) {
  constexpr std::size_t longest = 24;                          // bytes of "các đồng chí"
  constexpr std::string_view initials = "oObBcCdDaA\xC3\xC4";  // and those of "Ô", "Đ"
  if (text.empty() || initials.find(text.front()) == initials.npos) return 0;
  const Clause clause = clause_of(text.substr(0, longest * 2));
  const std::size_t count = words_ahead(DutyWord::honorific, clause.words, 0);
  if (count == 0 || count >= clause.words.size()) return 0;
  const std::string_view rest = text.substr(clause.words[count].at);
  const bool named = starts_upper(rest) || is_post(rest);
  const std::string& word = clause.words[0].key;
  const bool short_word = count == 1 && word.size() < 4;  // "bà", also of "Bà Rịa"
  const bool certain = starts_lower(text) || word == "chi" || word == "anh";
  if (!named || (short_word && !is_post(rest) && !is_called(rest, certain))) return 0;
  return clause.words[count].at;
}

NamedPerson person_of(std::string_view text) {
  const std::size_t called = honorific_size(text);
  if (called == 0) return {};
  const std::string_view rest = text.substr(called);
  if (is_post(rest)) return {{}, rest};
  const std::size_t end = end_of_name(rest);
  const std::size_t post = rest.find_first_not_of(between_name_and_post, end);
  return {trim(rest.substr(0, end)), post == rest.npos ? std::string_view{} : rest.substr(post)};
}

bool is_post_of(std::string_view person, std::string_view next) {
  const NamedPerson named = person_of(person);
  return !named.name.empty() && named.post.empty() && is_post(next);
}

std::string_view behind_head_post(std::string_view post) {
  const Clause clause = clause_of(post);
  const std::size_t head = words_ahead(DutyWord::head_post, clause.words, 0);
  return head == 0 ? std::string_view{} : clause.from(head);
}

}  // namespace sauro::inline v0_1::detail
