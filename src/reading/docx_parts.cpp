#include "reading/docx_parts.hpp"

#include <array>
#include <cstring>
#include <optional>
#include <pugixml.hpp>
#include <utility>

#include "reading/source.hpp"

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
