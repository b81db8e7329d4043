#include "reading/html_layout.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <vector>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/html_nodes.hpp"
#include "reading/official_lines.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// What a cell holds.
struct CellSize {
  const GumboNode* cell = nullptr;
  std::size_t bytes = 0;
  std::size_t paragraphs = 0;
};

/// Sizes of the cells of a table.
struct TableSize {
  std::size_t bytes = 0;
  std::size_t rows = 0;
  std::size_t cells = 0;
  CellSize largest;
};

void measure(const GumboNode* node, CellSize& size) {
  if (node->type == GUMBO_NODE_TEXT) {
    size.bytes += std::strlen(node->v.text.text);
  } else if (node->type == GUMBO_NODE_ELEMENT && !is_hidden(node->v.element.tag)) {
    const GumboTag tag = node->v.element.tag;
    if (is_block(tag) || tag == GUMBO_TAG_TR) ++size.paragraphs;
    for (const GumboNode* child : children_of(node)) measure(child, size);
  }
}

void measure_rows(const GumboNode* node, TableSize& table) {
  for (const GumboNode* child : children_of(node)) {
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    const GumboTag tag = child->v.element.tag;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      CellSize cell{child};
      measure(child, cell);
      ++table.cells;
      table.bytes += cell.bytes;
      if (cell.bytes >= table.largest.bytes) table.largest = cell;
    } else {
      if (tag == GUMBO_TAG_TR) ++table.rows;
      measure_rows(child, table);
    }
  }
}

/// Whether a document begins in it: its motto, number or kind.
bool holds_document(const GumboNode* node) {
  if (node->type == GUMBO_NODE_TEXT) {
    const std::string_view text = trim(std::string_view(node->v.text.text));
    if (text.empty() || text.size() > longest_official_line) return false;
    return is_motto(fold(text)) || is_number_line(text) || is_kind_heading(text);
  }
  if (node->type != GUMBO_NODE_ELEMENT) return false;
  const std::vector<const GumboNode*> children = children_of(node);
  return std::any_of(children.begin(), children.end(), holds_document);
}

}  // namespace

bool is_layout_table(const GumboNode* table) {
  constexpr std::size_t fewest = 8;  // rows, or paragraphs in a cell
  TableSize size;
  measure_rows(table, size);
  if (size.cells == size.rows && size.rows >= fewest) return holds_document(table);
  return size.largest.paragraphs >= fewest && size.largest.bytes * 2 > size.bytes &&
         holds_document(size.largest.cell);
}

}  // namespace sauro::inline v0_1::detail
