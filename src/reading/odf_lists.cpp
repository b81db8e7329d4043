#include "reading/odf_lists.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>

#include "reading/docx_numbering.hpp"
#include "reading/labels.hpp"
#include "reading/source.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_sign = 64;  // bytes; a file can't make each label a megabyte

std::string sign(const pugi::xml_node& node, const char* attribute) {
  return std::string(node.attribute(attribute).as_string()).substr(0, longest_sign);
}

/// A number that lists begin with; what a file says beyond that could not be counted on.
int start_of(const pugi::xml_attribute& attribute, int otherwise) {
  return std::clamp(attribute.as_int(otherwise), 0, 1'000'000);
}

std::string number_of(int value, const std::string& format, bool in_step) {
  if (format.empty() || value < 1) return format.empty() ? "" : std::to_string(value);
  if (format == "I") return to_roman(value);
  if (format == "i") return ascii_lower(to_roman(value));
  if (format != "A" && format != "a") return std::to_string(value);
  const auto index = static_cast<unsigned>(value - 1);
  const std::string letters =
      in_step ? std::string(std::min(index / 26 + 1, 8U), static_cast<char>('A' + index % 26))
              : column_letters(static_cast<std::uint32_t>(value));
  return format == "A" ? letters : ascii_lower(letters);
}

}  // namespace

void OdfLists::load(const pugi::xml_node& root) {
  for (const char* group : {"office:styles", "office:automatic-styles"}) {
    for (const pugi::xml_node node : root.child(group).children("text:list-style")) {
      load_levels(node, list_styles_[node.attribute("style:name").as_string()]);
    }
    for (const pugi::xml_node node : root.child(group).children("text:outline-style")) {
      load_levels(node, outline_);
    }
  }
}

void OdfLists::load_levels(const pugi::xml_node& node, Style& style) {
  for (const pugi::xml_node one : node.children()) {
    const unsigned number = one.attribute("text:level").as_uint();
    if (number == 0 || number > levels) continue;
    Level& level = style[number - 1];
    level.is_bullet = std::string_view(one.name()) != "text:list-level-style-number" &&
                      std::string_view(one.name()) != "text:outline-level-style";
    level.bullet = sign(one, "text:bullet-char");
    level.format = sign(one, "style:num-format");
    level.prefix = sign(one, "style:num-prefix");
    level.suffix = sign(one, "style:num-suffix");
    level.pattern = sign(one, "style:num-list-format");
    if (level.pattern.empty()) level.pattern = sign(one, "loext:num-list-format");
    level.in_step = one.attribute("style:num-letter-sync").as_bool();
    level.start = start_of(one.attribute("text:start-value"), 1);
    level.shown =
        std::clamp<std::size_t>(one.attribute("text:display-levels").as_uint(1), 1, number);
  }
}

OdfLists::Counters* OdfLists::counters_of(const pugi::xml_node& list, const std::string& style) {
  Counters* counters = nullptr;
  const auto known = by_id_.find(list.attribute("text:continue-list").as_string());
  if (known != by_id_.end()) {
    counters = known->second;
  } else if (list.attribute("text:continue-numbering").as_bool() && by_style_.contains(style)) {
    counters = by_style_[style];
  } else {
    counters = &counters_.emplace_back();
  }
  by_style_[style] = counters;
  return counters;
}

void OdfLists::begin_list(const pugi::xml_node& list) {
  Open one;
  one.style = list.attribute("text:style-name").as_string();
  if (open_.empty()) {
    one.counters = counters_of(list, one.style);
  } else {
    if (one.style.empty()) one.style = open_.back().style;
    one.counters = open_.back().counters;
  }
  if (const pugi::xml_attribute id = list.attribute("xml:id"))
    by_id_[id.as_string()] = one.counters;
  open_.push_back(std::move(one));
}

void OdfLists::end_list() { open_.pop_back(); }

