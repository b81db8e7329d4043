#pragma once

#include <map>
#include <optional>
#include <string>

#include "reading/run_text.hpp"

namespace pugi {
class xml_node;
}

namespace sauro::inline v0_1::detail {

/// In which old fonts paragraphs and runs are set, and which runs are hidden or struck through, by
/// their own properties and their styles.
class DocxFonts {
 public:
  void load_styles(const pugi::xml_node& root);

  /// Of the runs of a paragraph with these properties (w:pPr) that name none.
  [[nodiscard]] const OldFont* of_paragraph(const pugi::xml_node& properties);

  /// Of a run with these properties (w:rPr) in a paragraph whose font is `inherited`.
  [[nodiscard]] const OldFont* of_run(const pugi::xml_node& properties, const OldFont* inherited);

  /// Whether a run with these properties isn't shown (w:vanish), in a paragraph with those.
  [[nodiscard]] bool is_hidden(const pugi::xml_node& run, const pugi::xml_node& paragraph) const {
    return says(run, paragraph, hides, &Style::hidden);
  }

  /// Whether it is struck through (w:strike, w:dstrike).
  [[nodiscard]] bool is_struck(const pugi::xml_node& run, const pugi::xml_node& paragraph) const {
    return says(run, paragraph, strikes, &Style::struck);
  }

 private:
  struct Style {
    std::string based_on;
    std::optional<const OldFont*> font;  ///< nothing where the style says none
    std::optional<bool> hidden;
    std::optional<bool> struck;
  };

  // what properties say of that; nothing where they don't
  static std::optional<bool> hides(const pugi::xml_node& properties);
  static std::optional<bool> strikes(const pugi::xml_node& properties);
  /// What a run's own properties say, else its style, else that of its paragraph.
  [[nodiscard]] bool says(const pugi::xml_node& run, const pugi::xml_node& paragraph,
                          std::optional<bool> (*own)(const pugi::xml_node&),
                          std::optional<bool> Style::* member) const;

  [[nodiscard]] std::optional<const OldFont*> named(const pugi::xml_node& properties);
  /// What the style, or the nearest one that it is based on, says.
  template <class Value>
  [[nodiscard]] std::optional<Value> of_style(const std::string& id,
                                              std::optional<Value> Style::* member) const;

  OldFonts fonts_;
  std::map<std::string, Style> styles_;
  std::string default_style_;
  const OldFont* default_font_ = nullptr;
};

}  // namespace sauro::inline v0_1::detail
