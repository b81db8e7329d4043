#include "reading/run_text.hpp"

#include <algorithm>
#include <utility>

#include "sauro/text/unicode.hpp"

namespace sauro::inline v0_1::detail {

const OldFont* OldFonts::find(std::string_view name) {
  auto known = known_.find(name);
  if (known == known_.end()) {
    std::optional<OldFont> font;
    const auto makes = find_invalid_utf8(name) ? std::nullopt : legacy_font(name);
    if (makes) font = OldFont{std::string(name), *makes};
    known = known_.emplace(name, std::move(font)).first;
  }
  return known->second ? &*known->second : nullptr;
}

void RunText::use(const OldFont* font) {
  if (font == font_) return;
  const OldFont* before = std::exchange(font_, font);
  if (before == nullptr || open_.empty()) return;
  const std::string seen = as_seen(open_, before->makes);
  if (seen != open_ && turned_ == nullptr && before->makes.signs.empty()) turned_ = before;
  done_ += seen;
  open_.clear();
}

void note_font(Source& source, const OldFont& font, Place place) {
  if (!font.makes.signs.empty()) return;
  const auto is_said = [](const Remark& one) { return one.kind == RemarkKind::font; };
  if (std::any_of(source.remarks.begin(), source.remarks.end(), is_said)) return;
  const std::string code(legacy_name(font.makes.code));
  source.remarks.push_back(
      {RemarkKind::font, {}, {}, font.name + ", " + code, {}, source.span(place)});
}

std::string RunText::finish(Source& source, Place place) {
  use(nullptr);
  if (turned_ != nullptr) note_font(source, *turned_, place);
  return std::move(done_);
}

}  // namespace sauro::inline v0_1::detail