void OdfLists::begin_item(const pugi::xml_node& item) {
  open_.back().fresh = std::string_view(item.name()) != "text:list-header";
  open_.back().start.reset();
  if (const pugi::xml_attribute start = item.attribute("text:start-value")) {
    open_.back().start = start_of(start, 1);
  }
}

void OdfLists::end_item() { open_.back().fresh = false; }

const OdfLists::Style* OdfLists::style_of(const pugi::xml_node& paragraph) const {
  std::string name = open_.back().style;
  if (name.empty()) {
    name = styles_.list_style(paragraph.attribute("text:style-name").as_string()).value_or("");
  }
  const auto found = list_styles_.find(name);
  return found == list_styles_.end() ? nullptr : &found->second;
}

std::string OdfLists::next_label(const pugi::xml_node& paragraph) {
  if (open_.empty()) {
    return std::string_view(paragraph.name()) == "text:h" ? heading_label(paragraph) : "";
  }
  Open& item = open_.back();
  if (!std::exchange(item.fresh, false)) return "";
  const Style* style = style_of(paragraph);
  if (style == nullptr) return "";
  const std::size_t level = std::min(open_.size(), levels) - 1;
  count(*style, level, item.start, *item.counters);
  return label_of(*style, level, *item.counters);
}

std::string OdfLists::heading_label(const pugi::xml_node& heading) {
  const std::size_t level =
      std::clamp<std::size_t>(heading.attribute("text:outline-level").as_uint(1), 1, levels) - 1;
  const auto list = styles_.list_style(heading.attribute("text:style-name").as_string());
  const bool without =
      heading.attribute("text:is-list-header").as_bool() || (list && list->empty());
  if (without || outline_[level].format.empty()) return "";
  std::optional<int> start;
  if (heading.attribute("text:restart-numbering").as_bool()) {
    start = start_of(heading.attribute("text:start-value"), outline_[level].start);
  }
  count(outline_, level, start, outline_counters_);
  return label_of(outline_, level, outline_counters_);
}

void OdfLists::count(const Style& style, std::size_t level, std::optional<int> start,
                     Counters& counters) {
  for (std::size_t i = 0; i < level; ++i) {
    if (!counters[i]) counters[i] = style[i].start;
  }
  auto& own = counters[level];
  own = start ? *start : own ? *own + 1 : style[level].start;
  std::fill(counters.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.end(),
            std::nullopt);
}

std::string OdfLists::number(const Style& style, std::size_t level, const Counters& counters) {
  const Level& own = style[level];
  return number_of(counters[level].value_or(own.start), own.format, own.in_step);
}

std::string OdfLists::by_pattern(const Style& style, std::size_t level, const Counters& counters) {
  const std::string& pattern = style[level].pattern;
  std::string label;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const std::size_t end = pattern[at] == '%' ? pattern.find('%', at + 1) : std::string::npos;
    const int shown =
        end == std::string::npos ? 0 : leading_int(std::string_view(pattern).substr(at + 1));
    if (shown < 1 || static_cast<std::size_t>(shown) > level + 1) {
      label += pattern[at];
    } else {
      label += number(style, static_cast<std::size_t>(shown) - 1, counters);
      at = end;
    }
  }
  return label;
}

std::string OdfLists::label_of(const Style& style, std::size_t level, const Counters& counters) {
  const Level& own = style[level];
  if (own.is_bullet) return bullet_mark(own.bullet) + " ";
  std::string numbers;
  for (std::size_t i = level + 1 - std::min(own.shown, level + 1); i <= level; ++i) {
    const std::string one = own.format.empty() ? "" : number(style, i, counters);
    numbers += (numbers.empty() || one.empty() ? "" : ".") + one;
  }
  const bool written = !own.format.empty() && !own.pattern.empty();
  const std::string label =
      written ? by_pattern(style, level, counters) : own.prefix + numbers + own.suffix;
  return label.empty() ? label : label + " ";
}

}  // namespace sauro::inline v0_1::detail
