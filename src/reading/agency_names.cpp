#include "reading/agency_names.hpp"

#include <algorithm>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "reading/cell_text.hpp"
#include "reading/words.hpp"
#include "text/byte_set.hpp"
#include "text/capitals.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

std::size_t count_words(std::string_view key) {
  return key.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
}

std::string first_words(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) {
    end = std::min(text.find_first_of(" \n", end == 0 ? 0 : end + 1), text.size());
  }
  return std::string(text.substr(0, end));
}

std::string_view head_of(std::string_view key) { return key.substr(0, words().head_size(key)); }

bool all_generic(std::string_view key) {
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (!words().is_generic(key.substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

namespace {

/// "13 thôn", "05/13 thôn", "3 phòng": a number of bodies without a name.
bool is_number_of_bodies(std::string_view key) {
  const std::size_t begin = key.find_first_not_of("0123456789 ");
  if (begin == 0 || begin == key.npos || key[begin - 1] != ' ') return false;
  const std::string_view rest = key.substr(begin);
  return head_of(rest).size() == rest.size() || words().is_place_level(rest) || all_generic(rest);
}

}  // namespace

bool is_generic_name(std::string_view name) {
  const std::string key = fold(name);
  if (!key.empty() && key.front() <= '9' && is_number_of_bodies(key)) return true;
  const bool plural =
      key.starts_with("cac ") || key == "cac" || key.find(" cac ") != std::string::npos;
  const bool listed = name.find(',') != std::string_view::npos || starts_lower(name);
  return plural || words().is_many(key) ||
         ((listed || key.find("lien quan") != std::string::npos) && all_generic(key));
}

namespace {

/// Bytes of the kind of place that a text begins with: of "xã" in "xã Phú Lộc"; 0 where none.
std::size_t level_size(std::string_view text) {
  constexpr std::size_t longest = 3;  // words
  for (std::size_t count = longest; count > 0; --count) {
    std::string level = first_words(text, count);
    if (level.ends_with(':')) level.pop_back();
    const std::string key = fold(level);
    if (count_words(key) == count && words().is_place_level(key)) return level.size();
  }
  return 0;
}

/// "UBND các xã: Phú Lộc", "các thôn Phú An": a head that places share.
SharedHead shared_place(std::string_view piece) {
  constexpr std::string_view plurals[] = {"các ", "Các ", "CÁC "};
  for (const std::string_view plural : plurals) {
    const std::size_t at = piece.find(plural);
    if (at == piece.npos) continue;
    const std::string_view body = trim(piece.substr(0, at));
    const std::string key = fold(body);
    const bool whole = body.empty() || head_of(key).size() == key.size();
    const std::string_view rest = trim(piece.substr(at + plural.size()));
    const std::size_t size = level_size(rest);
    if (!whole || size == 0) return {};
    const std::string_view level = rest.substr(0, size);
    const bool colon = rest.substr(size).starts_with(':');
    const std::string_view first = trim(rest.substr(size + (colon ? 1 : 0)));
    if (!is_bare_place(first)) return {};
    std::string head(body);
    const bool village = words().head_size(fold(level)) != 0;  // "Thôn Phú An"
    if (head.empty() && !village) head = "UBND";
    head += head.empty() ? capitalised(std::string(level)) : " " + std::string(level);
    return {head, first, true};
  }
  return {};
}

}  // namespace

bool is_bare_place(std::string_view piece) {
  constexpr std::size_t longest = 24;  // bytes of two words
  if (piece.empty() || piece.size() > longest || begins_name(piece)) return false;
  if (piece.find_first_not_of("0123456789") == piece.npos) return true;
  std::size_t count = 0;
  for (std::size_t at = 0; at < piece.size(); ++count) {
    const std::size_t end = std::min(piece.find(' ', at), piece.size());
    const std::string_view word = piece.substr(at, end - at);
    if (!starts_upper(word) || is_abbreviation(word) || words().is_place_level(fold(word)))
      return false;
    at = end + 1;
  }
  return count == 2;
}

std::string head_of_place(std::string_view name) {
  constexpr std::size_t longest = 120;     // bytes
  constexpr std::size_t longest_end = 60;  // bytes of a level and a place
  if (name.size() > longest || name.find('(') != name.npos) return {};
  const std::string_view last = name.substr(name.rfind(' ') + 1);
  const bool digits = last.find_first_not_of("0123456789") == last.npos;
  if (!digits && !starts_upper(last)) return {};  // no name of a place
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t size = name.size() - at > longest_end ? 0 : level_size(name.substr(at));
    const std::string_view place = trim(name.substr(std::min(at + size, name.size())));
    if (size != 0 && is_bare_place(place)) {
      const std::string key = fold(name.substr(0, at));
      if (at == 0 || head_of(key).size() == key.size())
        return std::string(name.substr(0, at + size));
    }
    const std::size_t blank = name.find(' ', at);
    if (blank == name.npos) break;
    at = blank + 1;
  }
  return {};
}

SharedHead shared_head(std::string_view piece) {
  if (SharedHead place = shared_place(piece); !place.first.empty()) return place;
  constexpr std::size_t longest = 80;  // bytes of "các" and a head
  const std::string key = fold(piece.substr(0, longest));
  if (!key.starts_with("cac ")) return {};
  const std::string_view rest = trim(piece.substr(std::min(piece.find(' '), piece.size())));
  const std::size_t words = count_words(head_of(std::string_view(key).substr(4)));
  std::size_t end = 0;
  for (std::size_t word = 0; word < words; ++word)
    end = std::min(rest.find_first_of(" :", word == 0 ? 0 : end + 1), rest.size());
  const bool colon = end < rest.size() && rest[end] == ':';
  const std::string_view first = trim(rest.substr(std::min(end + (colon ? 1 : 0), rest.size())));
  if (words == 0 || !starts_upper(first)) return {};
  if (begins_name(first)) return colon ? SharedHead{"", first, true} : SharedHead{};
  return {capitalised(std::string(rest.substr(0, end))), first, colon};
}

std::size_t end_of_heads(std::string_view cell, const std::vector<ListPiece>& pieces,
                         std::size_t first) {
  constexpr std::size_t longest = 24;  // bytes of "các" and a head
  const std::string_view start = text_of(cell, pieces[first], pieces[first]);
  if (start.size() > longest || !(start.starts_with('c') || start.starts_with('C')) ||
      !fold(start).starts_with("cac ") || !all_generic(fold(start)))
    return first;
  for (std::size_t last = first + 1; last < pieces.size(); ++last) {
    const std::string_view piece = text_of(cell, pieces[last], pieces[last]);
    const std::size_t colon = piece.find(':');
    if (piece.empty() || !all_generic(fold(piece.substr(0, colon)))) return first;
    if (colon != piece.npos) return last;
  }
  return first;
}

bool ends_with_shared_head(std::string_view text) {
  constexpr std::string_view all = "ác ";  // "các", "Các"
  const std::size_t at = text.rfind(all);
  if (at == text.npos) return false;
  const std::string_view heads = text.substr(at + all.size());
  const std::string key = fold(heads);
  if (heads.find(',') != heads.npos) return all_generic(key);  // "các sở, ban, ngành"
  if (words().is_place_level(key)) return true;                // "UBND các xã"
  return !key.empty() && head_of(key).size() == key.size();
}

bool is_abbreviation(std::string_view text) {
  constexpr std::size_t longest = 12;
  const bool one_word = text.find(' ') == std::string_view::npos;
  return one_word && text.size() <= longest && is_all_caps(text) && count_visible(text) >= 2;
}

bool begins_name(std::string_view piece) {
  const std::string key = fold(piece.substr(0, 80));
  const std::string_view head = head_of(key);
  if (head.empty()) return false;
  const bool alone = count_words(head) > 1 || words().stands_alone(head);
  return alone || key.size() > head.size();
}

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

namespace {

/// Whether the slash at `at` stands between digits: "05/13 thôn".
bool is_within_number(std::string_view cell, std::size_t at) {
  const auto is_digit_at = [&](std::size_t i) { return cell[i] >= '0' && cell[i] <= '9'; };
  return at > 0 && at + 1 < cell.size() && is_digit_at(at - 1) && is_digit_at(at + 1);
}

/// Whether the slash at `at` is that of "đ/c".
bool is_within_honorific(std::string_view cell, std::size_t at) {
  const std::string_view before = cell.substr(0, at);
  const std::string_view after = cell.substr(at + 1);
  const bool ends = after.size() > 1 && (after[1] == ' ' || after[1] == '.');
  return (before.ends_with("đ") || before.ends_with("Đ")) && ends &&
         (after.front() == 'c' || after.front() == 'C');
}

}  // namespace

std::vector<ListPiece> cut_list(std::string_view cell) {
  static constexpr ByteSet signs("()[],;\n/ ");
  std::vector<ListPiece> pieces;
  std::size_t start = 0;
  int open = 0;
  for (std::size_t at = signs.find_in(cell); at < cell.size(); at = signs.find_in(cell, at)) {
    const char c = cell[at];
    open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    std::size_t size = 0;
    if (c == ',' || c == ';' || c == '\n' ||
        (c == '/' && !is_within_honorific(cell, at) && !is_within_number(cell, at))) {
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

std::string_view text_of(std::string_view cell, const ListPiece& first, const ListPiece& last) {
  return tidy_name(cell.substr(first.start, last.end - first.start));
}

std::string_view tidy_name(std::string_view name) {
  name = trim(take_bullet(name).rest);
  while (!name.empty() && std::string_view(".;,:").find(name.back()) != std::string_view::npos) {
    name.remove_suffix(1);
  }
  return trim(name);
}

}  // namespace sauro::inline v0_1::detail
