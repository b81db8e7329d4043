#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reading/source.hpp"

/// Tables with merged cells, as HTML, docx and xlsx have them.
namespace sauro::inline v0_1::detail {

/// Builds a table block row by row and puts cells where merged ones leave room.
class TableBuilder {
 public:
  TableBuilder(Source& source, std::size_t& cells, const ReadLimits& limits, Place place);

  void begin_row();
  void end_row();

  /// Leaves `columns` columns of the current row empty.
  void skip(std::uint32_t columns);

  /// Goes on at a column, where a format says it of each cell (xlsx).
  void move_to(std::uint32_t column);

  /// A cell that goes on over `rows` rows (HTML's rowspan); `doubt` names a remark about it.
  void add_cell(std::string text, Place place, std::uint32_t columns, std::uint32_t rows = 1,
                std::uint32_t doubt = 0);

  /// The colour of the cell that was added last.
  void set_fill(std::uint32_t fill);

  /// A cell that continues the one above it (docx's vMerge).
  void add_continued(std::string text, Place place, std::uint32_t columns);

  /// Text of the table outside of any cell.
  void add_loose(std::string_view text);

  /// The table, and its loose text as rows of one cell.
  [[nodiscard]] Block finish();

 private:
  struct Pending {
    Cell cell;
    std::uint32_t rows;  ///< that are still to be covered
    bool fresh;          ///< begins in the current row
  };

  void place_pending();
  void place_before(std::uint32_t column);
  void push(Cell cell);

  Source& source_;
  std::size_t& cells_;
  const ReadLimits& limits_;
  Block block_;
  Row row_;
  std::uint32_t column_ = 0;
  std::map<std::uint32_t, Pending> pending_;  ///< by column
};

/// Whether a nested table is a table in its own right rather than layout inside a cell.
[[nodiscard]] bool stands_alone(const Block& table);

/// A table as lines of text: a line a row, cells parted by " | ".
[[nodiscard]] std::string flatten(const Block& table);

/// Appends `table` and then those that stood inside it; a table of one cell becomes paragraphs.
void emit_table(Source& source, Block table, std::vector<Block>& nested);

}  // namespace sauro::inline v0_1::detail
