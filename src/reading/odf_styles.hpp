#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "reading/legacy_text.hpp"

namespace pugi {
class xml_node;
}

namespace sauro::inline v0_1::detail {

/// Styles of paragraphs and runs, as far as they say how a text is read.
class OdfStyles {
 public:
  /// Reads the styles and fonts of a part; those of content.xml come after those of styles.xml.
  void load(const pugi::xml_node& root);

  /// The list style of a paragraph style; empty where it says that there is none.
  [[nodiscard]] std::optional<std::string> list_style(std::string_view style) const;

  /// The font of a style of this family ("paragraph", "text"); empty where none is named.
  [[nodiscard]] std::string font(std::string_view family, std::string_view style) const;

  /// Whether what is set in a style of this family isn't shown.
  [[nodiscard]] bool is_hidden(std::string_view family, std::string_view style) const;

  /// Whether it is struck through; nothing where no style says so or not.
  [[nodiscard]] std::optional<bool> is_struck(std::string_view family,
                                              std::string_view style) const;

 private:
  struct Style {
    std::string parent;
    std::optional<std::string> list_style;
    std::string font;
    std::optional<bool> hidden;
    std::optional<bool> struck;
  };

  void load_styles(const pugi::xml_node& group);
  [[nodiscard]] std::string font_of(const pugi::xml_node& style) const;
  /// What the style says, or the nearest one that it comes from.
  [[nodiscard]] std::optional<bool> said(std::string_view family, std::string_view style,
                                         std::optional<bool> Style::* member) const;
  [[nodiscard]] const Style* find(std::string_view family, std::string_view style) const;

  std::map<std::string, Style, std::less<>> styles_;  ///< by family, a blank and name
  std::map<std::string, std::string, std::less<>> fonts_;
};

}  // namespace sauro::inline v0_1::detail
