#include "reading/odf_styles.hpp"

#include <pugixml.hpp>
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr int most_hops = 16;  // from a style to its parents; a file may let them go round

std::string style_key(std::string_view family, std::string_view name) {
  return std::string(family) + " " + std::string(name);
}

/// Whether properties draw a line through the words; nothing where they don't say.
std::optional<bool> struck_by(const pugi::xml_node& properties) {
  for (const char* name : {"style:text-line-through-style", "style:text-line-through-type"}) {
    if (const auto line = properties.attribute(name))
      return std::string_view(line.as_string()) != "none";
  }
  return std::nullopt;
}

}  // namespace

void OdfStyles::load(const pugi::xml_node& root) {
  for (const pugi::xml_node face : root.child("office:font-face-decls").children()) {
    fonts_[face.attribute("style:name").as_string()] =
        unquoted(face.attribute("svg:font-family").as_string());
  }
  load_styles(root.child("office:styles"));
  load_styles(root.child("office:automatic-styles"));
}

void OdfStyles::load_styles(const pugi::xml_node& group) {
  for (const pugi::xml_node node : group.children()) {
    const std::string_view kind = node.name();
    if (kind != "style:style" && kind != "style:default-style") continue;
    Style& style = styles_[style_key(node.attribute("style:family").as_string(),
                                     node.attribute("style:name").as_string())];
    style.parent = node.attribute("style:parent-style-name").as_string();
    if (const pugi::xml_attribute list = node.attribute("style:list-style-name")) {
      style.list_style = list.as_string();
    }
    style.font = font_of(node);
    if (const auto shown = node.child("style:text-properties").attribute("text:display"))
      style.hidden = std::string_view(shown.as_string()) == "none";
    style.struck = struck_by(node.child("style:text-properties"));
  }
}

std::string OdfStyles::font_of(const pugi::xml_node& style) const {
  const pugi::xml_node properties = style.child("style:text-properties");
  const std::string name = properties.attribute("style:font-name").as_string();
  const auto face = fonts_.find(name);
  if (face != fonts_.end() && !face->second.empty()) return face->second;
  if (!name.empty()) return name;
  return std::string(unquoted(properties.attribute("fo:font-family").as_string()));
}

const OdfStyles::Style* OdfStyles::find(std::string_view family, std::string_view style) const {
  const auto found = styles_.find(style_key(family, style));
  return found == styles_.end() ? nullptr : &found->second;
}

std::optional<std::string> OdfStyles::list_style(std::string_view style) const {
  const Style* at = find("paragraph", style);
  for (int hops = 0; at != nullptr && hops < most_hops; ++hops) {
    if (at->list_style) return at->list_style;
    at = at->parent.empty() ? nullptr : find("paragraph", at->parent);
  }
  return std::nullopt;
}

std::string OdfStyles::font(std::string_view family, std::string_view style) const {
  const Style* at = find(family, style);
  for (int hops = 0; at != nullptr && hops < most_hops; ++hops) {
    if (!at->font.empty()) return at->font;
    at = at->parent.empty() ? nullptr : find(family, at->parent);
  }
  const Style* usual = family == "paragraph" ? find(family, "") : nullptr;
  return usual == nullptr ? "" : usual->font;
}

std::optional<bool> OdfStyles::said(std::string_view family, std::string_view style,
                                    std::optional<bool> Style::* member) const {
  const Style* at = style.empty() ? nullptr : find(family, style);
  for (int hops = 0; at != nullptr && hops < most_hops; ++hops) {
    if (at->*member) return *(at->*member);
    at = at->parent.empty() ? nullptr : find(family, at->parent);
  }
  return std::nullopt;
}

bool OdfStyles::is_hidden(std::string_view family, std::string_view style) const {
  return said(family, style, &Style::hidden).value_or(false);
}

std::optional<bool> OdfStyles::is_struck(std::string_view family, std::string_view style) const {
  return said(family, style, &Style::struck);
}

}  // namespace sauro::inline v0_1::detail
