#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "reading/flow.hpp"
#include "reading/html_limits.hpp"
#include "reading/labels.hpp"
#include "reading/official_lines.hpp"
#include "reading/run_text.hpp"
#include "reading/source.hpp"
#include "reading/table_builder.hpp"

namespace sauro::inline v0_1::detail {
namespace {

bool is_block(GumboTag tag) {
  constexpr std::array<GumboTag, 29> tags = {
      GUMBO_TAG_P,    GUMBO_TAG_DIV,     GUMBO_TAG_H1,      GUMBO_TAG_H2,        GUMBO_TAG_H3,
      GUMBO_TAG_H4,   GUMBO_TAG_H5,      GUMBO_TAG_H6,      GUMBO_TAG_LI,        GUMBO_TAG_UL,
      GUMBO_TAG_OL,   GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_HEADER,    GUMBO_TAG_FOOTER,
      GUMBO_TAG_MAIN, GUMBO_TAG_NAV,     GUMBO_TAG_ASIDE,   GUMBO_TAG_DL,        GUMBO_TAG_DT,
      GUMBO_TAG_DD,   GUMBO_TAG_PRE,     GUMBO_TAG_HR,      GUMBO_TAG_CENTER,    GUMBO_TAG_ADDRESS,
      GUMBO_TAG_FORM, GUMBO_TAG_CAPTION, GUMBO_TAG_FIGURE,  GUMBO_TAG_BLOCKQUOTE};
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_hidden(GumboTag tag) {
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_HEAD ||
         tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_NOSCRIPT;
}

std::uint32_t attribute(const GumboElement& element, const char* name, std::uint32_t otherwise) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  if (found == nullptr) return otherwise;
  const long value = std::strtol(found->value, nullptr, 10);
  return value >= 1 && value <= 1'000'000 ? static_cast<std::uint32_t>(value) : otherwise;
}

std::vector<const GumboNode*> children_of(const GumboNode* node) {
  const GumboVector& children = node->v.element.children;
  std::vector<const GumboNode*> result(children.length);
  for (unsigned i = 0; i < children.length; ++i) {
    result[i] = static_cast<const GumboNode*>(children.data[i]);
  }
  return result;
}

class HtmlReader {
 public:
  HtmlReader(std::string_view text, const ReadLimits& limits) : text_(text), limits_(limits) {
    lines_.push_back(0);
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
      lines_.push_back(at + 1);
    }
  }

  Source read() {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const auto free = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(free)> output(
        gumbo_parse_with_options(&options, text_.data(), text_.size()), free);
    walk(output->root);
    flush();
    return std::move(source_);
  }

 private:
  [[nodiscard]] Place place_at(std::size_t offset) {
    const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset) - 1;
    Place place;
    place.line = static_cast<std::uint32_t>(line - lines_.begin()) + 1;
    place.column = columns_.column(text_.data() + *line, text_.data() + offset);
    return place;
  }

  void add_text(const GumboNode* node) {
    const std::string_view text = node->v.text.text;
    if (!has_place_ && count_visible(text) > 0) {
      const auto start = static_cast<std::size_t>(node->v.text.original_text.data - text_.data());
      std::size_t skip = start;
      while (skip < text_.size() && std::isspace(static_cast<unsigned char>(text_[skip])) != 0) {
        ++skip;
      }
      place_ = place_at(skip);
      has_place_ = true;
    }
    const std::string seen = font_ == nullptr ? std::string(text) : as_seen(text, font_->makes);
    if (seen != text) note_font(source_, *font_, place_);
    for (const char c : seen) pending_ += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  }

  /// Ends the paragraph, or the line where inside a cell.
  void flush() {
    poll();
    if (in_cell_ > 0) {
      pending_ += '\n';
      return;
    }
    Block block;
    block.text = source_.keep(squeeze(pending_));
    block.place = place_;
    require_size(block.text, source_.span(place_), limits_);
    if (!block.text.empty()) source_.blocks.push_back(std::move(block));
    pending_.clear();
    has_place_ = false;
  }

