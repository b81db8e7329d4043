#include "reading/split_lines.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/official_lines.hpp"
#include "reading/words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_head_units = 40;
constexpr std::size_t most_pieces = 4;

bool is_whole_day(std::string_view text) {
  const auto day = day_line(text);
  return day && day->date;
}

bool is_bare_number_word(std::string_view text) { return text.size() < 8 && fold(text) == "so"; }

/// How many units from `at` on are one line of a letterhead; 1 where it stands alone.
std::size_t pieces_of_line(const std::vector<Unit>& units, std::size_t at) {
  constexpr std::size_t longest_piece = 60;  // bytes
  std::string joined = units[at].text;
  const bool number = is_bare_number_word(joined);
  if (joined.size() > longest_piece || is_whole_day(joined) || is_rule(joined)) return 1;
  for (std::size_t count = 2; count <= most_pieces && at + count <= units.size(); ++count) {
    const Unit& next = units[at + count - 1];
    if (next.table != nullptr || next.text.size() > longest_piece || is_rule(next.text)) return 1;
    if (is_motto(fold(next.text)) || kind_at(next.text).size != 0) return 1;
    const bool one_word = joined.find(' ') == std::string::npos && !is_all_caps(joined);
    if (!number && !one_word && is_whole_day(next.text)) return 1;
    if (!number && is_number_line(next.text)) return 1;
    joined += " " + next.text;
    if (number ? is_number_line(joined) : is_whole_day(joined)) return count;
  }
  return 1;
}

/// The bytes of "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH" before a name; 0 where no such signature begins.
std::size_t size_of_posts(std::string_view text) {
  const std::string key = text.size() > longest_official_line ? "" : fold(text);
  if (!words().starts_post(key) && !words().signs(key)) return 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = std::min(text.find(' ', at), text.size());
    if (!is_all_caps(text.substr(at, stop - at)) && fold(text.substr(at, stop - at)) != "") break;
    end = stop;
    at = stop + 1;
  }
  return end;
}

/// A signature in one line, in parts; the name is empty where it is none.
struct SignedLine {
  std::string_view posts;
  std::string_view note;  ///< "(Đã ký)"
  std::string_view name;
  std::string_view next{};  ///< of another who signs: "THƯ KÝ Nguyễn Thị Lan CHỦ TRÌ ..."
};

/// Where the first word in capitals begins behind a name.
std::size_t start_of_capitals(std::string_view text) {
  for (std::size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
    const std::string_view word = text.substr(at + 1, text.find(' ', at + 1) - at - 1);
    if (is_all_caps(word) && count_visible(word) > 1) return at + 1;
  }
  return text.size();
}

SignedLine read_signature(std::string_view text) {
  const std::size_t posts = size_of_posts(text);
  if (posts == 0 || posts == text.size()) return {};
  std::string_view rest = trim(text.substr(posts));
  std::string_view note;
  if (rest.starts_with('(') && rest.find(')') != rest.npos) {
    note = rest.substr(0, rest.find(')') + 1);
    rest = trim(rest.substr(note.size()));
  }
  const std::size_t next = start_of_capitals(rest);
  const std::string_view name = trim(rest.substr(0, next));
  if (!is_person(name)) return {};
  return {text.substr(0, posts), note, name, rest.substr(next)};
}

class GluedEnd {
 public:
  GluedEnd(const Unit& unit, std::vector<Unit>& units) : unit_(unit), units_(units) {}

  /// Adds the unit in parts.
  void part() {
    if (is_recipients_line(unit_.text)) {
      part_recipients();
    } else if (!part_signature(unit_.text)) {
      units_.push_back(unit_);
    }
  }

 private:
  void add(std::string_view text) {
    if (!trim(text).empty()) units_.push_back({std::string(trim(text)), unit_.place, nullptr});
  }

  void part_recipients() {
    const std::string_view text = unit_.text;
    std::size_t start = text.find(':') + 1;
    if (start == 0 || trim(text.substr(start)).empty()) return units_.push_back(unit_);
    add(text.substr(0, start));
    while (start < text.size()) {
      std::size_t end = std::min(text.find(';', start), text.size() - 1) + 1;
      const std::string_view item = text.substr(start, end - start);
      const std::size_t signature = end == text.size() ? find_signature(item) : item.npos;
      if (signature != item.npos) {
        add(item.substr(0, signature));
        if (!part_signature(trim(item.substr(signature)))) add(item.substr(signature));
      } else {
        add(item);
      }
      start = end;
    }
  }

  /// Where the signature begins behind the last recipient: "- Lưu: VT. TM. ỦY BAN ...".
  static std::size_t find_signature(std::string_view item) {
    for (std::size_t at = item.find(' ', 1); at != item.npos; at = item.find(' ', at + 1)) {
      if (!read_signature(item.substr(at + 1)).name.empty()) return at;
    }
    return item.npos;
  }

  bool part_signature(std::string_view text) {
    const SignedLine signature = read_signature(text);
    if (signature.name.empty()) return false;
    add(signature.posts);
    add(signature.note);
    add(signature.name);
    if (!signature.next.empty() && !part_signature(signature.next)) add(signature.next);
    return true;
  }

  const Unit& unit_;
  std::vector<Unit>& units_;
};

}  // namespace

bool is_signed_line(std::string_view text) { return !read_signature(text).name.empty(); }

void join_split_lines(std::vector<Unit>& units) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < units.size();) {
    const bool head = kept < most_head_units && units[at].table == nullptr;
    const std::size_t count = head ? pieces_of_line(units, at) : 1;
    if (kept != at) units[kept] = std::move(units[at]);
    for (std::size_t i = 1; i < count; ++i) units[kept].text += " " + units[at + i].text;
    at += count;
    ++kept;
  }
  units.resize(kept);
}

void part_glued_ends(std::vector<Unit>& units) {
  std::vector<Unit> parted;
  parted.reserve(units.size());
  for (Unit& unit : units) {
    if (unit.table != nullptr) {
      parted.push_back(std::move(unit));
    } else {
      GluedEnd(unit, parted).part();
    }
  }
  units = std::move(parted);
}

}  // namespace sauro::inline v0_1::detail
