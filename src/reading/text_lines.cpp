#include "reading/text_lines.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "sauro/plan/agency.hpp"
#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "reading/official_lines.hpp"
#include "reading/page_marks.hpp"
#include "reading/prose_labels.hpp"
#include "reading/words.hpp"
#include "text/byte_set.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string_view without_end_spaces(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == line.npos ? 0 : last + 1);
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
  const std::string_view word = first_word(line);
  const bool lettered = word.ends_with('/') && parse_label(word) && leading_int(word) == 0;  // "a/"
  if (word.find('/') != std::string_view::npos && !lettered) return false;
  return take_bullet(line).marks != 0 || leading_label(line).has_value() ||
         parse_label(line).has_value();
}

/// Whether the name of a body goes on over the end of a line: "Phòng Văn hóa", "- Xã hội".
bool is_name_over(std::string_view above, std::string_view text) {
  constexpr int most_words = 6;
  std::size_t end = 0;
  for (int last = 0; last < 4 && end < text.size(); ++last) {
    end = std::min(text.find_first_of(" ,;.", end + 1), text.size());
    if (is_dash(text.substr(0, end))) continue;
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
  return is_motto(fold(line)) || number || starts_closing(line) || day_line(line) ||
         is_addressees_line(line) || annex_heading(line) || is_rule(line) ||
         (kind_at(line).size != 0 && is_all_caps(line));
}

/// Joins the lines of a text that a program has wrapped.
class Wrapping {
 public:
  explicit Wrapping(std::vector<TextLine>& lines) : lines_(lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].aside.empty()) kept_.push_back(i);
    }
    sizes_.resize(lines.size());
    laid_out_.resize(lines.size());
    for (const std::size_t i : kept_) {
      if (lines[i].blank) continue;
      sizes_[i] = count_code_points(without_end_spaces(lines[i].text));
      laid_out_[i] = is_laid_out(lines[i].text);
    }
  }

  void find() {
    find_width();
    has_gaps_ = parts_paragraphs_by_gaps();
    has_indents_ = parts_paragraphs_by_indents();
    each_pair([&](std::size_t before, std::size_t at, bool page_ends) {
      TextLine& line = lines_[at];
      const bool sentence = ends_sentence(trim(lines_[before].text));
      if (page_ends && sentence && !is_small(line.text)) return;
      if (has_indents_ && is_indented(line.text)) return;
      line.goes_on = wrapped_ ? fills(before, at) && goes_on(before, at) : may_go_on(before, at);
      line.goes_on = line.goes_on || (wants_value(lines_[before].text) && !is_item(line.text));
      line.doubtful = line.goes_on ? !has_gaps_ && is_item(line.text) : could_go_on(before, at);
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
      if (!gap && !laid_out_[before] && !laid_out_[at]) take(before, at, page_ends);
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
      if (!lines_[i].blank && !laid_out_[i]) width_ = std::max(width_, sizes_[i]);
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

  /// "giai đoạn 2016", "- 2025"; "đăng tải ít nhất", "20 tin, bài": a number that heads no item.
  static bool goes_on_counting(std::string_view above, std::string_view text) {
    constexpr std::size_t shortest = 40;  // bytes
    const bool dash = is_dash(first_word(text));
    const std::string_view number = dash ? trim(text.substr(first_word(text).size())) : text;
    if (leading_int(number) == 0 || above.empty()) return false;
    if (dash) return above.back() >= '0' && above.back() <= '9';
    return above.size() >= shortest && !is_item(text) && !ends_sentence(above) &&
           !above.ends_with(':') && !is_all_caps(above) && !begins_official(above);
  }

  /// "quý", "2026": the word that needs a number and the number.
  static bool parts_number(std::string_view above, std::string_view text) {
    constexpr std::array<std::string_view, 7> needing = {"ngày", "tháng", "quý", "năm",
                                                         "số",   "Quý",   "Số"};
    const std::string_view word = above.substr(above.rfind(' ') + 1);
    const std::string_view number = text.substr(0, text.find_first_of("/.,;: "));
    const bool counts = leading_int(number) != 0 || roman_value(number) != 0;
    if (goes_on_counting(above, text)) return true;
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
    const std::string_view above = trim(lines_[before].text);
    const bool in_word = above.ends_with('-') || above.ends_with("\u00ad");
    const std::size_t room = is_small(lines_[at].text) ? 1 : 0;  // of a mark that isn't seen
    return in_word || is_full(before, at, room) || parts_number(above, trim(lines_[at].text));
  }

  static bool is_small(std::string_view line) { return starts_lower(trim(line)) && !is_item(line); }

  static bool is_indented(std::string_view line) { return line.starts_with("  "); }

  [[nodiscard]] bool is_full(std::size_t before, std::size_t at, std::size_t room = 0) const {
    return sizes_[before] + 1 + count_code_points(first_words(lines_[at].text)) + room > width_;
  }

  /// Whether a line is an item of a list, or heads recipients.
  [[nodiscard]] bool is_listed(std::size_t at) const {
    const std::string_view text = trim(lines_[at].text);
    return is_recipients_line(text) || take_bullet(text).marks != 0;
  }

  /// Whether an item begins behind the end of a sentence, and so a paragraph.
  [[nodiscard]] bool begins_item(std::size_t before, std::size_t at) const {
    return is_item(lines_[at].text) && ends_sentence(trim(lines_[before].text));
  }

  /// Whether an item of a list never follows another line without a gap.
  [[nodiscard]] bool parts_paragraphs_by_gaps() const {
    bool all = true;
    each_pair([&](std::size_t before, std::size_t at, bool page_ends) {
      if (begins_item(before, at) && !page_ends && !is_listed(before)) all = false;
    });
    return all;
  }

  /// Whether paragraphs begin with spaces and their other lines don't.
  [[nodiscard]] bool parts_paragraphs_by_indents() const {
    constexpr std::size_t fewest = 3;
    std::size_t indented = 0;
    std::size_t flush = 0;
    each_pair([&](std::size_t before, std::size_t at, bool /*page_ends*/) {
      const bool in_flush_list = is_listed(before) && !is_indented(lines_[before].text);
      if (!begins_item(before, at) || in_flush_list) return;
      ++(is_indented(lines_[at].text) ? indented : flush);
    });
    return indented >= fewest && flush == 0;
  }

  /// Whether the text of a full line can go on in the next.
  [[nodiscard]] bool goes_on(std::size_t before, std::size_t at) const {
    const std::string_view text = trim(lines_[at].text);
    const std::string_view above = trim(lines_[before].text);
    if (begins_official(text) || begins_official(above)) return false;
    if (text.starts_with("Ngày ") && !ends_sentence(above)) return false;  // no name begins so
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
    const auto label = leading_label(text);
    if (label && heads_group(label->kind) && is_all_caps(text.substr(label->size)))
      return parts_number(trim(lines_[before].text), text);  // "I. MỤC TIÊU" behind a full title
    if (take_bullet(text).marks == 0) return true;
    if (!is_dash(first_word(text))) return false;
    const std::string_view rest = take_bullet(text).rest;
    return starts_lower(rest) || is_name_over(trim(lines_[before].text), text);
  }

  /// "Ban hành nội quy. Đơn vị chủ trì:" without the value of its last label.
  static bool wants_value(std::string_view above) {
    above = trim(above);
    if (!above.ends_with(':')) return false;
    above.remove_suffix(1);
    const std::size_t end = above.find_last_of(".;");
    return end != above.npos && prose_role(trim(above.substr(end + 1))).has_value();
  }

  /// Whether a line that was taken for an item could go on: the only one with a dash, behind text
  /// that doesn't end.
  [[nodiscard]] bool could_go_on(std::size_t before, std::size_t at) const {
    constexpr std::size_t shortest = 40;  // characters of a line that is no heading
    const std::string_view above = trim(lines_[before].text);
    const auto is_dashed = [&](std::size_t i) {
      return i < lines_.size() && is_dash(first_word(lines_[i].text));
    };
    if (!is_dashed(at) || is_dashed(before)) return false;
    std::size_t next = at + 1;
    while (next < lines_.size() && (lines_[next].blank || !lines_[next].aside.empty())) ++next;
    return !is_dashed(next) && sizes_[before] >= shortest && !ends_sentence(above) &&
           !above.ends_with(':') && !above.ends_with(',');
  }

  /// The same of a text whose lines end anywhere.
  [[nodiscard]] bool may_go_on(std::size_t before, std::size_t at) const {
    if (goes_on_surely(before, at)) return true;
    const std::string_view text = trim(lines_[at].text);
    const std::string_view above = trim(lines_[before].text);
    if (!broken_anywhere_ || above.ends_with(':') || !goes_on(before, at)) return false;
    if (starts_lower(text)) return !is_item(text);
    if (is_all_caps(text) && is_all_caps(above)) {
      return (leading_label(above) || lines_[before].goes_on) && !is_item(text);
    }
    return has_gaps_ && !is_all_caps(text) && !(is_item(text) && ends_sentence(above));
  }

  std::vector<TextLine>& lines_;
  std::vector<std::size_t> kept_;   ///< lines that aren't set aside
  std::vector<std::size_t> sizes_;  ///< of the lines, in characters
  std::vector<bool> laid_out_;      ///< lines that are rows of columns
  std::size_t width_ = 0;
  bool wrapped_ = false;          ///< lines are full
  bool broken_anywhere_ = false;  ///< lines end where they want
  bool has_gaps_ = false;         ///< between all paragraphs
  bool has_indents_ = false;      ///< before all paragraphs
};

}  // namespace

std::vector<TextLine> read_text_lines(std::string_view text) {
  static constexpr ByteSet ends("\n\f");
  std::vector<TextLine> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(ends.find_in(text, at), text.size());
    const std::string_view line = text.substr(at, end - at);
    lines.push_back({line, trim(line).empty()});
    at = end + 1;
  }
  take_quotation_marks(lines);
  set_page_marks_aside(lines);
  find_wrapped_lines(lines);
  return lines;
}

void find_wrapped_lines(std::vector<TextLine>& lines) { Wrapping(lines).find(); }

}  // namespace sauro::inline v0_1::detail
