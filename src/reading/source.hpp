#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/plan/plan.hpp"
#include "sauro/plan/span.hpp"
#include "sauro/reading/read_plan.hpp"

/// What every format becomes before it is understood: paragraphs and tables in order.
namespace sauro::inline v0_1::detail {

/// A Span without its strings; `part` is an index into Source::parts.
struct Place {
  std::uint32_t paragraph = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t part = 0;
};

class OfficeArchive;

struct Cell {
  std::string_view text;
  Place place;
  std::uint32_t column = 0;   ///< the first that it covers
  std::uint32_t columns = 1;  ///< how many it covers
  bool inherited = false;     ///< repeats the cell above, merged over several rows
  std::uint32_t doubt = 0;    ///< number, from 1, of the remark about it; 0 where there is none
  std::uint32_t fill = 0;  ///< what colour it has, as a number of the reader's; 0 for none or white
};

struct Row {
  std::vector<Cell> cells;  ///< from left to right
  bool after_gap = false;   ///< a blank line or page break stands before it

  /// Columns from the first to the last that a cell covers.
  [[nodiscard]] std::size_t width() const noexcept {
    return cells.empty() ? 0 : cells.back().column + cells.back().columns;
  }
};

/// A merged cell longer than this belongs to its first row alone.
inline constexpr std::size_t longest_inherited = 4096;

struct Block {
  enum class Kind { paragraph, table, aside };

  Kind kind = Kind::paragraph;
  std::string_view text;    ///< of a paragraph or aside; lines end with \n
  std::string_view reason;  ///< why an aside isn't part of the plan
  Place place;
  bool after_gap = true;  ///< a blank line or a paragraph mark stands before it
  std::vector<Row> rows;
};

/// The blocks of one document and the texts that they view.
struct Source {
  std::vector<Block> blocks;
  std::vector<std::string> parts{""};
  std::deque<std::string> texts;
  std::vector<Slip> dropped;    ///< words that held controls
  std::vector<Remark> remarks;  ///< what the reader of the format had to guess
  bool is_workbook = false;     ///< each part is a sheet, and an annex
  std::vector<std::pair<std::string, std::string>>
      attributes;  ///< names and values that stand before the text (front matter)

  Source() = default;
  Source(const Source&) = delete;  // blocks view its texts; moving keeps those
  Source& operator=(const Source&) = delete;
  Source(Source&&) = default;
  Source& operator=(Source&&) = default;
  ~Source() = default;

  /// Keeps `text`, in normal form C, as long as the source lives.
  std::string_view keep(std::string text);

  /// Takes controls out of all texts, and remembers where they were.
  void drop_controls();

  [[nodiscard]] Span span(Place place) const {
    return {parts[place.part], place.paragraph, place.line, place.column};
  }

 private:
  void drop_controls(std::string_view& text, Place place);
};

/// Counts columns in characters; places that come in order cost one pass over the line in all.
class ColumnCounter {
 public:
  /// Column, from 1, of `position` in the line that begins at `line`.
  std::uint32_t column(const char* line, const char* position) noexcept;

 private:
  const char* line_ = nullptr;
  const char* at_ = nullptr;
  std::uint32_t column_ = 1;
};

/// "line 3, column 7", "word/document.xml, paragraph 5" or "Phụ lục I, ô C12" (in English "Phụ lục
/// I, cell C12").
[[nodiscard]] std::string to_text(const Span& span, bool english = false);

/// "C12", as spreadsheets call a cell.
[[nodiscard]] std::string cell_name(std::uint32_t row, std::uint32_t column);
/// "C"
[[nodiscard]] std::string column_letters(std::uint32_t column);

/// Throws ParseError(cell_too_large) where `text` is longer than the limit.
void require_size(std::string_view text, const Span& span, const ReadLimits& limits);

/// Throws for a source beyond the limit.
[[noreturn]] void refuse_bytes(std::size_t bytes, std::size_t limit);

/// Throws for a text that is no UTF-8.
[[noreturn]] void refuse_encoding(const Span& span);

/// Throws for a document without text.
[[noreturn]] void refuse_empty();

/// Throws for elements that nest deeper than the limit.
[[noreturn]] void refuse_depth(const std::string& where, std::size_t limit);

/// Throws for a part that is no XML.
[[noreturn]] void refuse_malformed(const std::string& where, std::string_view why);

/// Throws for a part with a document type declaration.
[[noreturn]] void refuse_doctype(const std::string& part);

/// Throws ParseError where the table has too many rows, its last row too many columns, or the
/// document too many cells (`cells` counts them).
void require_table_size(const Block& table, std::size_t& cells, const Span& span,
                        const ReadLimits& limits);

// Readers: the bytes of one format -> Source. `text` has to outlive the source.
[[nodiscard]] Source read_lines(std::string_view text, bool markdown, const ReadLimits& limits);
[[nodiscard]] Source read_html(std::string_view text, const ReadLimits& limits);
[[nodiscard]] Source read_docx(OfficeArchive& archive, const ReadLimits& limits);
[[nodiscard]] Source read_xlsx(OfficeArchive& archive, const ReadOptions& options);

[[nodiscard]] Source read_odt(OfficeArchive& archive, const ReadLimits& limits);
[[nodiscard]] Source read_ods(OfficeArchive& archive, const ReadOptions& options);
[[nodiscard]] Source read_csv_source(std::string_view text, const ReadOptions& options);

/// Whether a text is a table between commas, semicolons or tabs, with a header that is known.
[[nodiscard]] bool is_csv_table(std::string_view text, const ReadOptions& options);

/// Text in normal form C with \n line ends, and which bytes it was where that had to be guessed.
struct Decoded {
  std::string text;
  std::string encoding = {};
};
/// Throws ParseError.
[[nodiscard]] Decoded decode_text(std::string bytes);

/// Throws ParseError(legacy_encoding) where the text is TCVN3 or VNI behind Unicode code points, as
/// documents set in the old fonts are.
void refuse_legacy(const Source& source);

/// Understands a source.
[[nodiscard]] Plan interpret(const Source& source, const ReadOptions& options);

/// Understands a source of tables alone, whose document is known from elsewhere.
[[nodiscard]] Plan interpret_tables(const Source& source, const Document& document,
                                    const ReadOptions& options);

}  // namespace sauro::inline v0_1::detail
