#include "reading/html_limits.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "reading/source.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string line_of(std::string_view text, std::size_t at) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size()));
  return "line " + std::to_string(1 + std::count(text.begin(), end, '\n'));
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_html_space(char c) {
  return std::string_view(" \t\n\f\r").find(c) != std::string_view::npos;
}

/// Throws where elements nest deeper than the limit: the tree is walked by recursion.
void require_depth(std::string_view text, std::size_t limit) {
  // elements without an end tag of their own, or whose end tag may be left out
  constexpr std::array<std::string_view, 30> flat = {
      "p",    "li",   "td",   "th",     "tr",    "dd",     "dt",    "thead", "tbody",    "tfoot",
      "br",   "hr",   "img",  "input",  "meta",  "link",   "col",   "base",  "area",     "wbr",
      "html", "body", "head", "option", "embed", "source", "track", "param", "colgroup", "caption"};
  std::size_t depth = 0;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const bool closing = at + 1 < text.size() && text[at + 1] == '/';
    std::size_t start = at + (closing ? 2 : 1);
    std::string name;
    while (start < text.size() && std::isalnum(static_cast<unsigned char>(text[start])) != 0) {
      name += static_cast<char>(std::tolower(static_cast<unsigned char>(text[start++])));
    }
    if (name.empty() || std::find(flat.begin(), flat.end(), name) != flat.end()) continue;
    if (closing) {
      depth -= static_cast<std::size_t>(depth > 0);
    } else if (++depth > limit) {
      refuse_depth(line_of(text, at), limit);
    }
  }
}

/// Goes over tags as a browser cuts a text into them (WHATWG HTML, section 13.2.5), and counts
/// their attributes.
class AttributeCounter {
 public:
  AttributeCounter(std::string_view text, std::size_t limit) : text_(text), limit_(limit) {}

  void run() {
    while ((at_ = text_.find('<', at_)) < text_.size()) {
      if (starts("<!--")) {
        comment();
      } else if (starts("<!") || starts("<?")) {
        after(">");
      } else {
        begin_tag();
      }
    }
  }

 private:
  [[nodiscard]] bool starts(std::string_view with) const {
    return text_.substr(at_).starts_with(with);
  }
  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '>'; }

  void after(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  /// It ends with "-->" or "--!>", the first of which may share its dashes with the beginning.
  void comment() {
    at_ += 2;
    for (after("--"); at_ < text_.size(); after("--")) {
      if (here() == '>' || starts("!>")) return;
      --at_;  // of three dashes the last two may end it
    }
  }

  void begin_tag() {
    const std::size_t begin = at_++;
    const bool closing = here() == '/';
    if (closing) ++at_;
    if (at_ >= text_.size() || !is_letter(here())) {
      if (closing) after(">");
      return;
    }
    std::string name;
    for (; at_ < text_.size() && !ends_name(here()); ++at_) {
      name += static_cast<char>(std::tolower(static_cast<unsigned char>(here())));
    }
    attributes(begin);
    foreign_ =
        foreign_ || name == "svg" || name == "math";  // where a style is an element as others
    if (!closing && !foreign_ && has_text_alone(name)) skip_to_end_of(name);
  }

  static bool ends_name(char c) { return is_html_space(c) || c == '/' || c == '>'; }

  static bool has_text_alone(std::string_view name) {
    constexpr std::array<std::string_view, 7> names = {"script", "style",    "textarea", "title",
                                                       "xmp",    "noframes", "noembed"};
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  void skip_to_end_of(std::string_view name) {
    while ((at_ = text_.find("</", at_)) < text_.size()) {
      const std::string_view found = text_.substr(at_ + 2, name.size());
      const bool same = std::equal(
          found.begin(), found.end(), name.begin(), name.end(),
          [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
      if (same) return;
      at_ += 2;
    }
  }

  void attributes(std::size_t tag) {
    for (std::size_t count = 1;; ++count) {
      while (at_ < text_.size() && (is_html_space(here()) || here() == '/')) ++at_;
      if (at_ >= text_.size()) return;
      if (here() == '>') {
        ++at_;
        return;
      }
      if (count > limit_) refuse(tag);
      attribute();
    }
  }

  void attribute() {
    ++at_;  // a name may begin with "="
    while (at_ < text_.size() && !ends_name(here()) && here() != '=') ++at_;
    while (at_ < text_.size() && is_html_space(here())) ++at_;
    if (here() != '=') return;
    ++at_;
    while (at_ < text_.size() && is_html_space(here())) ++at_;
    if (here() == '"' || here() == '\'') {
      const std::string_view quote = text_.substr(at_++, 1);
      after(quote);
    } else {
      while (at_ < text_.size() && !is_html_space(here()) && here() != '>') ++at_;
    }
  }

  [[noreturn]] void refuse(std::size_t tag) const {
    throw ParseError(ErrorCode::too_many_attributes, line_of(text_, tag),
                     say("một thẻ có hơn {} thuộc tính (limits.attributes)",
                         "a tag has more than {} attributes (limits.attributes)", limit_));
  }

  std::string_view text_;
  std::size_t limit_;
  std::size_t at_ = 0;
  bool foreign_ = false;
};

}  // namespace

void require_html_limits(std::string_view text, const ReadLimits& limits) {
  require_depth(text, limits.depth);
  AttributeCounter(text, limits.attributes).run();
}

}  // namespace sauro::inline v0_1::detail
