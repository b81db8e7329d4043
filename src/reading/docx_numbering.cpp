#include "reading/docx_numbering.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>

#include "reading/labels.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_label = 64;  // bytes; a file can't make each paragraph a megabyte

std::string value_of(const pugi::xml_node& node, const char* child) {
  return node.child(child).attribute("w:val").as_string();
}

/// Word goes on after z with aa, bb, ...
std::string letters(int value) {
  if (value < 1) return std::to_string(value);
  const auto index = static_cast<unsigned>(value - 1);
  return std::string(std::min(index / 26 + 1, 8U), static_cast<char>('A' + index % 26));
}

std::string format_number(int value, const std::string& format) {
  if (format == "upperRoman") return to_roman(value);
  if (format == "lowerRoman") return ascii_lower(to_roman(value));
  if (format == "upperLetter") return letters(value);
  if (format == "lowerLetter") return ascii_lower(letters(value));
  if (format == "decimalZero") return (value < 10 ? "0" : "") + std::to_string(value);
  if (format == "none") return "";
  return std::to_string(value);
}

}  // namespace

std::string bullet_mark(std::string_view text) {
  if (text.empty()) return "•";
  const char32_t c = decode(text, 0).value;
  if (c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0xF02D) return "-";
  if (c == U'+' || c == U'o' || c == 0xF02B || c == 0x25CB) return "+";
  return "•";
}

DocxNumbering::Level DocxNumbering::read_level(const pugi::xml_node& node) {
  Level level;
  level.start = node.child("w:start").attribute("w:val").as_int(1);
  level.restart = node.child("w:lvlRestart").attribute("w:val").as_int(-1);
  if (node.child("w:numFmt")) level.format = value_of(node, "w:numFmt");
  level.text = value_of(node, "w:lvlText").substr(0, longest_label);
  if (node.child("w:suff")) level.suffix = value_of(node, "w:suff");
  level.legal = node.child("w:isLgl") && node.child("w:isLgl").attribute("w:val").as_bool(true);
  level.style = value_of(node, "w:pStyle");
  return level;
}

void DocxNumbering::load_numbering(const pugi::xml_node& root) {
  for (const pugi::xml_node node : root.children("w:abstractNum")) {
    Abstract& abstract = abstracts_[node.attribute("w:abstractNumId").as_string()];
    abstract.style_link = value_of(node, "w:numStyleLink");
    for (const pugi::xml_node level : node.children("w:lvl")) {
      const unsigned index = level.attribute("w:ilvl").as_uint();
      if (index < levels) abstract.level[index] = read_level(level);
    }
  }
  for (const pugi::xml_node node : root.children("w:num")) {
    Instance& instance = instances_[node.attribute("w:numId").as_string()];
    instance.abstract_id = value_of(node, "w:abstractNumId");
    for (const pugi::xml_node change : node.children("w:lvlOverride")) {
      const unsigned index = change.attribute("w:ilvl").as_uint();
      if (index >= levels) continue;
      if (const pugi::xml_node start = change.child("w:startOverride")) {
        instance.start_override[index] = start.attribute("w:val").as_int(1);
      }
      if (const pugi::xml_node level = change.child("w:lvl")) {
        instance.level_override[index] = read_level(level);
      }
    }
  }
}

void DocxNumbering::load_styles(const pugi::xml_node& root) {
  for (const pugi::xml_node node : root.children("w:style")) {
    const std::string id = node.attribute("w:styleId").as_string();
    Style& style = styles_[id];
    style.based_on = value_of(node, "w:basedOn");
    const pugi::xml_node list = node.child("w:pPr").child("w:numPr");
    style.number_id = value_of(list, "w:numId");
    if (const pugi::xml_node level = list.child("w:ilvl")) {
      style.level = level.attribute("w:val").as_uint();
    }
    const bool paragraph = std::string_view(node.attribute("w:type").as_string()) == "paragraph";
    if (paragraph && node.attribute("w:default").as_bool()) default_style_ = id;
  }
}

