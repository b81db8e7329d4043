#include "reading/line_marks.hpp"

#include <algorithm>
#include <string>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "reading/official_lines.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

std::size_t count_tabs(std::string_view line) noexcept {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
}

bool is_mark(std::string_view text) {
  const auto label = leading_label(std::string(text) + " a");
  const bool part = label && label->kind == LabelKind::part && label->size == text.size();
  const bool closed = text.ends_with('.') || text.ends_with(')');
  const bool numbered = part || (parse_label(text) && closed);
  return numbered || (take_bullet(std::string(text) + " a").marks != 0 && text.size() <= 3);
}

std::string_view trim_inside(std::string_view field) {
  const std::string_view inner = trim(field);
  return inner.empty() ? field.substr(0, 0) : inner;
}

bool starts_official_part(std::string_view line, char separator) {
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(separator, at), line.size());
    const std::string_view cell = trim(line.substr(at, end - at));
    if (is_motto(fold(cell)) || is_recipients_line(cell)) return true;
    at = end + 1;
  }
  return false;
}

bool starts_page_table(std::string_view line) {
  constexpr std::string_view tag = "<table";
  return ascii_lower(std::string(trim(line).substr(0, tag.size()))) == tag;
}

bool ends_page_table(std::string_view line) {
  return ascii_lower(std::string(line)).find("</table") != std::string::npos;
}

}  // namespace sauro::inline v0_1::detail
