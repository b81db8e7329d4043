#include "reading/flow.hpp"

#include "sauro/text/unicode.hpp"

namespace sauro::inline v0_1::detail {

void Flow::add(std::string text, Place where) {
  require_size(text, source_.span(where), limits_);
  if (find_invalid_utf8(text)) refuse_encoding(source_.span(where));
  if (in_cell_) {
    cell_ += text;
    cell_ += '\n';
    return;
  }
  if (count_visible(text) == 0) return;
  Block block;
  block.text = source_.keep(squeeze(text));
  block.place = where;
  source_.blocks.push_back(std::move(block));
}

void Flow::close(Block table, bool outer) {
  if (outer) {
    emit_table(source_, std::move(table), nested_);
  } else if (stands_alone(table)) {
    nested_.push_back(std::move(table));
  } else {
    cell_ += flatten(table);
    cell_ += '\n';
  }
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
