#include "reading/odt_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sauro/text/unicode.hpp"
#include "reading/asides.hpp"
#include "reading/cell_text.hpp"
#include "reading/docx_parts.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Whether a field in a paragraph hides all of it.
bool is_off(const pugi::xml_node& paragraph) {
  const auto fields = paragraph.children("text:hidden-paragraph");
  return std::any_of(fields.begin(), fields.end(), [](const pugi::xml_node& field) {
    return field.attribute("text:is-hidden").as_bool();
  });
}

}  // namespace

bool is_no_text(const pugi::xml_node& node) {
  constexpr std::array<std::string_view, 8> names = {
      "text:tracked-changes", "office:forms", "text:number", "text:ruby-text",
      "text:note-citation",   "svg:title",    "svg:desc",    "office:event-listeners"};
  const std::string_view name = node.name();
  return name.ends_with("-source") || name.ends_with("-decls") ||
         std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<std::string_view> note_reason(const pugi::xml_node& node) {
  if (is(node, "office:annotation")) return comment_reason;
  if (!is(node, "text:note")) return std::nullopt;
  const std::string_view kind = node.attribute("text:note-class").as_string();
  return kind == "endnote" ? endnote_reason : footnote_reason;
}

std::string OdtWords::read(const pugi::xml_node& paragraph, std::size_t depth) {
  RunText runs;
  runs.use(font_of("paragraph", paragraph, nullptr));
  hidden_depth_ = is_hidden("paragraph", paragraph) ? 1 : 0;
  is_struck_ = strikes("paragraph", paragraph).value_or(false);
  struck_.use(runs.font());
  collect(paragraph, runs, depth);
  std::string text = runs.finish(source_, where_);
  const std::string crossed = struck_.finish(source_, where_);
  has_struck_ = count_visible(crossed) > 0;
  note_hidden_words();
  leave_aside(source_, crossed, struck_reason, where_);
  leave_aside(source_, off_, switched_off_reason, where_);
  if (is_off(paragraph)) {
    leave_aside(source_, std::exchange(text, {}), switched_off_reason, where_);
  }
  return text;
}

/// The old font of a paragraph or span; `otherwise` where its styles name no font.
const OldFont* OdtWords::font_of(std::string_view family, const pugi::xml_node& node,
                                 const OldFont* otherwise) {
  const std::string name =
      rules_.styles.font(family, node.attribute("text:style-name").as_string());
  return name.empty() ? otherwise : rules_.fonts.find(name);
}

void OdtWords::collect(const pugi::xml_node& parent, RunText& text, std::size_t depth) {
  if (depth > limits_.depth) refuse_depth(to_text(source_.span(where_)), limits_.depth);
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      add_text(node.value(), text);
    } else if (is(node, "text:span")) {
      collect_span(node, text, depth + 1);
    } else if (is(node, "text:s")) {
      constexpr unsigned enough = 64;  // runs of them become one
      into(text).add(std::string(std::min(node.attribute("text:c").as_uint(1), enough), ' '));
    } else if (is(node, "text:tab")) {
      into(text).add("\t");
    } else if (is(node, "text:line-break")) {
      into(text).add("\n");
    } else if (is(node, "text:hidden-text") && node.attribute("text:is-hidden").as_bool()) {
      off_ += node.attribute("text:string-value").as_string();
    } else if (std::string_view(node.name()).starts_with("draw:")) {
      boxes.push_back(node);
    } else if (const auto reason = note_reason(node)) {
      asides.push_back({node, *reason});
    } else if (!is_no_text(node)) {
      collect(node, text, depth + 1);
    }
  }
}

/// Line ends of the XML are spaces; those of the text are elements.
void OdtWords::add_text(std::string piece, RunText& text) {
  std::replace_if(
      piece.begin(), piece.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  if (hidden_depth_ > 0 && !is_struck_) hidden_ += piece;
  into(text).add(piece);
}

std::optional<bool> OdtWords::strikes(std::string_view family, const pugi::xml_node& node) const {
  return rules_.styles.is_struck(family, node.attribute("text:style-name").as_string());
}

bool OdtWords::is_hidden(std::string_view family, const pugi::xml_node& node) const {
  return rules_.styles.is_hidden(family, node.attribute("text:style-name").as_string());
}

/// Says which words of a paragraph a person doesn't see.
void OdtWords::note_hidden_words() {
  const std::string hidden = std::exchange(hidden_, {});
  if (count_visible(hidden) == 0) return;
  const std::string told = "chữ ẩn: " + shortened(squeeze(to_nfc(hidden)));
  source_.remarks.push_back({RemarkKind::hidden, {}, {}, told, {}, source_.span(where_)});
}

void OdtWords::collect_span(const pugi::xml_node& node, RunText& text, std::size_t depth) {
  const OldFont* outer = text.font();
  const OldFont* own = font_of("text", node, outer);
  const bool outer_struck = is_struck_;
  is_struck_ = strikes("text", node).value_or(outer_struck);
  text.use(own);
  struck_.use(own);
  const std::uint32_t hidden = is_hidden("text", node) ? 1 : 0;
  hidden_depth_ += hidden;
  collect(node, text, depth);
  hidden_depth_ -= hidden;
  text.use(outer);
  struck_.use(outer);
  is_struck_ = outer_struck;
}

}  // namespace sauro::inline v0_1::detail
