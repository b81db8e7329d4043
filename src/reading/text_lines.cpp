#include "reading/text_lines.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "sauro/plan/agency.hpp"
#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "reading/official_lines.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string_view without_end_spaces(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == line.npos ? 0 : last + 1);
}

/// Whether a line stands for itself: a row of a table, or the two halves of a letterhead.
bool is_laid_out(std::string_view line) {
  const std::string_view inner = trim(line);
  return inner.find('\t') != inner.npos || inner.find("   ") != inner.npos ||
         inner.starts_with('|') || inner.ends_with('|');
}

std::string_view first_word(std::string_view line) {
  line = trim(line);
  return line.substr(0, line.find(' '));
}

bool is_dash(std::string_view word) { return word == "-" || word == "–" || word == "—"; }

/// What a program that wraps with care keeps together with the first word: "ngày 10/3/2026", "-
/// xã".
std::string_view first_words(std::string_view line) {
  line = trim(line);
  std::size_t end = std::min(line.find(' '), line.size());
  bool sticks = is_dash(line.substr(0, end));
  while (end + 1 < line.size()) {
    const std::string_view next = first_word(line.substr(end + 1));
    const bool roman = roman_value(next.substr(0, next.find_first_of("./,;"))) != 0;
    if (!sticks && !(next.front() >= '0' && next.front() <= '9') && !is_dash(next) && !roman) break;
    sticks = is_dash(next);
    end += 1 + next.size();
  }
  return line.substr(0, end);
}

/// Whether a line can be the item of a list: it begins with a bullet or a number, and not with that
/// of a document.
bool is_item(std::string_view line) {
  line = trim(line);
  if (first_word(line).find('/') != std::string_view::npos) return false;
  return take_bullet(line).marks != 0 || leading_label(line).has_value() ||
         parse_label(line).has_value();
}

/// Whether the name of a body goes on over the end of a line: "Phòng Văn hóa", "- Xã hội".
bool is_name_over(std::string_view above, std::string_view text) {
  constexpr int most_words = 6;
  std::size_t end = 0;
  for (int last = 0; last < 4 && end < text.size(); ++last) {
    end = std::min(text.find_first_of(" ,;.", end + 1), text.size());
    std::size_t start = above.size();
    for (int words = 0; words < most_words && start != 0 && start != above.npos; ++words) {
      start = above.rfind(' ', start - 1);
      const std::string_view tail = above.substr(start == above.npos ? 0 : start + 1);
      const std::string name = std::string(tail) + " " + std::string(text.substr(0, end));
      if (AgencyRegister::builtin().find(agency_key(name)) != nullptr) return true;
    }
  }
  return false;
}

/// Whether a line begins or is what every document has by rule, and no text goes on with.
bool begins_official(std::string_view line) {
  line = trim(line);
  constexpr std::size_t longest_number_line = 60;  // bytes
  const bool number =
      starts_upper(line) && line.size() <= longest_number_line && is_number_line(line);
  return is_motto(fold(line)) || number || starts_closing(line) || is_day_line(line) ||
         is_addressees_line(line) || annex_heading(line) || is_rule(line) ||
         (kind_at(line).size != 0 && is_all_caps(line));
}

/// The number of a page: of "- 7 -" it is 7; 0 for none.
int page_of(std::string_view line) {
  const std::size_t digit = line.find_first_of("0123456789");
  return digit == line.npos ? 0 : leading_int(line.substr(digit));
}

/// Sets aside what each page of the printed document begins or ends with.
class PageMarks {
 public:
  explicit PageMarks(std::vector<TextLine>& lines) : lines_(lines) {}

  void find() {
    find_numbers();
    find_heads();
  }

 private:
  static constexpr std::size_t shortest_page = 12;  // lines
  static constexpr std::size_t longest_head = 160;  // bytes

