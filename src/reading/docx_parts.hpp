#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reading/office_archive.hpp"

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace sauro::inline v0_1::detail {

/// Whether an element has this name, with its prefix as programs write it.
[[nodiscard]] bool is(const pugi::xml_node& node, const char* name);

/// Deleted or moved away by a tracked change, or the code of a field: no text of the document.
[[nodiscard]] bool is_dropped(const pugi::xml_node& node);

/// What an element stands for: a tab, a line end; a soft hyphen only where an old font has a letter
/// there.
[[nodiscard]] std::string_view sign_of(const pugi::xml_node& node, bool in_old_font);

/// The sign that w:sym names by its font and code.
[[nodiscard]] std::string symbol_of(const pugi::xml_node& node);

/// The colour of a cell (w:tcPr), as a number; 0 for white and none.
[[nodiscard]] std::uint32_t fill_of(const pugi::xml_node& properties);

/// Parses a part in place; throws ParseError where it is no XML or has a document type.
void load_xml(pugi::xml_document& xml, std::string& text, const std::string& part);

/// Name of the part with the document, as the package's relationships give it.
std::string main_part(OfficeArchive& archive);

/// Why the text of a part other than the document's stands aside, or nothing for parts of no text.
std::string_view aside_reason(std::string_view part);

}  // namespace sauro::inline v0_1::detail
