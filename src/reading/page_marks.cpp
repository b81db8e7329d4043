#include "reading/page_marks.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "reading/mentions.hpp"
#include "reading/official_lines.hpp"
#include "text/byte_set.hpp"

namespace sauro::inline v0_1::detail {
namespace {

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
        lines_[i].aside = page_number_reason;
      } else {
        rest.push_back(i);
      }
    }
    for (std::size_t k = 0; k + 1 < rest.size(); ++k) {
      const std::size_t a = rest[k], b = rest[k + 1];
      const bool counts_on = page_of(lines_[b].text) == page_of(lines_[a].text) + 1;
      if (!counts_on || b - a < shortest_page) continue;
      lines_[a].aside = lines_[b].aside = page_number_reason;
    }
  }

  /// A line that comes again, a page apart, with other numbers at most: twice where it has the
  /// number of the document.
  void find_heads() {
    struct Seen {
      std::vector<std::size_t> places;
      bool too_close = false;  ///< two of them on one page
    };
    std::unordered_map<std::string, Seen> seen;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view line = trim(lines_[i].text);
      const bool may = !lines_[i].blank && lines_[i].aside.empty() && line.size() <= longest_head &&
                       line.size() > 8 && !is_laid_out(line) && !leading_label(line) &&
                       take_bullet(line).marks == 0;
      if (!may) continue;
      Seen& one = seen[without_digits(line)];
      if (!one.places.empty() && i - one.places.back() < shortest_page) one.too_close = true;
      one.places.push_back(i);
    }
    const std::string number = number_of_document();
    for (const auto& [key, one] : seen) {
      const std::string own = number_in(lines_[one.places.front()].text);
      const std::size_t fewest = !own.empty() && own == number ? 2 : 3;
      const bool repeats = one.places.size() >= fewest && !one.too_close;
      if (!repeats || key.find(' ') == key.npos) continue;
      for (const std::size_t i : one.places) lines_[i].aside = "đầu trang hoặc chân trang lặp lại";
    }
  }

  static std::string number_in(std::string_view line) {
    const auto found = find_number(line);
    return found ? found->number.to_string() : "";
  }

  /// Of its letterhead: "Số: 12/KH-UBND".
  [[nodiscard]] std::string number_of_document() const {
    const auto line = std::find_if(lines_.begin(), lines_.end(), [](const TextLine& one) {
      return is_number_line(trim(one.text));
    });
    return line == lines_.end() ? "" : number_in(line->text);
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

}  // namespace

bool is_page_number(std::string_view line) {
  line = trim(line);
  if (line.starts_with("Trang ")) line = trim(line.substr(6));
  if (line.empty() || line.size() > 9) return false;
  return line.find_first_not_of("0123456789-–—/ ") == std::string_view::npos &&
         line.find_first_of("0123456789") != std::string_view::npos &&
         line.find("/20") == line.npos;
}

bool is_laid_out(std::string_view line) {
  const std::string_view inner = trim(line);
  if (inner.starts_with('|') || inner.ends_with('|')) return true;
  static constexpr ByteSet signs("\t ");
  for (std::size_t at = signs.find_in(inner); at != inner.npos; at = signs.find_in(inner, at + 1)) {
    if (inner[at] == '\t' || inner.substr(at).starts_with("   ")) return true;
  }
  return false;
}

void set_page_marks_aside(std::vector<TextLine>& lines) { PageMarks(lines).find(); }

void take_quotation_marks(std::vector<TextLine>& lines) {
  constexpr std::size_t fewest = 6;  // lines
  const auto is_quoted = [](const TextLine& line) { return line.text.starts_with('>'); };
  const auto quoted =
      static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_quoted));
  if (quoted < fewest || quoted * 2 < lines.size()) return;
  for (TextLine& line : lines) {
    if (!is_quoted(line)) continue;
    line.quoted = std::min(line.text.find_first_not_of("> "), line.text.size());
    if (line.quoted > 0 && line.text.substr(0, line.quoted).ends_with("  "))
      line.quoted = line.text.substr(0, line.quoted).rfind('>') + 2;  // indents are the document's
    line.text.remove_prefix(line.quoted);
    line.blank = trim(line.text).empty();
  }
}

}  // namespace sauro::inline v0_1::detail
