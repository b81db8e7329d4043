#include "reading/docx_fonts.hpp"

#include <pugixml.hpp>
#include <string_view>

namespace sauro::inline v0_1::detail {
namespace {

/// Whether a property is switched on; nothing where it isn't there.
std::optional<bool> switched(const pugi::xml_node& property) {
  if (!property) return std::nullopt;
  const std::string_view value = property.attribute("w:val").as_string("1");
  return value != "0" && value != "false" && value != "off";
}

std::string style_in(const pugi::xml_node& properties, const char* kind) {
  return properties.child(kind).attribute("w:val").as_string();
}

}  // namespace

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
                   named(node.child("w:rPr")), hides(node.child("w:rPr")),
                   strikes(node.child("w:rPr"))};
  }
}

template <class Value>
std::optional<Value> DocxFonts::of_style(const std::string& id,
                                         std::optional<Value> Style::* member) const {
  constexpr int most_hops = 16;
  const std::string* at = &id;
  for (int hops = 0; hops < most_hops; ++hops) {
    const auto style = styles_.find(*at);
    if (style == styles_.end()) break;
    if (style->second.*member) return style->second.*member;
    at = &style->second.based_on;
  }
  return std::nullopt;
}

const OldFont* DocxFonts::of_paragraph(const pugi::xml_node& properties) {
  const std::string style = style_in(properties, "w:pStyle");
  return of_style(style.empty() ? default_style_ : style, &Style::font).value_or(default_font_);
}

const OldFont* DocxFonts::of_run(const pugi::xml_node& properties, const OldFont* inherited) {
  if (const auto own = named(properties)) return *own;
  return of_style(style_in(properties, "w:rStyle"), &Style::font).value_or(inherited);
}

std::optional<bool> DocxFonts::hides(const pugi::xml_node& properties) {
  return switched(properties.child("w:vanish"));
}

std::optional<bool> DocxFonts::strikes(const pugi::xml_node& properties) {
  const auto one = switched(properties.child("w:strike"));
  const auto two = switched(properties.child("w:dstrike"));
  return one || two ? std::optional(one.value_or(false) || two.value_or(false)) : std::nullopt;
}

bool DocxFonts::says(const pugi::xml_node& run, const pugi::xml_node& paragraph,
                     std::optional<bool> (*own)(const pugi::xml_node&),
                     std::optional<bool> Style::* member) const {
  if (const auto said = own(run)) return *said;
  if (const auto style = of_style(style_in(run, "w:rStyle"), member)) return *style;
  return of_style(style_in(paragraph, "w:pStyle"), member).value_or(false);
}

}  // namespace sauro::inline v0_1::detail
