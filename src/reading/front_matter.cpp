#include "reading/front_matter.hpp"

#include <algorithm>
#include <cctype>

#include "sauro/text/unicode.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// A name as YAML, TOML and programs write it: letters, digits, blanks, dashes.
bool is_name(std::string_view name) {
  constexpr std::size_t longest = 60;
  return !name.empty() && name.size() <= longest && name.front() != '-' && name.front() != '#' &&
         name.find_first_of("|<>*[](){}") == std::string_view::npos;
}

/// Lines "name: value" (YAML) or "name = value" (TOML); what is nested or a list says nothing.
std::size_t take_lines(std::string_view block, char sign, FrontMatter& found) {
  std::size_t strange = 0;
  each_piece(block, '\n', [&](std::string_view line) {
    const std::string_view inner = trim(line);
    if (inner.empty() || inner.front() == '#' || inner.front() == '-' || inner.front() == '[' ||
        line.front() == ' ')
      return;
    const std::size_t at = line.find(sign);
    const std::string_view name = unquoted(line.substr(0, at));
    if (at == std::string_view::npos || !is_name(name)) {
      ++strange;
      return;
    }
    const std::string_view value = unquoted(line.substr(at + 1));
    if (!value.empty()) found.attributes.emplace_back(name, value);
  });
  return strange;
}

FrontMatter fenced(std::string_view text, std::string_view fence, char sign) {
  FrontMatter found;
  const std::size_t start = text.find('\n') + 1;
  for (std::size_t at = start; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (trim(text.substr(at, end - at)) == fence) {
      const std::size_t strange = take_lines(text.substr(start, at - start), sign, found);
      if (strange == 0 && !found.attributes.empty()) found.size = std::min(end + 1, text.size());
      return found;
    }
    at = end + 1;
  }
  return found;
}

/// Goes over a JSON object and takes the texts and numbers that are its own.
class JsonObject {
 public:
  explicit JsonObject(std::string_view text) : text_(text) {}

  FrontMatter read() {
    FrontMatter found;
    std::string name;
    std::size_t depth = 0;
    bool is_value = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        const std::string word = quoted();
        if (depth == 1 && is_value) found.attributes.emplace_back(name, word);
        if (depth == 1 && !is_value) name = word;
      } else if (c == '{' || c == '[') {
        ++depth;
        is_value = depth == 1 ? false : is_value;
        ++at_;
      } else if (c == '}' || c == ']') {
        ++at_;
        if (--depth == 0) break;
      } else {
        if (depth == 1 && (c == ':' || c == ',')) is_value = c == ':';
        ++at_;
      }
    }
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const bool alone = depth == 0 && trim(text_.substr(at_, end - at_)).empty();
    if (alone && !found.attributes.empty()) found.size = std::min(end + 1, text_.size());
    return found;
  }

 private:
  std::string quoted() {
    std::string out;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      out += text_[at_];
    }
    at_ = std::min(at_ + 1, text_.size());
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

FrontMatter front_matter(std::string_view text) {
  const std::string_view first = trim(text.substr(0, std::min(text.find('\n'), text.size())));
  FrontMatter found;
  if (first == "---") {
    found = fenced(text, "---", ':');
  } else if (first == "+++") {
    found = fenced(text, "+++", '=');
  } else if (first.starts_with('{')) {
    found = JsonObject(text).read();
  }
  const bool is_all = trim(text.substr(found.size)).empty();  // JSON that is no document
  return is_all ? FrontMatter{} : found;
}

}  // namespace sauro::inline v0_1::detail