  void walk(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        add_text(node);
        return;
      case GUMBO_NODE_ELEMENT:
        walk_element(node);
        return;
      default:
        return;
    }
  }

  void walk_element(const GumboNode* node) {
    if (is_hidden(node->v.element.tag)) return;
    const OldFont* outer = std::exchange(font_, font_of(node->v.element));
    walk_inner(node);
    font_ = outer;
  }

  /// The old font of an element, its own or that of the one around it.
  [[nodiscard]] const OldFont* font_of(const GumboElement& element) {
    if (const GumboAttribute* face = gumbo_get_attribute(&element.attributes, "face")) {
      return fonts_.find(first_family(face->value));
    }
    constexpr std::string_view family = "font-family:";
    const GumboAttribute* style = gumbo_get_attribute(&element.attributes, "style");
    const std::string_view rules = style == nullptr ? "" : style->value;
    const std::size_t at = rules.find(family);
    if (at == std::string_view::npos) return font_;
    return fonts_.find(first_family(rules.substr(at + family.size())));
  }

  static std::string_view first_family(std::string_view families) {
    families = families.substr(0, families.find_first_of(",;"));
    while (!families.empty() && std::string_view(" '\"").find(families.front()) != families.npos) {
      families.remove_prefix(1);
    }
    while (!families.empty() && std::string_view(" '\"").find(families.back()) != families.npos) {
      families.remove_suffix(1);
    }
    return families;
  }

  void walk_inner(const GumboNode* node) {
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_BR) {
      pending_ += '\n';
    } else if (tag == GUMBO_TAG_TABLE) {
      read_table(node);
    } else if (tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL) {
      flush();
      read_list(node, tag == GUMBO_TAG_OL);
    } else {
      const bool block = is_block(tag);
      if (block) flush();
      const std::size_t first = source_.blocks.size();
      for (const GumboNode* child : children_of(node)) walk(child);
      if (block) flush();
      if (in_cell_ == 0 && is_furniture(tag, first))
        set_aside(source_, first, "khung của trang web");
    }
  }

  /// Whether the blocks from `first` on, of an element, are no part of a document: older portals
  /// wrap everything in one form, some put the letterhead into the header.
  [[nodiscard]] bool is_furniture(GumboTag tag, std::size_t first) const {
    if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE) return true;
    if (tag != GUMBO_TAG_HEADER && tag != GUMBO_TAG_FOOTER && tag != GUMBO_TAG_FORM) return false;
    return std::none_of(source_.blocks.begin() + static_cast<std::ptrdiff_t>(first),
                        source_.blocks.end(), is_document_part);
  }

  /// Whether no page has a block as its own: letterhead, title, legal basis, end, a table.
  static bool is_document_part(const Block& block) {
    const std::string_view text = block.text;
    return block.kind == Block::Kind::table ||
           (block.kind == Block::Kind::paragraph &&
            (is_motto(fold(text.substr(0, longest_official_line))) || is_number_line(text) ||
             is_kind_heading(text) || is_basis_word(text) || starts_closing(text) ||
             annex_heading(text).has_value() || is_person(text)));
  }

  /// Items with the numbers or bullets that a browser would draw.
  void read_list(const GumboNode* node, bool ordered) {
    std::uint32_t number = attribute(node->v.element, "start", 1);
    const GumboAttribute* type = gumbo_get_attribute(&node->v.element.attributes, "type");
    for (const GumboNode* child : children_of(node)) {
      const bool item = child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_LI;
      if (!item) {
        walk(child);
        continue;
      }
      flush();
      const std::size_t before = pending_.size();
      if (ordered) {
        const std::string_view style = type == nullptr ? "1" : type->value;
        pending_ += list_number(number++, style) + " ";
      }
      const std::size_t start = pending_.size();
      const std::size_t blocks = source_.blocks.size();
      for (const GumboNode* inner : children_of(child)) walk(inner);
      const bool own = source_.blocks.size() == blocks && pending_.size() >= start;
      const std::string_view text = own ? trim(std::string_view(pending_).substr(start)) : "";
      const bool marked = take_bullet(text).marks != 0 || leading_label(text).has_value();
      if (!text.empty() && marked) {
        pending_.erase(before, start - before);
      } else if (!text.empty() && !ordered) {
        pending_.insert(before, "- ");
      }
      flush();
    }
  }

  static std::string list_number(std::uint32_t number, std::string_view style) {
    if (style == "I") return to_roman(static_cast<int>(std::min(number, 89U))) + ".";
    if ((style == "a" || style == "A") && number <= 26) {
      return std::string(1, static_cast<char>(style[0] + static_cast<char>(number - 1))) +
             (style == "a" ? ")" : ".");
    }
    return std::to_string(number) + ".";
  }

  void read_table(const GumboNode* table) {
    const std::size_t outer_cells = in_cell_;
    std::string outer_pending = std::exchange(pending_, {});
    const bool outer_placed = std::exchange(has_place_, false);
    const Place outer_place = place_;
    if (outer_cells == 0 && !outer_pending.empty()) {
      std::swap(pending_, outer_pending);
      has_place_ = outer_placed;
      flush();
    }
    const auto offset = static_cast<std::size_t>(table->v.element.start_pos.offset);
    TableBuilder grid(source_, cells_, limits_, place_at(std::min(offset, text_.size())));
    ++in_cell_;
    read_rows(table, grid);
    --in_cell_;
    pending_ = outer_cells > 0 ? std::move(outer_pending) : std::string();
    has_place_ = outer_cells > 0 && outer_placed;
    place_ = outer_place;
    Block block = grid.finish();
    if (outer_cells == 0) {
      emit_table(source_, std::move(block), hoisted_);
    } else if (stands_alone(block)) {
      hoisted_.push_back(std::move(block));
    } else {
      pending_ += "\n" + flatten(block) + "\n";
    }
  }

  void read_rows(const GumboNode* node, TableBuilder& grid) {
    for (const GumboNode* child : children_of(node)) {
      if (child->type != GUMBO_NODE_ELEMENT) {
        if (child->type == GUMBO_NODE_TEXT) grid.add_loose(child->v.text.text);
        continue;
      }
      const GumboTag tag = child->v.element.tag;
      if (tag == GUMBO_TAG_TR) {
        poll();
        grid.begin_row();
        read_cells(child, grid);
        grid.end_row();
      } else if (tag == GUMBO_TAG_CAPTION) {
        for (const GumboNode* inner : children_of(child)) walk(inner);
        grid.add_loose(std::exchange(pending_, {}));
      } else {
        read_rows(child, grid);
      }
    }
  }

  void read_cells(const GumboNode* row, TableBuilder& grid) {
    for (const GumboNode* child : children_of(row)) {
      const bool cell =
          child->type == GUMBO_NODE_ELEMENT &&
          (child->v.element.tag == GUMBO_TAG_TD || child->v.element.tag == GUMBO_TAG_TH);
      if (!cell) continue;
      pending_.clear();
      has_place_ = false;
      place_ = place_at(std::min<std::size_t>(child->v.element.start_pos.offset, text_.size()));
      for (const GumboNode* inner : children_of(child)) walk(inner);
      grid.add_cell(squeeze(pending_), place_, attribute(child->v.element, "colspan", 1),
                    attribute(child->v.element, "rowspan", 1));
      pending_.clear();
    }
  }

  std::string_view text_;
  ReadLimits limits_;
  std::vector<std::size_t> lines_;
  ColumnCounter columns_;
  OldFonts fonts_;
  const OldFont* font_ = nullptr;  ///< that the text is set in
  Source source_;
  std::vector<Block> hoisted_;
  std::string pending_;
  Place place_;
  bool has_place_ = false;
  std::size_t in_cell_ = 0;
  std::size_t cells_ = 0;
};

}  // namespace

Source read_html(std::string_view text, const ReadLimits& limits) {
  require_html_limits(text, limits);
  return HtmlReader(text, limits).read();
}

}  // namespace sauro::inline v0_1::detail
