#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "reading/asides.hpp"
#include "reading/cell_text.hpp"
#include "reading/flow.hpp"
#include "reading/html_layout.hpp"
#include "reading/html_limits.hpp"
#include "reading/html_nodes.hpp"
#include "reading/labels.hpp"
#include "reading/official_lines.hpp"
#include "reading/run_text.hpp"
#include "reading/source.hpp"
#include "reading/table_builder.hpp"

namespace sauro::inline v0_1::detail {
namespace {

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
    families_.load(output->root);
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
    if (!label_.empty() && count_visible(text) > 0 && !is_struck_)
      pending_ += std::exchange(label_, {});
    const std::string seen = font_ == nullptr ? std::string(text) : as_seen(text, font_->makes);
    if (seen != text) note_font(source_, *font_, place_);
    std::string& into = is_struck_ ? struck_ : pending_;
    for (const char c : seen) into += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
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
    const bool struck = std::exchange(is_struck_, is_struck_ || strikes(node->v.element));
    walk_inner(node);
    end_struck(struck);
    font_ = outer;
  }

  /// Sets aside what was struck through, where the element that says so ends.
  void end_struck(bool outer) {
    if (is_struck_ && !outer)
      leave_aside(source_, std::exchange(struck_, {}), struck_reason, place_);
    is_struck_ = outer;
  }

  /// The old font of an element, its own or that of the one around it.
  [[nodiscard]] const OldFont* font_of(const GumboElement& element) {
    const std::string_view family = families_.family_of(element);
    return family.empty() ? font_ : fonts_.find(family);
  }

  void walk_inner(const GumboNode* node) {
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_BR) {
      pending_ += '\n';
    } else if (tag == GUMBO_TAG_TABLE) {
      constexpr std::size_t deepest = 8;  // each is measured again in those around it
      if (in_cell_ == 0 && layouts_ < deepest && is_layout_table(node)) {
        ++layouts_;
        walk_layout(node);
        --layouts_;
      } else {
        read_table(node);
      }
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

  /// The cells of a table that only places them, one after the other.
  void walk_layout(const GumboNode* node) {
    flush();
    for (const GumboNode* child : children_of(node)) {
      const bool within =
          child->type == GUMBO_NODE_ELEMENT &&
          (child->v.element.tag == GUMBO_TAG_TR || child->v.element.tag == GUMBO_TAG_TBODY ||
           child->v.element.tag == GUMBO_TAG_THEAD || child->v.element.tag == GUMBO_TAG_TFOOT);
      if (within) {
        walk_layout(child);
      } else {
        walk(child);
        flush();
      }
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

  /// Items with the numbers or bullets that a browser would draw, before their first text.
  void read_list(const GumboNode* node, bool ordered) {
    HtmlList list(node, bullets_);
    if (!ordered) ++bullets_;
    for (const GumboNode* child : children_of(node)) {
      const bool item = child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_LI;
      if (!item) {
        walk(child);
        continue;
      }
      flush();
      label_ += list.label(child);
      walk_element(child);
      flush();
      label_.clear();
    }
    if (!ordered) --bullets_;
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
      const bool struck = std::exchange(
          is_struck_, is_struck_ || strikes(row->v.element) || strikes(child->v.element));
      for (const GumboNode* inner : children_of(child)) walk(inner);
      end_struck(struck);
      grid.add_cell(squeeze(pending_), place_, attribute(child->v.element, "colspan", 1),
                    attribute(child->v.element, "rowspan", 1));
      grid.set_fill(fill_of(child->v.element));
      pending_.clear();
    }
  }

  std::string_view text_;
  ReadLimits limits_;
  std::vector<std::size_t> lines_;
  ColumnCounter columns_;
  HtmlFonts families_;
  OldFonts fonts_;
  const OldFont* font_ = nullptr;  ///< that the text is set in
  Source source_;
  std::vector<Block> hoisted_;
  std::string pending_;
  std::string label_;        ///< of the item that has no text yet
  std::size_t bullets_ = 0;  ///< lists of bullets around
  std::string struck_;       ///< words that are struck through
  bool is_struck_ = false;
  Place place_;
  bool has_place_ = false;
  std::size_t in_cell_ = 0;
  std::size_t cells_ = 0;
  std::size_t layouts_ = 0;  ///< tables around that only place their cells
};

}  // namespace

Source read_html(std::string_view text, const ReadLimits& limits) {
  require_html_limits(text, limits);
  return HtmlReader(text, limits).read();
}

}  // namespace sauro::inline v0_1::detail
