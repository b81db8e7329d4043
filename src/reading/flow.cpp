#include "reading/flow.hpp"

#include <string>
#include <string_view>

#include "sauro/text/unicode.hpp"
#include "reading/cell_text.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {

namespace {

/// The text with one blank for each run of them; a tab behind more than a label stays one, as it
/// may part the halves of an official line.
std::string squeeze_but_tabs(std::string_view text) {
  constexpr std::size_t longest_mark_before_tab = 8;  // bytes
  if (text.find('\t') == text.npos) return squeeze(text);
  std::string out;
  each_piece(text, '\n', [&](std::string_view line) {
    std::string kept;
    each_piece(line, '\t', [&](std::string_view piece) {
      const std::string words = squeeze(piece);
      if (words.empty()) return;
      if (!kept.empty()) kept += kept.size() > longest_mark_before_tab ? '\t' : ' ';
      kept += words;
    });
    if (kept.empty()) return;
    if (!out.empty()) out += '\n';
    out += kept;
  });
  return out;
}

}  // namespace

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
  block.text = source_.keep(squeeze_but_tabs(text));
  block.place = where;
  source_.blocks.push_back(std::move(block));
}

void Flow::add(const Source& inner, std::uint32_t part, std::uint32_t lines) {
  for (const Block& block : inner.blocks) {
    const Place where{0, block.place.line + lines, 0, part};
    if (block.kind == Block::Kind::table) {
      table(where, [&](TableBuilder& grid) {
        for (const Row& row : block.rows) add_row(grid, row, {0, lines, 0, part});
      });
    } else if (block.kind == Block::Kind::paragraph || in_cell_) {
      add(std::string(block.text), where);
    } else {
      Block& aside = source_.blocks.emplace_back();
      aside.kind = block.kind;
      aside.text = source_.keep(std::string(block.text));
      aside.reason = block.reason;
      aside.place = where;
    }
  }
  for (Remark remark : inner.remarks) {
    remark.span = {source_.parts[part], 0, remark.span.line + lines, 0};
    source_.remarks.push_back(std::move(remark));
  }
}

void Flow::add_row(TableBuilder& grid, const Row& row, const Place& from) {
  grid.begin_row();
  for (const Cell& cell : row.cells) {
    const Place where{0, cell.place.line + from.line, 0, from.part};
    if (cell.inherited) {
      grid.add_continued({}, where, cell.columns);
    } else {
      grid.add_cell(std::string(cell.text), where, cell.columns);
    }
    grid.set_fill(cell.fill);
  }
  grid.end_row();
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

}  // namespace sauro::inline v0_1::detail
