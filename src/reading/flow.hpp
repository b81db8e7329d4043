#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/cell_text.hpp"
#include "reading/source.hpp"
#include "reading/table_builder.hpp"

namespace sauro::inline v0_1::detail {

/// Paragraphs and tables of a document in the order of its text, as docx and odt have them.
class Flow {
 public:
  Flow(Source& source, const ReadLimits& limits) : source_(source), limits_(limits) {}

  [[nodiscard]] bool in_cell() const noexcept { return in_cell_; }

  /// A paragraph: a block, or a line of the cell that is open.
  void add(std::string text, Place where);

  /// What another reader took from a part of the document: `part` is its place among the parts,
  /// `lines` how many lines of it stand before.
  void add(const Source& inner, std::uint32_t part, std::uint32_t lines = 0);

  /// The table that `read` fills; inside a cell a table of its own after that one, or lines.
  template <class Read>
  void table(Place where, Read read) {
    const bool outer = !std::exchange(in_cell_, true);
    std::string outer_cell = std::exchange(cell_, {});
    TableBuilder grid(source_, cells_, limits_, where);
    read(grid);
    in_cell_ = !outer;
    cell_ = std::move(outer_cell);
    close(grid.finish(), outer);
  }

  /// The text of the cell that `read` fills.
  template <class Read>
  std::string cell(Read read) {
    std::string outer = std::exchange(cell_, {});
    read();
    return squeeze(std::exchange(cell_, std::move(outer)));
  }

 private:
  static void add_row(TableBuilder& grid, const Row& row, const Place& from);
  void close(Block table, bool outer);

  Source& source_;
  const ReadLimits& limits_;
  std::string cell_;
  bool in_cell_ = false;
  std::vector<Block> nested_;
  std::size_t cells_ = 0;
};

}  // namespace sauro::inline v0_1::detail
