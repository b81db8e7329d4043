#include "reading/docx_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <pugixml.hpp>
#include <utility>

#include "sauro/text/unicode.hpp"
#include "reading/asides.hpp"
#include "reading/sign_fonts.hpp"
#include "reading/source.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

bool is(const pugi::xml_node& node, const char* name) {
  return std::strcmp(node.name(), name) == 0;
}

void load_xml(pugi::xml_document& xml, std::string& text, const std::string& part) {
  const std::string_view head = std::string_view(text).substr(0, 4096);
  if (head.find("<!DOCTYPE") != std::string_view::npos) {
    refuse_doctype(part);
  }
  const pugi::xml_parse_result result = xml.load_buffer_inplace(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_auto);
  if (!result) {
    refuse_malformed(part + ", byte " + std::to_string(result.offset), result.description());
  }
}

bool is_dropped(const pugi::xml_node& node) {
  constexpr std::array<const char*, 5> names = {"w:del", "w:moveFrom", "w:delText", "w:instrText",
                                                "w:delInstrText"};
  return std::any_of(names.begin(), names.end(),
                     [&](const char* name) { return is(node, name); }) ||
         (is(node, "mc:Fallback") && node.parent().child("mc:Choice"));  // the same text again
}

std::string_view sign_of(const pugi::xml_node& node, bool in_old_font) {
  if (is(node, "w:tab") || is(node, "w:ptab")) return "\t";
  if (is(node, "w:br") || is(node, "w:cr")) return "\n";
  if (is(node, "w:noBreakHyphen")) return "-";
  return in_old_font && is(node, "w:softHyphen") ? "\u00AD" : "";
}

std::string symbol_of(const pugi::xml_node& node) {
  const char* const code = node.attribute("w:char").as_string();
  const auto c = static_cast<char32_t>(std::strtoul(code, nullptr, 16));
  if (c < 0x20 || c >= 0x110000 || (c >= 0xD800 && c < 0xE000)) return {};
  std::string symbol;
  append_utf8(symbol, c);
  return signs_of(symbol, sign_font(node.attribute("w:font").as_string()));
}

std::uint32_t fill_of(const pugi::xml_node& properties) {
  constexpr std::uint32_t white = 0xFFFFFF;
  const std::string_view code = properties.child("w:shd").attribute("w:fill").as_string();
  std::uint32_t colour = white;
  std::from_chars(code.data(), code.data() + code.size(), colour, 16);
  return code == "auto" || colour == white ? 0 : colour + 1;
}

std::string main_part(OfficeArchive& archive) {
  std::optional<std::string> text = archive.read("_rels/.rels");
  pugi::xml_document xml;
  if (text) load_xml(xml, *text, "_rels/.rels");
  for (const pugi::xml_node link : xml.document_element().children("Relationship")) {
    const std::string_view type = link.attribute("Type").as_string();
    std::string_view target = link.attribute("Target").as_string();
    if (target.starts_with('/')) target.remove_prefix(1);
    if (type.ends_with("/officeDocument") && !target.empty()) return std::string(target);
  }
  return "word/document.xml";
}

std::string_view aside_reason(std::string_view part) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kinds = {
      {{"word/header", header_reason},
       {"word/footer", footer_reason},
       {"word/footnotes", footnote_reason},
       {"word/endnotes", endnote_reason},
       {"word/comments", comment_reason}}};
  for (const auto& [prefix, reason] : kinds) {
    const bool numbered = part.starts_with(prefix) && part.ends_with(".xml") &&
                          part.substr(prefix.size(), part.size() - prefix.size() - 4)
                                  .find_first_not_of("0123456789") == std::string_view::npos;
    if (numbered) return reason;
  }
  return {};
}

}  // namespace sauro::inline v0_1::detail
