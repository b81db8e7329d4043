#pragma once

#include <gumbo.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What the tree of a page says of its elements.
namespace sauro::inline v0_1::detail {

/// Whether an element begins a line of its own.
[[nodiscard]] bool is_block(GumboTag tag);

/// Whether an element holds nothing that is drawn.
[[nodiscard]] bool is_hidden(GumboTag tag);

/// A text attribute; empty where it isn't there.
[[nodiscard]] std::string_view attribute_text(const GumboElement& element, const char* name);

/// A number from 1 to a million.
[[nodiscard]] std::uint32_t attribute(const GumboElement& element, const char* name,
                                      std::uint32_t otherwise);

[[nodiscard]] std::vector<const GumboNode*> children_of(const GumboNode* node);

/// The value of a property among CSS declarations: "color: red; font-family: 'A', B"; empty where
/// there is none.
[[nodiscard]] std::string_view css_value(std::string_view declarations, std::string_view property);

/// Whether an element strikes its words through, or marks them as deleted.
[[nodiscard]] bool strikes(const GumboElement& element);

/// The colour of a cell as a number, by bgcolor or style; 0 for white and none.
[[nodiscard]] std::uint32_t fill_of(const GumboElement& element);

/// The fonts that the style sheets of a page give to tags and classes.
class HtmlFonts {
 public:
  /// Reads the rules of the page's <style> elements.
  void load(const GumboNode* root);

  /// The first family of an element, of its own or by a rule; empty where nothing says one.
  [[nodiscard]] std::string_view family_of(const GumboElement& element) const;

 private:
  void load_rules(std::string_view sheet);

  std::map<std::string, std::string, std::less<>> families_;  ///< by "p", ".MsoNormal"
};

/// The labels that a browser draws before the items of a list.
class HtmlList {
 public:
  /// `depth` counts the lists of bullets around it.
  HtmlList(const GumboNode* list, std::size_t depth);

  /// The label of the next item, with a blank: "a) ", "- "; empty where none is drawn, or where the
  /// item's text begins with one of its own.
  [[nodiscard]] std::string label(const GumboNode* item);

 private:
  [[nodiscard]] std::string number(std::string_view style) const;

  std::string style_;
  bool ordered_;
  std::size_t depth_;
  std::int64_t next_ = 1;
  std::int64_t step_ = 1;
};

/// The character that an entity such as "&agrave;" stands for; empty where it is none.
[[nodiscard]] std::string entity_text(std::string_view entity);

}  // namespace sauro::inline v0_1::detail