DocxNumbering::Position DocxNumbering::position_of(const pugi::xml_node& properties) const {
  const pugi::xml_node list = properties.child("w:numPr");
  Position position;
  std::optional<std::size_t> level;
  if (const pugi::xml_node own = list.child("w:ilvl")) level = own.attribute("w:val").as_uint();
  position.number_id = value_of(list, "w:numId");
  std::string style_id = value_of(properties, "w:pStyle");
  if (style_id.empty()) style_id = default_style_;
  std::string source_style;
  for (int hops = 0; hops < 16 && position.number_id.empty(); ++hops) {
    const auto found = styles_.find(style_id);
    if (found == styles_.end()) break;
    position.number_id = found->second.number_id;
    source_style = style_id;
    if (!level && !position.number_id.empty()) level = found->second.level;
    style_id = found->second.based_on;
  }
  if (!level && !source_style.empty()) {  // the level may name the style instead
    const auto instance = instances_.find(position.number_id);
    const Abstract* abstract =
        instance == instances_.end() ? nullptr : abstract_of(instance->second);
    for (std::size_t i = 0; abstract != nullptr && i < levels; ++i) {
      if (abstract->level[i].style == source_style) level = i;
    }
  }
  position.level = std::min(level.value_or(0), levels - 1);
  return position;
}

const DocxNumbering::Abstract* DocxNumbering::abstract_of(const Instance& instance) const {
  auto found = abstracts_.find(instance.abstract_id);
  if (found == abstracts_.end()) return nullptr;
  if (found->second.style_link.empty()) return &found->second;
  const auto style = styles_.find(found->second.style_link);
  if (style == styles_.end()) return &found->second;
  const auto linked = instances_.find(style->second.number_id);
  if (linked == instances_.end()) return &found->second;
  found = abstracts_.find(linked->second.abstract_id);
  return found == abstracts_.end() ? nullptr : &found->second;
}

const DocxNumbering::Level& DocxNumbering::level_of(const Instance& instance,
                                                    const Abstract& abstract, std::size_t level) {
  const auto found = instance.level_override.find(level);
  return found == instance.level_override.end() ? abstract.level[level] : found->second;
}

void DocxNumbering::count(const Instance& instance, const Abstract& abstract, std::size_t level,
                          Counters& counters) {
  const auto start_of = [&](std::size_t i) {
    const auto changed = instance.start_override.find(i);
    return changed == instance.start_override.end() ? level_of(instance, abstract, i).start
                                                    : changed->second;
  };
  for (std::size_t i = 0; i < level; ++i) {
    if (!counters.value[i]) counters.value[i] = start_of(i);
  }
  auto& own = counters.value[level];
  own = own ? *own + 1 : start_of(level);
  for (std::size_t i = level + 1; i < levels; ++i) {
    const int restart = level_of(instance, abstract, i).restart;
    const bool stays = restart == 0 || (restart > 0 && static_cast<int>(level) >= restart);
    if (!stays) counters.value[i].reset();
  }
}

std::string DocxNumbering::next_label(const pugi::xml_node& properties) {
  const Position position = position_of(properties);
  const auto found = instances_.find(position.number_id);
  if (found == instances_.end()) return "";
  const Instance& instance = found->second;
  const Abstract* abstract = abstract_of(instance);
  if (abstract == nullptr) return "";
  Counters& counters = counters_[instance.abstract_id];
  if (started_.insert(position.number_id).second) {
    for (const auto& [level, start] : instance.start_override) counters.value[level].reset();
  }
  count(instance, *abstract, position.level, counters);
  const Level& level = level_of(instance, *abstract, position.level);
  if (level.format == "bullet") return bullet_mark(level.text) + " ";
  std::string label;
  for (std::size_t at = 0; at < level.text.size(); ++at) {
    const char digit = at + 1 < level.text.size() ? level.text[at + 1] : '\0';
    if (level.text[at] != '%' || digit < '1' || digit > '9') {
      label += level.text[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(digit - '1');
    const std::string& format = level_of(instance, *abstract, index).format;
    label += format_number(counters.value[index].value_or(1), level.legal ? "decimal" : format);
    ++at;
  }
  if (!label.empty() && level.suffix != "nothing") label += ' ';
  return label;
}

}  // namespace sauro::inline v0_1::detail
