#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reading/odf_lists.hpp"
#include "reading/odf_styles.hpp"
#include "reading/run_text.hpp"
#include "reading/source.hpp"

namespace sauro::inline v0_1::detail {

/// What the styles of a document say.
struct OdtRules {
  OldFonts fonts;
  OdfStyles styles;
  OdfLists lists{styles};
};

/// A note or comment, which stands apart from the paragraph that it belongs to.
struct Apart {
  pugi::xml_node node;
  std::string_view reason;
};

/// Whether an element holds no text of the document: tracked deletions, forms, what indexes and
/// fields are made from, the numbers that a program wrote for others.
[[nodiscard]] bool is_no_text(const pugi::xml_node& node);

/// Why a note or comment stands aside; nothing for every other element.
[[nodiscard]] std::optional<std::string_view> note_reason(const pugi::xml_node& node);

/// The words of one paragraph; those that are struck through or switched off are set aside.
class OdtWords {
 public:
  /// `rules` and `source` have to outlive it.
  OdtWords(Source& source, OdtRules& rules, const ReadLimits& limits, Place where)
      : source_(source), rules_(rules), limits_(limits), where_(where) {}

  /// What the paragraph says, `depth` elements below the body.
  [[nodiscard]] std::string read(const pugi::xml_node& paragraph, std::size_t depth);

  /// Whether some of it is struck through.
  [[nodiscard]] bool has_struck() const noexcept { return has_struck_; }

  std::vector<pugi::xml_node> boxes;  ///< drawings in it, which may hold text
  std::vector<Apart> asides;          ///< notes and comments in it

 private:
  void collect(const pugi::xml_node& parent, RunText& text, std::size_t depth);
  void collect_span(const pugi::xml_node& node, RunText& text, std::size_t depth);
  void add_text(std::string piece, RunText& text);
  void note_hidden_words();
  [[nodiscard]] const OldFont* font_of(std::string_view family, const pugi::xml_node& node,
                                       const OldFont* otherwise);
  [[nodiscard]] bool is_hidden(std::string_view family, const pugi::xml_node& node) const;
  [[nodiscard]] std::optional<bool> strikes(std::string_view family,
                                            const pugi::xml_node& node) const;
  /// Where words go: those that are struck through are kept apart.
  [[nodiscard]] RunText& into(RunText& text) { return is_struck_ ? struck_ : text; }

  Source& source_;
  OdtRules& rules_;
  const ReadLimits& limits_;
  Place where_;
  std::string hidden_;  ///< words that aren't shown
  std::uint32_t hidden_depth_ = 0;
  RunText struck_;   ///< words that are struck through
  std::string off_;  ///< words that a field doesn't show now
  bool is_struck_ = false;
  bool has_struck_ = false;
};

}  // namespace sauro::inline v0_1::detail
