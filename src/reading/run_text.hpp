#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "reading/legacy_text.hpp"
#include "reading/source.hpp"

namespace sauro::inline v0_1::detail {

/// A font of the time before Unicode, or one of signs, by its name.
struct OldFont {
  std::string name;
  LegacyFont makes;
};

/// The old fonts among those that a document names; each is looked at once.
class OldFonts {
 public:
  /// Null for every other font.
  const OldFont* find(std::string_view name);

 private:
  std::map<std::string, std::optional<OldFont>, std::less<>> known_;
};

/// A remark that text of an old font was turned, once a document; none for signs, which are sure.
void note_font(Source& source, const OldFont& font, Place place);

/// The text of a paragraph run by run; what is set in an old font becomes Unicode.
class RunText {
 public:
  /// The font of what comes next; null for one of Unicode.
  void use(const OldFont* font);

  void add(std::string_view piece) { (font_ == nullptr ? done_ : open_) += piece; }

  /// The font in use.
  [[nodiscard]] const OldFont* font() const noexcept { return font_; }

  /// All of the text, with a remark in `source` where it is the first that was turned.
  [[nodiscard]] std::string finish(Source& source, Place place);

 private:
  std::string done_;
  std::string open_;  ///< in the old font, which may write one letter in two runs
  const OldFont* font_ = nullptr;
  const OldFont* turned_ = nullptr;
};

}  // namespace sauro::inline v0_1::detail
