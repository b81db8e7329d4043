#include "reading/asides.hpp"

#include <utility>

#include "sauro/text/unicode.hpp"
#include "reading/cell_text.hpp"
#include "reading/table_builder.hpp"

namespace sauro::inline v0_1::detail {

void leave_aside(Source& source, std::string_view text, std::string_view reason, Place place) {
  if (count_visible(text) == 0) return;
  if (find_invalid_utf8(text)) refuse_encoding(source.span(place));
  Block block;
  block.kind = Block::Kind::aside;
  block.text = source.keep(squeeze(text));
  block.reason = reason;
  block.place = place;
  source.blocks.push_back(std::move(block));
}

void set_aside(Source& source, std::size_t first, std::string_view reason) {
  for (std::size_t i = first; i < source.blocks.size(); ++i) {
    Block& block = source.blocks[i];
    if (block.kind == Block::Kind::table) block.text = source.keep(flatten(block));
    block.kind = Block::Kind::aside;
    block.reason = reason;
    block.rows.clear();
  }
}

}  // namespace sauro::inline v0_1::detail
