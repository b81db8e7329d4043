#pragma once

#include <map>
#include <optional>
#include <string>

#include "reading/run_text.hpp"

namespace pugi {
class xml_node;
}

namespace sauro::inline v0_1::detail {

/// In which old fonts paragraphs and runs are set, by their own properties and their styles.
class DocxFonts {
 public:
  void load_styles(const pugi::xml_node& root);

  /// Of the runs of a paragraph with these properties (w:pPr) that name none.
  [[nodiscard]] const OldFont* of_paragraph(const pugi::xml_node& properties);

  /// Of a run with these properties (w:rPr) in a paragraph whose font is `inherited`.
  [[nodiscard]] const OldFont* of_run(const pugi::xml_node& properties, const OldFont* inherited);

 private:
  struct Style {
    std::string based_on;
    std::optional<const OldFont*> font;  ///< nothing where the style says none
  };

  [[nodiscard]] std::optional<const OldFont*> named(const pugi::xml_node& properties);
  [[nodiscard]] std::optional<const OldFont*> of_style(const std::string& id) const;

  OldFonts fonts_;
  std::map<std::string, Style> styles_;
  std::string default_style_;
  const OldFont* default_font_ = nullptr;
};

}  // namespace sauro::inline v0_1::detail