  /// Numbers between two gaps, and those that count on, a page apart.
  void find_numbers() {
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank || !is_page_number(lines_[i].text)) continue;
      const bool gap_before = i == 0 || lines_[i - 1].blank;
      const bool gap_after = i + 1 == lines_.size() || lines_[i + 1].blank;
      if (gap_before && gap_after) {
        lines_[i].aside = "số trang";
      } else {
        rest.push_back(i);
      }
    }
    for (std::size_t k = 0; k + 1 < rest.size(); ++k) {
      const std::size_t a = rest[k], b = rest[k + 1];
      const bool counts_on = page_of(lines_[b].text) == page_of(lines_[a].text) + 1;
      if (!counts_on || b - a < shortest_page) continue;
      lines_[a].aside = lines_[b].aside = "số trang";
    }
  }

  /// A line that comes again, a page apart, with other numbers at most.
  void find_heads() {
    struct Seen {
      std::size_t last = 0;
      std::vector<std::size_t> places;
    };
    std::unordered_map<std::string, Seen> seen;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view line = trim(lines_[i].text);
      const bool may = !lines_[i].blank && lines_[i].aside.empty() && line.size() <= longest_head &&
                       line.size() > 8 && !is_laid_out(line) && !leading_label(line) &&
                       take_bullet(line).marks == 0;
      if (!may) continue;
      Seen& one = seen[without_digits(line)];
      if (!one.places.empty() && i - one.places.back() < shortest_page) one.last = lines_.size();
      one.places.push_back(i);
    }
    for (const auto& [key, one] : seen) {
      const bool repeats = one.places.size() >= 3 && one.last == 0;
      if (!repeats || key.find(' ') == key.npos) continue;
      for (const std::size_t i : one.places) lines_[i].aside = "đầu trang hoặc chân trang lặp lại";
    }
  }

  static std::string without_digits(std::string_view line) {
    std::string key;
    for (const char c : line) {
      if (c < '0' || c > '9') key += c;
    }
    return key;
  }

  std::vector<TextLine>& lines_;
};

