#include "reading/docx_fonts.hpp"

#include <pugixml.hpp>
#include <string_view>

namespace sauro::inline v0_1::detail {

/// The font that properties name for letters beyond ASCII; a theme has none of the old ones.
std::optional<const OldFont*> DocxFonts::named(const pugi::xml_node& properties) {
  const pugi::xml_node fonts = properties.child("w:rFonts");
  if (!fonts) return std::nullopt;
  if (fonts.attribute("w:hAnsiTheme")) return nullptr;
  for (const char* kind : {"w:hAnsi", "w:ascii"}) {
    if (const pugi::xml_attribute name = fonts.attribute(kind))
      return fonts_.find(name.as_string());
  }
  return std::nullopt;
}

void DocxFonts::load_styles(const pugi::xml_node& root) {
  const pugi::xml_node defaults = root.child("w:docDefaults").child("w:rPrDefault");
  default_font_ = named(defaults.child("w:rPr")).value_or(nullptr);
  for (const pugi::xml_node node : root.children("w:style")) {
    const std::string id = node.attribute("w:styleId").as_string();
    const std::string_view kind = node.attribute("w:type").as_string();
    if (kind == "paragraph" && node.attribute("w:default").as_bool()) default_style_ = id;
    styles_[id] = {node.child("w:basedOn").attribute("w:val").as_string(),
                   named(node.child("w:rPr"))};
  }
}

std::optional<const OldFont*> DocxFonts::of_style(const std::string& id) const {
  constexpr int most_hops = 16;
  const std::string* at = &id;
  for (int hops = 0; hops < most_hops; ++hops) {
    const auto style = styles_.find(*at);
    if (style == styles_.end()) break;
    if (style->second.font) return style->second.font;
    at = &style->second.based_on;
  }
  return std::nullopt;
}

const OldFont* DocxFonts::of_paragraph(const pugi::xml_node& properties) {
  const pugi::xml_attribute style = properties.child("w:pStyle").attribute("w:val");
  return of_style(style ? style.as_string() : default_style_).value_or(default_font_);
}

const OldFont* DocxFonts::of_run(const pugi::xml_node& properties, const OldFont* inherited) {
  if (const auto own = named(properties)) return *own;
  const pugi::xml_attribute style = properties.child("w:rStyle").attribute("w:val");
  if (!style) return inherited;
  return of_style(style.as_string()).value_or(inherited);
}

}  // namespace sauro::inline v0_1::detail
