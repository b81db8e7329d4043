#include "reading/html_nodes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <optional>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/labels.hpp"
#include "text/letters.hpp"
#include "text/pieces.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The first words of an item, before a list or table in it.
void take_start(const GumboNode* node, std::string& text) {
  constexpr std::size_t enough = 64;  // bytes
  if (text.size() >= enough) return;
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
    text += node->v.text.text;
  } else if (node->type == GUMBO_NODE_ELEMENT) {
    const GumboTag tag = node->v.element.tag;
    const bool inner = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_TABLE;
    if (inner || is_hidden(tag)) return;
    for (const GumboNode* child : children_of(node)) take_start(child, text);
  }
}

/// What `type` or a style sheet calls the labels of a list, as `type` does: "1", "a", "I", "none".
std::string list_style(const GumboElement& element) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> names = {
      {{"lower-alpha", "a"},
       {"lower-latin", "a"},
       {"upper-alpha", "A"},
       {"upper-latin", "A"},
       {"lower-roman", "i"},
       {"upper-roman", "I"},
       {"leading-zero", "01"},
       {"none", "none"}}};
  const std::string_view rules = attribute_text(element, "style");
  for (const std::string_view property : {"list-style-type", "list-style"}) {
    const std::string value = ascii_lower(std::string(css_value(rules, property)));
    for (const auto& [name, style] : names) {
      if (value.find(name) != std::string::npos) return std::string(style);
    }
  }
  return std::string(trim(attribute_text(element, "type")));
}

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool fits = value > -1'000'000 && value < 1'000'000;
  return fault == std::errc() && end == text.data() + text.size() && fits ? std::optional(value)
                                                                          : std::nullopt;
}

std::string in_letters(std::int64_t number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) {
    out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
  }
  return out;
}

std::string_view first_family(std::string_view families) {
  return unquoted(families.substr(0, families.find_first_of(",;")));
}

}  // namespace

bool is_block(GumboTag tag) {
  constexpr std::array<GumboTag, 29> tags = {
      GUMBO_TAG_P,    GUMBO_TAG_DIV,     GUMBO_TAG_H1,      GUMBO_TAG_H2,        GUMBO_TAG_H3,
      GUMBO_TAG_H4,   GUMBO_TAG_H5,      GUMBO_TAG_H6,      GUMBO_TAG_LI,        GUMBO_TAG_UL,
      GUMBO_TAG_OL,   GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_HEADER,    GUMBO_TAG_FOOTER,
      GUMBO_TAG_MAIN, GUMBO_TAG_NAV,     GUMBO_TAG_ASIDE,   GUMBO_TAG_DL,        GUMBO_TAG_DT,
      GUMBO_TAG_DD,   GUMBO_TAG_PRE,     GUMBO_TAG_HR,      GUMBO_TAG_CENTER,    GUMBO_TAG_ADDRESS,
      GUMBO_TAG_FORM, GUMBO_TAG_CAPTION, GUMBO_TAG_FIGURE,  GUMBO_TAG_BLOCKQUOTE};
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_hidden(GumboTag tag) {
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_HEAD ||
         tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_NOSCRIPT;
}

std::string_view attribute_text(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view{} : found->value;
}

std::uint32_t attribute(const GumboElement& element, const char* name, std::uint32_t otherwise) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  if (found == nullptr) return otherwise;
  const long value = std::strtol(found->value, nullptr, 10);
  return value >= 1 && value <= 1'000'000 ? static_cast<std::uint32_t>(value) : otherwise;
}

std::vector<const GumboNode*> children_of(const GumboNode* node) {
  const GumboVector& children = node->v.element.children;
  std::vector<const GumboNode*> result(children.length);
  for (unsigned i = 0; i < children.length; ++i) {
    result[i] = static_cast<const GumboNode*>(children.data[i]);
  }
  return result;
}

std::string_view css_value(std::string_view declarations, std::string_view property) {
  std::string_view value;
  each_piece(declarations, ';', [&](std::string_view one) {
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) return;
    if (ascii_lower(std::string(trim(one.substr(0, colon)))) == property) {
      value = trim(one.substr(colon + 1));
    }
  });
  return value;
}

bool strikes(const GumboElement& element) {
  const GumboTag tag = element.tag;
  if (tag == GUMBO_TAG_DEL || tag == GUMBO_TAG_S || tag == GUMBO_TAG_STRIKE) return true;
  const std::string_view rules = attribute_text(element, "style");
  return css_value(rules, "text-decoration").find("line-through") != std::string_view::npos ||
         css_value(rules, "text-decoration-line").find("line-through") != std::string_view::npos;
}

