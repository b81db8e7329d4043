#include "reading/side_by_side.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/columns.hpp"
#include "reading/header_weights.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Columns at which another table may begin.
std::vector<std::size_t> second_starts(const Block& block, const Row& header) {
  constexpr std::size_t most = 4;
  std::vector<bool> filled(header.width() + 1);
  std::vector<std::size_t> starts;
  std::string first;
  for (const Cell& cell : header.cells) {
    if (cell.text.empty()) continue;
    filled[cell.column] = true;
    const std::string key = fold(one_line(cell.text));
    if (first.empty()) {
      first = key;
    } else if (cell.column > 1 && (key == first || weigh(one_line(cell.text)).contains("number"))) {
      starts.push_back(cell.column);
    }
  }
  if (!starts.empty()) return starts;
  bool gaps = false;
  for (std::size_t i = 1; i + 1 < header.width(); ++i) gaps = gaps || !filled[i];
  if (!gaps || header.width() < most) return starts;
  for (const Row& row : block.rows) {
    for (const Cell& cell : row.cells) {
      if (cell.text.empty()) continue;
      for (std::size_t i = cell.column; i < cell.column + cell.columns && i < filled.size(); ++i) {
        filled[i] = true;
      }
    }
  }
  for (std::size_t i = 1; i + 1 < header.width() && starts.size() < most; ++i) {
    if (!filled[i] && filled[i + 1]) starts.push_back(i + 1);
  }
  return starts;
}

}  // namespace

std::size_t second_table(const Block& block, std::size_t at, const Told& told) {
  constexpr std::size_t least = 3;  // columns of a table
  for (const std::size_t column : second_starts(block, block.rows[at])) {
    if (column < least || column + 2 > block.rows[at].width()) continue;
    Block sample;  // what tells whether both have headers of their own
    constexpr std::size_t rows = 12;
    for (std::size_t i = at; i < std::min(block.rows.size(), at + rows); ++i) {
      sample.rows.push_back(block.rows[i]);
    }
    const auto [left, right] = cut_at(sample, column);
    const auto is_table = [&](const Block& half) {
      return !half.rows.empty() && recognise(half.rows, 0, told).kind != TableKind::other;
    };
    if (is_table(left) && is_table(right)) return column;
  }
  return 0;
}

std::pair<Block, Block> cut_at(const Block& block, std::size_t column) {
  std::pair<Block, Block> halves;
  auto& [left, right] = halves;
  left.kind = right.kind = block.kind;
  left.place = right.place = block.place;
  left.after_gap = right.after_gap = block.after_gap;
  for (const Row& row : block.rows) {
    Row before{{}, row.after_gap};
    Row after{{}, row.after_gap};
    for (const Cell& cell : row.cells) {
      if (cell.column < column) {
        before.cells.push_back(cell);
        Cell& own = before.cells.back();
        own.columns = std::min(own.columns, static_cast<std::uint32_t>(column - cell.column));
      } else {
        after.cells.push_back(cell);
        after.cells.back().column -= static_cast<std::uint32_t>(column);
      }
    }
    if (!before.cells.empty()) left.rows.push_back(std::move(before));
    if (!after.cells.empty()) right.rows.push_back(std::move(after));
  }
  const auto first = std::find_if(right.rows.begin(), right.rows.end(),
                                  [](const Row& row) { return !row.cells.empty(); });
  if (first != right.rows.end()) right.place = first->cells.front().place;
  return halves;
}

}  // namespace sauro::inline v0_1::detail