/// Joins the lines of a text that a program has wrapped.
class Wrapping {
 public:
  explicit Wrapping(std::vector<TextLine>& lines) : lines_(lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].aside.empty()) kept_.push_back(i);
    }
    sizes_.resize(lines.size());
    for (const std::size_t i : kept_) {
      if (!lines[i].blank) sizes_[i] = count_characters(without_end_spaces(lines[i].text));
    }
  }

  void find() {
    find_width();
    has_gaps_ = parts_paragraphs_by_gaps();
    each_pair([&](std::size_t before, std::size_t at, bool page_ends) {
      TextLine& line = lines_[at];
      const bool sentence = ends_sentence(trim(lines_[before].text));
      if (page_ends && sentence) return;
      line.goes_on = wrapped_ ? fills(before, at) && goes_on(before, at) : may_go_on(before, at);
      line.doubtful = line.goes_on && !has_gaps_ && is_item(line.text);
    });
  }

 private:
  /// Gives `take` each line and the one before it, where no gap stands between them but one that
  /// the end of a page may have made, and whether that is so.
  template <class Take>
  void each_pair(Take take) const {
    std::size_t before = lines_.size();
    bool gap = true;
    bool page_ends = false;
    for (std::size_t k = 0; k < kept_.size(); ++k) {
      const std::size_t at = kept_[k];
      if (lines_[at].blank) {
        (at_page_end(k) ? page_ends : gap) = true;
        continue;
      }
      if (!gap && !is_laid_out(lines_[before].text) && !is_laid_out(lines_[at].text))
        take(before, at, page_ends);
      before = at;
      gap = page_ends = false;
    }
  }

  /// Whether a blank line stands beside a page number or a running head.
  [[nodiscard]] bool at_page_end(std::size_t k) const {
    const std::size_t at = kept_[k];
    const auto aside = [&](std::size_t i) { return i < lines_.size() && !lines_[i].aside.empty(); };
    return aside(at + 1) || (at > 0 && aside(at - 1));
  }

  /// The longest line, and whether lines end as soon as the next word doesn't fit into it.
  void find_width() {
    constexpr std::size_t widest = 130;
    for (const std::size_t i : kept_) {
      if (!lines_[i].blank && !is_laid_out(lines_[i].text)) width_ = std::max(width_, sizes_[i]);
    }
    std::size_t full = 0;
    std::size_t open = 0;
    each_pair([&](std::size_t before, std::size_t at, bool /*page_ends*/) {
      if (!goes_on_surely(before, at)) return;
      ++(is_full(before, at) ? full : open);
    });
    wrapped_ = full > 0 && open * 5 <= full && width_ >= 30 && width_ <= widest;
    broken_anywhere_ = !wrapped_ && full + open >= 3;
  }

  /// "... phối hợp với": no text ends so.
  static bool ends_joining(std::string_view line) {
    const std::size_t space = line.rfind(' ');
    return space != line.npos && starts_lower(line.substr(space + 1)) &&
           words().joins(fold(line.substr(space + 1)));
  }

  /// "quý", "2026": the word that needs a number and the number.
  static bool parts_number(std::string_view above, std::string_view text) {
    constexpr std::array<std::string_view, 7> needing = {"ngày", "tháng", "quý", "năm",
                                                         "số",   "Quý",   "Số"};
    const std::string_view word = above.substr(above.rfind(' ') + 1);
    const std::string_view number = text.substr(0, text.find_first_of("/.,;: "));
    const bool counts = leading_int(number) != 0 || roman_value(number) != 0;
    return counts && std::find(needing.begin(), needing.end(), word) != needing.end() &&
           above.find(' ') != above.npos;
  }

  /// In the middle of a sentence.
  [[nodiscard]] bool goes_on_surely(std::size_t before, std::size_t at) const {
    const std::string_view text = trim(lines_[at].text);
    const std::string_view above = trim(lines_[before].text);
    const bool open = starts_lower(text) || above.ends_with(',') || ends_joining(above);
    if (parts_number(above, text)) return true;
    return open && !is_item(text) && !ends_sentence(above) && !is_all_caps(above) &&
           !begins_official(above) && !begins_official(text);
  }

  /// Whether the line above has no room, or can't end where it does.
  [[nodiscard]] bool fills(std::size_t before, std::size_t at) const {
    return is_full(before, at) || parts_number(trim(lines_[before].text), trim(lines_[at].text));
  }

  [[nodiscard]] bool is_full(std::size_t before, std::size_t at) const {
    return sizes_[before] + 1 + count_characters(first_words(lines_[at].text)) > width_;
  }

  /// Whether an item of a list never follows another line without a gap.
  [[nodiscard]] bool parts_paragraphs_by_gaps() const {
    bool all = true;
    each_pair([&](std::size_t before, std::size_t at, bool page_ends) {
      const bool listed = is_recipients_line(trim(lines_[before].text)) ||
                          take_bullet(trim(lines_[before].text)).marks != 0;
      const bool ended = ends_sentence(trim(lines_[before].text));
      if (is_item(lines_[at].text) && !page_ends && ended && !listed) all = false;
    });
    return all;
  }

  /// Whether the text of a full line can go on in the next.
  [[nodiscard]] bool goes_on(std::size_t before, std::size_t at) const {
    const std::string_view text = trim(lines_[at].text);
    const std::string_view above = trim(lines_[before].text);
    if (begins_official(text) || begins_official(above)) return false;
    if (is_all_caps(above) != is_all_caps(text) && is_all_caps(above)) return false;
    if (has_gaps_) return true;
    if (is_item(text)) return !ends_sentence(above) && continues_as_item(before, at);
    return !(is_basis_word(text) && ends_sentence(above));
  }

  /// Whether what looks like an item goes on with the sentence above: "quý", "I. ..."; "Văn hóa",
  /// "- Xã hội".
  [[nodiscard]] bool continues_as_item(std::size_t before, std::size_t at) const {
    const std::string_view text = trim(lines_[at].text);
    const bool page_between = at - before > 1;
    if (page_between) return false;
    if (take_bullet(text).marks == 0) return true;
    if (!is_dash(first_word(text))) return false;
    const std::string_view rest = take_bullet(text).rest;
    return starts_lower(rest) || is_name_over(trim(lines_[before].text), text);
  }

  /// The same of a text whose lines end anywhere.
  [[nodiscard]] bool may_go_on(std::size_t before, std::size_t at) const {
    if (goes_on_surely(before, at)) return true;
    const std::string_view text = trim(lines_[at].text);
    const std::string_view above = trim(lines_[before].text);
    if (!broken_anywhere_ || above.ends_with(':') || !goes_on(before, at)) return false;
    if (starts_lower(text)) return !is_item(text);
    if (is_all_caps(text) && is_all_caps(above)) return leading_label(above) && !is_item(text);
    return has_gaps_ && !is_all_caps(text) && !(is_item(text) && ends_sentence(above));
  }

  std::vector<TextLine>& lines_;
  std::vector<std::size_t> kept_;   ///< lines that aren't set aside
  std::vector<std::size_t> sizes_;  ///< of the lines, in characters
  std::size_t width_ = 0;
  bool wrapped_ = false;          ///< lines are full
  bool broken_anywhere_ = false;  ///< lines end where they want
  bool has_gaps_ = false;         ///< between all paragraphs
};

}  // namespace

bool is_page_number(std::string_view line) {
  line = trim(line);
  if (line.starts_with("Trang ")) line = trim(line.substr(6));
  if (line.empty() || line.size() > 9) return false;
  return line.find_first_not_of("0123456789-–—/ ") == std::string_view::npos &&
         line.find_first_of("0123456789") != std::string_view::npos &&
         line.find("/20") == line.npos;
}

std::vector<TextLine> read_text_lines(std::string_view text) {
  std::vector<TextLine> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f", at), text.size());
    const std::string_view line = text.substr(at, end - at);
    lines.push_back({line, trim(line).empty()});
    at = end + 1;
  }
  PageMarks(lines).find();
  Wrapping(lines).find();
  return lines;
}

}  // namespace sauro::inline v0_1::detail