std::uint32_t fill_of(const GumboElement& element) {
  const std::string_view rules = attribute_text(element, "style");
  std::string colour;
  for (const std::string_view said :
       {css_value(rules, "background-color"), css_value(rules, "background"),
        attribute_text(element, "bgcolor")}) {
    if (colour.empty()) colour = ascii_lower(std::string(trim(said)));
  }
  if (colour.empty() || colour == "white" || colour == "#fff" || colour == "#ffffff" ||
      colour == "transparent" || colour == "none" || colour == "inherit" || colour == "initial") {
    return 0;
  }
  std::uint32_t number = 0;
  for (const char c : colour) number = number * 31 + static_cast<unsigned char>(c);
  return std::max(number, 1U);
}

void HtmlFonts::load(const GumboNode* root) {
  std::vector<const GumboNode*> open{root};
  while (!open.empty()) {
    const GumboNode* const node = open.back();
    open.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const bool sheet = node->v.element.tag == GUMBO_TAG_STYLE;
    for (const GumboNode* child : children_of(node)) {
      if (!sheet) {
        open.push_back(child);
      } else if (child->type != GUMBO_NODE_ELEMENT) {
        load_rules(child->v.text.text);
      }
    }
  }
}

void HtmlFonts::load_rules(std::string_view sheet) {
  each_piece(sheet, '}', [&](std::string_view rule) {
    const std::size_t brace = rule.rfind('{');
    if (brace == std::string_view::npos) return;
    const std::string_view family = first_family(css_value(rule.substr(brace + 1), "font-family"));
    if (family.empty()) return;
    std::string_view selectors = rule.substr(0, brace);
    if (const std::size_t note = selectors.rfind("*/"); note != std::string_view::npos) {
      selectors.remove_prefix(note + 2);
    }
    each_piece(selectors, ',', [&](std::string_view one) {
      one = trim(one);
      one = one.substr(one.find_last_of(" \t\n>") + 1);
      const std::size_t dot = one.find('.');
      families_[std::string(dot == std::string_view::npos ? one : one.substr(dot))] = family;
    });
  });
}

std::string_view HtmlFonts::family_of(const GumboElement& element) const {
  if (const std::string_view face = attribute_text(element, "face"); !face.empty()) {
    return first_family(face);
  }
  const std::string_view own =
      first_family(css_value(attribute_text(element, "style"), "font-family"));
  if (!own.empty() || families_.empty()) return own;
  std::string_view found;
  each_piece(attribute_text(element, "class"), ' ', [&](std::string_view name) {
    const auto rule = families_.find("." + std::string(name));
    if (rule != families_.end()) found = rule->second;
  });
  if (!found.empty()) return found;
  const auto rule = families_.find(std::string_view(gumbo_normalized_tagname(element.tag)));
  return rule == families_.end() ? std::string_view{} : std::string_view(rule->second);
}

HtmlList::HtmlList(const GumboNode* list, std::size_t depth)
    : style_(list_style(list->v.element)),
      ordered_(list->v.element.tag == GUMBO_TAG_OL),
      depth_(depth) {
  const GumboElement& element = list->v.element;
  const auto start = whole(attribute_text(element, "start"));
  if (gumbo_get_attribute(&element.attributes, "reversed") != nullptr) {
    step_ = -1;
    const auto items = children_of(list);
    next_ = std::count_if(items.begin(), items.end(), [](const GumboNode* child) {
      return child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_LI;
    });
  }
  next_ = start.value_or(next_);
}

std::string HtmlList::label(const GumboNode* item) {
  const GumboElement& element = item->v.element;
  next_ = whole(attribute_text(element, "value")).value_or(next_);
  const std::string own = list_style(element);
  const std::string& style = own.empty() ? style_ : own;
  const std::string counted = number(style);
  next_ += step_;
  std::string start;
  for (const GumboNode* child : children_of(item)) take_start(child, start);
  const std::string_view text = trim(start);
  const bool marked = take_bullet(text).marks != 0 || leading_label(text).has_value();
  if (marked || style == "none") return {};
  if (!ordered_) return depth_ > 0 ? "+ " : "- ";
  return counted + " ";
}

/// As a list of officials writes it: "a)", but "A.", "I.", "1.".
std::string HtmlList::number(std::string_view style) const {
  constexpr std::int64_t last_roman = 89;
  const bool letters = (style == "a" || style == "A") && next_ > 0;
  if (letters) return in_letters(next_, style.front()) + (style == "a" ? ")" : ".");
  if ((style == "i" || style == "I") && next_ > 0 && next_ <= last_roman) {
    const std::string roman = to_roman(static_cast<int>(next_));
    return (style == "i" ? ascii_lower(roman) : roman) + ".";
  }
  const bool zero = style == "01" && next_ >= 0 && next_ < 10;
  return (zero ? "0" : "") + std::to_string(next_) + ".";
}

std::string entity_text(std::string_view entity) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto free = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(free)> output(
      gumbo_parse_with_options(&options, entity.data(), entity.size()), free);
  std::string text;
  take_start(output->root, text);
  return text == entity ? std::string() : text;
}

}  // namespace sauro::inline v0_1::detail
